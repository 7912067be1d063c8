"""The look of an official paper, said once for every writer: motto, margins, fonts, rules.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I (khổ giấy A4, định lề, phông chữ, Quốc hiệu, Tiêu ngữ).
"""

from dataclasses import dataclass

from thidua_desktop.documents.document import Letterhead, Signatures

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
FONT = "Times New Roman"
TITLE_PT = 14
BODY_PT = 13
TABLE_PT = 12
SMALL_PT = 11
PAGE_MM = (210, 297)
LEFT_SHARE = 0.42  # of the text's width for the issuing body; the nation's name needs the rest


@dataclass(frozen=True)
class Margins:
    """Empty edges of a page, in millimetres."""

    top: int = 20
    bottom: int = 20
    left: int = 30
    right: int = 15


MARGINS = Margins()


def page_mm(*, landscape: bool) -> tuple[int, int]:
    """Width and height of the sheet, in millimetres."""
    width, height = PAGE_MM
    return (height, width) if landscape else (width, height)


def text_mm(*, landscape: bool) -> int:
    """Width left for text between the margins, in millimetres."""
    return page_mm(landscape=landscape)[0] - MARGINS.left - MARGINS.right


def corner(letterhead: Letterhead) -> tuple[str, str]:
    """The two lines of the left corner in capitals: the body above, and the body that issues."""
    return letterhead.parent.upper(), letterhead.body.upper()


def copies(signatures: Signatures) -> tuple[str, ...]:
    """The lines under “Nơi nhận:”, each led by a dash."""
    lines = [line for line in signatures.left if line.strip().rstrip(":").casefold() != "nơi nhận"]
    return tuple(line if line.lstrip().startswith("-") else f"- {line}" for line in lines)
