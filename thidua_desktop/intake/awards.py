"""The award of a row, found in the catalogue from the words of its cell or of the heading above it."""

from dataclasses import dataclass

from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.domain.titles import FORCE_TITLES, TitleBook, is_force

_PAIRS = {frozenset(pair): pair for pair in FORCE_TITLES.items()}


@dataclass(frozen=True)
class Title:
    """The words that name an award, and the one code or the pair of codes they stand for."""

    written: str
    codes: tuple[str, ...]
    inferred: bool = False  # one of several kinds called so, told by the level of the decision


@dataclass(frozen=True)
class Settled:
    """The award of one row; reason is set where there is none."""

    code: str = ""
    inferred: str = ""
    reason: str = ""


def title_in(text: str, book: TitleBook, level: str, authority: str) -> Title | None:
    """Find what a text names: one kind, or two written together (LĐTT, CSTT); None where it is unknown."""
    for words in (text, f"{text} của {authority}" if authority else text):
        found = book.find_each(words, level)
        if found:
            concluded = any(match.how == "inferred" for match in found) or words != text
            return Title(text, tuple(match.code for match in found), concluded)
    return None


def is_pair(title: Title) -> bool:
    """Tell whether a title names a civil kind and the one the armed forces hold in its place."""
    return frozenset(title.codes) in _PAIRS


def settle(title: Title, book: TitleBook, unit: str) -> Settled:
    """Choose the code for a row; of a civil and an armed forces title the unit decides, and that is said."""
    if len(title.codes) == 1:
        code = title.codes[0]
        return Settled(code, f"“{title.written}” hiểu là “{book.name(code)}”" if title.inferred else "")
    pair = _PAIRS.get(frozenset(title.codes))
    if pair is None:
        return Settled(reason=f"“{title.written}” ghi nhiều danh hiệu: tách mỗi danh hiệu thành một dòng.")
    if not unit:
        return Settled(reason=f"Chưa rõ đơn vị nên chưa biết là danh hiệu nào trong “{title.written}”.")
    code = pair[is_force(unit)]
    return Settled(code, f"Danh hiệu “{book.name(code)}” suy theo đơn vị “{unit}”")


def unknown_title(text: str, book: TitleBook, level: str) -> str:
    """Say why a text names no kind of the catalogue, with the nearest one where there is one."""
    if not text:
        return "Không thấy danh hiệu, hình thức khen thưởng ở dòng này và ở đầu đề."
    near = book.find(text, level)
    if near:
        return f"Không có “{text}” trong danh mục; có phải “{book.name(near.code)}”? Sửa lại rồi nhập."
    if len(text) < 60 and book.is_shared(text):
        return f"“{text}” chưa rõ của cấp nào, hạng nào: ghi đủ tên rồi nhập lại."
    return f"Không có “{text[:80]}” trong danh mục: sửa lại, hoặc thêm cách gọi này vào danh mục."


def not_for(code: str, recipient: str, book: TitleBook) -> str:
    """Say that the law gives a kind to others than the recipient."""
    shown = RECIPIENTS[recipient].lower()
    return f"“{book.name(code)}” không dành cho {shown}: kiểm tra danh hiệu và đối tượng."
