"""The page of the college's peer networks (A50)."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.careers.networks import Meeting
from lsadesk.domain.changes import Done
from lsadesk.domain.rights import CHANGE, Kind, allows
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.careers import networks
from lsadesk.operations.careers.networks import Named, SeenNetwork
from lsadesk.operations.desk import Desk
from lsadesk.ui.library.network_questions import ask_meeting, ask_network
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import ask_choice, confirm
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr

_MEETINGS = 140  # pixels: its heading and a few lines
_EMPTY = (
    "There is no network yet that you could join. A network is a few people who meet and learn "
    "from one another; whoever keeps the staff records can begin one."
)


@dataclass(frozen=True, slots=True)
class NetworksSeen:
    """What the page shows; *staff* None: whoever looks does not keep the staff records."""

    networks: tuple[SeenNetwork, ...]
    staff: tuple[Named, ...] | None
    without: tuple[Named, ...]
    me: PersonId | None


class NetworksPage(QWidget):
    """The networks on the left; members, meetings and what can be done on the right."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._seen: NetworksSeen | None = None
        self.told = label("", "muted")
        self.table: RecordTable[SeenNetwork] = RecordTable(tr("Peer networks"), _columns())
        self.title, self.about, self.members = label("", "heading"), label(""), label("")
        self.meetings: RecordTable[Meeting] = RecordTable(tr("Meetings"), _meeting_columns())
        self.meetings.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        self.join = button(tr("&Join"), self._join, "primary")
        self.meeting = button(tr("Add a &meeting..."), self._add_meeting)
        self.note = button(tr("&Note what was shared..."), self._change_meeting)
        self.add = button(tr("&Add a network..."), self._add)
        self.change = button(tr("&Change..."), self._change)
        self.put_in = button(tr("&Put somebody in..."), self._put_in)
        self.take_out = button(tr("&Take somebody out..."), self._take_out)
        self.remove = button(tr("&Remove"), self._remove)
        self._build()
        self._dress()
        self.table.selected.connect(self._show)
        self.meetings.selected.connect(lambda _one: self._dress())
        self.meetings.opened.connect(lambda _one: self._change_meeting())

    def reload(self) -> None:
        """Ask again."""
        self._context.read(_question, self.show_seen, owner=self)

    def show_seen(self, seen: NetworksSeen) -> None:
        """Show *seen*; the network that was chosen is chosen, or else the first."""
        self._seen = seen
        before = self.table.current()
        self.table.show_records(seen.networks)
        ids = [one.network.id for one in seen.networks]
        if before is not None and before.network.id in ids:
            self.table.select(seen.networks[ids.index(before.network.id)])
        elif seen.networks:
            self.table.select(seen.networks[0])
        self.told.setText(_told(seen))
        self.told.setVisible(bool(self.told.text()))
        self._show(self.table.current())

    def write(self, operation: Callable[[Desk], Done[None]]) -> None:
        """Do *operation* on the networks."""
        self._context.write(operation)

    def _build(self) -> None:
        side, done, kept = QWidget(), QWidget(), QWidget()
        for row, parts in (
            (done, (self.join, self.meeting, self.note)),
            (kept, (self.add, self.change, self.put_in, self.take_out, self.remove)),
        ):
            flow = Flow(row)
            for part in parts:
                flow.addWidget(part)
        told = in_column(self.title, self.about, self.members, on=side, around=(16, 0, 0, 0))
        self.meetings.setMinimumHeight(_MEETINGS)
        told.addWidget(self.meetings, 1)
        told.addWidget(done)
        told.addStretch()
        across = QSplitter()
        across.addWidget(self.table)
        across.addWidget(scrolling(side, sideways=False))
        across.setChildrenCollapsible(False)
        across.setSizes([640, 520])
        in_column(self.told, Fill(across), kept, on=self, around=(16, 12, 16, 16))

    def _show(self, one: SeenNetwork | None) -> None:
        inside = one is not None and (one.is_in or one.leads)
        title, about = (
            self._said_of_none() if one is None else (one.network.name, one.network.about)
        )
        self.title.setText(title)
        self.about.setText(about)
        self.members.setText(_members(one) if one else "")
        self.meetings.setVisible(inside)
        self.meetings.show_records(one.meetings if one else ())
        self._dress()

    def _said_of_none(self) -> tuple[str, str]:
        if self._seen is None or self._seen.networks:
            return tr("No network is chosen"), ""
        words = tr(
            "In one meet people with something in common: a specialism, being new here, the same "
            "work at several colleges."
        )
        how = (
            tr("Add a network stands below the list.")
            if self._seen.staff is not None
            else tr("The head of learning support can begin one: ask.")
        )
        return tr("No networks yet"), f"{words} {how}"

    def _dress(self) -> None:
        one, seen = self.table.current(), self._seen
        keeps = seen is not None and seen.staff is not None
        inside = one is not None and (one.is_in or one.leads)
        may_join = one is not None and seen is not None and seen.me is not None
        self.join.setVisible(may_join and one is not None and (one.is_in or one.network.is_open))
        self.join.setText(tr("&Leave") if one is not None and one.is_in else tr("&Join"))
        for each in (self.meeting, self.note):
            each.setVisible(inside and (keeps or (one is not None and one.is_in)))
        self.note.setEnabled(self.meetings.current() is not None)
        self.change.setVisible(one is not None and one.leads)
        self.take_out.setVisible(one is not None and one.leads and bool(_others(one)))
        self.add.setVisible(keeps)
        for each in (self.put_in, self.remove):
            each.setVisible(keeps and one is not None)

    def _join(self) -> None:
        one = self.table.current()
        if one is None:
            return
        network, is_in = one.network.id, one.is_in
        if is_in:
            self.write(lambda desk: networks.leave(desk, network))
        elif confirm(
            self,
            tr("Join this network?"),
            tr("Those who are in it see your name there. You can leave at any time."),
            yes=tr("Join"),
        ):
            self.write(lambda desk: networks.join(desk, network))

    def _add_meeting(self) -> None:
        one = self.table.current()
        if one is None:
            return
        said = ask_meeting(self, None, self._context.desk.today)
        if said is not None:
            network = one.network.id
            self._context.write(lambda desk: networks.add_meeting(desk, network, said))

    def _change_meeting(self) -> None:
        read = self.meetings.current()
        if read is None or not self.note.isVisible():
            return
        said = ask_meeting(self, read, self._context.desk.today)
        if said is not None:
            self.write(lambda desk: networks.change_meeting(desk, read, said))

    def _add(self) -> None:
        if self._seen is None or self._seen.staff is None:
            return
        if (said := ask_network(self, None, self._seen.staff)) is not None:
            self._context.write(lambda desk: networks.add_network(desk, said))

    def _change(self) -> None:
        one, seen = self.table.current(), self._seen
        if one is None or seen is None:
            return
        people_known = seen.staff if seen.staff is not None else one.members or ()
        if (said := ask_network(self, one.network, people_known)) is not None:
            network, version = one.network.id, one.network.version
            self.write(lambda desk: networks.change_network(desk, network, version, said))

    def _put_in(self) -> None:
        one, seen = self.table.current(), self._seen
        if one is None or seen is None or seen.staff is None:
            return
        inside = one.members or ()
        free = [(each.name, each.id) for each in seen.staff if each not in inside]
        person = ask_choice(self, tr("Put somebody in"), tr("Name"), free, yes=tr("Put in"))
        if isinstance(person, int):
            network, who = one.network.id, PersonId(person)
            self.write(lambda desk: networks.put_in(desk, network, who))

    def _take_out(self) -> None:
        one = self.table.current()
        if one is None:
            return
        inside = [(each.name, each.id) for each in _others(one)]
        person = ask_choice(self, tr("Take somebody out"), tr("Name"), inside, yes=tr("Take out"))
        if isinstance(person, int):
            network, who = one.network.id, PersonId(person)
            self.write(lambda desk: networks.take_out(desk, network, who))

    def _remove(self) -> None:
        one = self.table.current()
        if one is not None and confirm(
            self,
            tr("Remove the network?"),
            tr("{name} goes with its meetings. Undo brings it back.", name=one.network.name),
            yes=tr("Remove"),
        ):
            network, version = one.network.id, one.network.version
            self.write(lambda desk: networks.remove_network(desk, network, version))


def _columns() -> tuple[Column[SeenNetwork], ...]:
    return (
        Column(tr("Network"), lambda one: one.network.name, spoken=_spoken, width=26),
        Column(tr("Meets next"), _next, _next_day, width=11),
        Column(tr("Convenor"), lambda one: one.convenor, width=16),
        Column(tr("People"), lambda one: str(one.number), lambda one: one.number, width=6),
        Column(tr("My part"), _part, width=9),
    )


def _meeting_columns() -> tuple[Column[Meeting], ...]:
    return (
        Column(tr("Day"), lambda one: uk_date(one.day), lambda one: one.day, width=11),
        Column(tr("Place"), lambda one: one.place, width=16),
        Column(tr("What was shared"), lambda one: one.shared, width=30),
    )


def _others(one: SeenNetwork) -> list[Named]:
    """Who is in it beside whoever convenes it."""
    return [each for each in one.members or () if each.id != one.network.convenor]


def _part(one: SeenNetwork) -> str:
    return tr("I am in it") if one.is_in else ""


def _next(one: SeenNetwork) -> str:
    return uk_date(one.next_meeting.day) if one.next_meeting is not None else ""


def _next_day(one: SeenNetwork) -> object:
    return one.next_meeting.day if one.next_meeting is not None else None


def _spoken(one: SeenNetwork) -> str:
    said = [one.network.name, count(one.number, "person", "people")]
    if one.convenor:
        said.append(tr("convened by {name}", name=one.convenor))
    if _next(one):
        said.append(tr("meets next on {day}", day=_next(one)))
    if one.is_in:
        said.append(tr("you are in it"))
    return ", ".join(said)


def _members(one: SeenNetwork) -> str:
    if one.members is None:
        said = count(one.number, "person is in it", "people are in it")
        return tr("{people}. Those who are in it see the names.", people=said)
    names = ", ".join(each.name for each in one.members)
    return tr("In it: {names}", names=names) if names else tr("Nobody is in it yet.")


def _told(seen: NetworksSeen) -> str:
    if not seen.networks and seen.staff is None:
        return tr(_EMPTY)
    if not seen.without:
        return ""
    names = ", ".join(each.name for each in seen.without[:12])
    more = len(seen.without) - 12
    if more > 0:
        names = tr("{names} and {number} more", names=names, number=more)
    return tr("In no network yet: {names}.", names=names)


def _question(desk: Desk) -> NetworksSeen:
    keeps = allows(desk.standing(), CHANGE, Kind.PERSON)
    staff = networks.at_work(desk) if keeps else None
    without = networks.without_network(desk) if keeps else ()
    return NetworksSeen(networks.networks(desk), staff, without, desk.person)
