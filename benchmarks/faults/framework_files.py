"""The framework's own files with faults in them: each faulty entry is left out and named.

Half of the inputs are bytes changed anywhere, which mostly ends a file as TOML; the others are
right TOML with one field of one entry changed, so that what reads the entries is reached.
"""

import re
import tomllib
import typing
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any

from hypothesis import strategies as st

from benchmarks.faults import mutations
from lsadesk.errors import UserError
from lsadesk.store.careers import library
from lsadesk.store.careers.library import Library

_FIELD = re.compile(r"^(\w[\w-]*) = (.*)$", re.MULTILINE)
_VALUES = (
    *('""', '" "', '"x"', '"\\u0000"', '"\\u202e<b>&"', f'"{"x" * 5000}"'),
    *("0", "-1", "1", "2.0", f"{10**30}", "1e400", "nan", "-inf", "true", "false"),
    *("[]", '["x"]', '[["x"]]', "[1]", "[true]", "{}", "{a = 1}"),
    *("1979-05-27", "07:32:00", "1979-05-27T07:32:00Z"),
)


class SilentLoss(Exception):
    """An entry is gone and nobody was told, or it was taken with a value that it cannot have."""


@dataclass(frozen=True, slots=True)
class _Written:
    """The folder with one file changed, as the reader finds it."""

    file: str
    content: bytes
    is_one_field: bool


def case(folder: Path) -> tuple[st.SearchStrategy[_Written], Callable[[_Written], object]]:
    """What is changed, and the reader of it; an entry that it leaves out is a refusal."""
    texts = {each.name: each.read_text("utf-8") for each in library.BUILT_IN.glob("*.toml")}
    names = st.sampled_from(sorted(texts))
    anyhow = names.flatmap(
        lambda name: st.builds(
            _Written,
            st.just(name),
            mutations.bytes_like(texts[name].encode()),
            st.just(False),
        )
    )
    fields_ = {name: list(_FIELD.finditer(text)) for name, text in texts.items()}
    one = names.flatmap(
        lambda name: st.builds(
            _with_one_field,
            st.just(name),
            st.just(texts[name]),
            st.sampled_from(fields_[name]),
            st.sampled_from(_VALUES) | st.none(),
            st.booleans(),
        )
    )
    whole = library.load(library.BUILT_IN)

    def write(made: _Written) -> _Written:
        for name, text in texts.items():
            content = made.content if name == made.file else text.encode()
            (folder / name).write_bytes(content)
        return made

    return (anyhow | one).map(write), lambda made: _read(folder, made, whole, texts[made.file])


def _with_one_field(
    name: str, text: str, field: re.Match[str], value: str | None, is_renamed: bool
) -> _Written:
    """Another value for *field*, another name, or, without a value, no such field."""
    line = "" if value is None else f"{field[1]} = {value}"
    if is_renamed and value is not None:
        line = f"un{field[0]}"
    changed = f"{text[: field.start()]}{line}{text[field.end() :]}"
    return _Written(name, changed.encode(), is_one_field=True)


def _read(folder: Path, made: _Written, whole: Library, before: str) -> Library:
    found = library.load(folder)
    if wrong := _of_a_wrong_kind(found, Library):
        raise SilentLoss(f"{made.file}: {wrong}")
    if made.is_one_field and _lost(found, whole, made, before) > len(found.problems):
        raise SilentLoss(f"{made.file}: an entry is gone and not named")
    if found.problems:
        raise UserError(str(found.problems[0]))
    return found


def _lost(found: Library, whole: Library, made: _Written, before: str) -> int:
    """How many entries that stand in the files were not read; routes go with their roles."""
    try:
        entries = _entries(made.content.decode())
    except tomllib.TOMLDecodeError:
        return 0  # the file is refused whole
    hidden = made.file != "routes.toml"
    gone = _count(whole, hidden=hidden) - _count(found, hidden=hidden)
    return gone - (_entries(before) - entries)


@cache
def _entries(text: str) -> int:
    return sum(len(each) for each in tomllib.loads(text).values() if isinstance(each, list))


def _count(found: Library, *, hidden: bool) -> int:
    shelves = [
        getattr(part, each.name)
        for part in (found.framework, found.catalogue)
        for each in fields(part)
        if not (hidden and each.name == "routes")
    ]
    shelves += [found.interview, found.meeting, found.induction]
    return sum(len(shelf) for shelf in shelves if isinstance(shelf, Collection))


def _of_a_wrong_kind(value: Any, kind: Any) -> str:
    """The first value inside *value* that is not what its field says; "" where all are."""
    if isinstance(kind, typing.NewType):
        return _of_a_wrong_kind(value, kind.__supertype__)
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, UnionType):
        found = [_of_a_wrong_kind(value, each) for each in inner]
        return "" if "" in found else found[0]
    if origin is not None:
        return _inside(value, origin, inner)
    if isinstance(kind, type) and not _is_a(value, kind):
        return f"{value!r:.60} is no {kind.__name__}"
    made_as: type = type(value)
    hints = _hints(made_as).items() if is_dataclass(value) else ()
    return next(filter(None, (_of_a_wrong_kind(getattr(value, n), k) for n, k in hints)), "")


def _is_a(value: Any, kind: type) -> bool:
    """Whether it is, where true is no number."""
    return isinstance(value, kind) and (kind is bool or not isinstance(value, bool))


def _inside(value: Any, origin: Any, inner: tuple[Any, ...]) -> str:
    if not isinstance(value, origin):
        return f"{value!r:.60} is no {origin.__name__}"
    pairs: list[tuple[Any, Any]]
    if isinstance(value, Mapping):
        pairs = [
            pair for key, each in value.items() for pair in ((key, inner[0]), (each, inner[1]))
        ]
    elif isinstance(value, tuple) and inner[-1] is not Ellipsis:
        pairs = list(zip(value, inner, strict=True))
    else:
        pairs = [(each, inner[0]) for each in value]
    return next(filter(None, (_of_a_wrong_kind(*pair) for pair in pairs)), "")


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)
