"""The page of what stands in the way: a person's own notes, and the college's figures (A32)."""

from dataclasses import dataclass

from PySide6.QtWidgets import QSplitter, QWidget

from lsadesk.domain.careers.catalogue import Barrier
from lsadesk.domain.staff.barriers import GroupFigures, InTheWay, Sharing
from lsadesk.operations.careers import library
from lsadesk.operations.desk import Desk
from lsadesk.operations.staff import barriers
from lsadesk.operations.staff.barriers import Shown
from lsadesk.ui.library.words import capital
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.rows import from_left
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr

_INTRO = (
    "What you note here is yours. You say for each line how far it goes, and may say otherwise "
    "at any time."
)
_FIGURES = (
    "Of those who let themselves be counted, by kind of contract. Groups and numbers under "
    "five are left out, and there is no total."
)


@dataclass(frozen=True, slots=True)
class Met:
    """A barrier and what the person noted of it."""

    barrier: Barrier
    note: InTheWay | None


@dataclass(frozen=True, slots=True)
class BarriersSeen:
    """What the page shows; *has_person*: may note; *figures* None: not open.

    *shown* are others' notes that they show to whoever looks.
    """

    met: tuple[Met, ...]
    has_person: bool
    figures: tuple[GroupFigures, ...] | None
    shown: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """How many of a group of *people* met a barrier."""

    contract: str
    people: int
    barrier: str
    met: int


class BarriersPage(QWidget):
    """The barriers, what helps with the chosen one, one's own note, and for the head figures."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._seen: BarriersSeen | None = None
        self.table: RecordTable[Met] = RecordTable(tr("What may stand in the way"), _columns())
        self.title, self.about, self.helps = label("", "heading"), label(""), label("")
        self.mine = label("", "muted")
        self.note = button(tr("It stands in &my way..."), self._ask)
        self.clear = button(tr("It is out of the &way"), self._clear)
        self.heading = label(tr("In this college"), "heading")
        self.figures_said = label(tr(_FIGURES), "muted")
        self.figures: RecordTable[Figure] = RecordTable(
            tr("What stands in the way, by kind of contract"), figure_columns()
        )
        self.shown_said = label(tr("Shown to you"), "heading")
        self.shown: RecordTable[Shown] = RecordTable(tr("Shown to you"), self._shown_columns())
        self._build()
        for closed in (self.shown_said, self.heading, self.figures_said):
            closed.hide()
        self.shown.hide()
        self.figures.hide()
        self.table.selected.connect(self._show)
        self.table.opened.connect(lambda _met: self._ask())

    def reload(self) -> None:
        """Ask again."""
        self._context.read(_question, self.show_seen, owner=self)

    def show_seen(self, seen: BarriersSeen) -> None:
        """Show *seen*; the barrier that was chosen is chosen, or else the first."""
        self._seen = seen
        before = self.table.current()
        wanted = before.barrier.id if before is not None else seen.met[0].barrier.id
        self.table.show_records(seen.met)
        for one in seen.met:
            if one.barrier.id == wanted:
                self.table.select(one)
        for part in (self.heading, self.figures_said, self.figures):
            part.setVisible(seen.figures is not None)
        self.shown.show_records(seen.shown)
        self.shown_said.setVisible(bool(seen.shown))
        self.shown.setVisible(bool(seen.shown))
        self._show_figures(seen)
        self._show(self.table.current())

    def _show_figures(self, seen: BarriersSeen) -> None:
        if seen.figures is None:
            return
        names = {one.barrier.id: one.barrier.name for one in seen.met}
        self.figures.show_records(
            [
                Figure(_contract(group), group.people, names[barrier], met)
                for group in seen.figures
                for barrier, met in group.met.items()
                if met is not None
            ]
        )
        said = tr(_FIGURES) if seen.figures else tr("Fewer than five have said anything yet.")
        self.figures_said.setText(said)
        self.figures.setVisible(bool(seen.figures))

    def _build(self) -> None:
        side = QWidget()
        in_column(
            self.title,
            self.about,
            self.helps,
            self.mine,
            from_left(self.note, self.clear),
            Fill(),
            on=side,
            around=(16, 0, 8, 0),
        )
        across = QSplitter()
        across.addWidget(self.table)
        across.addWidget(scrolling(side, sideways=False))
        across.setChildrenCollapsible(False)
        across.setSizes([520, 480])
        in_column(
            label(tr(_INTRO), "muted"),
            Fill(across, share=3),
            self.heading,
            self.figures_said,
            Fill(self.figures, share=2),
            self.shown_said,
            Fill(self.shown, share=2),
            on=self,
            around=(16, 12, 16, 16),
        )

    def _show(self, met: Met | None) -> None:
        may = self._seen is not None and self._seen.has_person
        self.note.setVisible(may and met is not None)
        self.clear.setVisible(may and met is not None and met.note is not None)
        if met is None:
            return
        self.title.setText(met.barrier.name)
        self.about.setText(met.barrier.summary)
        lines = "\n".join(f"• {one}" for one in met.barrier.helps)
        self.helps.setText(tr("What helps:\n{lines}", lines=lines))
        self.note.setText(tr("Change &my note...") if met.note else tr("It stands in &my way..."))
        self.mine.setText(_noted(met.note))
        self.mine.setVisible(met.note is not None)

    def _shown_columns(self) -> tuple[Column[Shown], ...]:
        return (
            Column(tr("Who"), lambda one: one.name, width=20),
            Column(tr("What stands in the way"), self._barrier, width=24),
            Column(tr("In their words"), lambda one: one.note.note, width=40),
        )

    def _barrier(self, one: Shown) -> str:
        met = self._seen.met if self._seen is not None else ()
        return next((each.barrier.name for each in met if each.barrier.id == one.note.barrier), "")

    def _ask(self) -> None:
        met = self.table.current()
        if met is None or self._seen is None or not self._seen.has_person:
            return
        if (said := ask_in_the_way(self, met.barrier, met.note)) is not None:
            self._context.write(lambda desk: barriers.note_barrier(desk, said))

    def _clear(self) -> None:
        met = self.table.current()
        if met is not None:
            barrier = met.barrier.id
            self.table.setFocus()  # the button goes
            self._context.write(lambda desk: barriers.clear_barrier(desk, barrier))


def ask_in_the_way(parent: QWidget, barrier: Barrier, note: InTheWay | None) -> InTheWay | None:
    """Ask for a note of one's own and how far it goes."""
    question = Question(parent, barrier.name, barrier.summary, tr("Save"))
    form = question.form
    words = form.paragraph(tr("In my words"), note.note if note else "")
    sharing = form.choice(
        tr("How far it goes"),
        [(capital(tr(one.value)), one) for one in Sharing],
        note.sharing if note else Sharing.MINE,
    )
    answer = None
    if question.answered():
        text = words.toPlainText().strip()
        answer = InTheWay(barrier=barrier.id, note=text, sharing=sharing.chosen_as(Sharing))
    return answer


def _columns() -> tuple[Column[Met], ...]:
    return (
        Column(tr("What may stand in the way"), lambda met: met.barrier.name, width=24),
        Column(tr("My note"), _short, spoken=_spoken, width=30),
    )


def figure_columns() -> tuple[Column[Figure], ...]:
    """A kind of contract, a barrier, and how many of how many met it."""
    return (
        Column(tr("Contract"), lambda line: line.contract, width=16),
        Column(tr("What stands in the way"), lambda line: line.barrier, width=24),
        Column(tr("Met by"), lambda line: str(line.met), lambda line: -line.met, width=10),
        Column(tr("Of those who say"), lambda line: str(line.people), width=14),
    )


def _contract(group: GroupFigures) -> str:
    return capital(tr(group.contract.value)) if group.contract else tr("Other contracts")


def _short(met: Met) -> str:
    if met.note is None:
        return ""
    return met.note.note or tr("in my way")


def _spoken(met: Met) -> str:
    return _noted(met.note) if met.note is not None else tr("nothing noted")


def _noted(note: InTheWay | None) -> str:
    if note is None:
        return ""
    said = tr("My note: {words}", words=note.note) if note.note else tr("It is in my way.")
    return f"{said} {capital(tr(note.sharing.value))}."


def _question(desk: Desk) -> BarriersSeen:
    known = library.open_library(desk).catalogue.barriers
    has_person = desk.person is not None
    mine = {one.barrier: one for one in barriers.my_barriers(desk)} if has_person else {}
    return BarriersSeen(
        met=tuple(Met(one, mine.get(one.id)) for one in known.values()),
        has_person=has_person,
        figures=barriers.in_the_way(desk) if barriers.sees_figures(desk) else None,
        shown=barriers.shown_to_me(desk),
    )
