"""Where copies of the college are, and the second place to which they also go."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import clock, uk_date
from lsadesk.domain.keeping.drill import Tried, TriedThere
from lsadesk.errors import UserError
from lsadesk.operations.keeping import copies, drill
from lsadesk.operations.keeping.copies import Copies
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import Question, ask_folder, confirm
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import flow_of
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.words import tr

_LETTERS = 64


def show_copies(parent: QWidget, context: TabContext, *, trying: bool = False) -> None:
    """Show the copies until the dialog is closed; *trying*: try the newest at once."""
    dialog = CopiesDialog(parent, context)
    if trying:
        dialog.attempt.click()
    dialog.exec()


class CopiesDialog(Question):
    """When the newest copies were made; choose the second place, or copy there now."""

    def __init__(self, parent: QWidget, context: TabContext) -> None:
        super().__init__(
            parent,
            tr("Copies of the college"),
            tr(
                "A checked, encrypted copy is made by itself every half hour in which something "
                "changed, and when the program is closed. A second place, a stick or another "
                "disk, keeps you safe where this computer is lost."
            ),
            tr("Close"),
        )
        self._context = context
        self.setMinimumWidth(_LETTERS * self.fontMetrics().averageCharWidth())
        self.no.hide()
        self.here = label("")
        self.there = label("")
        self.wrong = label("", "warning")
        self.wrong.hide()
        self.choose = button(tr("Choose a second place..."), self._choose)
        self.copy_now = button(tr("Copy there now"), self._copy)
        self.forget = button(tr("No second place"), self._forget)
        answers = flow_of(self.choose, self.copy_now, self.forget)
        self.tried = label("")
        self.attempt = button(tr("Try the newest copy"), self._try)
        self.attempt.setAccessibleDescription(
            tr(
                "Opens it beside the college, checks it whole and counts it; where there is none "
                "yet, one is made first."
            )
        )
        self.aside = label("")
        self.let_go = button(tr("Delete what was set aside..."), self._let_go)
        for line in (self.here, self.there, self.wrong):
            self.body.addWidget(line)
        self.body.addLayout(answers)
        self.body.addWidget(self.tried)
        self.body.addWidget(self.attempt, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.aside)
        self.body.addWidget(self.let_go, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_aside([])
        self._ask()

    def _ask(self) -> None:
        self._context.read(copies.copies, self._show, on_error=self._refused, owner=self)
        self._context.read(drill.last_drill, self._show_tried, on_error=self._refused, owner=self)

    def _show(self, found: Copies) -> None:
        self.here.setText(
            tr("In the college's own folder: none yet.")
            if found.newest is None
            else tr("In the college's own folder: {when}.", when=_moment(found.newest))
        )
        self.there.setText(_second(found))
        self.wrong.setText(found.away)
        self.wrong.setVisible(bool(found.away))
        for each in (self.copy_now, self.forget):
            each.setEnabled(found.second_place is not None)
        self._show_aside(found.set_aside)

    def _show_aside(self, moments: Sequence[datetime]) -> None:
        for each in (self.aside, self.let_go):
            each.setVisible(bool(moments))
        if moments:
            self.aside.setText(
                tr(
                    "Going back to an earlier copy set the files of before aside, on {days}. They "
                    "are as encrypted as the college, and still hold what was erased since.",
                    days=", ".join(uk_date(at.astimezone().date()) for at in moments),
                )
            )

    def _let_go(self) -> None:
        if confirm(
            self,
            tr("Delete what was set aside?"),
            tr(
                "The college as it is now stays, and so do its copies. The files from before "
                "going back are gone for good."
            ),
            yes=tr("Delete for good"),
            danger=True,
        ):
            self._context.write(
                copies.let_go_of_set_aside,
                lambda _number: self._ask(),
                on_error=self._refused,
                owner=self,
            )

    def _choose(self) -> None:
        place = ask_folder(self, tr("A second place for copies"))
        if place is not None:
            self._set(place)

    def _forget(self) -> None:
        self._set(None)

    def _set(self, place: Path | None) -> None:
        self._context.write(
            lambda desk: copies.set_second_place(desk, place), lambda _done: self._ask(), owner=self
        )

    def _copy(self) -> None:
        self._context.write(
            copies.take_to_second_place,
            lambda _path: self._ask(),
            on_error=self._refused,
            owner=self,
        )

    def _try(self) -> None:
        self.attempt.setEnabled(False)
        self.tried.setText(tr("Opening the newest copy beside the college..."))
        self._context.write(
            drill.try_newest, self._show_tried, on_error=self._not_tried, owner=self
        )

    def _show_tried(self, tried: Tried | None) -> None:
        self.attempt.setEnabled(True)
        self.tried.setText(_tried_words(tried))

    def _not_tried(self, error: UserError) -> None:
        self.attempt.setEnabled(True)
        self.tried.setText(str(error))

    def _refused(self, error: UserError) -> None:
        self.wrong.setText(str(error))
        self.wrong.show()


def _second(found: Copies) -> str:
    if found.second_place is None:
        return tr("At a second place: none is chosen.")
    if found.newest_there is None:
        return tr("At {place}: none yet.", place=str(found.second_place))
    when = _moment(found.newest_there)
    if found.away:
        return tr("At {place}: {when}, as noted then.", place=str(found.second_place), when=when)
    return tr("At {place}: {when}.", place=str(found.second_place), when=when)


def _tried_words(tried: Tried | None) -> str:
    if tried is None:
        return tr("No copy has been tried yet. Once a term is a good habit.")
    here = _tried_here(tried)
    return here if tried.there is None else f"{here} {_tried_there(tried.there)}"


def _tried_there(tried: TriedThere) -> str:
    if tried.away:
        return tr("The second place was not tried. {why}", why=tried.away)
    if tried.made is None:
        return tr("At the second place there was no copy yet to try.")
    made = _moment(tried.made)
    if tried.wrong:
        return tr(
            "At the second place the copy of {made} is not whole. {wrong} Copy there again; "
            "where that one is not whole either, use another disk.",
            made=made,
            wrong=" ".join(tried.wrong),
        )
    return tr("At the second place the copy of {made} opens and is whole.", made=made)


def _tried_here(tried: Tried) -> str:
    on, made = uk_date(tried.on), _moment(tried.made)
    if tried.wrong:
        return tr(
            "Tried on {day}: the copy of {made} is not whole. {wrong} Make another copy and try "
            "that one.",
            day=on,
            made=made,
            wrong=" ".join(tried.wrong),
        )
    return tr(
        "Tried on {day}: the copy of {made} opens and is whole. It holds {records} records; the "
        "college held {now}.",
        day=on,
        made=made,
        records=f"{tried.records:,}",
        now=f"{tried.now:,}",
    )


def _moment(at: datetime) -> str:
    here = at.astimezone()
    return f"{uk_date(here.date())}, {clock(here.time())}"
