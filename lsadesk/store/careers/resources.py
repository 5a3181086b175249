"""Resources, and what each of them is attached to."""

from sqlalchemy import select

from lsadesk.domain.careers.resources import (
    About,
    AboutKind,
    Resource,
    ResourceDetails,
    ResourceId,
    ResourceKind,
)
from lsadesk.domain.words import folded
from lsadesk.store.rows import ResourceRow
from lsadesk.store.work import Reading, Work, fill


def resources(reading: Reading, about: About | None = None) -> list[Resource]:
    """Those attached to *about*, by title; None: every one."""
    wanted = select(ResourceRow)
    if about is not None:
        wanted = wanted.where(
            ResourceRow.about_kind == about.kind.value, ResourceRow.about_id == about.id
        )
    found = [_resource(row) for row in reading.session.scalars(wanted)]
    return sorted(found, key=lambda one: folded(one.title))


def add(work: Work, details: ResourceDetails) -> ResourceId:
    """Attach a resource."""
    row = ResourceRow(**_columns(details))
    work.add(row)
    return ResourceId(row.id)


def change(work: Work, read: Resource, details: ResourceDetails) -> None:
    """Write *details* over the resource that was *read*.

    Raises:
        Stale: somebody changed it since.
    """
    row = _row(work, read)
    fill(row, _columns(details))


def remove(work: Work, read: Resource) -> None:
    """Take a resource off.

    Raises:
        Stale: somebody changed it since.
    """
    work.session.delete(_row(work, read))


def _row(work: Work, read: Resource) -> ResourceRow:
    gone = "This is no longer there. Nothing was changed."
    return work.as_read(ResourceRow, read.id, read.version, gone=gone)


def _columns(details: ResourceDetails) -> dict[str, object]:
    return {
        "title": details.title.strip(),
        "kind": details.kind.value,
        "where": details.where.strip(),
        "note": details.note.strip(),
        "about_kind": details.about.kind.value,
        "about_id": details.about.id,
    }


def _resource(row: ResourceRow) -> Resource:
    return Resource(
        id=ResourceId(row.id),
        version=row.version,
        title=row.title,
        kind=ResourceKind(row.kind),
        where=row.where,
        note=row.note,
        about=About(AboutKind(row.about_kind), row.about_id),
    )
