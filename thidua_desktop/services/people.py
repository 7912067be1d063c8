"""What the office does with people and households: add, change, remove, tell apart, merge."""

from dataclasses import replace

from thidua_desktop.db import Session
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.person import (
    HouseholdDraft,
    PersonDraft,
    births_agree,
    check,
    check_household,
    finer_birth,
)
from thidua_desktop.records import households, people, person_years


def add(session: Session, draft: PersonDraft) -> int:
    """Add a person; namesakes are kept apart and the question whether they are one is kept open."""
    _refuse(check(draft))
    before = people.namesakes(session, draft.name)
    person_id = people.add(session, draft)
    people.add_questions(session, [(other, person_id) for other in before])
    return person_id


def change(session: Session, person_id: int, draft: PersonDraft) -> None:
    """Correct a person; the names written on decisions stay as they were written."""
    _refuse(check(draft))
    known = set(people.namesakes(session, people.get(session, person_id).name))
    people.change(session, person_id, draft)
    new = [other for other in people.namesakes(session, draft.name) if other not in known]
    people.add_questions(session, [(other, person_id) for other in new])


def remove(session: Session, person_id: int) -> None:
    """Remove a person without awards; Refused otherwise."""
    held = people.count_awards(session, person_id)
    if held:
        name = people.get(session, person_id).name
        raise Refused(
            f"{name} có {held} lượt khen trong sổ nên không xóa được. "
            "Xóa hoặc chuyển các lượt khen ấy trước, hoặc gộp với người khác."
        )
    proposed = people.count_nominations(session, person_id)
    if proposed:
        name = people.get(session, person_id).name
        raise Refused(f"{name} có {proposed} dòng trong hồ sơ đề nghị nên không xóa được.")
    people.remove(session, person_id)


def tell_apart(session: Session, question_id: int) -> None:
    """Remember that two namesakes are different people."""
    people.answer(session, question_id, "different")


def merge(session: Session, from_id: int, to_id: int) -> None:
    """Make two records one: awards, posts and role-model lines move; what only one knew is filled in."""
    if from_id == to_id:
        raise Refused("Chọn hai người khác nhau để gộp.")
    other, kept = people.draft(session, from_id), people.draft(session, to_id)
    if not births_agree(other.birth, kept.birth):
        raise Refused(
            f"Hai người có ngày sinh khác nhau ({other.birth} và {kept.birth}): "
            "sửa ngày sinh sai trước khi gộp."
        )
    if other.citizen_id and kept.citizen_id and other.citizen_id != kept.citizen_id:
        raise Refused("Hai người có số CCCD khác nhau: sửa số sai trước khi gộp.")
    if years := person_years.contradicted(session, from_id, to_id):
        told = ", ".join(map(str, years))
        raise Refused(
            f"Hai người có xếp loại hoặc thời gian làm việc khác nhau năm {told}: sửa chỗ sai trước khi gộp."
        )
    people.move_all(session, from_id, to_id)
    people.remove(session, from_id)
    people.change(session, to_id, _together(people.draft(session, to_id), other))


def _together(kept: PersonDraft, other: PersonDraft) -> PersonDraft:
    notes = dict.fromkeys(note for note in (kept.note.strip(), other.note.strip()) if note)
    return replace(
        kept,
        birth=finer_birth(kept.birth, other.birth),
        gender=kept.gender or other.gender,
        note="\n".join(notes),
        citizen_id=kept.citizen_id or other.citizen_id,
        ethnicity=kept.ethnicity or other.ethnicity,
        party_member=other.party_member if kept.party_member is None else kept.party_member,
    )


def add_household(session: Session, draft: HouseholdDraft) -> int:
    """Add a household."""
    _refuse(check_household(draft))
    return households.add(session, draft)


def change_household(session: Session, household_id: int, draft: HouseholdDraft) -> None:
    """Correct a household."""
    _refuse(check_household(draft))
    households.change(session, household_id, draft)


def remove_household(session: Session, household_id: int) -> None:
    """Remove a household without awards; Refused otherwise."""
    held = households.count_awards(session, household_id)
    if held:
        name = households.get(session, household_id).name
        raise Refused(f"Hộ {name} có {held} lượt khen trong sổ nên không xóa được.")
    if proposed := households.count_nominations(session, household_id):
        name = households.get(session, household_id).name
        raise Refused(f"Hộ {name} có {proposed} dòng trong hồ sơ đề nghị nên không xóa được.")
    households.remove_years(session, household_id)
    households.remove(session, household_id)


def _refuse(problems: tuple[Problem, ...]) -> None:
    if problems:
        raise Refused(*problems)
