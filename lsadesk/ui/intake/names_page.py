"""Names that fit nobody or several people: the person says who is meant."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from lsadesk.domain.incoming import PersonRef
from lsadesk.intake.parsing.words import key
from lsadesk.operations.importing import correcting
from lsadesk.operations.importing.correcting import NameDoubt, Names
from lsadesk.ui.intake.review import Review
from lsadesk.ui.intake.wording import person_words, places_words
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr

_ASIDE = "aside"
_NEW = "new"


@dataclass(frozen=True, slots=True)
class NameLine:
    """A name in doubt and what was answered."""

    doubt: NameDoubt
    answer: str


class NamesPage(QWidget):
    """The list of names and, under it, the choice for the current one."""

    def __init__(self, review: Review) -> None:
        super().__init__()
        self._review = review
        self._names = Names((), ())
        self.table: RecordTable[NameLine] = RecordTable(
            tr("Names in doubt"),
            (
                Column(tr("As written"), lambda line: line.doubt.said, width=20),
                Column(tr("Means"), lambda line: line.answer, width=26),
                Column(tr("Why it is asked"), lambda line: line.doubt.reason, width=44),
                Column(tr("Where"), lambda line: places_words(line.doubt.places), width=30),
            ),
        )
        self.table.selected.connect(self._show)
        card = QFrame()
        card.setProperty("role", "card")
        inside = in_column(on=card, around=(16, 16, 16, 4))
        self.about = label("")
        form = Form()
        self.who = form.choice(tr("This name means"), [])
        self.who.currentIndexChanged.connect(self._chosen)
        self.table.opened.connect(lambda _line: self.who.setFocus())
        self.all_plain = button("", self._take_all_plain)
        inside.addWidget(self.about)
        inside.addWidget(form)
        layout = in_column(on=self, gap=12)
        words = tr(
            "Say who is meant. A name left aside sets its row aside, leaves a line manager open, "
            "or keeps a learner apart from everybody it may mean."
        )
        layout.addWidget(label(words, "muted"))
        layout.addWidget(self.all_plain, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.table, 1)
        layout.addWidget(card)

    def show_names(self, names: Names) -> None:
        """Show *names*, with what was answered before."""
        self._names = names
        self._fill()
        self.enter()

    def enter(self) -> None:
        """Begin at the first name."""
        if not self.table.currentIndex().isValid() and self._names.doubts:
            self.table.setCurrentIndex(self.table.rows.index(0, 0))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        current = self.table.current()
        lines = [NameLine(doubt, self._words(doubt)) for doubt in self._names.doubts]
        self.table.show_records(lines)
        self._offer_all_plain()
        for line in lines:
            if current is not None and line.doubt == current.doubt:
                self.table.select(line)

    def _offer_all_plain(self) -> None:
        """Several names that one person each has need not be answered one by one."""
        number = len(correcting.unanswered_but_plain(self._review.draft, self._names))
        words = tr("Take the &only person of that name, for all {number}", number=number)
        self.all_plain.setText(words)
        self.all_plain.setVisible(number > 1)

    def _take_all_plain(self) -> None:
        self._review.correct(correcting.with_all_plain(self._review.draft, self._names))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fill()
        self._show(self.table.current())

    def _answer(self, doubt: NameDoubt) -> object:
        draft = self._review.draft
        meant = draft.mapping.name_matches.get(key(doubt.said))
        if meant is None:
            return doubt.assumed or _ASIDE
        if not meant:
            return _ASIDE
        if any(f"{new.forename} {new.surname}".strip() == meant for new in draft.new_people):
            return _NEW
        people = (*doubt.candidates, *self._names.everybody)
        return next((p for p in people if meant in (p.payroll, p.name)), _ASIDE)

    def _words(self, doubt: NameDoubt) -> str:
        answer = self._answer(doubt)
        if isinstance(answer, PersonRef):
            return person_words(answer)
        return tr("A new member of staff") if answer == _NEW else tr("Left aside")

    def _show(self, line: NameLine | None) -> None:
        if line is None:
            return
        doubt = line.doubt
        words = tr(
            "“{said}” {reason} ({places}).",
            said=doubt.said,
            reason=doubt.reason,
            places=places_words(doubt.places),
        )
        self.about.setText(words)
        self.who.setAccessibleDescription(words)
        self.who.offer(self._options(doubt), self._answer(doubt))

    def _options(self, doubt: NameDoubt) -> list[tuple[str, object]]:
        """Leave aside, the likely ones, a new person, then everybody else."""
        likely: list[tuple[str, object]] = [(person_words(p), p) for p in doubt.candidates]
        new: list[tuple[str, object]] = [(tr("A new member of staff"), _NEW)]
        others: list[tuple[str, object]] = [
            (person_words(p), p) for p in self._names.everybody if p not in doubt.candidates
        ]
        aside: list[tuple[str, object]] = [(tr("Leave it aside"), _ASIDE)]
        return [*aside, *likely, *(new if doubt.can_be_new else []), *others]

    def _chosen(self) -> None:
        line = self.table.current()
        if line is None:
            return
        draft, doubt, chosen = self._review.draft, line.doubt, self.who.chosen()
        if chosen == _NEW:
            draft = correcting.with_new_person(draft, doubt)
        elif isinstance(chosen, PersonRef):
            draft = correcting.with_name(draft, doubt.said, chosen)
        elif doubt.assumed is None:
            draft = correcting.with_name(draft, doubt.said, None)
        else:
            draft = correcting.with_name_aside(draft, doubt.said)
        self._review.correct(draft)
        self._fill()
