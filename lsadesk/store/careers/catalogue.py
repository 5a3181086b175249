"""Reads the catalogue: qualifications, development, responsibilities, stories and reasons."""

from collections.abc import Mapping
from dataclasses import dataclass

from lsadesk.domain.careers.catalogue import (
    Area,
    AreaId,
    Audience,
    Band,
    Barrier,
    Catalogue,
    Consent,
    Cpd,
    CpdGroup,
    CpdId,
    EntryPoint,
    EntryPointId,
    Finding,
    FindingId,
    FlexibleMode,
    JobTitle,
    LsaLevel,
    ModeId,
    Network,
    Point,
    PointRoute,
    Qualification,
    QualificationId,
    QualificationKind,
    Recommendation,
    RecommendationId,
    Responsibility,
    ResponsibilityId,
    Story,
    StoryId,
    StoryStep,
)
from lsadesk.domain.careers.framework import RoleId, Source, StandardId, StatementId
from lsadesk.domain.developing.development import Mode
from lsadesk.store.careers.entries import (
    Entry,
    Reader,
    asked_levels,
    by_id,
    one_of,
    references,
    source,
    text,
    text_or_none,
    texts,
    texts_or_none,
    whole_number,
    whole_numbers,
    yes_or_no,
)

QUALIFICATIONS = "qualifications.toml"
_COLLEGE = "C"  # the source of what a college added


@dataclass(frozen=True, slots=True)
class Known:
    """What entries may refer to; *roles* are all, hidden ones too, because stories stay."""

    roles: set[str]
    standards: set[StandardId]
    statements: set[StatementId]


def load(reader: Reader, known: Known) -> Catalogue:
    """The catalogue as far as it can be read."""
    bands = by_id(reader.entries(QUALIFICATIONS, "band", _band))
    named = reader.ids(QUALIFICATIONS, "qualification")
    areas = by_id(reader.entries("responsibilities.toml", "area", _area))
    return Catalogue(
        bands=bands,
        qualifications=_in_order(
            reader,
            by_id(
                reader.entries(QUALIFICATIONS, "qualification", _qualification, bands, named, known)
            ),
        ),
        cpd=by_id(reader.entries("cpd.toml", "cpd", _cpd, known)),
        modes=by_id(reader.entries("modes.toml", "mode", _mode)),
        levels=tuple(reader.entries("levels.toml", "level", _level, known)),
        points=tuple(reader.entries("points.toml", "point", _point)),
        point_routes=tuple(reader.entries("points.toml", "route", _point_route, known)),
        areas=areas,
        responsibilities=by_id(
            reader.entries("responsibilities.toml", "responsibility", _responsibility, areas, known)
        ),
        entry_points=by_id(reader.entries("entry_points.toml", "entry_point", _entry, known)),
        stories=by_id(reader.entries("stories.toml", "story", _story, named, known)),
        findings=tuple(reader.entries("findings.toml", "finding", _finding)),
        recommendations=tuple(
            reader.entries("recommendations.toml", "recommendation", _recommendation)
        ),
        barriers=by_id(reader.entries("barriers.toml", "barrier", _barrier)),
        networks=by_id(reader.entries("networks.toml", "network", _network)),
        titles=tuple(reader.entries("titles.toml", "title", _title, known)),
    )


def _in_order(
    reader: Reader, made: dict[QualificationId, Qualification]
) -> dict[QualificationId, Qualification]:
    """*made* without those that, by what is taken before them, come before themselves."""
    circular = {one for one in made if one in _before(made, one)}
    for one in circular:
        reader.refuse(QUALIFICATIONS, one, "what is taken before it leads back to it")
    return {one: each for one, each in made.items() if one not in circular}


def _before(
    made: Mapping[QualificationId, Qualification], start: QualificationId
) -> set[QualificationId]:
    seen: set[QualificationId] = set()
    waiting = [start]
    while waiting:
        one = waiting.pop()
        for earlier in made[one].after if one in made else ():
            if earlier not in seen:
                seen.add(earlier)
                waiting.append(earlier)
    return seen


def _band(entry: Entry) -> Band:
    return Band(
        id=text(entry, "id"),
        name=text(entry, "name"),
        levels=whole_numbers(entry, "levels"),
        supervision=text(entry, "supervision"),
        offered_by=texts(entry, "offered_by"),
        source=source(entry),
    )


def _qualification(
    entry: Entry, bands: Mapping[str, Band], named: set[str], known: Known
) -> Qualification:
    band = one_of(text(entry, "band"), bands, "band")
    today, note, found = _today(entry)
    return Qualification(
        id=QualificationId(text(entry, "id")),
        name=text(entry, "name"),
        band=band,
        level=one_of(entry.pop("level"), bands[band].levels, "level"),
        kind=QualificationKind(entry.pop("kind")),
        summary=text(entry, "summary"),
        offered_by=texts(entry, "offered_by"),
        audience=_audience(entry),
        also=texts_or_none(entry, "also"),
        today=today,
        today_note=note,
        today_source=found,
        covers=references(entry, "covers", known.standards, "standard") or None,
        closes=references(entry, "closes", known.statements, "statement"),
        after=references(entry, "after", named, "qualification"),
        source=source(entry),
    )


def _today(entry: Entry) -> tuple[str, str, Source | None]:
    """Today's name, how near it is, and where that is from; all empty where nobody looked."""
    name, note = text_or_none(entry, "today"), text_or_none(entry, "today_note")
    found = {
        "source": text_or_none(entry, "today_source") or "T",
        "section": text_or_none(entry, "today_section"),
        "checked": entry["checked"],
    }
    return (name, note, source(found)) if name else ("", "", None)


def _audience(entry: Entry) -> tuple[Audience, ...]:
    return tuple(Audience(one) for one in texts(entry, "audience"))


def _cpd(entry: Entry, known: Known) -> Cpd:
    return Cpd(
        id=CpdId(text(entry, "id")),
        name=text(entry, "name"),
        group=CpdGroup(entry.pop("group")),
        summary=text(entry, "summary"),
        mode=Mode(entry.pop("mode")),
        audience=_audience(entry),
        closes=references(entry, "closes", known.statements, "statement"),
        source=source(entry),
    )


def _mode(entry: Entry) -> FlexibleMode:
    return FlexibleMode(
        id=ModeId(text(entry, "id")),
        name=text(entry, "name"),
        summary=text(entry, "summary"),
        plan_mode=Mode(entry.pop("plan_mode")),
        source=source(entry),
    )


def _level(entry: Entry, known: Known) -> LsaLevel:
    return LsaLevel(
        number=one_of(entry.pop("id"), range(1, 5), "LSA Level"),
        supervision=text(entry, "supervision"),
        responsibilities=texts(entry, "responsibilities"),
        roles=_roles(entry, "roles", known),
        asks=asked_levels(entry.pop("asks"), known.statements),
        source=source(entry),
    )


def _point(entry: Entry) -> Point:
    return Point(
        number=whole_number(entry, "id"),
        name=text(entry, "name"),
        summary=text(entry, "summary"),
        may_cover=yes_or_no(entry, "may_cover"),
        source=source(entry),
    )


def _point_route(entry: Entry, known: Known) -> PointRoute:
    return PointRoute(
        id=text(entry, "id"),
        name=text(entry, "name"),
        summary=text(entry, "summary"),
        roles=_roles(entry, "roles", known),
        source=source(entry),
    )


def _area(entry: Entry) -> Area:
    return Area(id=AreaId(text(entry, "id")), name=text(entry, "name"), source=source(entry))


def _responsibility(entry: Entry, areas: Mapping[AreaId, Area], known: Known) -> Responsibility:
    return Responsibility(
        id=ResponsibilityId(text(entry, "id")),
        area=one_of(AreaId(text(entry, "area")), areas, "area"),
        text=text(entry, "text"),
        parts=texts_or_none(entry, "parts"),
        leads=_roles(entry, "leads", known),
        contributes=_roles(entry, "contributes", known),
        source=source(entry),
    )


def _entry(entry: Entry, known: Known) -> EntryPoint:
    return EntryPoint(
        id=EntryPointId(text(entry, "id")),
        name=text(entry, "name"),
        summary=text(entry, "summary"),
        role=_role(entry, known),
        source=source(entry),
    )


def _story(entry: Entry, named: set[str], known: Known) -> Story:
    if entry["source"] == _COLLEGE and "consent" not in entry:
        raise ValueError("nobody says that whoever it is about agreed")
    steps = tuple(_story_step(step, named, known) for step in entry.pop("step"))
    if not steps:
        raise ValueError("it has no step")
    return Story(
        id=StoryId(text(entry, "id")),
        name=text(entry, "name"),
        about=text(entry, "about"),
        helped=texts(entry, "helped"),
        hindered=texts(entry, "hindered"),
        told=texts_or_none(entry, "told"),
        steps=steps,
        consent=Consent(entry.pop("consent")) if "consent" in entry else None,
        source=source(entry),
    )


def _story_step(step: Entry, named: set[str], known: Known) -> StoryStep:
    made = StoryStep(
        role=_role(step, known),
        title=text(step, "title"),
        led=text_or_none(step, "led"),
        qualifications=references(step, "qualifications", named, "qualification"),
        training=texts_or_none(step, "training"),
        years=text_or_none(step, "years"),
        who_paid=text_or_none(step, "who_paid"),
        ahead=yes_or_no(step, "ahead", otherwise=False),
    )
    if step:
        raise ValueError(f"nobody knows the key {', '.join(sorted(step))}")
    return made


def _finding(entry: Entry) -> Finding:
    return Finding(
        id=FindingId(text(entry, "id")),
        number=whole_number(entry, "number"),
        text=text(entry, "text"),
        rooms=texts(entry, "rooms"),
        source=source(entry),
    )


def _recommendation(entry: Entry) -> Recommendation:
    return Recommendation(
        id=RecommendationId(text(entry, "id")),
        whom=one_of(text(entry, "whom"), ("individuals", "organisations", "government"), "reader"),
        number=whole_number(entry, "number"),
        text=text(entry, "text"),
        closing=yes_or_no(entry, "closing"),
        rooms=texts(entry, "rooms"),
        source=source(entry),
    )


def _barrier(entry: Entry) -> Barrier:
    return Barrier(**_plain(entry), helps=texts(entry, "helps"), source=source(entry))


def _network(entry: Entry) -> Network:
    return Network(**_plain(entry), source=source(entry))


def _plain(entry: Entry) -> dict[str, str]:
    return {key: text(entry, key) for key in ("id", "name", "summary")}


def _title(entry: Entry, known: Known) -> JobTitle:
    return JobTitle(
        id=text(entry, "id"),
        title=text(entry, "title"),
        role=_role(entry, known),
        category=one_of(
            text(entry, "category"), ("learning support", "learner support"), "category"
        ),
        source=source(entry),
    )


def _role(entry: Entry, known: Known) -> RoleId:
    return RoleId(one_of(text(entry, "role"), known.roles, "role"))


def _roles(entry: Entry, key: str, known: Known) -> tuple[RoleId, ...]:
    return references(entry, key, known.roles, "role")
