"""Asking for a review, what the college wants by it, and where it stands on a point."""

from PySide6.QtWidgets import QWidget

from lsadesk.domain.reviewing.points import Point, Voice
from lsadesk.domain.reviewing.review import Judgement, ReviewDetails
from lsadesk.domain.reviewing.views import Confidence
from lsadesk.domain.reviewing.words import CONFIDENCE, VOICES
from lsadesk.ui.widgets.ask import Question, ask_choice
from lsadesk.ui.words import tr

_NOT_CHOSEN, _CANNOT_SAY = "not chosen", "cannot say"


def ask_review(parent: QWidget, read: ReviewDetails, *, is_new: bool) -> ReviewDetails | None:
    """A review as it was typed over *read*; None if cancelled."""
    title = tr("Begin a review") if is_new else tr("What we want by it")
    question = Question(parent, title, "", tr("Begin") if is_new else tr("Save"))
    form = question.form
    name = form.text(tr("Name"), read.name, hint=tr("A term and a year, for example."))
    want = form.paragraph(
        tr("What we want our learning support to achieve"),
        read.want,
        hint=tr("Everybody reads this and the next on Home, and the audit's PDF begins so."),
    )
    success = form.paragraph(tr("What success looks like"), read.success)
    name.textChanged.connect(lambda text: question.yes.setEnabled(bool(text.strip())))
    question.yes.setEnabled(bool(read.name))
    answer = None
    if question.answered():
        answer = ReviewDetails(
            name=name.text(), want=want.toPlainText(), success=success.toPlainText()
        )
    question.deleteLater()
    return answer


def ask_judgement(parent: QWidget, point: Point, read: Judgement | None) -> Judgement | None:
    """Where the college stands on *point*; None if cancelled. No answer is chosen beforehand."""
    question = Question(parent, tr("Where we stand"), tr(point.text), tr("Save"))
    form = question.form
    levels: list[tuple[str, object]] = [(tr("Choose"), _NOT_CHOSEN)] if read is None else []
    levels += [(tr(words), level) for level, words in CONFIDENCE.items()]
    levels.append((tr("We cannot say yet"), _CANNOT_SAY))
    before: object = _NOT_CHOSEN
    if read is not None:
        before = _CANNOT_SAY if read.confidence is None else read.confidence
    level = form.choice(tr("How confident we are"), levels, before)
    evidence = form.paragraph(
        tr("What shows it"),
        read.evidence if read is not None else "",
        hint=tr("Where somebody from outside could see it. No names of learners."),
    )

    def dress() -> None:
        question.yes.setEnabled(level.chosen() != _NOT_CHOSEN)

    level.currentIndexChanged.connect(lambda _at: dress())
    dress()
    answer = None
    if question.answered():
        chosen = level.chosen()
        answer = Judgement(
            chosen if isinstance(chosen, Confidence) else None, evidence.toPlainText().strip()
        )
    question.deleteLater()
    return answer


def ask_voice(parent: QWidget) -> Voice | None:
    """Whose sheet is to be printed; None if cancelled."""
    groups: list[tuple[str, object]] = [(tr(VOICES[voice]), voice) for voice in Voice]
    chosen = ask_choice(parent, tr("Print a sheet"), tr("For whom"), groups, yes=tr("Print"))
    return chosen if isinstance(chosen, Voice) else None
