"""The made-up college that `make run` opens, from `resources/demo/college.toml`.

The same file always gives the same college, but for the dates, which lie around today.
"""

import random
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

from lsadesk.domain.auditing.skills import Level, NotApplicable, Rating, SkillId, Unknown, View
from lsadesk.domain.calendar import WORKING_WEEK, RoughDate, TimeSpan, Week, Weekday
from lsadesk.domain.changes import Subject
from lsadesk.domain.courses.certificates import Certificate, CourseId, Lapse
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import Contract, Link, PersonDetails, PersonId, SiteId
from lsadesk.domain.weeks.learners import LearnerDetails, Ratio
from lsadesk.domain.weeks.timetable import SessionDetails
from lsadesk.operations.demo.demo_appraisals import add_appraisals
from lsadesk.operations.demo.demo_assessments import begin_own, hold_group, read_assessments
from lsadesk.operations.demo.demo_audit import rate_with_a_past
from lsadesk.operations.demo.demo_briefing import add_briefing
from lsadesk.operations.demo.demo_cards import add_cards
from lsadesk.operations.demo.demo_careers import add_careers, read_careers
from lsadesk.operations.demo.demo_library import add_library, read_library
from lsadesk.operations.demo.demo_placements import add_placements
from lsadesk.operations.demo.demo_planned_for import add_planned_for, read_planned_for
from lsadesk.operations.demo.demo_plans import add_plans, add_seen, read_plans
from lsadesk.operations.demo.demo_review import add_reviews
from lsadesk.operations.demo.demo_training import add_training, read_training
from lsadesk.operations.demo.demo_week import add_week_plans
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import accounts, college
from lsadesk.paths import RESOURCES
from lsadesk.store.auditing import skills
from lsadesk.store.courses import certificates
from lsadesk.store.keeping import notice
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import learners, timetable
from lsadesk.store.work import Work

SECRET = "demo-college"  # noqa: S105 - it opens nothing but the made-up college
OWNER = "head"
MANAGER = "pat"
LSA = "asha"

# Two people sign well and neither is in at the end of the week: then a learner who is Deaf
# has nobody, and the planner can show how it says so.
SIGNERS = (3, 4)
SIGNING_DAYS = frozenset({Weekday.MONDAY, Weekday.TUESDAY, Weekday.WEDNESDAY})

Content = Mapping[str, Any]


def read_college() -> dict[str, Any]:
    """What the demo college is made from."""
    return tomllib.loads((RESOURCES / "demo" / "college.toml").read_text(encoding="utf-8"))


def made_up_name() -> str:
    """The college's name, which says on every page that it is made up."""
    return f"{read_college()['name']} (made up)"


def make_made_up(folder: Path) -> None:
    """Make the demo college in *folder* for somebody who looks round before they have one."""
    make_demo(folder, {**read_college(), "name": made_up_name()}).close()


def make_demo(folder: Path, content: Content | None = None) -> Desk:
    """Make the demo college, or one of other *content*, in *folder*; sit down as its head.

    `MANAGER` and `LSA` can sign in too; everybody's password is `SECRET`.
    """
    content = read_college() if content is None else content
    made = college.new_college(folder, college=content["name"], owner=OWNER, secret=SECRET)
    desk = made.desk
    dice = random.Random(content["seed"])  # noqa: S311 - made-up people, not keys
    with desk.writing(Kind.PERSON) as work:
        managers, staff = _staff(work, content, dice, desk.today)
        able = _ratings(work, content, dice, staff)
        _certificates(work, content, dice, staff, desk.today)
        _learners(work, content, dice, able)
        _timetable(work, content, dice)
        add_cards(work, staff)
        add_planned_for(work, read_planned_for(), staff)
        add_placements(work, staff)
        add_plans(work, read_plans(), staff)
        add_careers(work, read_careers(), staff, desk.today)
        add_library(work, read_library(), staff, desk.today)
        add_appraisals(work, desk, managers, staff)
        add_training(work, read_training(), staff, desk.today)
        add_reviews(work, random.Random(content["seed"]))  # noqa: S311 - made-up answers
        head = _manager(work, content["head"], [], "Head of learning support")
        desk.keep(work, None, "Made the demo college", Entry("made demo", Kind.PERSON), *Subject)
    (owner,) = accounts.all_accounts(desk)
    accounts.change_account(desk, owner, person=head, is_head=True, is_administrator=True)
    pat = accounts.add_account(desk, MANAGER, SECRET, person=managers[0], is_own=True).result
    accounts.add_account(desk, LSA, SECRET, person=staff[0], is_own=True)
    with desk.writing(Kind.PERSON) as work:
        add_seen(work, read_plans(), managers[0], pat, staff)
        saw = Entry("wrote what was seen in a session", Kind.DEVELOPMENT)
        desk.keep(work, None, "Wrote what was seen in sessions", saw, Subject.DEVELOPMENT)
    _have_read(desk)
    _assessments(desk)
    add_week_plans(desk)
    add_briefing(desk)
    return desk


def _have_read(desk: Desk) -> None:
    """All have read the privacy notice: the demo is not the place to ask them to."""
    with desk.writing(Kind.COLLEGE) as work:
        edition = notice.kept(work)[0]
        for each in accounts.all_accounts(desk):
            notice.note_read(work, each.id, edition, each.person)
        desk.keep(work, None, "", Entry("made demo", Kind.PERSON), undo=False)


def _staff(
    work: Work, content: Content, dice: random.Random, today: date
) -> tuple[list[PersonId], list[PersonId]]:
    """The three managers, then the LSAs, each with a team, sites and a manager."""
    sites = [people.site_named(work, name) for name in content["sites"]]
    teams = [people.team_named(work, team["name"]) for team in content["teams"]]
    managers = [
        _manager(work, team["manager"], sites, "Learning support manager")
        for team in content["teams"]
    ]
    named = content["staff"]
    names = [
        (forename, surname) for forename in named["forenames"] for surname in named["surnames"]
    ]
    staff = []
    for number, (forename, surname) in enumerate(dice.sample(names, named["count"])):
        team = number % len(teams)
        contract = Contract(dice.choice(named["contracts"]))
        as_required = contract is Contract.BANK
        title, level = dice.choice(named["titles"]), dice.choice([None, 1, 2, 2, 3, 3, 4])
        person = people.add(
            work,
            PersonDetails(
                forename="Asha" if number == 0 else forename,
                surname="Kaur" if number == 0 else surname,
                payroll=f"AV{1000 + 3 * number}",
                title=named["titles"][0] if number == 0 else title,
                level=2 if number == 0 else level,
                team=teams[team],
                sites=frozenset(sites if number in SIGNERS else dice.sample(sites, 1)),
                contract=contract,
                weekly_minutes=None
                if as_required
                else int(dice.choice(named["weekly_hours"]) * 60),
                as_required=as_required,
                days=SIGNING_DAYS if number in SIGNERS else _days(dice),
                started=RoughDate(today - timedelta(days=dice.randint(60, 5000))),
            ),
        )
        for link in Link:
            people.set_link(work, person, link, managers[team])
        staff.append(person)
    return managers, staff


def _manager(work: Work, name: str, sites: Sequence[SiteId], title: str) -> PersonId:
    forename, surname = name.split(" ", 1)
    return people.add(
        work,
        PersonDetails(
            forename=forename,
            surname=surname,
            title=title,
            sites=frozenset(sites),
            contract=Contract.PERMANENT,
            weekly_minutes=0,  # managers are not deployed
            days=frozenset(),
        ),
    )


def _days(dice: random.Random) -> frozenset[Weekday]:
    if dice.random() < 0.6:
        return WORKING_WEEK
    return frozenset(dice.sample(sorted(WORKING_WEEK), dice.choice([3, 3, 4])))


def _ratings(
    work: Work, content: Content, dice: random.Random, staff: Sequence[PersonId]
) -> Mapping[str, SkillId]:
    """Rate most of the staff in most skills; returns the skills by name."""
    named = {
        name: skills.skill_named(work, name, group)
        for group, names in content["skills"].items()
        for name in names
    }
    ratings: list[Rating | None] = []
    for number, person in enumerate(staff):
        if number % 11 == 10:
            continue  # nobody has asked these people yet
        strength = dice.choice([0, 1, 1, 2])
        for name, skill in named.items():
            if name == content["learners"]["signed"] and number in SIGNERS:
                ratings.append(Rating(person=person, skill=skill, value=Level(4), view=View.AGREED))
                continue
            able = min(strength, content["scarce"].get(name, strength))
            ratings.append(_rating(dice, person, skill, able))
    rate_with_a_past(work, [rating for rating in ratings if rating is not None])
    return named


def _rating(dice: random.Random, person: PersonId, skill: SkillId, strength: int) -> Rating | None:
    throw = dice.random()
    if throw < 0.08:
        return None
    value = Level(min(4, max(0, strength + dice.choice([-1, 0, 0, 1, 1, 2]))))
    return Rating(
        person=person,
        skill=skill,
        value=Unknown() if throw < 0.13 else NotApplicable() if throw < 0.16 else value,
        view=View.IMPORTED if throw < 0.5 else View.AGREED,
        proof="observed" if throw > 0.7 else "",
        training_booked=throw > 0.97,
    )


def _certificates(
    work: Work, content: Content, dice: random.Random, staff: Sequence[PersonId], today: date
) -> None:
    courses: dict[CourseId, int] = {
        people_course: months
        for name, months in content["courses"].items()
        for people_course in [certificates.course_named(work, name)]
    }
    certificates.add(
        work,
        [
            _certificate(dice, person, course, months, today)
            for person in staff
            for course, months in courses.items()
            if dice.random() < 0.6
        ],
    )


def _certificate(
    dice: random.Random, person: PersonId, course: CourseId, months: int, today: date
) -> Certificate:
    achieved = today - timedelta(days=dice.randint(5, 30 * (months or 60)))
    expires = achieved + timedelta(days=round(months * 30.44)) if months else None
    return Certificate(
        person=person,
        course=course,
        achieved=RoughDate(achieved),
        lapse=Lapse.NEVER if expires is None else Lapse.ON,
        expires=None if expires is None else RoughDate(expires),
        provider=dice.choice(["In house", "Red Cross", "Local authority", ""]),
        proof_seen=dice.choice([True, True, False, None]),
    )


def _learners(
    work: Work, content: Content, dice: random.Random, able: Mapping[str, SkillId]
) -> None:
    asked = content["learners"]
    letters = "ABCDEFGHIJKLMNOPRSTUVWY"
    for number in range(1, asked["count"] + 1):
        ratio = dice.choice(asked["ratios"])
        support = dice.choice(asked["support"])
        hours = dice.choice([6, 10, 12.5, 15, 20, 25])
        if number == 1:
            support = [asked["signed"]]
        learners.add(
            work,
            LearnerDetails(
                reference=f"{dice.choice(letters)}{dice.choice(letters)}{number:02}",
                group=asked["groups"][number % len(asked["groups"])],
                needs=frozenset(able[name] for name in support),
                weekly_minutes=int(hours * 60),
                hours_said=f"{hours}",
                ratio=Ratio(1, int(ratio[-1])),
                ratio_said=ratio,
                must_have=f"{asked['signed']} level 3" if number == 1 else "",
            ),
        )


def _timetable(work: Work, content: Content, dice: random.Random) -> None:
    asked = content["timetable"]
    main, quay = (people.site_named(work, name) for name in content["sites"])
    groups = content["learners"]["groups"]
    for day in sorted(WORKING_WEEK):
        for start, end in asked["blocks"]:
            for group in groups:
                if dice.random() < 0.12:
                    continue
                needed = dice.choice([2, 3, 3, 4])
                timetable.add(
                    work,
                    SessionDetails(
                        day=day,
                        span=TimeSpan(time.fromisoformat(start), time.fromisoformat(end)),
                        group=group,
                        title=dice.choice(asked["subjects"]),
                        teacher=dice.choice(asked["teachers"]),
                        room=dice.choice(asked["rooms"]),
                        site=quay if group in groups[-2:] else main,
                        lsas_needed=needed,
                        lsas_wanted=needed,
                        week=dice.choice([Week.BOTH] * 8 + [Week.A, Week.B]),
                    ),
                )


def _assessments(desk: Desk) -> None:
    """What the LSA has begun to say of herself, and what a group said."""
    content = read_assessments()
    hold_group(desk, content)
    hers = college.unlock(desk.folder, LSA, SECRET)
    try:
        begin_own(hers, content)
    finally:
        hers.close()
