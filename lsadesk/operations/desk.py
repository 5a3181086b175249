"""An unlocked college and who is at it: what every operation takes first."""

from collections.abc import Callable, Collection, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from lsadesk.domain.changes import NOTHING, Changes, Done, Subject
from lsadesk.domain.keeping.moving import Moved
from lsadesk.domain.keeping.removed import Removal
from lsadesk.domain.rights import CHANGE, READ, Access, AccountId, Kind, Standing, allows
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import NotAllowed, Stale, UserError
from lsadesk.store import accounts, trail
from lsadesk.store.college_file import Unlocked
from lsadesk.store.history import CHANGED_SINCE, RowChange, reverse
from lsadesk.store.keeping import removed
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading, Store, Work

T = TypeVar("T")

UNDO_KEPT = 50
KNOWN_KEPT = 3  # of what takes long to gather
# Records of which the person can ask who looked at them (requirements C1-C6, D).
TOLD_WHO_SAW = frozenset(
    {
        Kind.PERSON,
        Kind.RATING,
        Kind.CERTIFICATE,
        Kind.ASSESSMENT,
        Kind.APPRAISAL,
        Kind.DEVELOPMENT,
        Kind.CAREER,
        Kind.WORK_PATTERN,
        Kind.HEALTH,
        Kind.ON_CARDS,
    }
)
SHORTEST_SECRET = 6


@dataclass(frozen=True, slots=True)
class Undoable:
    """A change that can be taken back: its sentence, and what it did to rows."""

    sentence: str
    subjects: frozenset[Subject]
    entry: Entry
    line: int  # the entry's number on the trail
    about: PersonId | None
    rows: tuple[RowChange, ...]
    at: datetime
    also: tuple[PersonId, ...] = ()  # others whom it is about
    besides: tuple[Entry, ...] = ()  # the lines of the others


@dataclass(frozen=True, slots=True)
class UndoLine:
    """A change of this sitting that can be taken back, and when it was made."""

    sentence: str
    at: datetime


class Desk:
    """One person's sitting at an unlocked college file.

    It is used from one thread at a time. Undo reaches back over this sitting only.
    """

    def __init__(
        self, unlocked: Unlocked, store: Store, college: str, moved: Moved | None = None
    ) -> None:
        self.unlocked = unlocked
        self.moved = moved  # the college goes on elsewhere: here it is only read
        self._store = store
        self.college = college
        self.saved_at: datetime | None = None
        self._undo: list[Undoable] = []
        self._redo: list[Undoable] = []
        self._open = 0  # readings and units of work that are open at this moment
        self._seen: set[tuple[Kind, PersonId, date]] = set()
        self._to_note: list[Entry] = []
        self._known: dict[Hashable, tuple[int, Any]] = {}  # with the line it was worked out after

    @property
    def store(self) -> Store:
        """The records.

        Raises:
            NotAllowed: whoever signed in has still to choose a secret of their own.
        """
        if self.must_choose_secret:
            raise NotAllowed(
                "Somebody else chose this PIN or password. Sign in to the window with it and "
                "choose your own; until then nothing opens."
            )
        return self._store

    @property
    def must_choose_secret(self) -> bool:
        """Whether somebody else chose the secret of this sign-in, so that nothing opens yet."""
        return self.unlocked.opened.is_first

    @property
    def folder(self) -> Path:
        """The college file's folder."""
        return self.unlocked.folder

    @property
    def login(self) -> str:
        """What the person signed in with."""
        return self.unlocked.login

    @property
    def account(self) -> AccountId:
        """The account that is signed in."""
        return self._store.account

    @property
    def today(self) -> date:
        """The day, by this computer's clock."""
        return self._store.clock().astimezone().date()

    def standing(self) -> Standing:
        """The duties held at this moment."""
        with self.store.read() as reading:
            return accounts.standing_of(reading, self.account)

    @property
    def person(self) -> PersonId | None:
        """The member of staff who is signed in; None for an account without one."""
        with self.store.read() as reading:
            return accounts.person_of(reading, self.account)

    @contextmanager
    def reading(
        self, kind: Kind, about: PersonId | None = None, access: Access = READ
    ) -> Iterator[Reading]:
        """A look at records of *kind*, refused where no duty covers it.

        A look at somebody else's record goes on the trail, once a day and sitting.

        Raises:
            NotAllowed: the person's duties do not cover it.
        """
        with self._opened(), self.store.read() as reading:
            self.require(reading, access, kind, about)
            self._remember_seen(reading, kind, about)
            yield reading

    @contextmanager
    def writing(self, kind: Kind, about: PersonId | None = None) -> Iterator[Work]:
        """A unit of work on records of *kind*, refused where no duty covers it.

        Raises:
            NotAllowed: the person's duties do not cover it, or the college was moved to
                another computer.
        """
        with self.beginning() as work:
            self.require(work, CHANGE, kind, about)
            yield work

    @contextmanager
    def beginning(self) -> Iterator[Work]:
        """A unit of work that itself finds out whom it is about, and then has to `require`.

        Raises:
            NotAllowed: the college was moved to another computer.
        """
        if self.moved is not None:
            raise NotAllowed(str(self.moved))
        with self._opened(), self.store.begin() as work:
            yield work

    @contextmanager
    def _opened(self) -> Iterator[None]:
        """Around whatever is open; what is to be noted is written once nothing is."""
        self._open += 1
        try:
            yield
        finally:
            self._open -= 1
            if not self._open:
                self._note_seen()

    def _remember_seen(self, reading: Reading, kind: Kind, about: PersonId | None) -> None:
        if about is None or kind not in TOLD_WHO_SAW:
            return
        mark = (kind, about, self.today)
        if mark not in self._seen:
            self._seen.add(mark)
            if accounts.standing_of(reading, self.account).person != about:
                self._to_note.append(Entry("saw", kind, about))

    def _note_seen(self) -> None:
        """Write down who saw what; what cannot be written now is written with the next look."""
        while self._to_note:
            entry = self._to_note.pop(0)
            try:
                self.note(entry)
            except UserError:
                self._to_note.insert(0, entry)
                return

    def while_quiet(
        self, reading: Reading, quiet: Collection[str], make: Callable[[], T], *about: Hashable
    ) -> T:
        """What *make* says of *about*, asked again once anything but *quiet* actions was done.

        For what takes long to gather: *quiet* names what on the trail cannot have changed it. A
        unit of work that has written already is asked anew, since its line is still to come.
        """
        line = trail.last_line(reading.connection)
        known = self._known.get(about)
        if isinstance(reading, Work) and reading.row_changes:
            return make()
        if known is None or trail.has_done_else(reading.connection, known[0], quiet):
            self._known.pop(about, None)
            self._known = dict([*self._known.items()][-KNOWN_KEPT + 1 :])
            known = self._known[about] = line, make()
        found: T = known[1]
        return found

    def require(self, reading: Reading, access: Access, kind: Kind, about: PersonId | None) -> None:
        """Refuse what no duty held at this moment covers, within a reading that is open already."""
        standing = accounts.standing_of(reading, self.account)
        if not allows(standing, access, kind, about):
            raise NotAllowed(
                f"Your duties do not let you {access.value} {kind.value} here. "
                "Ask the administrator if they should."
            )

    def require_now(self, kind: Kind, about: PersonId | None = None, access: Access = READ) -> None:
        """Refuse what no duty covers, before work that holds no reading open.

        Raises:
            NotAllowed: the person's duties do not cover it.
        """
        with self.reading(kind, about, access):
            return

    def keep(
        self,
        work: Work,
        result: T,
        sentence: str,
        entry: Entry,
        *subjects: Subject,
        about: PersonId | None = None,
        also: tuple[PersonId, ...] = (),
        besides: tuple[Entry, ...] = (),
        undo: bool = True,
    ) -> Done[T]:
        """Commit *work* and say what it did; where no row changed, nothing is written.

        *sentence* is what Undo shows. *also* are those besides *about* whom it is about: to take
        it back needs the duty for each; *besides* are their own lines on the trail. *undo*
        False: cannot be taken back here (a change that also touched the key file, say).
        """
        work.flush()
        if not work.row_changes and undo:
            return Done(result, NOTHING)
        now, touched = self.store.clock(), frozenset(subjects)
        if undo:
            removed.put(
                work,
                Removal(
                    at=now,
                    sentence=sentence,
                    kind=entry.kind,
                    about=about,
                    also=also,
                    subjects=touched,
                ),
            )
        line, *_ = work.commit(entry, *besides)
        self.saved_at = now
        self._redo.clear()
        if undo:
            rows = tuple(work.row_changes)
            changed = Undoable(sentence, touched, entry, line, about, rows, now, also, besides)
            self._undo = [*self._undo[-UNDO_KEPT + 1 :], changed]
        return Done(result, Changes(frozenset(subjects), sentence))

    def keep_more(self, work: Work, result: T, *subjects: Subject) -> Done[T]:
        """Commit the next words of a private text, which only its author reads.

        That there is such a text stands on the trail since it was begun. Writing on is how
        it is taken back, so nothing goes on the undo list.
        """
        work.commit_more()
        self.saved_at = self.store.clock()
        return Done(result, Changes(frozenset(subjects), ""))

    def forget_what_can_be_undone(self) -> None:
        """After an erasure: what Undo remembers would bring back what is gone."""
        self._undo.clear()
        self._redo.clear()

    def note(self, *entries: Entry) -> None:
        """Put on the trail what changed no record: something taken out of the program, say."""
        with self.store.begin() as work:
            work.commit(*entries)

    def undo_sentence(self) -> str:
        """What Undo would take back ("Added Asha Kaur"); "" where there is nothing."""
        return self._undo[-1].sentence if self._undo else ""

    def redo_sentence(self) -> str:
        """What Redo would do again; "" where there is nothing."""
        return self._redo[-1].sentence if self._redo else ""

    def undo(self) -> Done[None]:
        """Take the last change back, as a change of its own on the trail.

        Raises:
            Stale: somebody has changed the same record since, or erased anybody's, which this
                might bring back; nothing is altered.
            NotAllowed: the duty under which it was made is held no more.
        """
        return self._reverse(self._undo, self._redo, "undid")

    def undo_list(self) -> tuple[UndoLine, ...]:
        """What Undo would take back one after the other, the latest first."""
        return tuple(UndoLine(each.sentence, each.at) for each in reversed(self._undo))

    def undo_many(self, number: int) -> Done[str]:
        """Take the last *number* changes back, the latest first.

        It stops at the first that cannot be; the result then says why, else it is "".
        """
        subjects: set[Subject] = set()
        told, refused = [], ""
        for _ in range(number):
            try:
                changes = self.undo().changes
            except (Stale, NotAllowed) as error:
                refused = str(error)
                break
            subjects |= changes.subjects
            told.append(changes.sentence)
        return Done(refused, Changes(frozenset(subjects), "; ".join(told)))

    def redo(self) -> Done[None]:
        """Do again what was last taken back."""
        return self._reverse(self._redo, self._undo, "redid")

    def close(self) -> None:
        """Lock: let go of the file and of what can be undone."""
        self._undo.clear()
        self._redo.clear()
        self._known.clear()
        self._store.close()
        self.unlocked.close()

    def _reverse(self, source: list[Undoable], target: list[Undoable], verb: str) -> Done[None]:
        if not source:
            return Done(None, NOTHING)
        last = source[-1]
        try:
            with self.writing(last.entry.kind, last.about) as work:
                for person in last.also:
                    self.require(work, CHANGE, last.entry.kind, person)
                if trail.has_erased_since(work.connection, last.line):
                    raise Stale(CHANGED_SINCE)
                reversal = reverse(work.session, last.rows, work.now)
                lines = (last.entry, *last.besides)
                work.commit(*(replace(one, action=f"{verb}: {one.action}") for one in lines))
        except (Stale, NotAllowed):
            source.pop()  # it will never be possible; what was done before it may be
            raise
        source.pop()
        self.saved_at = self.store.clock()
        for stack in (source, target):
            stack[:] = [replace(each, rows=reversal.carried_into(each.rows)) for each in stack]
        target.append(replace(last, rows=reversal.rows))
        return Done(None, Changes(last.subjects, last.sentence))


def own_person(desk: Desk, within: Reading | None = None) -> PersonId:
    """The member of staff who is signed in; asked *within* what is open already, where it is.

    Raises:
        UserError: the account is nobody's in particular.
    """
    person = desk.person if within is None else accounts.person_of(within, desk.account)
    if person is None:
        raise UserError(
            "This account is not linked to a member of staff. Ask the administrator to link it."
        )
    return person


def require_secret(secret: str) -> None:
    """Refuse a PIN or password that is too short to be one."""
    if len(secret) < SHORTEST_SECRET:
        raise UserError(
            f"A PIN or password needs at least {SHORTEST_SECRET} characters. Choose a longer one."
        )
