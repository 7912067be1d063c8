"""Ratings that are not the yearly one of an official: of the Party, of a quarter, of pupils, of a contest."""

import re

from thidua_desktop.domain.vietnamese import fold

OF_PUPILS = "xếp loại học sinh, sinh viên"
PART_OF_YEAR = (
    (
        r"\bquy (?:[1-4]|i{1,3}|iv)\b|\b(?:0?[369]|ba|sau|chin) thang\b"
        r"|\b(?:hoc ky|hk) ?(?:[12]|i{1,2})\b|\bthang (?:0?[1-9]|1[0-2])\b"
    ),
    "số liệu của một quý, một tháng, một học kỳ",
)
"""A part of a year."""
OTHER_RATINGS = (
    (
        (
            r"\b(?:dang vien|to chuc (?:co so )?dang|cap uy)\b"
            r"|\b(?:xep loai|danh gia|chat luong|phan loai) (?:\w+ ){0,4}(?:chi bo|dang bo)\b"
        ),
        "xếp loại đảng viên, tổ chức đảng",
    ),
    PART_OF_YEAR,
    (r"\b(?:hoc sinh|sinh vien|hoc vien|hoc luc|hanh kiem|ren luyen)\b", OF_PUPILS),
    (r"\bchuan (?:nghe nghiep|hieu truong|pho hieu truong|giao vien)\b", "đánh giá theo chuẩn nghề nghiệp"),
    (r"\b(?:hoi thi|cuoc thi|hoi giang)\b|\b(?:giao vien|chu nhiem)(?: day)? gioi\b", "kết quả hội thi"),
)
"""The patterns of their titles and headings with what they are, those a column may name first."""

_NAMED_BY_COLUMNS = 2


def of_another_rating(title: str) -> bool:
    """Whether a column of ratings is of the Party, or of a part of the year."""
    return any(re.search(pattern, plain(title)) for pattern, _ in OTHER_RATINGS[:_NAMED_BY_COLUMNS])


def plain(text: str) -> str:
    """Fold words and leave out all between them."""
    return " ".join(re.sub(r"[^\w]", " ", fold(text)).split())
