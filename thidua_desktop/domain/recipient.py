"""Who is commended: a person, a collective or a household."""

from typing import Literal

Recipient = Literal["person", "collective", "household"]

RECIPIENTS: dict[str, str] = {"person": "Cá nhân", "collective": "Tập thể", "household": "Hộ gia đình"}
GENDERS: dict[str, str] = {"": "Chưa rõ", "male": "Nam", "female": "Nữ"}
