"""Findings, the past, whole lists and the skills themselves, over a real college file."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from lsadesk.domain.auditing.audit import LAPSED, VALID, Columns
from lsadesk.domain.auditing.audit_asking import Filter
from lsadesk.domain.auditing.audit_findings import Topic
from lsadesk.domain.auditing.skills import Level, Skill, SkillId, Unknown, View
from lsadesk.domain.calendar import RoughDate, TimeSpan, Week, Weekday
from lsadesk.domain.courses.certificates import Certificate, Lapse
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.domain.weeks.learners import LearnerDetails
from lsadesk.domain.weeks.timetable import SessionDetails
from lsadesk.errors import Stale, UserError
from lsadesk.operations.appraisals import appraised_skills
from lsadesk.operations.auditing import audit, audit_export, audit_findings, audit_skills, needs
from lsadesk.operations.deploying import deployment
from lsadesk.operations.desk import Desk
from lsadesk.operations.staff import carrying, people
from lsadesk.store.careers import library
from lsadesk.store.courses import certificates
from lsadesk.store.rows import PersonRow
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import learners, timetable


@pytest.fixture
def asha(desk: Desk):
    return people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result


@pytest.fixture
def ben(desk: Desk):
    return people.add_person(desk, PersonDetails(forename="Ben", surname="Xu")).result


@pytest.fixture
def bsl(desk: Desk):
    return audit.add_skill(desk, "BSL", "Communication").result


def go_to(desk: Desk, day: date) -> None:
    """Let the clock of the college stand at noon of *day*."""
    desk.store.clock = lambda: datetime.combine(day, time(12), tzinfo=UTC)


def topics(found: audit_findings.Findings) -> list[Topic]:
    return [each.topic for each in found.found]


def test_the_past_shows_what_stood_at_the_end_of_that_day(desk, asha, bsl):
    today = desk.today
    audit.rate(desk, asha, bsl, Level(1))
    go_to(desk, today + timedelta(days=10))
    audit.rate(desk, asha, bsl, Level(3))
    go_to(desk, today + timedelta(days=20))

    shown = {
        days: audit.matrix(desk, today + timedelta(days=days)).cells for days in (-1, 0, 9, 10)
    }

    assert shown == {-1: bytes([6]), 0: bytes([1]), 9: bytes([1]), 10: bytes([3])}
    assert audit.matrix(desk, today + timedelta(days=30)).cells == bytes([3])


def test_the_past_shows_the_view_that_was_shown_then(desk, asha, bsl):
    today = desk.today
    audit.rate(desk, asha, bsl, Level(1), view=View.SELF)
    go_to(desk, today + timedelta(days=5))
    audit.rate(desk, asha, bsl, Level(3), view=View.AGREED)
    go_to(desk, today + timedelta(days=9))

    assert audit.matrix(desk, today).cells == bytes([1])
    assert audit.matrix(desk, today + timedelta(days=6)).cells == bytes([3])
    assert [each.view for each in audit.cell(desk, asha, bsl, today).views] == [View.SELF]
    assert not audit.cell(desk, asha, bsl, today).may_change


def test_the_past_has_those_who_were_at_work_then(desk, bsl):
    today = desk.today
    starts = RoughDate(today + timedelta(days=3))
    people.add_person(desk, PersonDetails(forename="New", surname="Starter", started=starts))
    left = today + timedelta(days=4)
    people.add_person(desk, PersonDetails(forename="Old", surname="Leaver", left_on=left))
    go_to(desk, today + timedelta(days=9))

    def there(days: int) -> list[str]:
        return [each.sort_name for each in audit.matrix(desk, today + timedelta(days=days)).people]

    assert there(2) == ["Leaver, Old"]
    assert there(4) == ["Leaver, Old", "Starter, New"]
    assert there(9) == ["Starter, New"]


def test_a_version_says_who_wrote_it(desk, asha, bsl):
    audit.rate(desk, asha, bsl, Level(1))
    (version,) = audit.cell(desk, asha, bsl).history
    assert version.by == desk.login


def test_a_skill_that_is_not_there_is_said_in_a_sentence(desk, asha, bsl):
    with pytest.raises(UserError, match="not in the audit"):
        audit.cell(desk, asha, 999)
    with pytest.raises(UserError, match="not in the audit"):
        audit.rate(desk, asha, 999, Level(1))


@pytest.mark.parametrize(
    ("name", "sentence"), [("  ", "needs a name"), (" bsl ", "BSL is there already")]
)
def test_a_skill_without_a_name_of_its_own_is_not_added(desk, bsl, name, sentence):
    before = audit_skills.all_skills(desk)
    with pytest.raises(UserError, match=sentence):
        audit.add_skill(desk, name)
    assert audit_skills.all_skills(desk) == before


def test_a_whole_list_is_one_step_to_take_back(desk, asha, ben, bsl):
    audit.rate(desk, asha, bsl, Level(1), training_booked=True)
    done = audit.rate_many(desk, {(asha, bsl): Level(2), (ben, bsl): Unknown()})
    assert done.result == 2
    assert audit.cell(desk, asha, bsl).shown.training_booked
    desk.undo()
    assert audit.cell(desk, asha, bsl).shown.value == Level(1)
    assert audit.cell(desk, ben, bsl).shown is None


def test_skills_are_renamed_ordered_and_hidden_and_keep_what_was_recorded(desk, asha, bsl):
    hoist = audit.add_skill(desk, "Hoist", "Care").result
    audit.rate(desk, asha, bsl, Level(3))
    seen = audit_skills.all_skills(desk)
    by_id = {each.id: each for each in seen}
    signing = type(seen[0])(bsl, "Signing", "Talk")

    audit_skills.arrange_skills(desk, seen, [by_id[hoist], signing])
    assert [each.name for each in audit.matrix(desk).skills] == ["Hoist", "Signing"]
    assert audit.matrix(desk).cells == bytes([6, 3])

    seen = audit_skills.all_skills(desk)
    hidden = [seen[0], type(signing)(bsl, "Signing", "Talk", hidden=True)]
    audit_skills.arrange_skills(desk, seen, hidden)
    assert [each.name for each in audit.matrix(desk).skills] == ["Hoist"]
    assert audit.cell(desk, asha, bsl).shown.value == Level(3)


def test_a_new_skill_takes_a_name_given_up_in_the_same_step(desk, asha, bsl):
    audit.rate(desk, asha, bsl, Level(3))
    (old,) = seen = audit_skills.all_skills(desk)
    new = Skill(SkillId(-1), "BSL", "Talk")
    audit_skills.arrange_skills(desk, seen, [new, replace(old, name="Signing")])
    assert [each.name for each in audit.matrix(desk).skills] == ["BSL", "Signing"]
    assert audit.matrix(desk).cells == bytes([6, 3])
    desk.undo()
    assert audit_skills.all_skills(desk) == seen


def test_skills_that_somebody_else_arranged_meanwhile_are_not_written_over(desk, bsl):
    seen = audit_skills.all_skills(desk)
    audit.add_skill(desk, "Hoist")
    with pytest.raises(Stale):
        audit_skills.arrange_skills(desk, seen, seen)


@pytest.mark.parametrize(
    ("name", "sentence"), [(" ", "needs a name"), ("bsl", "BSL is there already")]
)
def test_skills_without_a_name_of_their_own_are_refused(desk, bsl, name, sentence):
    audit.add_skill(desk, "Hoist")
    seen = audit_skills.all_skills(desk)
    wanted = [seen[0], type(seen[0])(seen[1].id, name)]
    with pytest.raises(UserError, match=sentence):
        audit_skills.arrange_skills(desk, seen, wanted)


def test_what_is_old_is_told_and_what_changed_since(desk, asha, bsl):
    today = desk.today
    audit.rate(desk, asha, bsl, Level(1))
    go_to(desk, today + timedelta(days=100))
    audit.rate(desk, asha, bsl, Level(3), proof="seen")
    assert Topic.ROSE in topics(audit_findings.findings(desk, since=today))
    assert Topic.STALE not in topics(audit_findings.findings(desk))
    go_to(desk, today + timedelta(days=500))
    assert Topic.STALE in topics(audit_findings.findings(desk))
    audit_findings.set_stale_after(desk, 24)
    found = audit_findings.findings(desk)
    assert Topic.STALE not in topics(found)
    assert (found.months, found.may_limit) == (24, True)
    with pytest.raises(UserError, match="1 to 120"):
        audit_findings.set_stale_after(desk, 0)


def test_findings_of_the_past_are_of_that_day(desk, asha, ben, bsl):
    today = desk.today
    audit.rate(desk, asha, bsl, Level(3))
    go_to(desk, today + timedelta(days=5))
    audit.rate(desk, ben, bsl, Level(3))
    go_to(desk, today + timedelta(days=9))
    assert topics(audit_findings.findings(desk, day=today)) == [Topic.ONE_PERSON, Topic.UNPROVED]
    assert topics(audit_findings.findings(desk)) == [Topic.UNPROVED]


def test_findings_can_be_about_one_person(desk, asha, ben, bsl):
    audit.rate(desk, asha, bsl, Level(3))
    found = audit_findings.findings(desk, Filter(people=frozenset({ben})))
    assert (found.people, topics(found)) == ((ben,), [Topic.NOBODY])


def test_certificates_stand_in_columns_of_their_own(desk, asha, ben):
    with desk.writing(Kind.CERTIFICATE) as work:
        course = certificates.course_named(work, "First aid")
        held = {
            "course": course,
            "achieved": None,
            "lapse": Lapse.ON,
        }
        lapsed = RoughDate(desk.today - timedelta(days=1))
        valid = RoughDate(desk.today + timedelta(days=400))
        certificates.add(
            work,
            [
                Certificate(person=asha, expires=lapsed, **held),
                Certificate(person=asha, expires=valid, **held),
                Certificate(person=ben, expires=lapsed, **held),
            ],
        )
        work.commit(Entry("added", Kind.CERTIFICATE))
    shown = audit.matrix(desk, columns=Columns.CERTIFICATES)
    assert shown.cells == bytes([VALID, LAPSED])
    assert shown.holders(0) == 1
    assert len(audit.proofs(desk, asha, course).held) == 2
    assert [each.topic for each in audit_findings.findings(desk).found] == [Topic.LAPSED]


def test_what_breaks_without_the_only_one_is_told_from_the_kept_plan(desk, asha, ben, bsl):
    audit.rate(desk, asha, bsl, Level(3), proof="seen")
    with desk.writing(Kind.LEARNER) as work:
        learners.add(work, LearnerDetails(reference="JB02", group="Blue", needs=frozenset({bsl})))
        timetable.add(
            work,
            SessionDetails(
                day=Weekday.MONDAY,
                span=TimeSpan(time(9, 15), time(10, 45)),
                group="Blue",
                title="Cookery",
                lsas_needed=1,
                lsas_wanted=1,
            ),
        )
        work.commit(Entry("filled", Kind.LEARNER))
    assert audit_findings.findings(desk).broken == {}
    assert Topic.SHORT not in topics(audit_findings.findings(desk))
    (need,) = needs.needs(desk).days
    assert (need.need.name, need.day, need.places, need.able) == ("BSL", Weekday.MONDAY, 1, (asha,))
    assert need.not_known == (ben,)
    deployment.make_plan(desk, seconds=0.2, week=Week.A)
    assert audit_findings.findings(desk).broken == {bsl: ("Mon 9.15-10.45 Cookery",)}


def test_what_a_role_asks_is_judged_by_the_skill_that_a_statement_is_tied_to(desk, asha, bsl):
    with desk.writing(Kind.PERSON, asha) as work:
        work.session.get(PersonRow, asha).role = "senior-lsa"
        work.commit(Entry("changed", Kind.PERSON))
    first = needs.needs(desk).roles[0]
    assert (first.role, first.not_known) == ("Senior LSA", (asha,))
    framework = library.built_in().framework
    asked, level = next(iter(framework.roles["senior-lsa"].asks.items()))
    appraised_skills.tie(desk, asked, bsl)
    audit.rate(desk, asha, bsl, Level(level))
    (told,) = [each for each in needs.needs(desk).roles if each.skill is not None]
    assert (told.skill.name, told.has) == ("BSL", (asha,))
    assert Topic.ROLE in topics(audit_findings.findings(desk))


def test_what_is_taken_away_of_the_past_bears_its_day(desk, asha, bsl):
    today = desk.today
    audit.rate(desk, asha, bsl, Level(1))
    go_to(desk, today + timedelta(days=10))
    audit.rate(desk, asha, bsl, Level(3))
    sheet = audit_export.audit_sheet(desk, Filter(), today)
    assert (sheet.day, sheet.matrix.cells) == (today, bytes([1]))
    assert audit_export.as_text(desk, Filter(), today).result.endswith("\t1")


def test_responsibilities_stand_in_columns_with_those_who_carried_them_that_day(desk, asha):
    today = desk.today
    (first, *_) = carrying.carried(desk).lines
    carrying.carry(desk, first.responsibility.id, asha, today)
    assert audit.matrix(desk, columns=Columns.RESPONSIBILITIES).holders(0) == 1
    before = audit.matrix(desk, today - timedelta(days=1), Columns.RESPONSIBILITIES)
    assert before.holders(0) == 0
