"""The line below a decision's list: what was entered, against what the paper states."""

from thidua_desktop.domain.decision import Stated, discrepancies
from thidua_desktop.domain.vietnamese import number
from ui.forms.namesakes import Found


def counts_words(have: Stated, stated: Stated, found: Found) -> tuple[str, str]:
    """The sentence and its tone: "warn" where the rows differ from the paper, "good" where they agree."""
    kinds = ((have.persons, "cá nhân"), (have.collectives, "tập thể"), (have.households, "hộ"))
    counted = " · ".join(f"{number(count)} {words}" for count, words in kinds if count)
    said = [f"Đã nhập {counted}." if counted else "Chưa nhập dòng nào."]
    gaps = discrepancies(stated, have) if have.total else ()
    agreed = bool(have.total) and not gaps and stated != Stated()
    made = ((found.people, "người"), (found.units, "đơn vị"))
    new = ", ".join(f"{number(count)} {words}" for count, words in made if count)
    said += [*gaps, *(["Đúng với số ghi trên quyết định."] if agreed else [])]
    said += [f"Sẽ thêm mới vào sổ: {new}."] if new else []
    return " ".join(said), "warn" if gaps else "good" if agreed else ""
