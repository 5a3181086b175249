"""What the planner's page asks before it does something with a plan."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.deployment.kept import PlanLabel
from lsadesk.operations.deploying.plans import Lapse
from lsadesk.ui.deployment.wording import plan_words
from lsadesk.ui.widgets.ask import Question, ask_choice, ask_text
from lsadesk.ui.words import tr

_USUAL_DAYS = 7 * 7 - 3  # seven weeks of Mondays to Fridays: about half a term
_MOST_TOLD = 6


def ask_name(parent: QWidget, title: str, name: str, yes: str) -> str | None:
    """Ask what a plan is to be called."""
    return ask_text(parent, title, tr("&Name"), value=name, yes=yes)


def ask_why(parent: QWidget) -> str | None:
    """Ask why a published plan changes."""
    return ask_text(
        parent,
        tr("This plan is published"),
        tr("&Why does it change?"),
        hint=tr(
            "People work by it, so the change is written down with your name and reason. Leave "
            "out what is about somebody's health."
        ),
        yes=tr("Change it"),
    )


def ask_other(parent: QWidget, plans: Sequence[PlanLabel]) -> int | None:
    """Ask with which of *plans* to compare."""
    options: list[tuple[str, object]] = [(plan_words(each), each.id) for each in plans]
    chosen = ask_choice(
        parent, tr("Compare two plans"), tr("Compare &with"), options, yes=tr("Compare")
    )
    return chosen if isinstance(chosen, int) else None


class PublishQuestion(Question):
    """From when until when a plan is what happens, and what would stand against it by then.

    Emits `looked(first, last)` for days that may do; `show_lapses` is the answer.
    """

    looked = Signal(object, object)

    def __init__(self, parent: QWidget, label: PlanLabel) -> None:
        super().__init__(
            parent,
            tr("Publish {name}", name=label.name),
            tr("From then on Home and cover go by it, and each change is written down."),
            tr("&Publish"),
        )
        form = self.form
        first = QDate(label.starts.year, label.starts.month, label.starts.day)
        self._first = form.day(tr("&First day"), first)
        self._last = form.day(tr("&Last day"), first.addDays(_USUAL_DAYS))
        self.lapses = form.say("")
        for field in (self._first, self._last):
            field.dateChanged.connect(lambda _day: self.look())

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day."""
        return _day(self._first.date()), _day(self._last.date())

    def show_lapses(self, days: tuple[date, date], found: Sequence[Lapse]) -> None:
        """Say what was *found* to stand against the plan within *days*."""
        if days != self.days:
            return
        told = [
            tr("From {day}: {what}", day=uk_date(each.starts), what=each.sentence)
            for each in found[:_MOST_TOLD]
        ]
        if len(found) > _MOST_TOLD:
            told.append(tr("And {n} more.", n=len(found) - _MOST_TOLD))
        self.lapses.setText("\n\n".join(told) or tr("Nothing stands against it in that time."))

    def look(self) -> None:
        """Have the days looked at that are chosen."""
        first, last = self.days
        right = last >= first
        self.yes.setEnabled(right)
        if right:
            self.lapses.setText(tr("Looking at each week..."))
            self.looked.emit(first, last)
        else:
            self.lapses.setText(tr("The last day is before the first."))


def _day(chosen: QDate) -> date:
    return date(chosen.year(), chosen.month(), 1) + timedelta(days=chosen.day() - 1)
