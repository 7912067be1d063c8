"""What stands around every report of an office: the letterhead above, the signatures below."""

from collections.abc import Mapping

from thidua_desktop.documents.document import Letterhead, Signatures

_DAY = "ngày …… tháng …… năm ……"  # written by hand when the paper is signed


def head(office: Mapping[str, str]) -> Letterhead:
    """The letterhead of an office's settings: the desk below its office, or the office below its superior."""
    above, body = office.get("office", ""), office.get("desk", "")
    if not body:
        above, body = office.get("office_parent", ""), above
    return Letterhead(above, body, place_date=_place_date(office))


def signatures() -> Signatures:
    """The block a report ends with; the date stands in the letterhead, the name is signed by hand."""
    return Signatures(role="THỦ TRƯỞNG ĐƠN VỊ")


def _place_date(office: Mapping[str, str]) -> str:
    place = office.get("place", "")
    return f"{place}, {_DAY}" if place else ""
