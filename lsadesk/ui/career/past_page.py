"""A person's own past as a line of time, and the question for another piece of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lsadesk.domain.careers.catalogue import Catalogue, EntryPointId
from lsadesk.domain.careers.framework import RoleId
from lsadesk.domain.staff.record import CareerRecord, Holding, PastRole
from lsadesk.operations.careers.career import CareerMap
from lsadesk.ui.career.page import Around, Page
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.purpose import why_words
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column, in_row
from lsadesk.ui.widgets.rows import from_left
from lsadesk.ui.words import tr

_EARLIEST = 1940


@dataclass(frozen=True, slots=True)
class Stop:
    """A point on the line of time: *year* None where nobody remembers."""

    year: int | None
    when: str
    what: str
    note: str = ""
    past: PastRole | None = None
    role: RoleId | None = None


class PastPage(Page):
    """Earlier work and qualifications from the first to now, spoken as an ordered list."""

    def __init__(self, around: Around, record: CareerRecord) -> None:
        super().__init__(around)
        self.go_back()
        self.say(tr("My past"), "title")
        self.say(tr("What you bring counts wherever you gained it."), "muted")
        self._entry(record)
        self.act(tr("Add earlier work"), around.verbs.add_past, "primary")
        self.act(tr("Move it on a line of time..."), around.verbs.plot_past)
        stops = list(_stops(around.seen, record))
        line = in_column(gap=0)
        for number, stop in enumerate(stops, 1):
            line.addWidget(self._stop(number, stop, last=number == len(stops)))
        self.rows.addLayout(line)
        if not stops:
            self.say(tr("Nothing is here yet. Paid, unpaid and family work all belong here."))
        self.link(why_words(), around.verbs.why)

    def _entry(self, record: CareerRecord) -> None:
        """How the person came in; nobody has to say."""
        points = self.around.seen.catalogue.entry_points
        said = None if record.entry is None else points.get(record.entry)
        if said is not None:
            self.say(tr("How I came in: {way}", way=said.name))
        asked = tr("Say how I came in") if said is None else tr("Change how I came in")
        self.act(asked, self.around.verbs.say_entry)

    def _stop(self, number: int, stop: Stop, *, last: bool) -> QWidget:
        row = QWidget()
        across = in_row(Rail(self.around.appearance, last=last), on=row, gap=10)
        texts = in_column(around=(0, 0, 0, 10), gap=2)
        when = f"{number}. {stop.when}" if stop.when else f"{number}."
        texts.addWidget(label(when, "muted"))
        named = label(stop.what, "label")
        named.setWordWrap(True)
        texts.addWidget(named)
        if stop.note:
            texts.addWidget(label(stop.note))
        if stop.past is not None:
            texts.addLayout(self._verbs(stop.what, stop.past))
        across.addLayout(texts, 1)
        return row

    def _verbs(self, what: str, past: PastRole) -> QHBoxLayout:
        """Change and remove, side by side."""
        verbs = self.around.verbs
        change = button(tr("Change"), partial(verbs.change_past, past), "link")
        change.setAccessibleName(tr("Change {what}", what=what))
        remove = button(tr("Remove"), partial(verbs.remove_past, past), "link")
        remove.setAccessibleName(tr("Remove {what}", what=what))
        return from_left(change, remove)


class Rail(QWidget):
    """The line of time beside one stop, with its dot."""

    def __init__(self, appearance: Appearance, *, last: bool) -> None:
        super().__init__()
        self._appearance, self._last = appearance, last
        self.setFixedWidth(18)
        appearance.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As high as the words beside it."""
        return QSize(18, 30)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A dot on a line; the last one ends it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c = self._appearance.theme.colours
        painter.setPen(QPen(c.accent, 2))
        painter.drawLine(9, 0, 9, 12 if self._last else self.height())
        painter.setBrush(c.accent if self._last else c.surface)
        painter.drawEllipse(3, 6, 12, 12)


def past_roles(seen: CareerMap) -> tuple[RoleId | None, ...]:
    """The role of each stop on the line of time, now last; None where it is not on the map."""
    return () if seen.record is None else tuple(one.role for one in _stops(seen, seen.record))


@dataclass(frozen=True, slots=True)
class SaidEntry:
    """An answer to how one came in; None is an answer too: I do not say."""

    entry: EntryPointId | None


def ask_entry(parent: QWidget, catalogue: Catalogue, said: EntryPointId | None) -> SaidEntry | None:
    """Ask how the person came in; None where they leave it as it is."""
    question = Question(parent, tr("How I came in"), "", tr("Save"))
    form = question.form
    points = [(one.name, one.id) for one in catalogue.entry_points.values()]
    way = form.choice(
        tr("How I came into this work"),
        [(tr("I do not say"), None), *points],
        said,
        hint=tr("The college sees only how many came in by each way."),
    )
    answered = question.answered()
    chosen = way.chosen()
    if not answered:
        return None
    return SaidEntry(EntryPointId(chosen) if isinstance(chosen, str) else None)


def ask_past(
    parent: QWidget, seen: CareerMap, today: date, before: PastRole | None = None
) -> PastRole | None:
    """Ask for a piece of earlier work, or how to change *before*; None where it is left."""
    known = PastRole(title="") if before is None else before
    question = Question(parent, tr("Earlier work"), "", tr("Add") if before is None else tr("Save"))
    form = question.form
    title = form.text(
        tr("What it was"), known.title, hint=tr("Paid or not: family and volunteering count.")
    )
    roles = [(role.name, role.id) for role in seen.framework.roles.values()]
    role = form.choice(tr("On the map"), [(tr("Not on the map"), None), *roles], known.role)
    began = form.choice(tr("From"), _years(today), known.began)
    ended = form.choice(tr("Until"), _years(today), known.ended)
    brings = form.text(tr("What it taught you"), known.brings)
    question.yes.setEnabled(bool(known.title))
    title.textChanged.connect(lambda text: question.yes.setEnabled(bool(text.strip())))
    answered = question.answered()
    if not answered:
        return None
    return PastRole(
        title=title.text().strip(),
        role=_role(role.chosen()),
        began=_year(began.chosen()),
        ended=_year(ended.chosen()),
        brings=brings.text().strip(),
    )


def _years(today: date) -> list[tuple[str, object]]:
    years = range(today.year, _EARLIEST, -1)
    return [(tr("Not sure"), None), *((str(year), year) for year in years)]


def _role(chosen: object) -> RoleId | None:
    return RoleId(chosen) if isinstance(chosen, str) else None


def _year(chosen: object) -> int | None:
    return chosen if isinstance(chosen, int) else None


def _stops(seen: CareerMap, record: CareerRecord) -> Iterator[Stop]:
    """In the order of time, what nobody remembers first, now last."""
    stops = [_work(seen, past) for past in record.past]
    for one in record.qualifications:
        known = seen.catalogue.qualifications.get(one.qualification)
        if one.state is Holding.HELD and known is not None:
            day = one.achieved
            year, when = (None, "") if day is None else (day.day.year, str(day))
            stops.append(Stop(year, when, one.as_written or known.name, tr("Qualification")))
    yield from sorted(stops, key=lambda stop: stop.year or 0)
    if seen.place is not None and seen.place.role is not None:
        here = seen.framework.roles[seen.place.role]
        yield Stop(None, tr("Now"), here.name, role=here.id)


def _work(seen: CareerMap, past: PastRole) -> Stop:
    role = None if past.role is None else seen.framework.roles.get(past.role)
    where = tr("On the map: {role}", role=role.name) if role is not None else ""
    years = [str(year) for year in (past.began, past.ended) if year is not None]
    note = ". ".join(part for part in (past.brings.rstrip("."), where) if part)
    when = " \u2013 ".join(years)
    return Stop(past.began or past.ended, when, past.title, note, past, past.role)
