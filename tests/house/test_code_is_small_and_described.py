"""Files and functions stay short enough to read at once, and say what they are for."""

import ast
import re

from house_files import PRODUCT, functions, name, python_files, tree

LONGEST_FILE = 350
LONGEST_FUNCTION = 45
TERMINAL = ("ui/cli.py", "ui/cli/")


def test_no_file_is_longer_than_a_reader_can_hold():
    long = {
        name(path): lines
        for path in python_files(*PRODUCT)
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    }
    assert not long, f"over {LONGEST_FILE} lines: split by what a reader looks for: {long}"


def test_no_function_is_longer_than_a_screen():
    long = {
        f"{name(path)}:{f.lineno} {f.name}": lines
        for path in python_files(*PRODUCT)
        for f in functions(path)
        if (lines := (f.end_lineno or f.lineno) - f.lineno + 1) > LONGEST_FUNCTION
    }
    assert not long, f"over {LONGEST_FUNCTION} lines: give its steps names of their own: {long}"


def undescribed(path):
    """Name the module, public classes and public functions of a file that have no docstring."""
    module = tree(path)
    if not ast.get_docstring(module):
        yield f"{name(path)} (module)"
    for node in module.body:
        kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
        if isinstance(node, kinds) and not node.name.startswith("_") and not ast.get_docstring(node):
            yield f"{name(path)}:{node.lineno} {node.name}"


def test_every_module_and_public_name_says_what_it_is_for():
    silent = [entry for path in python_files(*PRODUCT) for entry in undescribed(path)]
    assert not silent, f"one sentence of docstring each, in the user's terms: {silent}"


def test_only_the_terminal_prints():
    """Windows has no console behind pythonw: a print there can raise inside a slot."""
    printing = [
        f"{name(path)}:{node.lineno}"
        for path in python_files(*PRODUCT)
        if not name(path).startswith(TERMINAL)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert not printing, f"use logging, or return the text: {printing}"


def test_no_module_has_a_name_that_means_nothing():
    vague = {"utils", "util", "common", "helpers", "helper", "manager", "misc", "tools"}
    found = [name(p) for p in python_files(*PRODUCT) if vague & {p.stem, *p.stem.split("_"), p.parent.name}]
    assert not found, f"name the thing the user knows: {found}"


def test_nothing_is_left_to_do_in_the_code():
    marks = ("TO" + "DO", "FIX" + "ME", "XX" + "X")
    found = [
        name(path)
        for path in python_files(*PRODUCT, "tests", "benchmarks", "scripts")
        if any(f"# {mark}" in path.read_text(encoding="utf-8") for mark in marks)
    ]
    assert not found, f"do it or write it down where work is planned: {found}"


def test_identifiers_are_plain_ascii():
    odd = {
        f"{name(path)}:{f.lineno} {f.name}"
        for path in python_files(*PRODUCT, "tests")
        for f in functions(path)
        if not f.name.isascii()
    }
    assert not odd, f"identifiers are English: {odd}"


def test_every_exception_from_the_rules_gives_its_reason():
    """A silenced warning without a reason is a question to every later reader."""
    silenced = re.compile(r"#\s*(?:noqa|type:\s*ignore)\b(?P<rest>.*)")
    reasoned = re.compile(r"^(?:: ?[A-Z]+\d+(?:, ?[A-Z]+\d+)* +[-–] \S|\[[\w, -]+\] +#? *\S)")
    bare = [
        f"{name(path)}:{number}"
        for path in python_files(*PRODUCT, "scripts", "benchmarks")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if (m := silenced.search(line)) and not reasoned.match(m["rest"])
    ]
    assert not bare, f"write '# noqa: CODE - reason' or '# type: ignore[code]  # reason': {bare}"
