"""Commands about the file as a whole: new, demo, backup, restore, verify."""

from argparse import Namespace

from thidua_desktop.db import backup as backups
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import awards, settings
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import practice
from thidua_desktop.workspace import Workspace
from ui.cli.answer import Answer

_COUNTED = {
    "unit": "đơn vị",
    "person": "cá nhân",
    "campaign": "phong trào",
    "decision": "quyết định",
    "award": "lượt khen",
}


def new(args: Namespace) -> Answer:
    """Make a new office's file."""
    given = {"office": args.office, "office_parent": args.parent, "desk": args.desk, "place": args.place}
    workspace = Workspace.create(args.db)
    try:
        with workspace.write("Ghi tên cơ quan") as session:
            settings.change(session, {key: value for key, value in given.items() if value})
        with workspace.read() as session:
            kept = settings.all_(session)
    finally:
        workspace.close(backed_up=False)
    return Answer({"file": str(args.db), "office": kept["office"]}, f"Đã tạo {args.db} cho {kept['office']}.")


def demo(args: Namespace) -> Answer:
    """Make the practice district."""
    workspace = Workspace.create(args.db)
    try:
        with workspace.write(practice.NAME) as session:
            practice.build(session)
        workspace.seal()
        with workspace.read() as session:
            office = settings.all_(session)["office"]
            held = awards.summary(session, ListQuery())
    finally:
        workspace.close(backed_up=False)
    counted = {
        "awards": held.times,
        "people": held.people,
        "collectives": held.collectives,
        "decisions": held.decisions,
    }
    text = (
        f"Đã tạo huyện thực hành ({office}) ở {args.db}: {number(held.times)} lượt khen của "
        f"{number(held.people)} cá nhân, {number(held.collectives)} tập thể "
        f"trong {number(held.decisions)} quyết định. Tên người là hư cấu."
    )
    return Answer({"file": str(args.db), "office": office, **counted}, text)


def backup(args: Namespace) -> Answer:
    """Back the file up and say what the backup holds."""
    made = backups.make_beside(args.db, args.to or backups.folder_of(args.db))
    data = {"backup": str(made.path), "size": made.size, "counts": made.counts}
    return Answer(data, f"Đã sao lưu và kiểm tra {made.path}: {_held(made.counts)}.")


def restore(args: Namespace) -> Answer:
    """Put a backup in the file's place; what was there is kept aside."""
    aside = backups.restore(args.backup, args.db)
    kept = f" Số liệu trước đó để ở {aside}." if aside else ""
    data = {"file": str(args.db), "from": str(args.backup), "aside": str(aside) if aside else None}
    return Answer(data, f"Đã khôi phục {args.db} từ {args.backup}.{kept}")


def verify(args: Namespace) -> Answer:
    """Check the file; Refused with what is wrong when it cannot be trusted."""
    found = backups.verify(args.db)
    if not found.ok:
        raise Refused(f"Tệp {args.db} có vấn đề: {' '.join(found.problems)}")
    return Answer(
        {"file": str(args.db), "ok": True, "counts": found.counts},
        f"Tệp {args.db} nguyên vẹn: {_held(found.counts)}.",
    )


def _held(counts: dict[str, int]) -> str:
    return ", ".join(f"{number(counts.get(name, 0))} {words}" for name, words in _COUNTED.items())
