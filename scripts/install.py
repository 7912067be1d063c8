"""Install the pinned packages into the environment that runs this file; do nothing when they are there.

Used by scripts/setup.sh and scripts/run.cmd: `python scripts/install.py [dev]`. Standard library only.
Where there is a folder `wheels` beside `scripts`, packages come from there and not from the Internet.
"""

import configparser
import hashlib
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS = ROOT / "scripts" / "constraints.txt"
SETTINGS = ROOT / "setup.cfg"
WHEELS = ROOT / "wheels"


def wanted(extras: tuple[str, ...]) -> list[str]:
    """Give the requirement lines of setup.cfg: the program's own and those of the extras named."""
    settings = configparser.ConfigParser()
    settings.read(SETTINGS, encoding="utf-8")
    sections = [settings["options"]["install_requires"]]
    sections += [settings["options.extras_require"][extra] for extra in extras]
    return [line.strip() for section in sections for line in section.splitlines() if line.strip()]


def fingerprint() -> str:
    """Give one line that changes whenever what must be installed may have changed."""
    digest = hashlib.sha256(CONSTRAINTS.read_bytes() + SETTINGS.read_bytes()).hexdigest()
    return f"{digest} python {sys.version_info[0]}.{sys.version_info[1]}"


def pip(arguments: list[str]) -> int:
    """Run pip in this environment and give its exit code."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    # Not by PIP_FIND_LINKS, which pip splits at the spaces of a path.
    offline = ["--no-index", "--find-links", str(WHEELS)] if WHEELS.is_dir() else []
    return subprocess.run([*command, *offline, *arguments], check=False).returncode


def main(extras: tuple[str, ...]) -> int:
    """Bring the environment to the pinned versions and leave a stamp; 0 when it is ready."""
    if sys.prefix == sys.base_prefix:
        print("scripts/install.py works inside a virtual environment only.", file=sys.stderr)
        return 1
    stamp = Path(sys.prefix) / ("installed-" + "-".join(("program", *extras)))
    if stamp.is_file() and stamp.read_text(encoding="ascii") == fingerprint():
        return 0
    stamp.unlink(missing_ok=True)
    print("Installing the pinned packages (once, about a minute) ...", flush=True)
    if code := pip(["--constraint", str(CONSTRAINTS), *wanted(extras)]):
        print("The packages could not be installed: see the lines above.", file=sys.stderr)
        return code
    stamp.write_text(fingerprint(), encoding="ascii")
    return 0


if __name__ == "__main__":
    sys.exit(main(tuple(sys.argv[1:])))
