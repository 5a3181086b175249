"""What is asked of a plan: each question found and not found, with its measure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from lsadesk.domain.calendar import WORKING_WEEK, TimeSpan, Weekday
from lsadesk.domain.deployment.evidence import Finding, Question, Seen, findings, shares_of
from lsadesk.domain.deployment.model import Lsa, Meeting, Problem, Slot, SlotId
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import Learner, LearnerId
from lsadesk.domain.weeks.timetable import LsaUse, Session, SessionId

DAY = TimeSpan(time(8), time(17))
ASHA, BEN = (
    Lsa(id=PersonId(number), name=name, available=dict.fromkeys(WORKING_WEEK, DAY))
    for number, name in ((1, "Asha"), (2, "Ben"))
)
JB = Learner(id=LearnerId(1), version=1, reference="JB02", group="Blue", said_on=date(2026, 9, 1))


def session(number: int, **other: object) -> Session:
    usual = Session(
        id=SessionId(number),
        version=1,
        day=Weekday(number % 5),
        span=TimeSpan(time(9), time(10)),
        group="Blue",
        title="Art",
    )
    return replace(usual, **other)  # type: ignore[arg-type]


def seen(
    sessions: Sequence[Session],
    people: Sequence[Sequence[Lsa]],
    *,
    learners: Sequence[Learner] = (JB,),
    meetings: Sequence[Meeting] = (),
) -> Seen:
    """The week of *sessions*, each with those of *people* at its place."""
    slots, placed = [], {}
    for each, there in zip(sessions, people, strict=True):
        for at, lsa in enumerate(there):
            slot = SlotId(each.id, at)
            placed[slot] = lsa.id
            slots.append(
                Slot(id=slot, day=each.day, span=each.span, group="Blue", teacher=each.teacher)
            )
    problem = Problem(
        starts=date(2026, 11, 23), lsas=(ASHA, BEN), slots=tuple(slots), meetings=tuple(meetings)
    )
    return Seen(
        problem=problem,
        placed=placed,
        sessions={each.id: each for each in sessions},
        learners=learners,
        comes={
            each.id: tuple(one for one in learners if not each.learners or one.id in each.learners)
            for each in sessions
        },
    )


def found(question: Question, week: Seen) -> list[Finding]:
    return [each for each in findings(week) if each.question is question]


def test_a_learner_who_has_one_lsa_nearly_always_is_found_with_the_share() -> None:
    week = seen([session(n) for n in range(4)], [[ASHA], [ASHA], [ASHA], [BEN]])
    (finding,) = found(Question.ONE_PERSON, week)
    assert finding.figure == "75% of 4 h"
    assert [record.name for record in finding.about] == ["JB02", "Asha"]


def test_leaning_on_one_person_is_told_beside_what_it_was_before() -> None:
    sessions = [session(n) for n in range(4)]
    then = shares_of(seen(sessions, [[ASHA], [BEN], [BEN], [BEN]]), date(2026, 9, 7))
    week = replace(seen(sessions, [[ASHA], [ASHA], [ASHA], [BEN]]), before=then)
    (finding,) = found(Question.ONE_PERSON, week)
    assert finding.sentence == (
        "Asha gives JB02 3 h of 4 h of support, 25% in the plan from 7 Sep 2026."
    )


def test_two_lsas_in_a_session_count_half_each() -> None:
    week = seen([session(n) for n in range(4)], [[ASHA, BEN]] * 4)
    assert not found(Question.ONE_PERSON, week)


def test_of_two_sessions_nobody_judges_whom_a_learner_leans_on() -> None:
    assert not found(Question.ONE_PERSON, seen([session(0), session(1)], [[ASHA], [ASHA]]))


def test_a_learner_with_less_of_the_teacher_than_their_group_is_found() -> None:
    other = replace(JB, id=LearnerId(2), reference="KC03")
    alone = session(3, led_by_lsa=True, learners=frozenset({JB.id}))
    week = seen([*(session(n) for n in range(3)), alone], [[BEN]] * 4, learners=(JB, other))
    (finding,) = found(Question.TEACHER_TIME, week)
    assert finding.figure == "75%, group 86%"
    assert finding.about[0].name == "JB02"


def test_where_the_whole_group_is_led_by_an_lsa_nobody_has_less() -> None:
    week = seen([session(0), session(1, led_by_lsa=True)], [[BEN], [BEN]])
    assert not found(Question.TEACHER_TIME, week)


def test_a_pair_that_can_never_plan_and_a_teacher_without_a_time_are_found() -> None:
    taught = [session(0, teacher="R. Bell"), session(1, teacher="J. Lyle")]
    early = Meeting(teacher="R. Bell", day=Weekday.MONDAY, span=TimeSpan(time(7), time(8)))
    told = [
        each.sentence
        for each in found(Question.PLANNING, seen(taught, [[ASHA], [BEN]], meetings=[early]))
    ]
    assert told == [
        "Asha works with R. Bell; they share no time to plan.",
        "No time to plan with J. Lyle is known; 1 LSA beside them.",
    ]


def test_a_session_that_needs_nobody_and_has_somebody_is_found() -> None:
    unneeded = session(0, lsa_use=LsaUse.DOES_NOT_NEED)
    assert len(found(Question.NOT_NEEDED, seen([unneeded], [[ASHA]]))) == 1
    assert not found(Question.NOT_NEEDED, seen([unneeded], [[]]))


def test_fewer_sessions_than_meant_are_found() -> None:
    assert found(Question.FEW_SESSIONS, seen([session(0)], [[ASHA]]))[0].figure == "1 of 2"
    assert not found(Question.FEW_SESSIONS, seen([session(0), session(1)], [[ASHA], [BEN]]))


def test_support_that_was_not_talked_over_is_found() -> None:
    silent = replace(JB, said_on=None)
    assert found(Question.NOT_TALKED_OVER, seen([session(0)], [[ASHA]], learners=[silent]))
    assert not found(Question.NOT_TALKED_OVER, seen([session(0)], [[ASHA]]))


def test_somebody_with_hardly_any_of_a_fair_share_is_found_with_what_could_be_theirs() -> None:
    week = seen([session(at) for at in range(4)], [[ASHA]] * 4)
    paid = tuple(replace(each, weekly_minutes=600) for each in (ASHA, BEN))
    uneven = replace(week, problem=replace(week.problem, lsas=paid))
    (finding,) = found(Question.LITTLE, uneven)
    assert finding.figure == "0 h of 2 h"
    assert finding.sentence == (
        "Ben has 0 h, where a fair share is 2 h. 4 places (4 h) of this week could be theirs; "
        "1 other person has those."
    )


def test_the_mix_adds_up_and_says_who_works_beside_whom() -> None:
    other = session(1, learners=frozenset({LearnerId(9)}))
    overall, asha, ben = found(Question.MIX, seen([session(0), other], [[ASHA], [ASHA, BEN]]))
    assert overall.sentence.startswith("All together: 0% beside one learner, 33% with a group")
    assert (asha.figure, ben.figure) == ("0% / 50% / 50%", "0% / 0% / 100%")


def test_a_finding_is_known_again_in_the_next_plan() -> None:
    four = [session(n) for n in range(4)]
    (one,) = found(Question.ONE_PERSON, seen(four, [[ASHA], [ASHA], [ASHA], [BEN]]))
    (next_one,) = found(Question.ONE_PERSON, seen(four, [[ASHA]] * 4))
    assert one.key == next_one.key
