"""The terminal: the same services as the window, for IT staff, scheduled backups and tests."""

import errno
import io
import logging
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from pkgutil import resolve_name
from typing import TextIO

from thidua_desktop.domain.errors import Refused, Unavailable
from ui.cli.answer import Answer
from ui.cli.grammar import grammar

_DONE, _BUG, _REFUSED = 0, 1, 2


def main(argv: Sequence[str]) -> int:
    """Do one command; 0 when done, 2 when refused with the reason in one line, 1 when it is our bug."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # On Windows a pipe would get the old code page; a file name may hold what has no UTF-8.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        args = grammar().parse_args(list(argv))
        _write(sys.stdout, _answer(args).said(as_json=getattr(args, "json", False)))
    except SystemExit as stop:  # argparse has shown its help
        return int(stop.code or _DONE)
    except (Refused, Unavailable) as refused:
        return _told(str(refused), _REFUSED)
    except KeyboardInterrupt:
        return _told("Đã dừng theo yêu cầu.", _REFUSED)
    except BrokenPipeError:  # whoever read us has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:  # noqa: BLE001 - the last door: a bug gets a line and a log, no traceback
        return _told(f"Phần mềm gặp lỗi ngoài dự kiến, chi tiết ghi ở {_logged(error)}", _BUG)
    return _DONE


def _answer(args: Namespace) -> Answer:
    if not hasattr(args, "db"):
        raise Refused("Thiếu --db TỆP: tệp số liệu của cơ quan, ví dụ --db bach-thong.thidua")
    answer = resolve_name(args.run)(args)
    if not isinstance(answer, Answer):
        raise TypeError(f"{args.run} gave no answer")
    return answer


def _told(sentence: str, code: int) -> int:
    _write(sys.stderr, " ".join(sentence.split()))
    return code


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:  # under pythonw there is nowhere to write, and the work was done
        return
    try:
        stream.write(f"{text}\n")
        stream.flush()
    except OSError as error:
        if sys.platform == "win32" and error.errno == errno.EINVAL:  # what Windows says of a closed pipe
            raise BrokenPipeError(errno.EPIPE, str(error)) from error
        raise


def _logged(error: Exception) -> Path:
    from platformdirs import user_log_path

    path = user_log_path("ThiDua", appauthor=False, ensure_exists=True) / "dong-lenh.log"
    handler = logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    log = logging.getLogger(__name__)
    log.addHandler(handler)
    try:
        log.error("unexpected in the terminal", exc_info=error)
    finally:
        log.removeHandler(handler)
        handler.close()
    return path
