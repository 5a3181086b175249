"""The lines of the training plan's page: who is in it, and who else could be."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import Weekday, uk_date
from lsadesk.domain.courses.training import Choice, Hand, Option, TrainingLine, TrainingPlan, totals
from lsadesk.domain.courses.training_case import reasons
from lsadesk.domain.developing.plan_words import hours_words, money_words
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.courses.training import TrainingBoard
from lsadesk.ui.widgets.tables import Column
from lsadesk.ui.words import count, tr


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A person and an option; *line* is None where they could take it and are not in the plan."""

    person: PersonId
    name: str
    option: Option
    why: str
    worth: int
    line: TrainingLine | None = None

    @property
    def is_in(self) -> bool:
        """Whether it is in the plan."""
        return self.line is not None and self.line.hand is not Hand.REFUSED

    @property
    def on(self) -> date | None:
        """Its date."""
        return None if self.line is None else self.line.on


def lines_of(board: TrainingBoard) -> list[PlanLine]:
    """What is in the plan or kept out of it, then whoever else could take something."""
    options = {each.id: each for each in board.options}
    worths = {} if board.case is None else {each.key: each.worth for each in board.case.prospects}
    planned = () if board.plan is None else board.plan.lines
    found = [
        PlanLine(
            each.person,
            board.names[each.person],
            options[each.option],
            each.why,
            worths.get((each.person, each.option), 0),
            each,
        )
        for each in planned
        if each.option in options and each.person in board.names
    ]
    known = {(each.person, each.option) for each in planned}
    if board.case is not None:
        why = reasons(board.case)
        found += [
            PlanLine(
                each.person,
                board.names[each.person],
                options[each.option],
                why[each.key],
                each.worth,
            )
            for each in board.case.prospects
            if each.key not in known
        ]
    return found


def plan_columns() -> tuple[Column[PlanLine], ...]:
    """The columns of the page."""
    return (
        Column(tr("Who"), lambda line: line.name, width=20),
        Column(tr("Training"), lambda line: line.option.name, width=24),
        Column(tr("Why"), lambda line: line.why, width=44),
        Column(tr("When, and what it leaves"), when_words, sort=lambda line: line.on, width=34),
        Column(
            tr("Cost"),
            _cost_words,
            sort=lambda line: line.option.cost_pence,
            width=9,
            right=True,
        ),
        Column(tr("How it stands"), state_words, sort=_state_order, width=18),
    )


def _cost_words(line: PlanLine) -> str:
    if not line.option.group_pence:
        return money_words(line.option.cost_pence)
    group = tr("{group} for the group", group=money_words(line.option.group_pence))
    if not line.option.cost_pence:
        return group
    return tr("{each} and {group}", each=money_words(line.option.cost_pence), group=group)


def when_words(line: PlanLine) -> str:
    """The date with its weekday and what it leaves to be covered."""
    if line.line is None or line.line.on is None:
        return tr("no date yet") if line.line is not None else ""
    on = line.line.on
    day = f"{Weekday(on.weekday()).short} {uk_date(on)}"
    return f"{day}: {line.line.cover}" if line.line.cover else day


def state_words(line: PlanLine) -> str:
    """Whether it is in the plan, and through whom."""
    if line.line is None:
        return tr("could, not in the plan")
    if line.line.action is not None:
        return tr("in their own plan")
    return {
        Hand.SUGGESTED: tr("suggested"),
        Hand.PINNED: tr("kept by hand"),
        Hand.REFUSED: tr("kept out by hand"),
    }[line.line.hand]


def _state_order(line: PlanLine) -> tuple[bool, int]:
    return not line.is_in, -line.worth


def shows(which: str, skill: SkillId | None) -> Callable[[PlanLine], bool]:
    """Whether the page shows a line: what is in the plan, or everybody; of one skill or all."""

    def test(line: PlanLine) -> bool:
        fits = skill is None or line.option.skill == skill
        return fits and (which == EVERYBODY or line.line is not None)

    return test


IN_PLAN, EVERYBODY = "in the plan", "everybody"


def summary(plan: TrainingPlan | None, options: Sequence[Option]) -> str:
    """What the plan comes to."""
    if not options:
        return tr("Nothing is on offer to plan with yet: add courses under On offer first.")
    if plan is None or not plan.chosen:
        return tr("There is no training plan yet. Say what there is to spend, and suggest one.")
    sums = totals(plan, options)
    said = tr(
        "{places} for {people}: {money}, {hours} off timetable ({share} by law or the college).",
        places=count(sums.lines, "place", "places"),
        people=count(sums.people, "person", "people"),
        money=money_words(sums.pence),
        hours=hours_words(sums.release_minutes),
        share=hours_words(sums.compliance_minutes),
    )
    if sums.joint:
        joint = count(sums.joint, "training", "trainings")
        said += " " + tr("{number} together with teachers.", number=joint)
    return said


def proof(plan: TrainingPlan | None) -> str:
    """Whether nothing better is possible; "" where nothing was chosen."""
    if plan is None or not plan.chosen:
        return ""
    if plan.worth is None or plan.bound is None:
        return tr("Changed by hand since it was suggested.")
    if plan.worth >= plan.bound:
        return tr("Proved: no other choice within this budget closes more.")
    return tr("Nothing better was found in time.")


def chosen_words(choice: Choice) -> str:
    """What a search found, for the message bar."""
    if not choice.keys:
        return tr("Nothing on offer helps within these limits.")
    places = count(len(choice.keys), "place", "places")
    return tr("Suggested {places} in {seconds} s.", places=places, seconds=f"{choice.seconds:.1f}")
