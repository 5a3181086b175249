"""Reads entries of the TOML content, with the college's layer over them.

A faulty entry is left out with its file, name and reason, so that the rest still opens.
"""

import json
import tomllib
from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from lsadesk.domain.careers.framework import DOCUMENTS, Source, StatementId
from lsadesk.domain.careers.layer import Edit, Layer, LayerKind, edits_of

T = TypeVar("T")
Entry = dict[str, Any]

# Where the entries that a college may change are kept: file and kind.
PLACES = {
    LayerKind.LEVEL: ("roles.toml", "level"),
    LayerKind.ROLE: ("roles.toml", "role"),
    LayerKind.ROUTE: ("routes.toml", "route"),
    LayerKind.TITLE: ("titles.toml", "title"),
    LayerKind.QUALIFICATION: ("qualifications.toml", "qualification"),
    LayerKind.STORY: ("stories.toml", "story"),
    LayerKind.PROMPT: ("appraisal.toml", "prompt"),
}
_WHOLE = "the whole file"
_LEVELS = range(1, 5)
_LARGEST = 4_000_000  # bytes: a hundred times what ships
_KINDS = {place: kind for kind, place in PLACES.items()}


@dataclass(frozen=True, slots=True)
class Problem:
    """An entry that was left out, and why."""

    file: str
    entry: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}, {self.entry}: {self.reason}"


@dataclass(slots=True)
class Reader:
    """Reads one folder of content; what is wrong with it gathers in *problems*."""

    folder: Path
    layer: Layer = ()
    _problems: dict[Problem, None] = field(default_factory=dict)  # as a set, in order
    _asked: dict[str, set[str]] = field(default_factory=dict)  # the kinds, by file

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was left out so far."""
        return tuple(self._problems)

    def entries(self, file: str, kind: str, make: Callable[..., T], *known: object) -> list[T]:
        """What *make* makes of each entry of *kind*; the faulty ones become problems."""
        made: list[T] = []
        seen: set[object] = set()
        for number, entry in enumerate(self.raw(file, kind), 1):
            name = entry.get("id", f"{kind} {number}")
            try:
                if name in seen:
                    raise ValueError("the id is used twice")
                made.append(_whole(entry, make, known))
                seen.add(name)
            except (AttributeError, KeyError, TypeError, ValueError) as fault:
                self.refuse(file, name, _reason(fault))
        return made

    def raw(self, file: str, kind: str) -> list[Entry]:
        """The entries of *kind* as they are written, the college's layer over them."""
        # Copies, because making an entry uses it up: what is left over is an unknown key.
        entries = deepcopy(self._written(file, kind))
        edits = edits_of(self.layer, _KINDS[file, kind]) if (file, kind) in _KINDS else {}
        return _edited(entries, edits) if edits else entries

    def ids(self, file: str, kind: str) -> set[str]:
        """Every id of *kind*: of faulty and hidden entries too, so that references to them stand.

        One slip in an entry is then one problem, not one for each entry that names it.
        """
        written = {str(entry.get("id")) for entry in self._written(file, kind)}
        edited = edits_of(self.layer, _KINDS[file, kind]) if (file, kind) in _KINDS else {}
        return written | set(edited)

    def refuse(self, file: str, entry: object, reason: str) -> None:
        """Note that an entry was left out."""
        self._problems[Problem(file, str(entry), reason)] = None

    def refuse_unasked(self) -> None:
        """Note what the files have besides the kinds of entry that were asked for."""
        for file, kinds in self._asked.items():
            for kind in self._content(file):
                if kind not in kinds:
                    self.refuse(file, kind, "nobody knows this kind of entry")

    def _written(self, file: str, kind: str) -> list[Entry]:
        """The entries of *kind* in *file*; what is not a list of entries is refused whole."""
        self._asked.setdefault(file, set()).add(kind)
        content = self._content(file)
        found = content.get(kind, [])
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            self.refuse(file, f"every {kind}", "they are not entries that begin with [[...]]")
            return []
        if not found and self._is_read(file):
            self.refuse(file, f"every {kind}", "the file has none any more")
        return found

    def _is_read(self, file: str) -> bool:
        return not any(one.file == file and one.entry == _WHOLE for one in self._problems)

    def _content(self, file: str) -> Mapping[str, Any]:
        try:
            if (self.folder / file).stat().st_size > _LARGEST:
                raise ValueError(f"it has more than {_LARGEST // 1_000_000} MB")
            return _parsed((self.folder / file).read_text("utf-8"))
        except RecursionError:
            self.refuse(file, _WHOLE, "its lists are too deep in each other")
        except UnicodeDecodeError:
            self.refuse(file, _WHOLE, "it is not text")
        except FileNotFoundError:
            self.refuse(file, _WHOLE, "it is not there")
        except (OSError, ValueError) as fault:
            self.refuse(file, _WHOLE, str(fault))
        return {}


@lru_cache(maxsize=64)  # the layer is laid over the same files again and again
def _parsed(written: str) -> Mapping[str, Any]:
    return tomllib.loads(written)


def _edited(entries: Iterable[Entry], edits: Mapping[str, Edit]) -> list[Entry]:
    kept = []
    unmet = dict(edits)
    for entry in entries:
        edit = unmet.pop(str(entry.get("id")), None)
        if edit is None:
            kept.append(entry)
        elif not edit.hidden:
            kept.append({**entry, **fields_of(edit.fields)})
    added = [edit for edit in unmet.values() if not edit.hidden]
    return kept + [{**fields_of(edit.whole), **fields_of(edit.fields)} for edit in added]


def fields_of(kept: str) -> Entry:
    """The fields of an edit; the inverse of `kept_fields`."""
    fields: Entry = json.loads(kept)
    if "checked" in fields:
        fields["checked"] = date.fromisoformat(fields["checked"])
    return fields


def kept_fields(fields: Mapping[str, Any]) -> str:
    """Fields as text, the same for the same fields."""
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, default=str)


def _whole(entry: Entry, make: Callable[..., T], known: tuple[object, ...]) -> T:
    made = make(entry, *known)
    if entry:
        raise ValueError(f"nobody knows the key {', '.join(sorted(entry))}")
    return made


def _reason(fault: Exception) -> str:
    if isinstance(fault, KeyError):
        return f"{fault} is missing"
    if isinstance(fault, TypeError | AttributeError):
        return f"a value is of the wrong kind ({fault})"
    return str(fault)


def by_id(made: Iterable[Any]) -> dict[Any, Any]:
    """Each by its id, in order."""
    return {one.id: one for one in made}


def text(entry: Entry, key: str) -> str:
    """The text of *key*, which must have some."""
    value = entry.pop(key)
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{key} has no text")
    return value


def text_or_none(entry: Entry, key: str) -> str:
    """The text of *key*, "" where it is empty or not there."""
    if entry.get(key) in (None, ""):
        entry.pop(key, None)
        return ""
    return text(entry, key)


def whole_number(entry: Entry, key: str) -> int:
    """The whole number of *key*."""
    value = entry.pop(key)
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"{key} is not a whole number")
    return value


def whole_numbers(entry: Entry, key: str) -> tuple[int, ...]:
    """The whole numbers of *key*."""
    values = entry.pop(key)
    if not isinstance(values, list) or any(type(value) is not int for value in values):
        raise ValueError(f"{key} is not a list of whole numbers")
    return tuple(values)


def yes_or_no(entry: Entry, key: str, *, otherwise: bool | None = None) -> bool:
    """The yes or no of *key*; *otherwise* where it may be left out."""
    value = entry.pop(key) if otherwise is None else entry.pop(key, otherwise)
    if not isinstance(value, bool):
        raise ValueError(f"{key} is not true or false")
    return value


def asked_levels(asked: Entry, statements: Iterable[StatementId]) -> dict[StatementId, int]:
    """The level, 1 to 4, that is asked for in each of some *statements*."""
    return {
        one_of(StatementId(name), statements, "statement"): one_of(level, _LEVELS, "level")
        for name, level in asked.items()
    }


def texts(entry: Entry, key: str) -> tuple[str, ...]:
    """The texts of *key*, perhaps none."""
    values = entry.pop(key)
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise ValueError(f"{key} is not a list of texts")
    return tuple(values)


def texts_or_none(entry: Entry, key: str) -> tuple[str, ...]:
    """The texts of *key*, none where it is not there."""
    return texts(entry, key) if key in entry else ()


def references(entry: Entry, key: str, known: Iterable[Any], what: str) -> tuple[Any, ...]:
    """The ids under *key*, each of which must be *known*; none where it is not there."""
    return tuple(one_of(one, known, what) for one in texts_or_none(entry, key))


def source(entry: Entry) -> Source:
    """Where the entry's facts come from."""
    document, section = text(entry, "source"), text(entry, "section")
    checked = entry.pop("checked")
    if document not in DOCUMENTS:
        raise ValueError(f"there is no source {document}")
    if not isinstance(checked, date):
        raise ValueError("checked is not a date")
    return Source(document, section, checked)


def one_of(name: T, known: Iterable[T], what: str) -> T:
    """*name*, if it is *known*; true is not 1 here."""
    if isinstance(name, bool | float) or name not in known:
        raise ValueError(f"there is no {what} {name}")
    return name
