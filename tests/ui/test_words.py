"""Every word on screen can be translated: it passes through `tr` or `count`."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import lsadesk.ui

FOLDER = Path(lsadesk.ui.__file__).parent
FILES = sorted(FOLDER.rglob("*.py"))
TRANSLATED = {"tr", "count"}
# What these are given first (or after the parent) is shown or spoken.
SHOWING = {
    "label": 0,
    "button": 0,
    "icon_button": 1,
    "say": 0,
    "setText": 0,
    "setWindowTitle": 0,
    "setPlaceholderText": 0,
    "setAccessibleName": 0,
    "setAccessibleDescription": 0,
    "setToolTip": 0,
    "setPrefix": 0,
    "setSuffix": 0,
    "addAction": 0,
    "addMenu": 0,
    "addTab": 0,
    "QAction": 0,
    "QCheckBox": 0,
    "QGroupBox": 0,
    "QLabel": 0,
    "QMenu": 0,
    "QPushButton": 0,
    "QRadioButton": 0,
    "ask_file": 1,
    "ask_folder": 1,
    "ask_text": 1,
    "ask_where": 1,
    "confirm": 1,
    "tell": 1,
}
READS_AS_WORDS = re.compile(r"[A-Za-z]{2,}\W*\s\W*[A-Za-z]|^[A-Z][a-z]+\W*$")
NAMES = {
    "LSA Desk",
    "Source Sans 3",
    "Python",
    "Qt",
    "Ctrl+",
    "d MMM yyyy",
    "ddd d MMM yyyy",
    "college file",
}


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def untranslated(node: ast.AST) -> Iterator[ast.Constant]:
    """Literals under *node* that read as words and reach no `tr`: not docstrings, types, raises."""
    if isinstance(node, ast.Raise) or (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    ):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if READS_AS_WORDS.search(node.value) and node.value.strip() not in NAMES:
            yield node
        return
    translated = isinstance(node, ast.Call) and called(node) in TRANSLATED
    typed = isinstance(node, ast.Call) and called(node) == "cast"
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                if (translated or typed) and isinstance(child, ast.Constant):
                    continue
                yield from untranslated(child)


def uses_translation(node: ast.AST) -> bool:
    return any(isinstance(each, ast.Call) and called(each) in TRANSLATED for each in ast.walk(node))


@cache
def names_translated() -> set[str]:
    """The names that stand in one simple statement, or in the head of one, with a `tr`."""
    return {
        getattr(name, "id", getattr(name, "attr", ""))
        for file in FILES
        for statement in ast.walk(tree(file))
        if isinstance(statement, ast.Assign | ast.AnnAssign | ast.Return | ast.Expr | ast.For)
        and uses_translation(statement)
        for name in ast.walk(statement)
    }


def place(file: Path, literal: ast.Constant) -> str:
    return f"{file.relative_to(FOLDER).as_posix()}:{literal.lineno}: {literal.value!r}"


def test_words_inside_functions_are_translated() -> None:
    found = {
        place(file, literal)
        for file in FILES
        for function in ast.walk(tree(file))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for literal in untranslated(function)
    }
    assert not found


def test_tables_of_words_are_translated_where_they_are_used() -> None:
    found = [
        place(file, literal)
        for file in FILES
        for statement in tree(file).body
        if isinstance(statement, ast.Assign | ast.AnnAssign)
        for literal in untranslated(statement)
        if names_translated().isdisjoint(
            name.id for name in ast.walk(statement) if isinstance(name, ast.Name)
        )
    ]
    assert not found


def test_what_is_shown_or_spoken_is_no_bare_literal() -> None:
    found = [
        place(file, argument)
        for file in FILES
        for call in ast.walk(tree(file))
        if isinstance(call, ast.Call) and called(call) in SHOWING
        for argument in call.args[SHOWING[called(call)] : SHOWING[called(call)] + 1]
        if isinstance(argument, ast.Constant)
        and isinstance(argument.value, str)
        and any(letter.isalpha() for letter in argument.value)
    ]
    assert not found


@pytest.mark.parametrize(
    "slip",
    [
        'def show(self): self.title.setText("Nothing planned yet")',
        'def show(self): return f"Saved at {self.clock}"',
        'def show(self): words = "Good morning"; return tr(words)',
    ],
)
def test_a_slip_is_found(slip: str) -> None:
    assert list(untranslated(ast.parse(slip)))
