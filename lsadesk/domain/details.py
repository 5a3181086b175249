"""What is typed of a record: its details, which have neither its number nor its version."""

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

D = TypeVar("D", bound="DataclassInstance")
R = TypeVar("R", bound="DataclassInstance")


def details_in(kind: type[D], record: Any) -> D:
    """The details of *kind* that *record* holds, to be changed and written back."""
    return kind(**{each.name: getattr(record, each.name) for each in fields(kind)})


def typed_over(read: R, typed: "DataclassInstance", latest: R) -> R:
    """*latest* with those parts of *typed* that differ from *read*, the record typed over."""
    mine = {
        each.name: getattr(typed, each.name)
        for each in fields(typed)
        if getattr(typed, each.name) != getattr(read, each.name)
    }
    return replace(latest, **mine)


def tidied(words: D) -> D:
    """*words*, all of whose fields are text, without stray spaces and line ends."""
    return replace(
        words, **{each.name: " ".join(getattr(words, each.name).split()) for each in fields(words)}
    )
