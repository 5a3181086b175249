"""A sheet of the review on screen: one's own view, or one that came on paper."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lsadesk.domain.reviewing.points import PointId, Questions, Voice
from lsadesk.domain.reviewing.views import SMALLEST, Confidence, Sheet
from lsadesk.domain.reviewing.words import VOICES, answer_words
from lsadesk.ui.looks.sizes import at_least, fit
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.forms import Choice, Form
from lsadesk.ui.words import tr

_LETTERS, _HIGH = 76, 700
_LEFT_OUT, _CANNOT_SAY = "left out", "cannot say"


def ask_view(parent: QWidget, questions: Questions, *, own: bool) -> Sheet | None:
    """What was answered, and for which group; None if cancelled. *own*: by the person here."""
    question = ViewQuestion(parent, questions, own=own)
    sheet = question.sheet() if question.answered() else None
    question.deleteLater()
    return sheet


class ViewQuestion(Question):
    """Nothing is answered beforehand, and any point may be left out."""

    def __init__(self, parent: QWidget | None, questions: Questions, *, own: bool) -> None:
        title = tr("What do you think?") if own else tr("Key in a sheet")
        how = tr(
            "Leave out what you like. Your name is not kept with your answers, and nothing is "
            "told of fewer than {number} people. Handed in, it cannot be changed: nobody could "
            "tell which sheet is yours.",
            number=SMALLEST,
        )
        kept = tr("Key in what the sheet says, and nothing for what was left out.")
        yes = tr("Hand in") if own else tr("Keep it")
        super().__init__(parent, title, how if own else kept, yes)
        self._questions = questions
        self.answers: dict[PointId, Choice] = {}
        at_least(self, _LETTERS)
        fit(self, self.minimumWidth(), _HIGH)
        top = Form()
        groups = [(tr(VOICES[voice]), voice) for voice in Voice]
        self.voice = top.choice(
            tr("I answer as one of these") if own else tr("Whose sheet it is"),
            groups,
            Voice.LSAS if own else Voice.GOVERNORS,
        )
        self.place = QVBoxLayout()
        self.body.addWidget(top)
        self.body.addLayout(self.place)
        self.voice.currentIndexChanged.connect(lambda _at: self._ask())
        self._ask()

    def sheet(self) -> Sheet:
        """What was answered so far."""
        said = {point: choice.chosen() for point, choice in self.answers.items()}
        return Sheet(
            self.voice.chosen_as(Voice),
            {
                point: answer if isinstance(answer, Confidence) else None
                for point, answer in said.items()
                if answer != _LEFT_OUT
            },
        )

    def _ask(self) -> None:
        """Ask what the group is asked; what was answered already stays answered."""
        before = {point: choice.chosen() for point, choice in self.answers.items()}
        while (entry := self.place.takeAt(0)) is not None:
            if (old := entry.widget()) is not None:
                old.deleteLater()
        self.answers = {}
        form, number, voice = Form(), 0, self.voice.chosen_as(Voice)
        for point in self._questions.asked_of(voice):
            if point.recommendation != number:
                number = point.recommendation
                form.heading(tr(self._questions.recommendations[number - 1]))
            answer = form.choice(
                tr(point.asks(voice)), _levels(voice), before.get(point.id, _LEFT_OUT)
            )
            answer.currentIndexChanged.connect(lambda _at: self._dress())
            self.answers[point.id] = answer
        self.place.addWidget(form)
        self._dress()

    def _dress(self) -> None:
        self.yes.setEnabled(bool(self.sheet().answers))


def _levels(voice: Voice) -> list[tuple[str, object]]:
    levels, cannot = answer_words(voice)
    return [
        (tr("Not answered"), _LEFT_OUT),
        *((tr(words), level) for level, words in levels.items()),
        (tr(cannot), _CANNOT_SAY),
    ]
