"""Asking what was given in a place where it was not as planned."""

from PySide6.QtWidgets import QWidget

from lsadesk.domain.covering.delivered import Delivery, Outcome
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.until_read import answer_to
from lsadesk.ui.words import tr

_LONGEST = 24 * 60
_WHOLE = (Outcome.AS_PLANNED, Outcome.COVERED)
Given = tuple[Outcome, int, str]


def ask_given(parent: QWidget | None, line: Delivery) -> Given | None:
    """Ask what was given in a place: other minutes, or nothing and why, or all after all."""
    question = Question(parent, tr("What was given"), line.title, tr("Write down"))
    fields = _Fields(line)
    question.body.addWidget(fields.form)
    return answer_to(question, fields.typed, fields.form)


def outcome_words(outcome: Outcome) -> str:
    """How much of a place was given, with its mark."""
    return {
        Outcome.AS_PLANNED: tr("\u2713 as planned"),
        Outcome.COVERED: tr("\u2713 covered"),
        Outcome.OTHER_TIME: tr("other minutes"),
        Outcome.NOT_GIVEN: tr("\u25b2 not given"),
    }[outcome]


class _Fields:
    """What a place that stands as planned is changed to, as a rule: it was not given."""

    def __init__(self, line: Delivery) -> None:
        self._line = line
        there = Outcome.AS_PLANNED if line.person is None else line.outcome
        words: list[tuple[str, object]] = [
            (outcome_words(each), each)
            for each in (Outcome.NOT_GIVEN, Outcome.OTHER_TIME, *_WHOLE)
            if each in (Outcome.NOT_GIVEN, Outcome.OTHER_TIME, there)
        ]
        stands = Outcome.NOT_GIVEN if line.outcome in _WHOLE else line.outcome
        self.form = form = Form()
        self.outcome = form.choice(tr("What was it"), words, stands)
        self.minutes = form.number(
            tr("Minutes somebody was there"), line.minutes or line.planned, 0, _LONGEST
        )
        self.why = form.text(
            tr("Why, in a few words"), line.why, hint=tr("Not about anybody's health."), long=True
        )
        self.outcome.currentIndexChanged.connect(lambda _at: self._fit())
        self._fit()

    def typed(self) -> Given:
        """What was chosen; a place that was not given needs a reason."""
        chosen, why = self.outcome.chosen_as(Outcome), self.why.text().strip()
        if chosen is Outcome.NOT_GIVEN and not why:
            said = tr("Say in a few words why it was not given: it is asked about later.")
            self.form.wrong(self.why, said)
        minutes = self._line.planned if chosen in _WHOLE else self.minutes.value()
        return chosen, minutes, why

    def _fit(self) -> None:
        """Minutes are asked for where they are others than planned."""
        self.minutes.setEnabled(self.outcome.chosen_as(Outcome) is Outcome.OTHER_TIME)
