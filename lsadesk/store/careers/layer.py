"""The college's own layer over the built-in content."""

from typing import Any

from sqlalchemy import select

from lsadesk.domain.careers.layer import Edit, Layer, LayerKind
from lsadesk.errors import Stale
from lsadesk.store.careers import library
from lsadesk.store.careers.library import Library
from lsadesk.store.keeping.vocabulary import vocabulary
from lsadesk.store.prepared import Prepared
from lsadesk.store.rows import LayerRow, table_of
from lsadesk.store.work import STALE, Reading, Work

_EVERY = Prepared(select(table_of(LayerRow)).order_by(LayerRow.id))


def layer(reading: Reading) -> Layer:
    """Every edit, in the order in which they were made."""
    return tuple(_edit(row) for row in _EVERY.all(reading.connection))


def library_of(reading: Reading) -> Library:
    """The built-in content in the college's words, with its layer over it."""
    return library.merged(layer(reading), tuple(vocabulary(reading).words.items()))


def keep(work: Work, edit: Edit) -> None:
    """Write *edit* over what the college did to that entry before.

    Raises:
        Stale: somebody has changed the entry since *edit* was read.
    """
    row = _row(work, edit.kind, edit.entry)
    if (0 if row is None else row.version) != edit.version:
        raise Stale(STALE)
    if row is None:
        row = LayerRow(kind=edit.kind.value, entry=edit.entry)
        work.session.add(row)
    row.hidden, row.own = edit.hidden, edit.own
    row.fields, row.whole = edit.fields, edit.whole
    work.session.flush()


def drop(work: Work, kind: LayerKind, entry: str) -> None:
    """Take back what the college did to an entry: the built-in one stands again."""
    row = _row(work, kind, entry)
    if row is not None:
        work.session.delete(row)
        work.session.flush()


def _row(reading: Reading, kind: LayerKind, entry: str) -> LayerRow | None:
    return reading.session.scalar(
        select(LayerRow).where(LayerRow.kind == kind.value, LayerRow.entry == entry)
    )


def _edit(row: Any) -> Edit:
    """The domain's value of a plain row."""
    return Edit(
        kind=LayerKind(row.kind),
        entry=row.entry,
        hidden=row.hidden,
        own=row.own,
        fields=row.fields,
        whole=row.whole,
        version=row.version,
    )
