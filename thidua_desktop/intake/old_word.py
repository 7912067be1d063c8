"""Old Word files turned into .docx by LibreOffice, where the PC has it: no macros, no links, not for long."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from thidua_desktop.intake.unreadable import Unreadable

_LONGEST = 60  # seconds
_NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # there on Windows only
_NO_PROGRAM = (
    "Máy này không có LibreOffice để đọc kiểu tệp Word cũ: "
    "mở bằng Word, chọn Lưu thành (Save As) kiểu .docx rồi nhập lại."
)
_FAILED = "Không chuyển được tệp Word cũ: mở bằng Word, chọn Lưu thành (Save As) kiểu .docx rồi nhập lại."
_SAFE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""


def converted(path: Path) -> Path:
    """Return the .docx made beside a private copy.

    Raises Unreadable when the PC has no program for it, or the program fails or takes too long.
    """
    program = next(_programs(), None)
    if program is None:
        raise Unreadable(_NO_PROGRAM)
    profile = path.parent / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SAFE, encoding="utf-8")
    command = [
        *(program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck"),
        *("--convert-to", "docx", "--outdir", str(path.parent), str(path)),
    ]
    found = path.with_suffix(".docx")
    if not _finished(command, path.parent) or not found.is_file():
        raise Unreadable(_FAILED)
    return found


def _programs() -> Iterator[str]:
    """Give the places LibreOffice is started from."""
    yield from filter(None, map(shutil.which, ("soffice", "libreoffice")))
    folders = (os.environ.get(name, "") for name in ("ProgramFiles", "ProgramFiles(x86)"))
    places = [Path(folder) / "LibreOffice" / "program" / "soffice.exe" for folder in folders if folder]
    places.append(Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"))
    yield from (str(place) for place in places if place.is_file())


def _finished(command: list[str], folder: Path) -> bool:
    """Run to the end or to the limit; what was started is ended with all it started."""
    nothing = subprocess.DEVNULL
    try:
        process = subprocess.Popen(
            command, cwd=folder, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True,
            creationflags=_NO_WINDOW,
        )  # fmt: skip
    except OSError:
        return False
    try:
        return process.wait(_LONGEST) == 0
    except subprocess.TimeoutExpired:
        _end(process)
        return False


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        subprocess.run(
            ["taskkill", "/T", "/F", "/PID", str(process.pid)],
            check=False, capture_output=True, creationflags=_NO_WINDOW,
        )  # fmt: skip
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
