"""One person's record, open for changing: saved field by field, never written over others."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lsadesk.domain.changes import Done
from lsadesk.domain.details import typed_over
from lsadesk.domain.staff.people import Person, PersonId
from lsadesk.errors import Stale, UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.staff import people
from lsadesk.operations.staff.people import Directory
from lsadesk.ui.people.fields import PersonFields
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import ask_text
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.widgets.notice import Notice
from lsadesk.ui.words import tr


@dataclass(slots=True)
class _Open:
    """The record on screen: as the file last gave it, and as it was last sent there.

    The file's thread moves *stored* on as it writes, so that of two saves in a row the
    second does not take the first for somebody else's.
    """

    stored: Person
    sent: Person

    def write(self, desk: Desk, wanted: Person, because: str) -> Done[Person]:
        """Write *wanted*; runs on the file's thread."""
        done = people.change_person(desk, wanted.id, self.stored.version, wanted, because=because)
        self.stored = done.result
        return done


class RecordForm(QWidget):
    """The fields of one record. Each is saved as it is left; there is no button to forget.

    Where somebody else has changed the record meanwhile, it says so, keeps what was typed,
    and offers the newest record with that put in. Emits `saved(Person)`.
    """

    saved = Signal(object)

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._open: _Open | None = None
        self._clashes: dict[PersonId, tuple[Person, Person]] = {}
        self.notice = Notice()
        self.fields = PersonFields()
        self.fields.left.connect(self.save)
        in_column(self.notice, self.fields, on=self)

    def show_person(self, person: Person, directory: Directory) -> None:
        """Show *person*; typing that has not been saved yet stays where it is."""
        self.fields.offer(directory.teams, directory.sites, in_wales=directory.in_wales)
        if self._open is not None and self._open.stored.id == person.id:
            self._follow(self._open, person)
            return
        self.settle()
        self._open = _Open(person, person)
        self.notice.settle()
        clash = self._clashes.get(person.id)
        self.fields.fill(person if clash is None else typed_over(*clash, person))
        if clash is not None:
            self._offer_typed(person)

    def settle(self) -> None:
        """Save what is half typed; what clashes is kept for when this person is shown again."""
        if self._open is None:
            return
        if self._clash() is None:
            self.save()
        else:
            base = self._open.stored
            self._clashes[base.id] = (base, self.fields.typed(base))

    def save(self) -> None:
        """Save what the fields say, if it differs from what was last sent."""
        opened = self._open
        if opened is None or self._clash() is not None:
            return
        wanted = self.fields.typed(opened.sent)
        if wanted == opened.sent:
            return
        because = self._why_level(opened.sent, wanted)
        if because is None:
            wanted = replace(wanted, level=opened.sent.level)
            self.fields.level.choose(wanted.level)
        if wanted == opened.sent:
            return
        opened.sent = wanted
        self._context.write(
            lambda desk: opened.write(desk, wanted, because or ""),
            self.saved.emit,
            on_error=lambda error: self._refused(opened, wanted, error),
            owner=self,
        )

    def _why_level(self, before: Person, wanted: Person) -> str | None:
        """Why a known level is corrected without an appraisal; None: it is not, after all."""
        if before.level is None or wanted.level == before.level:
            return ""
        return ask_text(
            self,
            tr("Correct the LSA level?"),
            tr("Why it is corrected"),
            hint=tr("A level moves with a signed appraisal. A correction stands on the trail."),
            yes=tr("Correct it"),
        )

    def _clash(self) -> tuple[Person, Person] | None:
        return None if self._open is None else self._clashes.get(self._open.stored.id)

    def _follow(self, opened: _Open, latest: Person) -> None:
        """Take over a newer version of the record on screen."""
        if latest.version <= opened.stored.version:
            return
        shown = typed_over(opened.sent, self.fields.typed(opened.sent), latest)
        opened.stored = opened.sent = latest
        self.fields.fill(shown)

    def _refused(self, opened: _Open, wanted: Person, error: UserError) -> None:
        base, opened.sent = opened.stored, opened.stored
        if not isinstance(error, Stale):
            self._context.say(str(error), "danger")
            return
        self._clashes[wanted.id] = (base, wanted)
        if self._open is opened:
            self.notice.ask(str(error), (tr("Show the newest record"), self._reload))
        else:
            said = tr(
                "{sentence} What you typed for {name} is kept.", sentence=error, name=base.name
            )
            self._context.say(said, "warning")

    def _reload(self) -> None:
        if self._open is not None:
            who = self._open.stored.id
            self._context.read(lambda desk: people.person(desk, who), self._show_latest)

    def _show_latest(self, latest: Person) -> None:
        clash = self._clashes.get(latest.id)
        if self._open is None or self._open.stored.id != latest.id or clash is None:
            return
        base = clash[0]
        merged = typed_over(base, self.fields.typed(base), latest)
        self._clashes[latest.id] = (latest, merged)
        self._open.stored = self._open.sent = latest
        self.fields.fill(merged)
        if merged == latest:
            self._drop_typed()
        else:
            self._offer_typed(latest)

    def _offer_typed(self, latest: Person) -> None:
        self.notice.ask(
            tr(
                "This is the newest record of {name}, with what you typed put in.", name=latest.name
            ),
            (tr("Save it so"), self._save_typed),
            (tr("Drop what I typed"), self._drop_typed),
        )

    def _save_typed(self) -> None:
        if self._open is not None:
            self._clashes.pop(self._open.stored.id, None)
            self.notice.settle()
            self.save()

    def _drop_typed(self) -> None:
        if self._open is not None:
            self._clashes.pop(self._open.stored.id, None)
            self.notice.settle()
            self.fields.fill(self._open.stored)
