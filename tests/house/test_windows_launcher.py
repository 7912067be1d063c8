"""The launcher for Windows, as far as it can be read and run without Windows; and what it installs with."""

import importlib.util
import re
import sys
from types import SimpleNamespace

import pytest
from house_files import ROOT

LINES = (ROOT / "scripts" / "run.cmd").read_bytes().decode("ascii").split("\r\n")
CODE = [line for line in LINES if line and not line.startswith("rem ")]


@pytest.fixture
def install(tmp_path, monkeypatch):
    """scripts/install.py for a program in a folder whose name has a space; what pip is asked is kept."""
    spec = importlib.util.spec_from_file_location("install", ROOT / "scripts" / "install.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.asked = []

    def run(command, *, check):
        module.asked.append(command)
        return SimpleNamespace(returncode=0)

    monkeypatch.setattr(module, "WHEELS", tmp_path / "Thi đua" / "wheels")
    monkeypatch.setattr(module, "subprocess", SimpleNamespace(run=run))
    return module


def test_packages_come_from_the_folder_of_wheels_where_there_is_one(install):
    install.pip(["numpy"])
    assert "--find-links" not in install.asked[0]
    install.WHEELS.mkdir(parents=True)
    install.pip(["numpy"])
    asked = install.asked[1]
    assert asked[asked.index("--find-links") + 1] == str(install.WHEELS)
    assert "--no-index" in asked
    assert asked[-1] == "numpy"


def test_every_label_gone_to_is_there():
    labels = {line[1:] for line in CODE if line.startswith(":")}
    gone_to = {word for line in CODE for word in re.findall(r"(?:goto |call :)(\w+)", line)}
    assert gone_to == labels


def python_asked(version, largest):
    """What the launcher's own question to a Python answers, as an exit code."""
    (line,) = [line for line in CODE if line.startswith('set "FITS=')]
    question = line.removeprefix('set "FITS=').removesuffix('"')
    assert "%" not in question
    assert '"' not in question
    told = SimpleNamespace(version_info=version, maxsize=largest, exit=sys.exit)
    with pytest.raises(SystemExit) as answer:
        exec(question.removeprefix("import sys; "), {"sys": told})
    return answer.value.code


@pytest.mark.parametrize(
    ("version", "largest", "code"),
    [
        ((3, 12, 9), 2**63 - 1, 0),
        ((3, 12, 9), 2**31 - 1, 32),
        ((3, 11, 7), 2**63 - 1, 1),
        ((3, 13, 0), 2**31 - 1, 1),
    ],
)
def test_only_a_python_3_12_of_64_bits_is_taken(version, largest, code):
    assert python_asked(version, largest) == code


def test_every_python_is_asked_and_none_ends_the_launcher_as_a_batch_file_of_its_own():
    assert [line for line in CODE if line.startswith("call :try")] == [
        "call :try py -3.12",
        "call :try python",
    ]
    assert [line for line in CODE if "%BASE%" in line and "venv" in line] == [
        'call %BASE% -m venv --clear "%VENV%"'
    ]
    assert 'call %* -c "%FITS%" >nul 2>nul' in CODE


def test_a_broken_environment_is_made_anew_once():
    text = "\n".join(CODE)
    assert '"%VENV%\\Scripts\\python.exe" -m pip --version >nul 2>nul\nif errorlevel 1 goto find' in text
    assert '-I -S -c "" >nul 2>nul\nif not errorlevel 1 goto install\n:find' in text
    assert text.index("if defined ANEW goto missing") < text.index("-m pip --version")
    assert text.index('set "ANEW=yes"') < text.index("-m venv --clear")


def test_a_file_alone_opens_the_window_as_no_argument_does():
    text = "\n".join(CODE)
    assert 'if /i "%~x1"==".thidua" if "%~2"=="" set "WINDOW=yes"' in CODE
    assert 'if not defined WINDOW goto command\nstart "" "%VENV%\\Scripts\\pythonw.exe"' in text
    assert '"%ROOT%\\main.py" %*\nexit /b 0' in text


def test_what_the_officer_reads_is_vietnamese():
    said = [line for line in CODE if line.startswith("echo ")]
    assert len(said) >= 5
    assert not [line for line in said if re.search(r"\b(the|could|not|Making|was)\b", line)]
