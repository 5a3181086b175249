"""Asking for a line of a plan: what, why, how, with whose help, by when, at whose cost."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.developing.development import PAIRING, ActionDetails, Behind, Funder, Mode
from lsadesk.domain.developing.mentors import Helper, namesakes
from lsadesk.domain.developing.plan_words import hours_words
from lsadesk.domain.words import folded
from lsadesk.errors import UserError
from lsadesk.operations.developing.development import Around
from lsadesk.operations.typed import read_due, read_minutes, read_pence
from lsadesk.ui.development.words import behind_words, funder_words, load_words, mode_words
from lsadesk.ui.looks.sizes import at_least
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.suggesting import suggest
from lsadesk.ui.words import count, tr

T = TypeVar("T")
_LETTERS = 84
BLANK = ActionDetails(what="")


def ask_line(
    parent: QWidget,
    title: str,
    filled: ActionDetails,
    *,
    around: Around,
    yes: str,
    sentence: str = "",
) -> ActionDetails | None:
    """A line as it was typed over *filled*; None where it was cancelled."""
    question = LineQuestion(parent, (title, sentence, yes), filled, around)
    return question.details if question.answered() else None


class LineQuestion(Question):
    """Only what is to be done has to be filled in; a date may be as rough as a month."""

    def __init__(
        self,
        parent: QWidget,
        words: tuple[str, str, str],
        filled: ActionDetails,
        around: Around,
    ) -> None:
        super().__init__(parent, *words)
        at_least(self, _LETTERS)
        self.details = filled
        self._around = around
        self._helpers = _by_words(around.helpers)
        self._behind = {behind_words(each, around.behind): each for each in around.behind}
        self._build(filled)
        suggest(self.helper, list(self._helpers))
        suggest(self.behind, list(self._behind))
        self.due.textChanged.connect(lambda _text: self._echo())
        self.helper.textChanged.connect(lambda _text: self._weigh())
        self.helper_hours.textChanged.connect(lambda _text: self._weigh())
        self.mode.currentIndexChanged.connect(lambda _at: self._weigh())
        self._echo()
        self._weigh()
        self.what.setFocus()

    def setVisible(self, visible: bool) -> None:
        """Begin behind what is written there: Qt selects it, and a key would wipe it out."""
        super().setVisible(visible)
        self.what.end(False)

    def accept(self) -> None:
        """Close where everything can be read; otherwise say what cannot."""
        for form in self._forms:
            form.clear_wrong()
        typed = self._typed()
        wrong = [each for each in self.findChildren(QLineEdit) if each.property("wrong")]
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.details = typed
        super().accept()

    def _typed(self) -> ActionDetails:
        """What the fields say; what cannot be read is said to be wrong."""
        what = self.what.text().strip()
        if not what:
            self._forms[0].wrong(self.what, tr("Say what is going to be done."))
        helper = self._helper()
        return replace(
            self.details,
            what=what,
            why=self.why.text().strip(),
            behind=self._read(self.behind, self._read_behind),
            mode=self.mode.chosen_as(Mode),
            helper=self.helper.text().strip() if helper is None else helper.name,
            helper_id=None if helper is None else helper.id,
            helper_minutes=self._read(self.helper_hours, read_minutes),
            due=self._read(self.due, read_due),
            funder=self.funder.chosen_as(Funder),
            cost_pence=self._read(self.cost, read_pence),
            release_minutes=self._read(self.release, read_minutes),
        )

    def _build(self, filled: ActionDetails) -> None:
        top, mode, helper, due, given, cost, release, funder = self._forms = tuple(
            Form() for _ in range(8)
        )
        self.what = top.text(tr("What is going to be done"), filled.what, long=True)
        self.why = top.text(
            tr("Why"), filled.why, hint=tr("The wish or the gap behind it, if any."), long=True
        )
        self.behind = top.text(
            tr("Comes from"),
            behind_words(filled.behind, self._around.behind) if filled.behind else "",
            hint=tr("Type a few letters of a skill, a role, a story or a statement; may be empty."),
            long=True,
        )
        modes = [(mode_words(each), each) for each in Mode]
        self.mode = mode.choice(tr("How"), modes, filled.mode)
        self.helper = helper.text(tr("With whose help"), _helper_of(filled, self._helpers))
        self.carried = helper.say("")
        self.due = due.text(
            tr("By when"), _day(filled.due), hint=tr("3 Feb 2027, or just Feb 2027.")
        )
        self.read_as = due.say("")
        self.helper_hours = given.text(
            tr("Time the helper gives"), _hours(filled.helper_minutes), hint=tr("Hours in all.")
        )
        self.cost = cost.text(
            tr("Cost in pounds"), _pounds(filled.cost_pence), hint=tr("0 where it is free.")
        )
        self.release = release.text(
            tr("Time off timetable"),
            _hours(filled.release_minutes),
            hint=tr("Hours, as 3 or 1:30."),
        )
        payers = [(funder_words(each), each) for each in Funder]
        self.funder = funder.choice(tr("Who pays"), payers, filled.funder)
        self.body.addWidget(top)
        self.body.addLayout(_in_pairs([mode, helper, due, given, cost, release, funder]))

    def _helper(self) -> Helper | None:
        return self._helpers.get(self.helper.text().strip())

    def _weigh(self) -> None:
        """Say what the helper carries already, and gently where that is much (A44)."""
        helper = self._helper()
        if helper is None or self.mode.chosen() not in PAIRING:
            self.carried.setText("")
            return
        said = tr("{name} {load}.", name=helper.name, load=load_words(helper.load))
        mine = helper.id == self.details.helper_id and self.details.is_pairing
        if helper.load.pairings - mine >= self._around.helper_limit:
            enough = count(self._around.helper_limit, "pairing", "pairings")
            said += " " + tr("The college thinks {enough} enough: ask them first.", enough=enough)
        self.carried.setText(said)

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
        past = due < self._around.today
        self.read_as.setText(tr("{day}, which is past", day=day) if past else day)

    def _read_behind(self, text: str) -> Behind | None:
        wanted = text.strip()
        if not wanted:
            return None
        if self.details.behind and wanted == behind_words(self.details.behind, self._around.behind):
            return self.details.behind
        found = [each for words, each in self._behind.items() if folded(words) == folded(wanted)]
        if not found:
            raise UserError(tr("Choose one of the list, or leave it empty and say it under Why."))
        return found[0]

    def _read(self, field: QLineEdit, reader: Callable[[str], T]) -> T | None:
        form = next(each for each in self._forms if each.isAncestorOf(field))
        return form.read(field, reader)


def _in_pairs(forms: Sequence[Form]) -> QGridLayout:
    """Two beside each other, each pair on one line, however long their words are."""
    pairs = QGridLayout()
    pairs.setHorizontalSpacing(24)
    pairs.setVerticalSpacing(0)
    for at, form in enumerate(forms):
        form.stretch()
        pairs.addWidget(form, at // 2, at % 2)
        pairs.setColumnStretch(at % 2, 1)
    return pairs


def _by_words(helpers: tuple[Helper, ...]) -> Mapping[str, Helper]:
    """The helpers by what is typed for them; namesakes are told apart by a number."""
    twice = namesakes(helpers)
    found: dict[str, Helper] = {}
    for each in helpers:
        words, number = each.name, 1
        while each.name in twice and words in found:
            number += 1
            words = f"{each.name} ({number})"
        found[words] = each
    return found


def _helper_of(filled: ActionDetails, helpers: Mapping[str, Helper]) -> str:
    known = (words for words, each in helpers.items() if each.id == filled.helper_id)
    return next(known, filled.helper)


def _day(day: date | None) -> str:
    return "" if day is None else uk_date(day)


def _hours(minutes: int | None) -> str:
    return "" if minutes is None else hours_words(minutes)


def _pounds(pence: int | None) -> str:
    if pence is None:
        return ""
    return str(pence // 100) if pence % 100 == 0 else f"{pence / 100:.2f}"
