"""Vietnamese numbers: 2.281 in figures, "hai nghìn hai trăm tám mươi mốt" in words (northern usage)."""

from decimal import Decimal

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS = ("triệu", "nghìn", "")
_BILLION = 1_000_000_000
_TEN = 10


def number(value: float | Decimal) -> str:
    """Write a number with dots between thousands and a decimal comma."""
    whole, _, fraction = f"{Decimal(str(value)):,f}".partition(".")
    fraction = fraction.rstrip("0")
    return whole.replace(",", ".") + (f",{fraction}" if fraction else "")


def count2(count: int) -> str:
    """Write a count as official papers do: two figures below ten, 01 to 09."""
    return f"{count:02d}" if 0 <= count < _TEN else number(count)


def words(value: int) -> str:
    """Write a whole number in words, in lower case."""
    if value <= 0:
        return f"âm {words(-value)}" if value else _DIGITS[0]
    billions, rest = divmod(value, _BILLION)
    said = [f"{words(billions)} tỷ"] if billions else []
    return " ".join([*said, *_below_billion(rest, padded=bool(billions))])


def _below_billion(value: int, *, padded: bool) -> list[str]:
    said: list[str] = []
    for group, name in zip((value // 1_000_000, value // 1000 % 1000, value % 1000), _GROUPS, strict=True):
        if group:
            said += [*_below_thousand(group, padded=padded or bool(said)), name]
    return [word for word in said if word]


def _below_thousand(value: int, *, padded: bool) -> list[str]:
    """Words of 1 to 999; padded says "không trăm linh" where higher figures stand before."""
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    said = [_DIGITS[hundreds], "trăm"] if hundreds or padded else []
    if tens == 1:
        said.append("mười")
    elif tens:
        said += [_DIGITS[tens], "mươi"]
    elif ones and said:
        said.append("linh")
    return said + ([_last(ones, after_tens=tens)] if ones else [])


def _last(ones: int, *, after_tens: int) -> str:
    """Say the last figure: mốt and tư from twenty on, lăm from ten on."""
    if after_tens > 1 and ones in {1, 4}:
        return "mốt" if ones == 1 else "tư"
    return "lăm" if after_tens and ones == 5 else _DIGITS[ones]
