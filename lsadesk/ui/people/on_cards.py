"""The name and the photo by which learners know somebody: one's own, or a colleague's."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.changes import Done
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.on_cards import OnCards, Portrait
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.staff import on_cards
from lsadesk.ui.people.photo_frame import ask_frame
from lsadesk.ui.purpose import PurposeLine
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import Question, ask_file, confirm, tell
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import flowing
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.readable import announce
from lsadesk.ui.words import tr

_SIDE = 160


@dataclass(frozen=True, slots=True)
class Shown:
    """Whose it is, what is kept, and whether they look at it themselves."""

    person: PersonId
    kept: OnCards
    own: bool


def show_own(parent: QWidget, context: TabContext) -> None:
    """One's own name and photo, until it is closed."""

    def ask(desk: Desk) -> Shown | None:
        person = desk.person
        return None if person is None else Shown(person, on_cards.on_cards(desk, person), own=True)

    def show(found: Shown | None) -> None:
        if found is None:
            tell(
                parent,
                tr("On learners' cards"),
                tr("This account is not linked to a member of staff. Ask the administrator."),
            )
        else:
            _show(context, parent, found)

    context.read(ask, show, owner=parent)


def show_on_cards(context: TabContext, parent: QWidget, person: PersonId) -> None:
    """A colleague's name and photo, until it is closed."""

    def ask(desk: Desk) -> Shown:
        return Shown(person, on_cards.on_cards(desk, person), own=desk.person == person)

    context.read(ask, lambda found: _show(context, parent, found), owner=parent)


def _show(context: TabContext, parent: QWidget, found: Shown) -> None:
    dialog = OnCardsDialog(parent, context, found)
    if dialog.answered():
        dialog.save_name()


class OnCardsDialog(Question):
    """What learners call somebody and the photo, with the way to take it back.

    The photo is kept or gone the moment it is said; the name with the last button.
    """

    def __init__(self, parent: QWidget | None, context: TabContext, found: Shown) -> None:
        super().__init__(parent, tr("On learners' cards"), _purpose(own=found.own), tr("Save"))
        self._context, self._of = context, found
        self.no.setText(tr("Close"))
        self.setMinimumWidth(560)
        form = Form()
        name = tr("What learners call you") if found.own else tr("What learners call them")
        self.called = form.text(
            name, found.kept.called, hint=tr("Only if it is not the first name.")
        )
        self.photo = QLabel()
        self.photo.setFixedSize(_SIDE, _SIDE)
        self.photo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.agreed = label("", "muted")
        self.choosing = button(tr("Choose a &photo..."), self._choose)
        self.taking_back = button(tr("&Take the photo back..."), self._take_back)
        ways = flowing(self.choosing, self.taking_back)
        why = PurposeLine(context, Kind.ON_CARDS)
        for part in (form, self.photo, self.agreed, ways, why):
            self.body.addWidget(part)
        self._dress()

    def save_name(self) -> None:
        """Write the name, where it is another one now."""
        person, kept, called = self._of.person, self._of.kept, self.called.text().strip()
        if called != kept.called:
            self._context.write(
                lambda desk: on_cards.set_called(desk, person, kept, called),
                owner=self.parentWidget(),
            )

    def keep_photo(self, path: Path) -> None:
        """Open the photo at *path* beside the window, ask what of it is kept, and keep that."""
        self._busy(tr("Opening the photo..."))
        self._context.compute(
            lambda _progress: on_cards.read_photo(path),
            lambda whole: self._ask_frame(path, whole),
            on_error=self._refused,
            owner=self,
        )

    def _ask_frame(self, path: Path, whole: Portrait) -> None:
        self._dress()
        answer = ask_frame(self, whole, own=self._of.own)
        if answer is None:
            return
        frame, how = answer
        self._busy(tr("Keeping the photo..."))
        self._context.compute(
            lambda _progress: on_cards.read_photo(path, frame),
            lambda portrait: self._keep(portrait, how),
            on_error=self._refused,
            owner=self,
        )

    def _keep(self, portrait: Portrait, how: str) -> None:
        person, kept = self._of.person, self._of.kept
        self._write(lambda desk: on_cards.set_photo(desk, person, kept, portrait, agreed_how=how))

    def _choose(self) -> None:
        path = ask_file(self, tr("Choose a photo"), tr("Photos (*.jpg *.jpeg *.png *.heic)"))
        if path is not None:
            self.keep_photo(path)

    def _take_back(self) -> None:
        sentence = tr(
            "It is erased, and no card that is printed from now on has it. Cards on paper are to "
            "be destroyed after their day; copies of the college file made before keep it until "
            "they are thinned."
        )
        if confirm(self, tr("Take the photo back?"), sentence, yes=tr("Take it back")):
            person, kept = self._of.person, self._of.kept
            self._write(lambda desk: on_cards.take_photo_back(desk, person, kept))

    def _write(self, operation: Callable[[Desk], Done[Any]]) -> None:
        self._context.write(
            operation, lambda _none: self._read_again(), on_error=self._refused, owner=self
        )

    def _read_again(self) -> None:
        person, own = self._of.person, self._of.own
        self._context.read(
            lambda desk: Shown(person, on_cards.on_cards(desk, person), own),
            self._follow,
            owner=self,
        )

    def _follow(self, found: Shown) -> None:
        self._of = found
        self._dress()
        announce(self, self.agreed.text())

    def _refused(self, error: UserError) -> None:
        self._dress()
        self.agreed.setText(f"! {error}")
        announce(self, str(error))

    def _busy(self, sentence: str) -> None:
        for each in (self.choosing, self.taking_back):
            each.setEnabled(False)
        self.agreed.setText(sentence)

    def _dress(self) -> None:
        kept = self._of.kept
        self.choosing.setEnabled(True)
        self.taking_back.setEnabled(True)
        self.taking_back.setVisible(kept.portrait is not None)
        self.choosing.setText(
            tr("Choose another &photo...") if kept.portrait else tr("Choose a &photo...")
        )
        self.agreed.setText(_agreed_words(self._of))
        if kept.portrait is None:
            self.photo.setText(tr("No photo"))
            self.photo.setAccessibleName(tr("No photo"))
            return
        picture = QPixmap()
        picture.loadFromData(kept.portrait.jpeg)
        smooth = Qt.TransformationMode.SmoothTransformation
        keep = Qt.AspectRatioMode.KeepAspectRatio
        self.photo.setPixmap(picture.scaled(_SIDE, _SIDE, keep, smooth))
        self.photo.setAccessibleName(tr("The photo as it is printed"))


def _purpose(*, own: bool) -> str:
    if own:
        return tr(
            "Printed on the cards that tell the learners you work with who comes; nothing else. "
            "A photo is your choice: without one, cards show your first letters."
        )
    return tr(
        "Printed on the cards that tell the learners they work with who comes; nothing else. "
        "A photo is their choice: keep one only if they agreed, and take it back when they say so."
    )


def _agreed_words(found: Shown) -> str:
    """Since when the photo is agreed to, and how; or that it was taken back."""
    kept = found.kept
    if kept.portrait is not None and kept.agreed_on is not None:
        on = uk_date(kept.agreed_on)
        if kept.agreed_how:
            return tr("Kept since {day}. How it was agreed: {how}", day=on, how=kept.agreed_how)
        return tr("Kept since {day}, agreed by its owner.", day=on)
    if kept.withdrawn_on is not None:
        on = uk_date(kept.withdrawn_on)
        return tr("A photo was taken back on {day}. Ask before another is kept.", day=on)
    return tr("Cards show the first letters of the name.")
