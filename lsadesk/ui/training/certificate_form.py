"""Asking for a certificate: whose, what of, from when until when."""

from dataclasses import replace
from typing import cast

from PySide6.QtWidgets import QComboBox, QWidget

from lsadesk.domain.courses.certificates import Certificate, CourseId, Lapse
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.courses.clocks import Clocks
from lsadesk.operations.typed import read_day, read_rough_date
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.words import tr

NEW = CourseId(0)  # a course that the college does not have yet


def ask_certificate(
    parent: QWidget, seen: Clocks, written: Certificate | None
) -> tuple[Certificate, str] | None:
    """A certificate as it was typed over *written* (None: a new one); None if cancelled.

    With it the name of its course where that is `NEW`, or else "".
    """
    question = CertificateQuestion(parent, seen, written)
    if not question.answered() or question.wanted is None:
        return None
    named = question.course.currentText().strip() if question.wanted.course == NEW else ""
    return question.wanted, named


class CertificateQuestion(Question):
    """Who and what are chosen; the dates are typed as they stand on the paper."""

    def __init__(self, parent: QWidget, seen: Clocks, written: Certificate | None) -> None:
        new = written is None
        title = tr("Record a certificate") if new else tr("Change a certificate")
        super().__init__(parent, title, "", tr("Record") if new else tr("Change"))
        self.wanted: Certificate | None = None
        self._written = written
        self._own = {name.casefold(): course for course, name in seen.courses.items()}
        self._ask_whose(seen)
        self._ask_dates()
        self.ready = self._read

    def _ask_whose(self, seen: Clocks) -> None:
        held = self._written
        people = [(name, person) for person, name in seen.staff.items()]
        if held is not None:
            people = [(name, person) for name, person in people if person == held.person]
        self.who = self.form.choice(tr("Whose it is"), people)
        self.course = self._ask_course(seen)
        self.level = self.form.text(
            tr("Level"),
            "" if held is None else held.level,
            hint=tr("Where the course has levels. Of a DBS check: for which workforce."),
        )
        self.edition = self.form.text(
            tr("Edition"),
            "" if held is None else held.edition,
            hint=tr("As on the certificate. The DBS Update Service has a list of its own."),
        )
        self.provider = self.form.text(tr("Who gave it"), "" if held is None else held.provider)

    def _ask_course(self, seen: Clocks) -> Choice:
        """What the college has and, for a new certificate, what it may want to begin with."""
        held = self._written
        courses = sorted((name, course) for course, name in seen.courses.items())
        if held is not None:
            return self.form.choice(tr("What of"), courses, held.course)
        own = {name.casefold() for name, _ in courses}
        courses += [(name, NEW) for name in seen.usual if name.casefold() not in own]
        field = Choice(courses)
        field.setEditable(True)
        field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        field.setCurrentText("")  # the first that is offered is not chosen by being there
        return self.form.add(tr("What of"), field, hint=tr("Choose one, or type another."))

    def _course_said(self) -> CourseId | None:
        """The college's own course of the name that is shown; None: nothing is."""
        if not self.course.isEditable():
            return cast("CourseId", self.course.chosen())
        said = self.course.currentText().strip().casefold()
        return self._own.get(said, NEW) if said else None

    def _ask_dates(self) -> None:
        held = self._written
        achieved = "" if held is None or held.achieved is None else str(held.achieved)
        expires = "" if held is None or held.expires is None else str(held.expires)
        refreshed = (
            "" if held is None or held.refreshed_on is None else f"{held.refreshed_on:%d %b %Y}"
        )
        self.achieved = self.form.text(
            tr("Achieved"), achieved, hint=tr("3 Feb 2027, or just Feb 2027.")
        )
        self.expires = self.form.text(
            tr("Last day, as written on it"),
            expires,
            hint=tr("Empty where none is written: the college's rule then says."),
        )
        self.never = self.form.tick(
            tr("It says itself that it never lapses"),
            held is not None and held.lapse is Lapse.NEVER,
        )
        self.refreshed = self.form.text(
            tr("Last refresher, or last looked at again"), refreshed, hint=tr("May be empty.")
        )
        self.seen = self.form.tick(tr("I have seen it"), bool(held is not None and held.proof_seen))

    def _read(self) -> bool:
        self.form.clear_wrong()
        person, course = self.who.chosen(), self._course_said()
        if course is None:
            self.form.wrong(self.course, tr("Say what it is a certificate of."))
        achieved = self.form.read(self.achieved, read_rough_date)
        expires = self.form.read(self.expires, read_rough_date)
        refreshed = self.form.read(self.refreshed, read_day)
        if expires is not None and self.never.isChecked():
            self.form.wrong(self.expires, tr("It cannot have a last day and never lapse."))
        if expires is not None and achieved is not None and expires.day < achieved.day:
            self.form.wrong(self.expires, tr("This is before it was achieved."))
        if self.form.first_wrong() is not None:
            return False
        if not isinstance(person, int) or course is None:
            return False
        blank = Certificate(
            person=PersonId(person), course=course, achieved=None, lapse=Lapse.NOT_KNOWN
        )
        unseen = None if self._written is None else self._written.proof_seen
        self.wanted = replace(
            self._written or blank,
            course=course,
            level=self.level.text().strip(),
            edition=self.edition.text().strip(),
            provider=self.provider.text().strip(),
            achieved=achieved,
            expires=expires,
            lapse=self._lapse(has_end=expires is not None),
            refreshed_on=refreshed,
            proof_seen=True if self.seen.isChecked() else False if unseen else unseen,
        )
        return True

    def _lapse(self, *, has_end: bool) -> Lapse:
        if has_end:
            return Lapse.ON
        return Lapse.NEVER if self.never.isChecked() else Lapse.NOT_KNOWN
