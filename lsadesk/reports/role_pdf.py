"""A role on paper: to advertise it, to talk it over, or to see where it leads."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from reportlab.platypus import Flowable

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.careers.career_sheet import RoleSheet
from lsadesk.domain.careers.catalogue import Responsibility, Share
from lsadesk.domain.careers.framework import RouteKind
from lsadesk.reports.pages import BODY, NOTE, SMALL, STRONG, TITLE, headed, table, text, write_pdf

_PROMISE = "Qualifications help and are not mandatory. A map, not a promise of a post."
_SHARES = (("Area", 100.0), ("Leads", 190.0), ("Contributes to", 190.0))
_ASKS = (("Skill", 240.0), ("Asked at", 240.0))
_WAYS = (("Where to", 140.0), ("What the step asks", 340.0))
_KINDS = {
    RouteKind.WITHIN_ROLE: "within the role",
    RouteKind.LATERAL: "sideways",
    RouteKind.VERTICAL: "more responsibility",
    RouteKind.CAREER_CHANGE: "change of career",
}


def write_role(sheet: RoleSheet, path: Path) -> None:
    """Write *sheet* to *path*; the same role always gives the same bytes.

    Raises `UserError` where the file cannot be written; an older one then stays.
    """
    footer = f"{sheet.college}: {sheet.role.name}, {uk_date(sheet.day)}. {_PROMISE}"
    write_pdf(path, list(_story(sheet)), title=sheet.role.name, footer=footer)


def _story(sheet: RoleSheet) -> Iterator[Flowable]:
    role, level = sheet.role, sheet.level
    yield text(role.name, TITLE)
    yield text(f"{sheet.college} \u00b7 {sheet.family} \u00b7 as at {uk_date(sheet.day)}", NOTE)
    yield text(role.summary, BODY)
    yield text(f"Responsibility: {level.name}. {level.summary}", BODY)
    if level.pay_note:
        yield text(level.pay_note, BODY)
    for standard in sheet.standards:
        yield text(f"Standard {standard.id}: {standard.name}", BODY)
    yield from _responsibilities(sheet)
    yield from _asks(sheet)
    yield from _bullets("What people often have; none of it is required", role.qualifications)
    yield from _bullets("Helpful experience", role.experience)
    yield from _ways(sheet)
    yield text(f"The role follows {role.source}, and what the college made of it.", NOTE)


def _responsibilities(sheet: RoleSheet) -> Iterator[Flowable]:
    yield from headed("Responsibilities")
    if not sheet.shares:
        yield text("None is set for this role yet; Library, Responsibilities sets them.")
    else:
        areas = (
            (area.name, _of(Share.LEADS, shares), _of(Share.CONTRIBUTES, shares))
            for area, shares in sheet.shares
        )
        yield _rows(_SHARES, areas)


def _asks(sheet: RoleSheet) -> Iterator[Flowable]:
    if sheet.role.asks:
        yield from headed("What it asks")
        found = ((sheet.statements[one], level) for one, level in sheet.role.asks.items())
        yield _rows(_ASKS, ((one.text, f"{level}: {one.levels[level]}") for one, level in found))


def _ways(sheet: RoleSheet) -> Iterator[Flowable]:
    if sheet.ways_on:
        yield from headed("Where it leads")
        yield text("Staying, and going deeper, is a full answer too.")
        steps = ((f"{role.name}\n{_KINDS[way.kind]}", way.step) for way, role in sheet.ways_on)
        yield _rows(_WAYS, steps)


def _bullets(heading: str, lines: Iterable[str]) -> Iterator[Flowable]:
    words = "\n".join(f"\u2022 {line}" for line in lines)
    if words:
        yield from headed(heading)
        yield text(words)


def _rows(columns: tuple[tuple[str, float], ...], cells: Iterable[tuple[str, ...]]) -> Flowable:
    rows = [[text(heading, STRONG) for heading, _ in columns]]
    rows += [[text(cell, SMALL) for cell in row] for row in cells]
    return table(rows, [width for _, width in columns])


def _of(wanted: Share, shares: Iterable[tuple[Responsibility, Share]]) -> str:
    return "\n".join(_with_parts(one) for one, share in shares if share is wanted)


def _with_parts(responsibility: Responsibility) -> str:
    parts = (f"   \u2013 {part}" for part in responsibility.parts)
    return "\n".join([f"\u2022 {responsibility.text}", *parts])
