"""The start page: the parts with their states, and the way to the next question."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from lsadesk.domain.appraisals.assessment import Progress, State, progress
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.careers.framework import Part
from lsadesk.operations.appraisals.assessment import Sheet, opened_words
from lsadesk.ui.assessment.manner import Manner, answered_words
from lsadesk.ui.purpose import why_words
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label, line
from lsadesk.ui.widgets.laid import in_column, in_row
from lsadesk.ui.words import tr

READING_WIDTH = 760


class StartPage(QScrollArea):
    """The task list, or what became of what was handed in; and the doors to what lies beside.

    Emits `part_chosen(part)`, `carried_on()`, `list_wanted()`, `checking()`,
    `begun_again()`, `taken_back()`, `other_ways_wanted()`, `notes_wanted()`,
    `interview_wanted()`, `groups_wanted()` and `why_wanted()`.
    """

    part_chosen = Signal(object)
    carried_on = Signal()
    list_wanted = Signal()
    checking = Signal()
    begun_again = Signal()
    taken_back = Signal()
    notes_wanted = Signal()
    interview_wanted = Signal()
    groups_wanted = Signal()
    other_ways_wanted = Signal()
    why_wanted = Signal()

    def __init__(self, manner: Manner) -> None:
        super().__init__()
        self._manner = manner
        self.setWidgetResizable(True)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("My self-assessment"))
        self._first: QWidget | None = None

    def focus_first(self) -> None:
        """Put the focus on what is most likely wanted next."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show how far *sheet* has come."""
        page = QWidget()
        page.setMaximumWidth(READING_WIDTH)
        rows = in_column(label(tr("My self-assessment"), "title"), on=page, around=24)
        if sheet.assessment.is_draft:
            self._draft(rows, sheet)
        else:
            self._handed_in(rows, sheet)
        if self._manner.is_here:
            self._beside(rows, sheet)
        rows.addStretch(1)
        self.setWidget(page)

    def _draft(self, rows: QVBoxLayout, sheet: Sheet) -> None:
        done = sheet.progress
        rows.addWidget(label(self._manner.private, "muted"))
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
            go_on = button(self._manner.look_over, self.checking.emit, "primary")
        else:
            go_on = button(words, self.carried_on.emit, "primary")
        self._first = go_on
        rows.addWidget(go_on, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(label(answered_words(sheet), "label"))
        self._parts(rows, sheet)
        self._links(rows, sheet, done.answered > 0 and done.state is not State.COMPLETED)

    def _handed_in(self, rows: QVBoxLayout, sheet: Sheet) -> None:
        handed = sheet.assessment.handed_in_at
        day = uk_date(handed.astimezone().date()) if handed is not None else ""
        rows.addWidget(label(tr("Handed in on {day}.", day=day), "label"))
        rows.addWidget(label(readers_words(sheet)))
        self._first = look = button(tr("See what I handed in"), self.checking.emit)
        buttons = in_row(look)
        if sheet.opened is None:
            rows.addWidget(
                label(tr("Nobody has opened it yet, so you can still take it back."), "muted")
            )
            buttons.addWidget(button(tr("Take it back"), self.taken_back.emit))
        else:
            rows.addWidget(label(opened_words(sheet.opened), "muted"))
        buttons.addWidget(button(tr("Begin a new one"), self.begun_again.emit))
        buttons.addStretch(1)
        rows.addSpacing(8)
        rows.addLayout(buttons)

    def _parts(self, rows: QVBoxLayout, sheet: Sheet) -> None:
        rows.addSpacing(8)
        card = QFrame()
        card.setProperty("role", "card")
        inside = in_column(on=card, around=8, gap=0)
        for place, part in enumerate(sheet.parts):
            if place:
                inside.addWidget(line())
            done = progress(sheet.framework.questions_of(part.id), sheet.assessment)
            inside.addLayout(self._part(part, done))
        rows.addWidget(card)
        for part, areas in sheet.added:
            rows.addWidget(
                label(
                    tr(
                        "\u201c{part}\u201d is asked because your record names: {areas}.",
                        part=part.name,
                        areas=", ".join(areas),
                    ),
                    "muted",
                )
            )

    def _part(self, part: Part, done: Progress) -> QHBoxLayout:
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
        return row

    def _links(self, rows: QVBoxLayout, sheet: Sheet, unfinished: bool) -> None:
        rows.addSpacing(4)
        links = QHBoxLayout()
        other = tr("One question a page") if sheet.as_list else tr("All questions as a list")
        links.addWidget(button(other, self.list_wanted.emit, "link"))
        if unfinished:
            links.addWidget(button(self._manner.as_it_is, self.checking.emit, "link"))
        links.addStretch(1)
        rows.addLayout(links)

    def _beside(self, rows: QVBoxLayout, sheet: Sheet) -> None:
        rows.addSpacing(20)
        rows.addWidget(label(tr("Also here"), "heading"))
        doors = [
            (
                tr("Other ways to answer"),
                tr("On paper, in Excel or by memory stick; and my answers as PDF."),
                self.other_ways_wanted,
            ),
            (
                tr("My private notes"),
                tr("A notebook for you alone. Nobody else can open it, and it is never shared."),
                self.notes_wanted,
            ),
            (
                tr("Talk about my path"),
                tr("Twelve questions about how you came here and where you may go."),
                self.interview_wanted,
            ),
        ]
        if sheet.leads:
            doors.append(
                (
                    tr("Group interviews"),
                    tr("The same questions, talked over by a group, without anybody's name."),
                    self.groups_wanted,
                )
            )
        for name, said, wanted in doors:
            door = button(name, wanted.emit, "link")
            door.setAccessibleDescription(said)
            both = QVBoxLayout()  # a door and what is behind it stand together
            both.setSpacing(0)
            both.addWidget(door, 0, Qt.AlignmentFlag.AlignLeft)
            both.addWidget(label(said, "muted"))
            rows.addLayout(both)
            rows.addSpacing(6)
        why = button(why_words(), self.why_wanted.emit, "link")
        rows.addWidget(why, 0, Qt.AlignmentFlag.AlignLeft)


def readers_words(sheet: Sheet) -> str:
    """Who reads a handed-in self-assessment, by name and duty."""
    if not sheet.readers:
        return tr(
            "Nobody is set as your line manager, appraiser or head yet. Whoever is given such "
            "a duty for you will be able to read it."
        )
    duties: dict[str, list[str]] = {}
    for one in sheet.readers:
        duties.setdefault(one.name, []).append(one.duty.value)
    named = "\n".join(f"\u2022 {name} ({', '.join(held)})" for name, held in duties.items())
    return tr(
        "These people can read it once it is opened for your appraisal meeting, and not before:\n"
        "{named}\nSo can whoever takes over such a duty for you. Other colleagues cannot.",
        named=named,
    )
