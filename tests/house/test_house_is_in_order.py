"""The shape of the repository: its top level, its pinned packages, its licences, its continuous check."""

import configparser
import importlib.metadata
import re
import subprocess
import sys

from house_files import ROOT, name, repository_files

TOP_LEVEL = {
    "main.py", "thidua_desktop", "ui", "resources", "tests", "benchmarks", "scripts", "packaging",
    "setup.cfg", "pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE",
    ".ci", ".gitignore", ".gitattributes",
}  # fmt: skip


def pins() -> dict[str, str]:
    """Read the constraints file: normalised name → what follows it on the line."""
    lines = (ROOT / "scripts" / "constraints.txt").read_text(encoding="ascii").splitlines()
    found = [re.match(r"([A-Za-z0-9_.-]+)(.*)", line) for line in lines if line and not line.startswith("#")]
    assert all(found)
    return {plain(m[1]): m[2] for m in found if m}


def plain(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def requirements() -> list[str]:
    """Give what setup.cfg asks for, the program's own and the checks'."""
    settings = configparser.ConfigParser()
    settings.read(ROOT / "setup.cfg", encoding="utf-8")
    text = settings["options"]["install_requires"] + settings["options.extras_require"]["dev"]
    return [line for line in text.splitlines() if line.strip()]


def test_the_top_level_holds_what_the_design_names_and_nothing_else():
    assert {name(path).split("/")[0] for path in repository_files()} <= TOP_LEVEL


def test_every_package_is_pinned_to_one_stable_version():
    loose = {p: v for p, v in pins().items() if not re.fullmatch(r"==\d+(\.\d+)*(\.post\d+)?", v)}
    assert loose == {}


def test_qt_is_the_version_that_runs_on_every_pc_we_tried():
    """6.10 needs a DLL only newer Windows has; 6.12 aborts on Python 3.11."""
    assert pins()["pyside6-essentials"] == pins()["shiboken6"] == "==6.9.3"


def test_every_requirement_is_pinned():
    missing = [r for r in requirements() if plain(re.match(r"\w[\w.-]*", r.strip())[0]) not in pins()]
    assert missing == []


def test_what_runs_here_is_what_is_pinned():
    """Other versions would prove nothing about what the officer gets; extra packages would hide a missing pin."""
    installed = {plain(d.name): f"=={d.version}" for d in importlib.metadata.distributions()}
    differing = {p: installed[p] for p, v in pins().items() if p in installed and installed[p] != v}
    assert differing == {}


def test_every_pinned_package_has_its_licence_noted():
    notice = (ROOT / "packaging" / "licenses" / "NOTICE.md").read_text(encoding="utf-8")
    words = {plain(word) for word in re.findall(r"[\w.-]*\w", notice)}
    assert sorted(set(pins()) - words) == []


def test_licence_texts_travel_with_the_program():
    texts = {
        "LICENSE": "MIT License",
        "packaging/licenses/LGPL-3.0.txt": "GNU LESSER GENERAL PUBLIC LICENSE",
        "packaging/licenses/GPL-3.0.txt": "GNU GENERAL PUBLIC LICENSE",
        "resources/fonts/LICENSE": "SIL OPEN FONT LICENSE",
    }
    for path, title in texts.items():
        assert title in (ROOT / path).read_text(encoding="utf-8"), path


def test_the_continuous_check_runs_the_command_of_the_readme():
    command = "bash scripts/test.sh"
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert command in (ROOT / "README.md").read_text(encoding="utf-8")


def test_types_are_strict_without_exceptions_for_single_modules():
    settings = configparser.ConfigParser()
    settings.read(ROOT / "setup.cfg", encoding="utf-8")
    assert settings["mypy"].getboolean("strict")
    assert [section for section in settings.sections() if section.startswith("mypy-")] == []
    assert "ignore_errors" not in settings["mypy"]


def test_qt_survives_twenty_thousand_calls_that_return_nothing():
    """PySide6 6.12 loses a reference to None at each of them and aborts the program after some thousands."""
    calls = (
        "from PySide6.QtGui import QColor, QImage, QPainter\n"
        "image = QImage(8, 8, QImage.Format.Format_ARGB32)\n"
        "painter = QPainter(image)\n"
        "for i in range(20_000): painter.setPen(QColor(i % 256, 0, 0))\n"
        "painter.end()\n"
    )
    result = subprocess.run([sys.executable, "-c", calls], capture_output=True, check=False)
    assert (result.returncode, result.stderr) == (0, b"")
