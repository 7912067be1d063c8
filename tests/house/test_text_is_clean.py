"""What is written in the repository: composed Vietnamese, no traces of one machine, launchers Windows can read."""

import ast
import json
import unicodedata

import pytest
from house_files import PRODUCT, ROOT, name, python_files, repository_files, text_files, tree

HERE = "tests/house/test_text_is_clean.py"


def composed(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text)


def test_every_text_file_is_utf8_in_composed_letters():
    """A decomposed letter looks the same and never compares equal."""
    ours = [path for path in text_files() if not name(path).startswith("tests/data/")]
    assert [name(p) for p in ours if not composed(p.read_text(encoding="utf-8"))] == []


def test_every_string_shown_to_a_user_is_composed():
    """An escape such as e + U+0301 slips past a look at the file itself."""
    loose = [
        f"{name(path)}:{node.lineno}"
        for path in python_files("main.py", "ui")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and not composed(node.value)
    ]
    assert loose == []


def strings(value):
    """Give every string inside a JSON value, keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)


def test_every_string_of_the_resources_is_composed():
    files = [p for p in repository_files() if p.suffix == ".json" and name(p).startswith("resources/")]
    assert files, "resources/*.json are missing"
    loose = [
        f"{name(path)}: {text}"
        for path in files
        for text in strings(json.loads(path.read_text(encoding="utf-8")))
        if not composed(text)
    ]
    assert loose == []


@pytest.mark.parametrize("trace", ["/work/", "/root/", "/opt/", "pypi-more", "pypi/files"])
def test_no_trace_of_one_machine_is_kept(trace):
    """The program must run from any folder of any PC."""
    found = [
        name(path)
        for path in text_files()
        if name(path) != HERE and trace in path.read_text(encoding="utf-8", errors="replace")
    ]
    assert found == []


@pytest.mark.parametrize("folder", ["/tmp/", "/home/", "C:\\\\Users"])
def test_no_fixed_folder_is_written_in_the_program(folder):
    product = [
        p for p in text_files() if name(p).split("/")[0] in (*PRODUCT, "resources", "scripts", "packaging")
    ]
    assert [name(p) for p in product if folder in p.read_text(encoding="utf-8")] == []


def test_windows_launchers_are_ascii_with_windows_line_ends():
    """cmd.exe reads them in the PC's own code page and loses labels after bare line feeds."""
    launchers = [path for path in repository_files() if path.suffix == ".cmd"]
    assert launchers
    for path in launchers:
        content = path.read_bytes()
        assert content.isascii(), name(path)
        assert content.count(b"\n") == content.count(b"\r\n"), name(path)


def test_shell_scripts_have_unix_line_ends():
    scripts = [p for p in repository_files() if p.suffix == ".sh" or p == ROOT / ".ci" / "run"]
    assert scripts
    assert [name(p) for p in scripts if b"\r" in p.read_bytes()] == []
