"""Whether the note beside a rating says something else than the rating."""

import re
from collections.abc import Iterator

from thidua_desktop.intake.yearly_other_ratings import plain
from thidua_desktop.intake.yearly_values import rating_in

_AGAINST = re.compile(
    r"\b(?:khong|chua|ko)(?: \w+){0,3}? (?:xep|danh gia|phan loai)\b"
    r"|\bdieu chinh (?:thanh|xuong|len|lai|xep loai|muc|ket qua)\b"
    r"|\b(?:ha|xuong) (?:xuong|muc|xep loai|loai)\b|\bnang (?:len|xep loai|muc xep loai)\b"
    r"|\b(?:xet|xem|danh gia|xep loai) lai\b|\btam (?:xep|thoi|hoan)\b|\b(?:huy|thu hoi|bo) (?:ket qua|xep)\b"
)
_NOT_OF_THE_LIST = re.compile(r"\btu (?:nhan|danh gia|xep|cham|phan)\b|\bnam truoc\b")
_OF_A_TASK = re.compile(r"\b(?:nhiem vu|nv|k?ht\w*nv|htxs|htt)\b")
_WORDS = 8  # the longest rating in so many words
_SAYS = "Xếp loại ghi “{}” nhưng ghi chú “{}”: xem lại rồi ghi cho khớp."


def note_against(note: str, words: str) -> str:
    """Say that a note speaks against the rating in words beside it, "" where it does not."""
    parts = [plain(part) for part in re.split(r"[;,.]", note)]
    parts = [part for part in parts if part and not _NOT_OF_THE_LIST.search(part)]
    code = rating_in(words)
    other = any(found != code for part in parts for found in _ratings(part.split()))
    return _SAYS.format(words[:40], note[:60]) if other or any(map(_AGAINST.search, parts)) else ""


def _ratings(words: list[str]) -> Iterator[str]:
    """The ratings named among words in full, the longest at each place."""
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + _WORDS), at, -1):
            part = " ".join(words[at:end])
            if _OF_A_TASK.search(part) and (code := rating_in(part)):
                yield code
                at = end - 1
                break
        at += 1
