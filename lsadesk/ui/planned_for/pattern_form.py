"""Asking when and how a person can be deployed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import Weekday
from lsadesk.domain.developing.plan_words import hours_words
from lsadesk.domain.weeks.learners import CareBy
from lsadesk.domain.weeks.planning import USUAL_DAY_MINUTES, KeptFrom, WorkPattern
from lsadesk.operations.typed import read_day, read_minutes
from lsadesk.operations.typed_times import read_hours_of_day, span_words
from lsadesk.operations.weeks.work_patterns import (
    LONGER,
    LONGEST_DAY,
    SHORTEST_RUN,
    OpenPattern,
    stays_longer,
)
from lsadesk.ui.planned_for.words import day_name, no_group, no_skill
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.days import day_words
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.names import ManyNames, names_of, read_names
from lsadesk.ui.widgets.until_read import answer_to, side_by_side
from lsadesk.ui.words import tr


def ask_pattern(parent: QWidget, opened: OpenPattern) -> WorkPattern | None:
    """The pattern as it was typed over the one that is kept; None where it was cancelled."""
    question = Question(
        parent,
        tr("When and how somebody can be deployed"),
        tr("For {name}. All of it may stay empty.", name=opened.name),
        tr("Save"),
    )
    fields = _Fields(opened)
    side_by_side(question, fields.left, fields.right)
    return answer_to(question, fields.typed, fields.left, fields.right)


class _Fields:
    """Hours and limits on the left; leading, care, and what somebody hopes for on the right."""

    def __init__(self, opened: OpenPattern) -> None:
        self._kept, self._booked_until = opened.pattern, opened.booked_until
        self._skills = {skill.id: skill.name for skill in opened.skills}
        self._groups = {group: group for group in opened.groups}
        self._groups |= {group: group for group in opened.pattern.hopes}
        self.left, self.right = Form(), Form()
        self.hours = self._hours(self.left)
        self._limits(self.left)
        self._person(self.right)

    def _hours(self, form: Form) -> dict[Weekday, QLineEdit]:
        form.say(
            tr(
                "Hours as 8.30-16.00. Where no day has any, the days of the staff record count, "
                "8.30 to 17.30."
            )
        )
        kept = self._kept.hours
        return {
            day: form.text(day_name(day), span_words(kept[day]) if day in kept else "")
            for day in Weekday
        }

    def _limits(self, form: Form) -> None:
        kept = self._kept
        self.most = form.text(
            tr("At most on one day"), hours_words(kept.day_minutes), hint=tr("Hours, as 7.5.")
        )
        self.in_a_row = form.text(
            tr("At most without a pause"),
            "" if kept.most_in_a_row is None else hours_words(kept.most_in_a_row),
            hint=tr("Hours. Empty: no limit."),
        )
        self.ends = form.text(
            tr("The booking ends on"), day_words(kept.ends), hint=tr("For agency and fixed term.")
        )

    def _person(self, form: Form) -> None:
        kept = self._kept
        self.leads = form.tick(
            tr("May lead a session without a teacher"),
            kept.may_lead,
            hint=tr("Agreed with them and with whoever answers for the session."),
        )
        self.leads_under = form.text(tr("Who supervises them then"), kept.leads_under)
        form.say(
            tr(
                "Some learners ask for personal care from a woman or from a man. Ask whether "
                "they agree to be named; nobody has to answer."
            )
        )
        self.care: dict[CareBy, QCheckBox] = {
            care: form.tick(words, care in kept.gives_care_as)
            for care, words in (
                (CareBy.WOMAN, tr("Gives care where a woman is asked for")),
                (CareBy.MAN, tr("Gives care where a man is asked for")),
            )
        }
        self.kept_from = form.text(
            tr("Kept from work with these skills"),
            names_of({each.skill for each in kept.kept_from}, self._skills),
            hint=tr("Moving and handling, say. The planner never breaks it."),
        )
        form.say(
            tr(
                "Why is about health: it is written apart, on their staff record, where only "
                "they, their line manager and the head read it."
            )
        )
        self.until = form.text(
            tr("Kept from it until"), day_words(_until(kept.kept_from)), hint=tr("Empty: no end.")
        )
        self.hopes = form.text(
            tr("Hopes to work with these groups"), names_of(kept.hopes, self._groups)
        )
        self.learns = form.text(
            tr("Wants to use these skills more"), names_of(kept.learns, self._skills)
        )
        for field in (self.kept_from, self.learns):
            ManyNames(field, self._skills.values())
        ManyNames(self.hopes, self._groups)

    def typed(self) -> WorkPattern:
        """What the fields say; what cannot be read is said beside its field."""
        left, right = self.left, self.right
        spans = {day: left.read(field, read_hours_of_day) for day, field in self.hours.items()}
        most = left.read(self.most, read_minutes)
        if most is not None and not 0 < most <= LONGEST_DAY:
            left.wrong(self.most, tr("A day's work is more than nothing and at most 14 hours."))
        in_a_row = left.read(self.in_a_row, read_minutes)
        if in_a_row is not None and in_a_row < SHORTEST_RUN:
            left.wrong(self.in_a_row, tr("At least half an hour, or leave it empty."))
        ends = left.read(self.ends, read_day)
        if stays_longer(ends, self._booked_until):
            left.wrong(self.ends, tr(LONGER))
        return replace(
            self._kept,
            hours={day: span for day, span in spans.items() if span is not None},
            day_minutes=USUAL_DAY_MINUTES if most is None else most,
            most_in_a_row=in_a_row,
            ends=ends,
            may_lead=self.leads.isChecked(),
            leads_under=self.leads_under.text().strip(),
            gives_care_as=frozenset(care for care, tick in self.care.items() if tick.isChecked()),
            kept_from=self._kept_from(),
            hopes=right.read(self.hopes, read_names(self._groups, no_group())) or frozenset(),
            learns=right.read(self.learns, read_names(self._skills, no_skill())) or frozenset(),
        )

    def _kept_from(self) -> tuple[KeptFrom, ...]:
        """Each keeps its own day, unless the one that stands for all of them was changed."""
        skills = (
            self.right.read(self.kept_from, read_names(self._skills, no_skill())) or frozenset()
        )
        until = self.right.read(self.until, read_day)
        before: Mapping[SkillId, KeptFrom] = {each.skill: each for each in self._kept.kept_from}
        as_before = until == _until(self._kept.kept_from)
        return tuple(
            before[skill] if as_before and skill in before else KeptFrom(skill, until)
            for skill in sorted(skills)
        )


def _until(kept_from: tuple[KeptFrom, ...]) -> date | None:
    days = {each.until for each in kept_from}
    return days.pop() if len(days) == 1 else None
