"""Whether a post is one of leadership, by its words, so that shares of leaders can be told."""

import re

from thidua_desktop.domain.vietnamese import fold

_LEADS = re.compile(
    r"\b(?:chu tich|bi thu|hieu truong|giam doc|chanh (?:van phong|thanh tra)|chi huy|truong|pho|thu truong"
    r"|chinh tri vien|doi truong|chu nhiem)\b"
)
_NOT = re.compile(r"\b(?:truong hoc|nhan vien|giao vien|van thu|ke toan vien)\b")


def leads(post: str) -> bool:
    """Tell whether a post leads: chairs, heads and their deputies."""
    plain = fold(post)
    return bool(_LEADS.search(plain)) and not _NOT.match(plain)
