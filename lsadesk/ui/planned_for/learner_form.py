"""Asking for a learner's support: by reference, what is needed and not why."""

import re
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from lsadesk.domain.developing.plan_words import hours_words
from lsadesk.domain.weeks.learners import CareBy, LearnerDetails, Ratio
from lsadesk.errors import UserError
from lsadesk.operations.typed import read_day, read_minutes
from lsadesk.operations.weeks.support import Support
from lsadesk.ui.planned_for.words import care_words, no_skill
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.days import day_words
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.names import ManyNames, names_of, read_names
from lsadesk.ui.widgets.suggesting import suggest_any
from lsadesk.ui.widgets.until_read import answer_to, side_by_side
from lsadesk.ui.words import tr

_LINES = 5
_RATIO = re.compile(r"([1-9]\d?)\s*(?::|to)\s*([1-9]\d?)")


def ask_learner(
    parent: QWidget, title: str, filled: LearnerDetails, around: Support, yes: str
) -> LearnerDetails | None:
    """A learner's support as it was typed over *filled*; None where it was cancelled."""
    question = Question(
        parent,
        title,
        tr("Write a reference, never a name, and what is needed, never a diagnosis."),
        yes,
    )
    fields = _Fields(filled, around)
    side_by_side(question, fields.left, fields.right)
    return answer_to(question, fields.typed, fields.left, fields.right)


class _Fields:
    """What the planner keeps to on the left, what people are told on the right."""

    def __init__(self, filled: LearnerDetails, around: Support) -> None:
        self._filled, self._around = filled, around
        self._skills = {skill.id: skill.name for skill in around.skills}
        self.left, self.right = Form(), Form()
        self._asked(self.left)
        self._told(self.right)

    def _asked(self, form: Form) -> None:
        filled = self._filled
        self.reference = form.text(tr("Reference"), filled.reference, hint=tr("As KD07."))
        self.group = form.text(tr("Group"), filled.group)
        self.needs = form.text(
            tr("Whoever supports them has these skills"),
            names_of(filled.needs, self._skills),
            hint=tr("Skills of the audit, with commas between them."),
        )
        self.hours = form.text(
            tr("Hours of support a week"), _hours(filled.weekly_minutes), hint=tr("As 12.5.")
        )
        self.ratio = form.text(
            tr("Staff to learners"), _ratio(filled.ratio), hint=tr("1:1, 2:1 or 1:3.")
        )
        self.care_ratio = form.text(
            tr("Staff to learners in personal care"),
            _ratio(filled.care_ratio),
            hint=tr("Only if it differs."),
        )
        self.left_on = form.text(
            tr("Last day at the college"),
            day_words(filled.left_on),
            hint=tr("If it is known. Nothing is planned for them from the day after."),
        )
        self.own = form.tick(tr("Has somebody to themselves"), filled.own_places)
        self.care_by = form.choice(tr("Personal care is asked of"), _cares(), filled.care_by)
        self.tasks = form.text(
            tr("Tasks that need a sign-off for this learner"),
            ", ".join(sorted(filled.tasks)),
            hint=tr("As assisted eating, with commas between them."),
        )
        suggest_any(self.group, self._around.groups)
        ManyNames(self.needs, self._skills.values())
        known = {task for each in self._around.learners for task in each.tasks}
        ManyNames(self.tasks, known, others=True)

    def _told(self, form: Form) -> None:
        filled, staff = self._filled, self._around.staff
        self.prefers = form.text(
            tr("Likes to be supported by"),
            names_of(filled.prefers, staff),
            hint=tr("Names with commas between them."),
        )
        self.not_with = form.text(tr("Never with"), names_of(filled.not_with, staff))
        self.aims = form.paragraph(tr("Aims"), filled.aims)
        self.review_by = form.text(
            tr("Look at the aims again by"), day_words(filled.review_by), hint=tr("As 3 Feb 2027.")
        )
        self.reviewed = form.paragraph(
            tr("What came of it the last time, with learner and teacher"), filled.reviewed
        )
        self.how = form.paragraph(tr("How to support"), filled.how)
        self.said = form.paragraph(
            tr("What the learner said and wants"),
            filled.said,
            hint=tr("Who supports them is agreed with them, not only for them."),
        )
        self.said_on = form.text(
            tr("Said on"), day_words(filled.said_on), hint=tr("As 3 Feb 2027.")
        )
        self.note = form.text(tr("Note"), filled.note)
        for field in (self.prefers, self.not_with):
            ManyNames(field, staff.values())
        for long in (self.aims, self.reviewed, self.how, self.said):
            long.setMaximumHeight(_LINES * long.fontMetrics().lineSpacing())

    def typed(self) -> LearnerDetails:
        """What the fields say; what cannot be read is said beside its field."""
        left, right, staff = self.left, self.right, self._around.staff
        reference = self.reference.text().strip()
        if not reference:
            left.wrong(self.reference, tr("A reference is needed: initials and a number, say."))
        minutes = left.read(self.hours, read_minutes)
        ratio = left.read(self.ratio, read_ratio)
        said, said_on = self.said.toPlainText().strip(), right.read(self.said_on, read_day)
        return replace(
            self._filled,
            reference=reference,
            group=" ".join(self.group.text().split()),
            needs=left.read(self.needs, read_names(self._skills, no_skill())) or frozenset(),
            weekly_minutes=minutes,
            hours_said=self._filled.hours_said if minutes == self._filled.weekly_minutes else "",
            ratio=ratio,
            ratio_said=self._filled.ratio_said if ratio == self._filled.ratio else "",
            care_ratio=left.read(self.care_ratio, read_ratio),
            left_on=left.read(self.left_on, read_day),
            own_places=self.own.isChecked(),
            care_by=_care(self.care_by.chosen()),
            tasks=frozenset(part.strip() for part in self.tasks.text().split(",") if part.strip()),
            prefers=right.read(self.prefers, read_names(staff)) or frozenset(),
            not_with=right.read(self.not_with, read_names(staff)) or frozenset(),
            aims=self.aims.toPlainText().strip(),
            review_by=right.read(self.review_by, read_day),
            reviewed=self.reviewed.toPlainText().strip(),
            how=self.how.toPlainText().strip(),
            said=said,
            said_on=said_on or (self._around.today if said != self._filled.said else None),
            note=self.note.text().strip(),
        )


def read_ratio(text: str) -> Ratio | None:
    """Staff to learners typed as 2:1; None where nothing was typed.

    Raises:
        UserError: it is no such ratio.
    """
    if not text.strip():
        return None
    found = _RATIO.fullmatch(text.strip())
    if found is None:
        raise UserError(tr("Write staff to learners as 1:1, 2:1 or 1:3."))
    return Ratio(int(found[1]), int(found[2]))


def _ratio(ratio: Ratio | None) -> str:
    return "" if ratio is None else str(ratio)


def _hours(minutes: int | None) -> str:
    return "" if minutes is None else hours_words(minutes)


def _cares() -> list[tuple[str, object]]:
    return [(tr("nobody in particular"), None), *((care_words(each), each) for each in CareBy)]


def _care(chosen: object) -> CareBy | None:
    return chosen if isinstance(chosen, CareBy) else None
