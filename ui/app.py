"""Which face to show: the window when started without arguments or on a file, the terminal otherwise."""

import gc
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from thidua_desktop.domain.errors import Refused, Unavailable

_PROGRAM = Path(__file__).resolve().parents[1]
_LOG = "thi-dua-khong-mo-duoc.log"
_FAILED = 1
_STOP_SIGN = 0x10  # MB_ICONERROR


def run(argv: Sequence[str]) -> int:
    """Start the window or do one command; returns the exit code."""
    if not argv or (len(argv) == 1 and argv[0].lower().endswith(".thidua")):
        gc.disable()  # a twentieth of the start goes into looking through what was just loaded; see ui.desk
        try:
            from ui.desk import start

            return start(_PROGRAM, *map(Path, argv))
        except Exception as error:  # noqa: BLE001 - before the window nothing else could say why there is none
            _tell(_why(error))
            return _FAILED
    from ui.cli import main

    return main(argv)


def _why(error: Exception) -> str:
    if isinstance(error, Refused | Unavailable):
        return f"Không mở được Thi đua Desktop. {error}"
    import tempfile
    import traceback

    log = Path(tempfile.gettempdir()) / _LOG
    told = f"Không mở được Thi đua Desktop: lỗi ngoài dự kiến “{type(error).__name__}: {error}”."
    try:
        with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S} Python {sys.version}\n")
            file.write("".join(traceback.format_exception(error)) + "\n")
    except OSError:
        return f"{told} Chụp lại màn hình này gửi người phụ trách."
    return f"{told} Gửi tệp “{log}” cho người phụ trách."


def _tell(sentence: str) -> None:
    if sys.stderr is not None:  # pythonw has none
        with suppress(OSError, UnicodeError):
            sys.stderr.write(f"{sentence}\n")
            sys.stderr.flush()
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, sentence, "Thi đua Desktop", _STOP_SIGN)
