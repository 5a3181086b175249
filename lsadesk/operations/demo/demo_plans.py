"""Development plans of the demo college: begun, done, put aside, and one helper asked by many."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from lsadesk.domain.developing.attached import About, NewFile, Where
from lsadesk.domain.developing.development import (
    ActionDetails,
    ActionId,
    Behind,
    BehindKind,
    Funder,
    Mode,
)
from lsadesk.domain.developing.plan_reviews import NoteKind, ReviewDetails, as_it_stands
from lsadesk.domain.rights import AccountId
from lsadesk.domain.staff.people import Link, PersonId
from lsadesk.domain.staff.practice import SeenDetails, SeenKind
from lsadesk.paths import RESOURCES
from lsadesk.store.auditing import skills
from lsadesk.store.developing import attached, development, plan_reviews
from lsadesk.store.staff import people, practice
from lsadesk.store.work import Work

Content = Mapping[str, Any]


def read_plans() -> Content:
    """What the plans say, from `resources/demo/plans.toml`."""
    return tomllib.loads((RESOURCES / "demo" / "plans.toml").read_text(encoding="utf-8"))


def add_plans(work: Work, content: Content, staff: Sequence[PersonId]) -> None:
    """Write the plans, with what was said about them."""
    named = {skill.name: str(skill.id) for skill in skills.all_skills(work)}
    for line in content["line"]:
        _add_line(work, line, staff, named)
    for note in content["note"]:
        _add_note(work, staff[note["who"]], (note["day"], note["by"], note["text"]))
    for review in content["review"]:
        _add_review(work, review, staff[review["who"]])


def add_seen(
    work: Work, content: Content, writer: PersonId, account: AccountId, staff: Sequence[PersonId]
) -> None:
    """Write what *writer* saw in sessions; some of it was read by whom it is about."""
    signed = people.get(work, writer).name
    for told in content["seen"]:
        details = SeenDetails(
            kind=SeenKind.FEEDBACK,
            day=work.today + timedelta(days=told["day"]),
            session=told["session"],
            helped=told["helped"],
            hindered=told.get("hindered", ""),
            behaviours=tuple(told["behaviours"]),
        )
        who = staff[told["who"]]
        practice.add(work, who, details, account=account, signed=signed)
        if told.get("read"):
            practice.mark_read(work, who)


def _add_line(
    work: Work, line: Content, staff: Sequence[PersonId], named: Mapping[str, str]
) -> None:
    helper = staff[line["helper"]] if "helper" in line else None
    details = ActionDetails(
        what=line["what"],
        why=line["why"],
        behind=Behind(BehindKind.SKILL, named[line["skill"]]) if "skill" in line else None,
        mode=Mode(line["mode"]),
        helper=people.get(work, helper).name if helper else line.get("helper_name", ""),
        helper_id=helper,
        helper_minutes=line.get("helper_minutes"),
        due=_day(work, line.get("due")),
        funder=Funder(line["funder"]),
        cost_pence=100 * line["pounds"] if "pounds" in line else None,
        release_minutes=line.get("release"),
        begun_on=_day(work, line.get("begun")),
        done_on=_day(work, line.get("done")),
        not_now_on=_day(work, line.get("not_now")),
        not_now_because=line.get("reason", ""),
        outcome=line.get("outcome", ""),
        follow_up=line.get("follow_up", ""),
    )
    who = staff[line["who"]]
    agreed_on = _day(work, line["agreed"])
    written = development.add(work, who, details, agreed_on=agreed_on)
    for evidence in line.get("evidence", ()):
        _add_note(work, who, evidence, about=written)
    about = About(Where.PLAN, written, who)
    for name, what, text in line.get("files", ()):
        file = NewFile(name=name, content=text.strip().encode(), what=what)
        attached.add(work, about, file, signed=people.get(work, who).name)


def _add_note(
    work: Work, who: PersonId, note: Sequence[Any], about: ActionId | None = None
) -> None:
    day, by, text = note
    author = who if by == "self" else people.links(work, who)[Link.LINE_MANAGER]
    plan_reviews.add_note(
        work,
        who,
        text,
        kind=NoteKind.NOTE if about is None else NoteKind.EVIDENCE,
        day=work.today + timedelta(days=day),
        author=author,
        signed=people.get(work, author).name,
        about=about,
    )


def _add_review(work: Work, review: Content, who: PersonId) -> None:
    manager = people.links(work, who)[Link.LINE_MANAGER]
    said = dict(review["lines"])
    lines = [each for each in development.actions_of(work, who) if each.what in said]
    details = ReviewDetails(
        held_on=work.today + timedelta(days=review["day"]),
        said=review["said"],
        next_on=_day(work, review["next"]),
        lines=tuple(as_it_stands(each, said[each.what]) for each in lines),
    )
    signed = people.get(work, manager).name
    plan_reviews.add_review(work, who, details, author=manager, signed=signed)


def _day(work: Work, days: int | None) -> date | None:
    return None if days is None else work.today + timedelta(days=days)
