"""How often a page asks the college file: as often for five hundred people as for fifty."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from lsadesk.domain.auditing.audit_asking import Filter
from lsadesk.domain.auditing.skills import Level, Rating, View
from lsadesk.domain.calendar import Week
from lsadesk.domain.careers.framework import RoleId
from lsadesk.domain.developing.development import ActionDetails
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import Link, PersonDetails
from lsadesk.operations import home
from lsadesk.operations.appraisals import preparing
from lsadesk.operations.auditing import audit, audit_export, audit_findings
from lsadesk.operations.briefing import need_to_knows
from lsadesk.operations.careers import workforce
from lsadesk.operations.deploying import deployment
from lsadesk.operations.desk import Desk
from lsadesk.operations.developing import development, exports
from lsadesk.operations.keeping import retention
from lsadesk.operations.staff import people, structure
from lsadesk.store.auditing import skills
from lsadesk.store.developing import development as lines
from lsadesk.store.staff import people as rows
from lsadesk.store.trail import Entry

FEW, MANY = 5, 60

PAGES = {
    "home": home.today,
    "staff": people.directory,
    "teams and sites": structure.structure,
    "people to choose from": people.colleagues,
    "skills audit": audit.matrix,
    "findings of the audit": audit_findings.findings,
    "skills audit, to write": lambda desk: audit_export.audit_sheet(desk, Filter()),
    "development plan": lambda desk: development.plan(desk, people.colleagues(desk)[0].id),
    "everybody's plan, to write": exports.take_plans,
    "career map, the college's view": workforce.college_map,
    "who could follow": lambda desk: workforce.who_could_follow(desk, RoleId("senior-lsa")),
    "the week to plan": lambda desk: deployment.gather(desk, week=Week.A),
    "the week's board": deployment.week_board,
    "who is due for an appraisal": preparing.preparation,
    "what teachers tell for the week": lambda desk: need_to_knows.week_ahead(desk, desk.today),
    "what is past its time": retention.for_review,
}


@contextmanager
def statements(desk: Desk) -> Iterator[list[str]]:
    """What is asked of the college file meanwhile."""
    asked: list[str] = []

    def note(_connection, _cursor, statement, *_more):
        asked.append(statement)

    engines = (desk.store.engines.reader, desk.store.engines.writer)
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    yield asked
    for engine in engines:
        event.remove(engine, "before_cursor_execute", note)


def fill(desk: Desk, number: int) -> None:
    """So many people with a team, a rating, a line in their plan and an appraiser."""
    with desk.writing(Kind.PERSON) as work:
        team, skill = rows.team_named(work, "Blue"), skills.skill_named(work, "BSL")
        first = rows.add(work, PersonDetails(forename="Pat", surname="Ellery", team=team))
        for at in range(number):
            who = rows.add(work, PersonDetails(forename=f"F{at}", surname=f"S{at}", team=team))
            rows.set_link(work, who, Link.APPRAISER, first)
            skills.rate(work, [Rating(person=who, skill=skill, value=Level(2), view=View.IMPORTED)])
            lines.add(work, who, ActionDetails(what="Makaton"))
        desk.keep(work, None, "Filled", Entry("filled", Kind.PERSON), undo=False)


@pytest.fixture
def few_and_many(make_college: Callable[..., Desk]) -> tuple[Desk, Desk]:
    """Two colleges, one with twelve times the people of the other."""
    small, large = make_college("Small"), make_college("Large")
    fill(small, FEW)
    fill(large, MANY)
    return small, large


@pytest.mark.parametrize("page", list(PAGES))
def test_a_page_asks_no_more_often_where_more_people_are(few_and_many, page):
    asked = []
    for desk in few_and_many:
        with statements(desk) as found:
            PAGES[page](desk)
        asked.append(len(found))
    assert asked[0] == asked[1]
    assert asked[0] < 60
