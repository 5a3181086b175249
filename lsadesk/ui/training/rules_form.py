"""Asking how long a course's certificates last: a line of text for each rule."""

from PySide6.QtWidgets import QWidget

from lsadesk.domain.courses.certificates import CourseId
from lsadesk.domain.courses.clocks import CourseRule
from lsadesk.operations.courses.clocks import Clocks
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.words import tr

Rules = tuple[CourseId, list[CourseRule]]
_SPARE = 2  # empty rules beside those there are


class _Fields:
    """The fields of one rule in a form, beginning with *rule*."""

    def __init__(self, form: Form, rule: CourseRule | None, number: int) -> None:
        self.form = form
        known = rule is not None
        lapses = "" if rule is None or rule.lapses_after is None else str(rule.lapses_after)
        refresh = "" if rule is None or rule.refresh_after is None else str(rule.refresh_after)
        self.form.heading(tr("Rule {number}", number=number))
        self.used = self.form.tick(tr("Rule {number} holds", number=number), known)
        self.level = self.form.text(
            tr("For level"), rule.level if rule else "", hint=tr("Empty: for every level.")
        )
        self.edition = self.form.text(
            tr("For edition"), rule.edition if rule else "", hint=tr("Empty: for every edition.")
        )
        self.lapses = self.form.text(
            tr("Lapses after how many months"), lapses, hint=tr("Empty: it never lapses.")
        )
        self.refresh = self.form.text(
            tr("Refresher or next look after how many months"), refresh, hint=tr("Empty: none.")
        )
        self.note = self.form.text(
            tr("What for, and where the rule is from"), rule.note if rule else "", long=True
        )

        for field in (self.level, self.edition, self.lapses, self.refresh, self.note):
            field.textEdited.connect(lambda _text: self.used.setChecked(True))

    def read(self, course: CourseId) -> CourseRule | None:
        """The rule as typed; None where it is not used."""
        if not self.used.isChecked():
            return None
        return CourseRule(
            course=course,
            level=self.level.text().strip(),
            edition=self.edition.text().strip(),
            lapses_after=self._months(self.lapses.text()),
            refresh_after=self._months(self.refresh.text()),
            note=self.note.text().strip(),
        )

    def tell_wrong(self) -> None:
        """Say which number of months cannot be read."""
        for field in (self.lapses, self.refresh):
            text = field.text().strip()
            if self.used.isChecked() and text and (not text.isdecimal() or int(text) < 1):
                self.form.wrong(field, tr("Write months in figures, or leave it empty."))

    def _months(self, text: str) -> int | None:
        return int(text) if text.strip() else None


def ask_rules(parent: QWidget, seen: Clocks, course: CourseId) -> Rules | None:
    """The rules of a course as they were typed; None where it was cancelled."""
    question = RulesQuestion(parent, seen, course)
    return question.wanted if question.answered() else None


class RulesQuestion(Question):
    """A course may have a rule for all, and others for one level or edition."""

    def __init__(self, parent: QWidget, seen: Clocks, course: CourseId) -> None:
        sentence = tr(
            "Where no last day is written on a certificate of {course}, it follows from the rule "
            "that says most about it. What is written is never changed.",
            course=seen.courses[course],
        )
        super().__init__(parent, tr("How long it lasts"), sentence, tr("Save"))
        self.wanted: Rules | None = None
        self._course = course
        known = [each for each in seen.rules if each.course == course]
        beginning = [*known, *[None] * _SPARE]
        self._fields = [
            _Fields(self.form, rule, number) for number, rule in enumerate(beginning, 1)
        ]
        self.ready = self._read

    def _read(self) -> bool:
        self.form.clear_wrong()
        for fields in self._fields:
            fields.tell_wrong()
        if self.form.first_wrong() is not None:
            return False
        found = [fields.read(self._course) for fields in self._fields]
        self.wanted = self._course, [each for each in found if each is not None]
        return True
