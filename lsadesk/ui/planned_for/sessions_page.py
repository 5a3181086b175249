"""The weekly timetable's sessions: finding, changing one or all that are shown."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from lsadesk.domain.calendar import TimeSpan, Week, Weekday, uk_date
from lsadesk.domain.weeks.timetable import LsaUse, Session, SessionDetails, SessionId
from lsadesk.operations.weeks import sessions
from lsadesk.operations.weeks.sessions import Timetable, details_of
from lsadesk.ui.planned_for.session_form import NEW, ask_many_sessions, ask_session
from lsadesk.ui.planned_for.words import day_name, lsas_words, use_words, week_words, when_words
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import confirm
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.widgets.flow import flowing
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.rows import from_left
from lsadesk.ui.widgets.search import SearchField
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr


@dataclass(frozen=True, slots=True)
class _Row:
    """A session with the name of its site."""

    session: Session
    site: str


_Test = Callable[[Session], bool]


def change_times(context: TabContext, parent: QWidget, session: SessionId, span: TimeSpan) -> None:
    """Show *session* with *span* as its times, and keep it so once that is confirmed."""

    def ask(around: Timetable) -> None:
        read = next((each for each in around.sessions if each.id == session), None)
        if read is None:
            context.say(tr("This session is not in the timetable any more."), "warning")
            return
        filled = replace(details_of(read), span=span)
        title = tr("Change a session's times")
        wanted = ask_session(parent, title, filled, around, tr("Save"), at_times=True)
        if wanted is not None:
            context.write(lambda desk: sessions.change_session(desk, read, wanted), owner=parent)

    context.read(sessions.timetable_of, ask, owner=parent)


class SessionsPage(QWidget):
    """A row a session; what is found by word, day or question can be changed all at once.

    Emits `to_tell(SessionId)` where it is asked what its LSAs need to know.
    """

    to_tell = Signal(int)

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._around: Timetable | None = None
        self._wanted: SessionId | None = None
        self.search = SearchField(context.appearance, tr("Find a session"), self)
        self.day = Choice(_days(), None)
        self.day.setAccessibleName(tr("Which day"))
        self.question = Choice(_questions(), None)
        self.question.setAccessibleName(tr("Which sessions"))
        self.number = label("", "muted")
        self.number.setWordWrap(False)
        self.table: RecordTable[_Row] = RecordTable(tr("Sessions of the week"), _columns())
        self.adding = button(tr("&Add a session..."), self._add, "primary")
        self.changing = button(tr("&Change..."), self._change)
        self.many = button("", self._change_many)
        self.removing = button(tr("&Remove"), self._remove)
        self.telling = button(tr("What to &know..."), self._tell_of)
        self.none = EmptyState(
            context.appearance,
            "deployment",
            tr("No sessions yet"),
            tr("Bring in the timetable with File, Import a workbook, or add sessions here."),
            action=tr("Add a session..."),
            on_action=self._add,
        )
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """Ask for the timetable."""
        self._context.read(sessions.timetable_of, self.show_timetable, owner=self)

    def choose(self, session: SessionId) -> None:
        """Bring *session* to view, at once or when the timetable has been read."""
        self._wanted = session
        self._find_wanted()

    def show_timetable(self, around: Timetable) -> None:
        """Show the sessions of *around*."""
        self._around = around
        rows = [
            _Row(each, "" if each.site is None else around.sites[each.site])
            for each in around.sessions
        ]
        self.table.show_records(rows)
        self._pages.setCurrentIndex(0 if rows else 1)
        self._tell()
        self._find_wanted()

    def _lay_out(self) -> None:
        top = flowing(self.search, self.day, self.question, self.number, gap=12)
        ways = from_left(self.adding, self.changing, self.many, self.telling, self.removing)
        listed = QWidget()
        in_column(top, Fill(self.table), ways, on=listed, around=(16, 12, 16, 12))
        self._pages = QStackedWidget()
        self._pages.addWidget(listed)
        self._pages.addWidget(self.none)
        in_column(self._pages, on=self)

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self._filter())
        self.day.currentIndexChanged.connect(lambda _at: self._filter())
        self.question.currentIndexChanged.connect(lambda _at: self._filter())
        self.table.opened.connect(lambda _row: self._change())
        self.table.selected.connect(lambda _row: self._tell())

    def _filter(self) -> None:
        day, test = self.day.chosen(), self.question.chosen()
        self.table.rows.search(self.search.text())
        self.table.rows.keep(
            lambda row: (
                (day is None or row.session.day == day)
                and (not callable(test) or bool(test(row.session)))
            )
        )
        self._tell()

    def _shown(self) -> list[Session]:
        rows = self.table.rows
        found = (rows.mapToSource(rows.index(at, 0)).row() for at in range(rows.rowCount()))
        return [self.table.model_.record(at).session for at in found]

    def _tell(self) -> None:
        shown = self.table.rows.rowCount()
        self.number.setText(count(shown, "session", "sessions"))
        self.many.setText(tr("Chan&ge all {number} shown...", number=f"{shown:,}"))
        self.many.setVisible(shown > 1)
        chosen = self.table.current() is not None
        self.changing.setEnabled(chosen)
        self.removing.setEnabled(chosen)
        self.telling.setEnabled(chosen)

    def _find_wanted(self) -> None:
        for row in self.table.model_.records():
            if row.session.id == self._wanted:
                self.search.clear()
                self.day.setCurrentIndex(0)
                self.question.setCurrentIndex(0)
                self._filter()
                self.table.select(row)
                self.table.setFocus()
                self._wanted = None
                return

    def _add(self) -> None:
        if self._around is None:
            return
        row = self.table.current()
        like = NEW if row is None else _beside(row.session)
        wanted = ask_session(self, tr("Add a session"), like, self._around, tr("Add"))
        if wanted is not None:
            self._context.write(
                lambda desk: sessions.add_session(desk, wanted), self.choose, owner=self
            )

    def _change(self) -> None:
        row = self.table.current()
        if row is None or self._around is None:
            return
        read = row.session
        filled = details_of(read)
        wanted = ask_session(self, tr("Change a session"), filled, self._around, tr("Save"))
        if wanted is not None:
            self._wanted = read.id
            self._context.write(
                lambda desk: sessions.change_session(desk, read, wanted), owner=self
            )

    def _change_many(self) -> None:
        if self._around is None:
            return
        wanted = ask_many_sessions(self, self._shown(), self._around)
        if wanted:
            self._context.write(lambda desk: sessions.change_sessions(desk, wanted), owner=self)

    def _tell_of(self) -> None:
        row = self.table.current()
        if row is not None:
            self.to_tell.emit(row.session.id)

    def _remove(self) -> None:
        row = self.table.current()
        if row is None:
            return
        read = row.session
        sentence = tr(
            "{title}, {when}. Undo brings it back.", title=read.title, when=when_words(read)
        )
        if confirm(self, tr("Remove the session?"), sentence, yes=tr("Remove"), danger=True):
            self._context.write(lambda desk: sessions.remove_session(desk, read), owner=self)


def _beside(session: Session) -> SessionDetails:
    """A new session like *session*: at its time, for its group, at its site."""
    return replace(NEW, day=session.day, span=session.span, group=session.group, site=session.site)


def _columns() -> list[Column[_Row]]:
    return [
        Column(
            tr("When"),
            lambda row: when_words(row.session),
            sort=lambda row: (row.session.day, row.session.span, row.session.group),
            width=18,
        ),
        Column(tr("Session"), lambda row: row.session.title, width=20),
        Column(tr("Group"), lambda row: row.session.group, width=14),
        Column(tr("Teacher"), _teacher, width=16),
        Column(tr("Room"), lambda row: row.session.room, width=8),
        Column(tr("Site"), lambda row: row.site, width=10),
        Column(tr("Weeks"), lambda row: week_words(row.session.week), width=12),
        Column(
            tr("LSAs"),
            lambda row: lsas_words(row.session),
            sort=lambda row: row.session.lsas_needed,
            width=8,
        ),
        Column(tr("Needs an LSA?"), lambda row: use_words(row.session.lsa_use), width=20),
        Column(tr("To know"), lambda row: _to_know(row.session), width=20),
    ]


def _teacher(row: _Row) -> str:
    return tr("led by an LSA") if row.session.led_by_lsa else row.session.teacher


def _to_know(session: Session) -> str:
    said = [
        tr("not liked by many") if session.unpopular else "",
        count(len(session.learners), "learner named", "learners named") if session.learners else "",
        tr("until {day}", day=uk_date(session.ends_on)) if session.ends_on else "",
        session.note,
    ]
    return ", ".join(part for part in said if part)


def _days() -> list[tuple[str, object]]:
    return [(tr("Every day"), None), *((day_name(day), day) for day in Weekday)]


def _questions() -> list[tuple[str, object]]:
    tests: tuple[tuple[str, _Test], ...] = (
        (tr("Number of LSAs not said"), lambda each: each.lsas_needed is None),
        (
            tr("Nobody has said whether it needs an LSA"),
            lambda each: each.lsa_use is LsaUse.NOT_SAID,
        ),
        (
            tr("Does not need an LSA, but has one"),
            lambda each: each.lsa_use is LsaUse.DOES_NOT_NEED and each.lsas_needed != 0,
        ),
        (tr("Weeks A only"), lambda each: each.week is Week.A),
        (tr("Weeks B only"), lambda each: each.week is Week.B),
        (tr("Without a teacher"), lambda each: not each.teacher and not each.led_by_lsa),
        (tr("Without a site"), lambda each: each.site is None),
        (tr("Led by an LSA"), lambda each: each.led_by_lsa),
    )
    return [(tr("All sessions"), None), *tests]
