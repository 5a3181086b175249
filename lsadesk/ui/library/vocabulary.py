"""The question for the college's own words."""

from collections.abc import Mapping

from PySide6.QtWidgets import QLineEdit, QWidget

from lsadesk.domain.vocabulary import KINDS_OF_PROVIDER, USUAL, Term, Vocabulary, Word
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.words import tr

_SAID = (
    "Every page of the program speaks in these words from then on, for everybody. Names of "
    "roles are changed one by one in the list of entries."
)
_ABOUT: Mapping[Term, str] = {
    Term.LSA: "Whoever supports learning",
    Term.TEACHER: "Whoever teaches",
    Term.LEARNER: "Whoever learns",
    Term.SESSION: "What is on the timetable",
    Term.SUPPORT_PLAN: "What says how somebody is supported",
}


def ask_words(parent: QWidget, now: Vocabulary) -> dict[Term, Word] | None:
    """Ask for a word for one and for several of each; None where nothing is to change."""
    question = Question(parent, tr("Our words"), tr(_SAID), tr("Save"))
    form = question.form
    kinds: list[tuple[str, object]] = [(tr("Choose..."), None)]
    kinds += [(tr(kind), words) for kind, words in KINDS_OF_PROVIDER.items()]
    begin = form.choice(
        tr("Begin from the words of"), kinds, hint=tr("Fills in what is usual there.")
    )
    fields = {term: _fields(form, term, now.word(term)) for term in Term}

    def fill() -> None:
        chosen = begin.chosen()
        if isinstance(chosen, Mapping):
            for term, (one, many) in fields.items():
                word = chosen.get(term, USUAL[term])
                one.setText(word.one)
                many.setText(word.many)

    def ready(_text: str) -> None:
        question.yes.setEnabled(
            all(field.text().strip() for pair in fields.values() for field in pair)
        )

    begin.currentIndexChanged.connect(lambda _at: fill())
    for pair in fields.values():
        for field in pair:
            field.textChanged.connect(ready)
    answer = None
    if question.answered():
        answer = {
            term: Word(one.text().strip(), many.text().strip())
            for term, (one, many) in fields.items()
        }
    return answer


def _fields(form: Form, term: Term, word: Word) -> tuple[QLineEdit, QLineEdit]:
    about = tr(_ABOUT[term])
    one = form.text(tr("{about}: one", about=about), word.one)
    return one, form.text(tr("{about}: several", about=about), word.many)
