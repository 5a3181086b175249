"""Findings as sentences: what is so, and what could be done."""

from collections.abc import Callable, Mapping

from lsadesk.domain.auditing.audit_findings import Finding, Topic
from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import clock
from lsadesk.ui.words import count, tr

ABOUT = {
    Topic.NOBODY: "Nobody has it",
    Topic.SHORT: "Too few on a day",
    Topic.ONE_PERSON: "One person has it",
    Topic.ROLE: "What a role asks",
    Topic.LAPSED: "Lapsed",
    Topic.LAPSING: "Will lapse",
    Topic.STALE: "Not looked at lately",
    Topic.UNPROVED: "No proof seen",
    Topic.VIEWS: "Views differ",
    Topic.WAY_IN: "How people came in",
    Topic.ROSE: "Rose",
    Topic.FELL: "Went down",
    Topic.KNOWN: "Became known",
    Topic.UNKNOWN: "Not known any more",
    Topic.JOINED: "Joined",
    Topic.LEFT: "Left",
}
_DO = {
    Topic.NOBODY: "Ask those not known; plan training, or ask elsewhere.",
    Topic.SHORT: "Train somebody who is in then, or move hours to it.",
    Topic.ROLE: "Look at What roles ask; ask first where it is not known.",
    Topic.ONE_PERSON: "Plan for a second person to learn it, best from the first.",
    Topic.LAPSED: "Renew it, and until then plan others for what asks for it.",
    Topic.LAPSING: "Book the renewal now, while there is a choice of dates.",
    Topic.STALE: "Look at it together at the next appraisal.",
    Topic.UNPROVED: "Ask for the certificate, or watch it done and write that down.",
    Topic.VIEWS: "Compare examples of each level with each other. It does not say who is right.",
    Topic.FELL: "Ask what changed; a level may go down for good reasons.",
    Topic.UNKNOWN: "Ask again.",
    Topic.JOINED: "Ask what they bring.",
    Topic.LEFT: "Look at what only they could do.",
}
_NAMED = 6  # names in one sentence


def about(finding: Finding) -> str:
    """What kind of finding it is."""
    return tr(ABOUT[finding.topic])


def what_to_do(finding: Finding) -> str:
    """What could be done; "" where nothing has to be."""
    words = _DO.get(finding.topic)
    return tr(words) if words else ""


def said(finding: Finding, broken: Mapping[SkillId, tuple[str, ...]]) -> str:
    """What is so, in a sentence."""
    if finding.topic is Topic.ONE_PERSON:
        return _one_person(finding, broken)
    return _SAID.get(finding.topic, _of_many)(finding)


def _nobody(finding: Finding) -> str:
    if not finding.number:
        return tr("Nobody at 2 (with guidance) or above; everybody was asked.")
    return tr(
        "Nobody known at 2 (with guidance) or above; not known of {people}.",
        people=count(finding.number, "person", "people"),
    )


def _one_person(finding: Finding, broken: Mapping[SkillId, tuple[str, ...]]) -> str:
    words = tr("Only {name} is at level 2, with guidance, or above.", name=finding.names[0])
    places = broken.get(finding.skills[0], ())
    if not places:
        return words
    lost = tr(
        "Without them, {places} of the kept plan would have nobody free who could: {which}.",
        places=count(len(places), "place", "places"),
        which=_listed(places),
    )
    return f"{words} {lost}"


def _short(finding: Finding) -> str:
    able = count(finding.number, "person", "people") if finding.number else tr("nobody")
    return tr(
        "{day} {time}: {places} for it; in then and able: {people}.",
        day="" if finding.day is None else tr(finding.day.name.title()),
        time="" if finding.at is None else clock(finding.at),
        places=count(finding.of, "place asks", "places ask"),
        people=able,
    )


def _role(finding: Finding) -> str:
    return tr(
        "{things} asked of {people}: {there} there, {not_yet} not yet, {unknown} not known.",
        things=count(finding.of, "thing", "things"),
        people=count(len(finding.people), "person", "people"),
        there=finding.of - finding.number - finding.unknown,
        not_yet=finding.number,
        unknown=finding.unknown,
    )


def _views(finding: Finding) -> str:
    side = tr("above") if finding.number > 0 else tr("below")
    return tr(
        "Among {people}, their views as appraiser lie {levels} levels {side} people's own.",
        people=count(finding.of, "person", "people"),
        levels=abs(finding.number) / 10,
        side=side,
    )


def _way_in(finding: Finding) -> str:
    return tr(
        "{number} of the {people} who said how they came in.",
        number=finding.number,
        people=count(finding.of, "person", "people"),
    )


def _lapse(finding: Finding) -> str:
    if finding.topic is Topic.LAPSED:
        return tr("Lapsed, and none newer on record: {names}.", names=_listed(finding.names))
    return tr(
        "Lapses within {days} days: {names}.", days=finding.days, names=_listed(finding.names)
    )


def _of_many(finding: Finding) -> str:
    names, number = _listed(finding.names), finding.number
    people = count(number, "person", "people")
    ratings = count(number, "rating", "ratings")
    if finding.topic is Topic.STALE:
        return tr("Rated longer ago than the limit, or nobody knows when: {who}.", who=people)
    if finding.topic is Topic.UNPROVED:
        return tr(
            "{some} of the {all} at level 2, with guidance, or above without a proof that "
            "anybody saw.",
            some=number,
            all=finding.of,
        )
    if finding.topic is Topic.JOINED:
        return tr("{people} joined: {names}.", people=people, names=names)
    if finding.topic is Topic.LEFT:
        return tr("{people} left: {names}.", people=people, names=names)
    return tr(
        "{ratings} of {people}: {names}.",
        ratings=ratings,
        people=count(finding.of, "person", "people"),
        names=names,
    )


def _listed(names: tuple[str, ...]) -> str:
    shown = "; ".join(names[:_NAMED])
    more = len(names) - _NAMED
    return tr("{names} and {more} more", names=shown, more=more) if more > 0 else shown


_SAID: dict[Topic, Callable[[Finding], str]] = {
    Topic.NOBODY: _nobody,
    Topic.SHORT: _short,
    Topic.ROLE: _role,
    Topic.VIEWS: _views,
    Topic.WAY_IN: _way_in,
    Topic.LAPSED: _lapse,
    Topic.LAPSING: _lapse,
}
