"""Files the desk makes by itself."""

from pathlib import Path

from thidua_desktop.domain.errors import Unavailable
from thidua_desktop.workspace import Workspace

PRACTICE = "Huyen thuc hanh.thidua"


def open_practice(path: Path) -> Workspace:
    """Open the practice district, made when it is not there yet."""
    if path.exists():
        return Workspace.open(path, backed_up=False)
    from thidua_desktop.services import practice

    workspace = Workspace.create(path)
    try:
        with workspace.write(practice.NAME) as session:
            practice.build(session)
        workspace.seal()  # one Ctrl+Z too many must not leave an empty district
    except BaseException:
        workspace.close(backed_up=False)
        path.unlink(missing_ok=True)
        raise
    return workspace


def drop(path: Path) -> None:
    """Let go of a closed file; raises Unavailable when another program holds it."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise Unavailable(
            f"Không bỏ được tệp “{path.name}” để làm lại: tệp đang bị chương trình khác giữ."
        ) from error
