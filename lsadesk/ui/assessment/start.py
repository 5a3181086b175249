"""The start page: the parts with their states, and the way to the next question."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from lsadesk.domain.assessment import State, progress
from lsadesk.domain.calendar import uk_date
from lsadesk.operations.assessment import Sheet
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label, line
from lsadesk.ui.words import tr

READING_WIDTH = 760


class StartPage(QWidget):
    """Emits `part_chosen(part)`, `carried_on()`, `list_wanted()`, `checking()`, `begun_again()`."""

    part_chosen = Signal(object)
    carried_on = Signal()
    list_wanted = Signal()
    checking = Signal()
    begun_again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._outer = QHBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._page = QWidget()
        self._first: QWidget | None = None
        self._outer.addWidget(self._page)

    def focus_first(self) -> None:
        """Put the focus on what is most likely wanted next."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show how far *sheet* has come."""
        page = QWidget()
        page.setMaximumWidth(READING_WIDTH)
        rows = QVBoxLayout(page)
        rows.setContentsMargins(24, 24, 24, 24)
        rows.setSpacing(8)
        rows.addWidget(label(tr("My self-assessment"), "title"))
        if sheet.assessment.is_draft:
            self._draft(rows, sheet)
        else:
            self._handed_in(rows, sheet)
        rows.addStretch(1)
        self._outer.replaceWidget(self._page, page)
        self._page.deleteLater()
        self._page = page

    def _draft(self, rows: QVBoxLayout, sheet: Sheet) -> None:
        done = progress(sheet.statements, sheet.assessment.answers)
        rows.addWidget(
            label(
                tr(
                    "Only you can read this until you hand it in. There are no wrong answers, "
                    "and you can skip any question."
                ),
                "muted",
            )
        )
        if sheet.unreadable:
            rows.addWidget(
                label(
                    tr(
                        "{number} earlier answers were sealed with a PIN or password you no "
                        "longer have. Nobody can open them; they are asked again.",
                        number=sheet.unreadable,
                    ),
                )
            )
        words = tr("Continue") if done.answered else tr("Begin")
        if done.state is State.COMPLETED:
            go_on = button(tr("Check and hand in"), self.checking.emit, "primary")
        else:
            go_on = button(words, self.carried_on.emit, "primary")
        self._first = go_on
        rows.addWidget(go_on, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(
            label(tr("{done} of {asked} answered", done=done.answered, asked=done.asked), "label")
        )
        self._parts(rows, sheet)
        self._links(rows, done.answered > 0 and done.state is not State.COMPLETED)

    def _handed_in(self, rows: QVBoxLayout, sheet: Sheet) -> None:
        handed = sheet.assessment.handed_in_at
        day = uk_date(handed.astimezone().date()) if handed is not None else ""
        rows.addWidget(label(tr("Handed in on {day}.", day=day), "label"))
        rows.addWidget(label(readers_words(sheet)))
        rows.addWidget(label(tr("Undo takes it back as long as you stay signed in."), "muted"))
        rows.addSpacing(8)
        self._first = again = button(tr("Begin a new one"), self.begun_again.emit)
        rows.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)

    def _parts(self, rows: QVBoxLayout, sheet: Sheet) -> None:
        rows.addSpacing(8)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.setSpacing(0)
        for place, part in enumerate(sheet.parts):
            if place:
                inside.addWidget(line())
            asked = sheet.framework.statements_of(part.id)
            done = progress(asked, sheet.assessment.answers)
            row = QHBoxLayout()
            name = button(part.name, partial(self.part_chosen.emit, part), "row")
            state = tr(done.state.value)
            name.setAccessibleDescription(
                tr("{state}, {done} of {asked}", state=state, done=done.answered, asked=done.asked)
            )
            row.addWidget(name, 1)
            count = label(tr("{done} of {asked}", done=done.answered, asked=done.asked), "muted")
            count.setWordWrap(False)
            row.addWidget(count)
            row.addSpacing(12)
            word = label(state, "" if done.state is State.COMPLETED else "label")
            word.setWordWrap(False)
            word.setMinimumWidth(word.fontMetrics().horizontalAdvance(tr("Not yet started")) + 16)
            row.addWidget(word)
            inside.addLayout(row)
        rows.addWidget(card)

    def _links(self, rows: QVBoxLayout, unfinished: bool) -> None:
        rows.addSpacing(4)
        links = QHBoxLayout()
        links.addWidget(button(tr("All questions as a list"), self.list_wanted.emit, "link"))
        if unfinished:
            links.addWidget(button(tr("Hand in as it is"), self.checking.emit, "link"))
        links.addStretch(1)
        rows.addLayout(links)


def readers_words(sheet: Sheet) -> str:
    """Who reads a handed-in self-assessment, by name and duty."""
    if not sheet.readers:
        return tr(
            "Nobody is set as your line manager, appraiser or head yet. Whoever is given such "
            "a duty for you will be able to read it."
        )
    named = ", ".join(f"{one.name} ({one.duty.value})" for one in sheet.readers)
    return tr(
        "These people can read it: {named}. So can whoever takes over such a duty for you. "
        "Other colleagues cannot.",
        named=named,
    )
