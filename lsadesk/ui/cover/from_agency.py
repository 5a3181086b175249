"""Asking who an agency sends: a name, until when, and what they showed at the door."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLineEdit, QWidget

from lsadesk.domain.calendar import TimeSpan, uk_date
from lsadesk.domain.courses.certificates import CourseId
from lsadesk.domain.covering.agency import Booked, Booking, wrong_with
from lsadesk.domain.deployment.needs import USUAL_HOURS
from lsadesk.domain.words import folded
from lsadesk.operations.covering.bookings import asked_for
from lsadesk.operations.covering.cover_board import CoverBoard
from lsadesk.operations.typed_times import read_hours_of_day
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.forms import Choice, Form
from lsadesk.ui.widgets.several import Several
from lsadesk.ui.widgets.until_read import answer_to, side_by_side
from lsadesk.ui.words import tr


def ask_booking(
    parent: QWidget | None, seen: CoverBoard, here: Sequence[Booked] = ()
) -> Booking | None:
    """Who comes from an agency on the day that is *seen*, or which of those who are *here* from
    one stays longer; None where it was cancelled."""
    question = Question(
        parent,
        tr("Somebody from an agency"),
        tr(
            "They can take every place that asks for nothing, or only for what they showed. "
            "After their last day they are on no list any more."
        ),
        tr("Keep it") if here else tr("Take them on"),
    )
    fields = _Fields(seen, here)
    side_by_side(question, fields.left, fields.right)
    return answer_to(question, fields.typed, fields.left, fields.right)


class _Fields:
    """Who and until when on the left; what was seen on the right."""

    def __init__(self, seen: CoverBoard, here: Sequence[Booked]) -> None:
        self._on, self._sites, self._here = seen.on, seen.sites, here
        self.left, self.right = Form(), Form()
        self.who = self._who(here) if here else None
        self.forename = self.left.text(tr("Forename"))
        self.surname = self.left.text(tr("Surname"))
        self.agency = self.left.text(tr("Agency"))
        on = QDate(seen.on.year, seen.on.month, seen.on.day)
        self.ends = self.left.day(tr("Last day"), on)
        self.ends.setMinimumDate(on)
        self.hours = self.left.text(
            tr("From and until"), str(USUAL_HOURS), hint=tr("As 9.00-15.30, on each day.")
        )
        sites: list[tuple[str, object]] = [(tr("Any site"), None)]
        sites += [(name, site) for site, name in seen.sites.items()]
        self.site = self.left.choice(tr("Where"), sites)
        self.is_checked = self.right.tick(
            tr("I saw who they are, and their checks"),
            hint=tr(
                "Identity, and in writing from the agency: its checks, the DBS among them, for "
                "all days until the last."
            ),
        )
        self._seen(seen)
        self.why = self._why() if here else None

    def _why(self) -> QLineEdit:
        return self.right.text(
            tr("Why they stay longer"),
            hint=tr(
                "Of somebody who is here already; not about anybody's health. It stands on "
                "their record."
            ),
        )

    def _who(self, here: Sequence[Booked]) -> Choice:
        options: list[tuple[str, object]] = [(tr("Somebody new"), None)]
        options += [
            (tr("{name}, until {day}", name=each.name, day=uk_date(each.ends)), each)
            for each in here
        ]
        who = self.left.choice(tr("Who"), options)
        who.currentIndexChanged.connect(
            lambda _at: self._choose(next((each for each in here if each == who.chosen()), None))
        )
        return who

    def _seen(self, seen: CoverBoard) -> None:
        asked = {} if seen.day is None else asked_for(seen.day)
        self.shown = Several([(name, str(course)) for course, name in asked.items()], ())
        if asked:
            self.right.add(
                tr("Proof that they showed and that holds until their last day"),
                self.shown,
                hint=tr("What places of this day ask for. Not shown: not counted."),
            )

    def _choose(self, booked: Booked | None) -> None:
        """Somebody new, or somebody who is here already and whose last day changes."""
        for field in (self.forename, self.surname, self.agency):
            field.setEnabled(booked is None)
        self.forename.setText("" if booked is None else booked.forename)
        self.surname.setText("" if booked is None else booked.surname)
        if booked is not None:
            self.agency.clear()
            self.ends.setDate(QDate(booked.ends.year, booked.ends.month, booked.ends.day))
            self.hours.setText(str(booked.hours or USUAL_HOURS))
            self.site.choose(next(iter(booked.sites), None))

    def typed(self) -> Booking:
        """What the fields say; what cannot be is said beside its field."""
        last = self.ends.date()
        booking = Booking(
            forename=self.forename.text(),
            surname=self.surname.text(),
            agency=self.agency.text(),
            first=self._on,
            ends=date(last.year(), last.month(), last.day()),
            hours=self.left.read(self.hours, _read_hours) or USUAL_HOURS,
            site=next((each for each in self._sites if each == self.site.chosen()), None),
            shown=frozenset(CourseId(int(course)) for course in self.shown.ticked()),
            is_checked=self.is_checked.isChecked(),
            why="" if self.why is None else self.why.text(),
        )
        name = folded(f"{booking.forename} {booking.surname}".strip())
        until = next((each.ends for each in self._here if folded(each.name) == name), None)
        wrong = wrong_with(booking, until)
        for about, field in (("surname", self.surname), ("ends", self.ends), ("hours", self.hours)):
            if about in wrong:
                self.left.wrong(field, tr(wrong[about]))
        if "is_checked" in wrong:
            self.right.wrong(self.is_checked, tr(wrong["is_checked"]))
        if "why" in wrong and self.why is not None:
            self.right.wrong(self.why, tr(wrong["why"]))
        return booking


def _read_hours(text: str) -> TimeSpan:
    return read_hours_of_day(text) or USUAL_HOURS
