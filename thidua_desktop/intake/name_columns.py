"""Which of the columns that may hold the names of recipients holds them, and what the others then tell."""

from collections.abc import Mapping, Sequence

from thidua_desktop.domain.vietnamese import fold

_KIND_OF_NAME = {"collective": "collective", "household": "household"}
_OF_PERSONS = frozenset({"post", "birth", "gender", "male", "female", "birth_male", "birth_female"})
_GIVEN = frozenset({"ten", "va ten"})


def settle_name(places: dict[str, int]) -> str:
    """Choose the column of names among what may hold them; return the kind its title tells."""
    kind = _choose(places)
    if "honorific" in places:
        places.setdefault("gender", places.pop("honorific"))
    if "name" in places:
        settle_unit(places, of_collectives=kind == "collective")
    return kind


def settle_unit(places: dict[str, int], *, of_collectives: bool = False) -> None:
    """Take for the unit the column that says most surely which it is; for people a commune alone is one."""
    for role in ("unit_or_name", "part"):
        place = places.pop(role, -1)
        if place >= 0 and "joined" not in places:
            places.setdefault("unit", place)
    if "commune" in places and not of_collectives and not places.keys() & {"unit", "joined"}:
        places["unit"] = places.pop("commune")


def _choose(places: dict[str, int]) -> str:
    if "honorific" in places and not places.keys() & {"name", "household"}:
        places["name"] = places.pop("honorific")
    if "name" in places:
        return ""
    for role in ("collective", "household", "unit_or_name"):
        if role == "unit_or_name" and places.keys() & _OF_PERSONS:
            continue  # posts or births beside it: the names of people stand in a column not understood
        if role in places:
            places["name"] = places.pop(role)
            return _KIND_OF_NAME.get(role, "collective")
    return ""


def part_before(paths: Mapping[int, Sequence[str]], places: Mapping[str, int]) -> int:
    """Return the column before one of given names alone ("Tên"), where it may hold the rest; else -1."""
    name = places["name"]
    path = paths.get(name, ())
    alone = bool(path) and fold(path[-1]).strip(" .:") in _GIVEN and "family" not in places
    return name - 1 if alone and name and name - 1 not in places.values() else -1


def tells_years(paths: Mapping[int, Sequence[str]], places: Mapping[str, int]) -> bool:
    """Tell whether "Nam" means Năm: none of the titles bears an accent, and no column of women stands by."""
    typed = " ".join(word for path in paths.values() for word in path)
    return "male" in places and "female" not in places and "year" not in places and typed.isascii()
