"""Asking for a line of a plan: what, why, how, with whose help, by when."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.development import ActionDetails, Mode
from lsadesk.errors import UserError
from lsadesk.operations.typed import read_day, read_due
from lsadesk.ui.development.lines import mode_words
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.words import tr

_LETTERS = 80
BLANK = ActionDetails(what="")


def ask_line(
    parent: QWidget,
    title: str,
    filled: ActionDetails,
    *,
    helpers: Sequence[str],
    today: date,
    yes: str,
    sentence: str = "",
) -> ActionDetails | None:
    """A line as it was typed over *filled*; None where it was cancelled."""
    question = LineQuestion(parent, title, sentence, yes, filled, helpers, today)
    details = question.details if question.answered() else None
    question.deleteLater()
    return details


class LineQuestion(Question):
    """Only what is to be done has to be filled in; a date may be as rough as a month."""

    def __init__(  # noqa: PLR0917  what it shows, once
        self,
        parent: QWidget,
        title: str,
        sentence: str,
        yes: str,
        filled: ActionDetails,
        helpers: Sequence[str],
        today: date,
    ) -> None:
        super().__init__(parent, title, sentence, yes)
        self.setMinimumWidth(_LETTERS * self.fontMetrics().averageCharWidth())
        self.details = filled
        self._today = today
        self._build(filled)
        self._suggest(helpers)
        self.due.textChanged.connect(lambda _text: self._echo())
        self._echo()
        self.what.setFocus()

    def setVisible(self, visible: bool) -> None:
        """Begin behind what is written there: Qt selects it, and a key would wipe it out."""
        super().setVisible(visible)
        self.what.end(False)

    def accept(self) -> None:
        """Close where everything can be read; otherwise say what cannot."""
        for form in self._forms:
            form.clear_wrong()
        what = self.what.text().strip()
        if not what:
            self._top.wrong(self.what, tr("Say what is going to be done."))
        due = self._read(self._left, self.due, read_due)
        done_on = self._read(self._right, self.done_on, read_day)
        wrong = [each for each in (self.what, self.due, self.done_on) if each.property("wrong")]
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.details = replace(
            self.details,
            what=what,
            why=self.why.text().strip(),
            mode=self.mode.chosen_as(Mode),
            helper=self.helper.text().strip(),
            due=due,
            done_on=done_on,
        )
        super().accept()

    def _build(self, filled: ActionDetails) -> None:
        self._top, self._left, self._right = self._forms = (Form(), Form(), Form())
        self.what = self._top.text(tr("What is going to be done"), filled.what, long=True)
        self.why = self._top.text(
            tr("Why"), filled.why, hint=tr("The wish or the gap behind it, if any."), long=True
        )
        self.mode = self._left.choice(
            tr("How"), [(mode_words(mode), mode) for mode in Mode], filled.mode
        )
        self.due = self._left.text(
            tr("By when"), _shown(filled.due), hint=tr("3 Feb 2027, or just Feb 2027.")
        )
        self.read_as = self._left.say("")
        self.helper = self._right.text(tr("With whose help"), filled.helper)
        self.done_on = self._right.text(
            tr("Done on"), _shown(filled.done_on), hint=tr("Leave empty until it is done.")
        )
        both = QHBoxLayout()
        both.setSpacing(24)
        for form in (self._left, self._right):
            form.stretch()
            both.addWidget(form, 1)
        self.body.addWidget(self._top)
        self.body.addLayout(both)

    def _suggest(self, helpers: Sequence[str]) -> None:
        finder = QCompleter(list(helpers), self)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        self.helper.setCompleter(finder)

    def _echo(self) -> None:
        """Say which day the typed date is taken for."""
        try:
            due = read_due(self.due.text())
        except UserError:
            due = None
        if due is None:
            self.read_as.setText("")
            return
        day = f"{due:%A} {uk_date(due)}"
        self.read_as.setText(tr("{day}, which is past", day=day) if due < self._today else day)

    def _read(
        self, form: Form, field: QLineEdit, reader: Callable[[str], date | None]
    ) -> date | None:
        try:
            return reader(field.text())
        except UserError as error:
            form.wrong(field, str(error))
            return None


def _shown(day: date | None) -> str:
    return "" if day is None else uk_date(day)
