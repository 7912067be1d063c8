"""Numbers as officers write them: 2.281 and 1,5."""

from thidua_desktop.domain.vietnamese import number


def parse_number(text: str) -> int:
    """Read a whole number written the Vietnamese way, 2.281; raises ValueError with a sentence."""
    digits = text.replace(".", "").replace(" ", "")
    if not digits.removeprefix("-").isdecimal():
        raise ValueError(f"“{text}” không phải số: chỉ gõ chữ số, ví dụ 2281 hoặc 2.281.")
    return int(digits)


def parse_decimal(text: str) -> float:
    """Read a number with a decimal comma, 1,5; raises ValueError with a sentence."""
    try:
        return float(text.replace(" ", "").replace(".", "").replace(",", "."))
    except ValueError:
        raise ValueError(f"“{text}” không phải số: gõ ví dụ 1,5 hoặc 1.490.000.") from None


def show_decimal(value: float) -> str:
    """Write a number with a decimal comma and points between thousands."""
    whole, _, rest = f"{value:.6f}".rstrip("0").partition(".")
    return number(int(whole)) + (f",{rest}" if rest else "")
