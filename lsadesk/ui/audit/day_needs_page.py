"""What each day's sessions and learners ask for, beside who is at work then and has it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lsadesk.domain.auditing.audit import Columns
from lsadesk.domain.auditing.day_needs import Asks, DayNeed, Need
from lsadesk.domain.auditing.skills import LEVEL_WORDS
from lsadesk.domain.calendar import WORKING_WEEK, Week, Weekday, clock, uk_date
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.words import folded
from lsadesk.operations.auditing.needs import Needs
from lsadesk.ui.audit.in_full import InFull
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.rows import named
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr

_KINDS = {Asks.SKILL: "skill", Asks.CERTIFICATE: "certificate", Asks.SIGN_OFF: "sign-off"}
_SHORT, _MUST, _ALL = "short", "must", "all"
_FIRST_DAY = 3  # the column of Monday
_NAMED = 8  # people in one sentence


@dataclass(frozen=True, slots=True)
class WeekNeed:
    """A need, and each day that asks for it."""

    need: Need
    days: Mapping[Weekday, DayNeed]

    @property
    def short(self) -> int:
        """The most that lack at one moment of any day."""
        return max(each.short for each in self.days.values())

    @property
    def able(self) -> frozenset[PersonId]:
        """Whoever has it and is at work on any of the days."""
        return frozenset(person for each in self.days.values() for person in each.able)


class DayNeedsPage(QWidget):
    """A line a need, a column a day. Emits `sought(people, skills, columns)` on Enter and
    `taught(skill)` where somebody looks for who could learn it."""

    sought = Signal(object, object, object)
    taught = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._names: Mapping[PersonId, str] = {}
        self.which = Choice(
            [
                (tr("everything asked"), _ALL),
                (tr("what is needed"), _MUST),
                (tr("where too few are in"), _SHORT),
            ]
        )
        self.sentence = label("", "heading")
        self.how = label("", "muted")
        self.table: RecordTable[WeekNeed] = RecordTable(tr("Needs by day"), _columns())
        self.below = InFull(self.table, tr("The need in full"), self._open, self._teach)
        self._lay_out()
        self.which.currentIndexChanged.connect(lambda _index: self._narrow())
        self.table.selected.connect(self._tell)
        self.table.opened.connect(lambda _need: self._open())

    def show_needs(self, needs: Needs) -> None:
        """List what each day asks for."""
        self._names = needs.names
        shown = by_need(needs.days or ())
        self.table.show_records(shown)
        for day in Weekday:  # most colleges are closed at weekends
            asked = any(day in each.days for each in shown)
            self.table.setColumnHidden(_FIRST_DAY + int(day), not asked and day not in WORKING_WEEK)
        self.sentence.setText(self._said(needs, shown))
        self.how.setText(
            tr(
                "In the week from {day}. Each cell: people at work who have it, for the places "
                "that ask for it, at the tightest moment of the day. What else they are needed "
                "for, and where, is for the planner to weigh.",
                day=uk_date(needs.starts),
            )
        )
        self._narrow()

    def _said(self, needs: Needs, shown: Sequence[WeekNeed]) -> str:
        if needs.days is None:
            return tr("What learners need is shown to whoever plans for the whole college.")
        if not shown:
            return tr("No session asks for anything yet. Say under Planned for what learners need.")
        short = sum(each.short > 0 for each in shown)
        return tr(
            "{needs}, {short} with too few in on some day",
            needs=count(len(shown), "need", "needs"),
            short=short,
        )

    def _lay_out(self) -> None:
        asked = QWidget()
        Flow(asked, gap=12).addWidget(named(tr("Sho&w"), self.which))
        in_column(self.sentence, self.how, asked, Fill(self.below), on=self, around=(0, 8, 0, 0))

    def _narrow(self) -> None:
        which = self.which.chosen_as(str)
        self.table.rows.keep(
            lambda each: which == _ALL or (each.need.must if which == _MUST else each.short > 0)
        )
        self.below.begin()
        self._tell(self.table.current())

    def _tell(self, line: WeekNeed | None) -> None:
        self.below.tell(
            [] if line is None else [self._day_said(each) for each in line.days.values()],
            opens=line is not None,
            teaches=line is not None and line.need.skill is not None,
        )

    def _day_said(self, need: DayNeed) -> str:
        names = [self._names[person] for person in need.able if person in self._names]
        listed = "; ".join(names[:_NAMED]) or tr("nobody is known to have it")
        if len(names) > _NAMED:
            listed = tr("{names} and {more} more", names=listed, more=len(names) - _NAMED)
        return tr(
            "{day}{week}: {places}; at {time}, when it is tightest, {asked} at once, and {there} "
            "at work who have it. In that day: {names}. {unknown}",
            day=tr(need.day.name.title()),
            week="" if need.week is Week.BOTH else tr(", week {week}", week=need.week.value),
            places=count(need.places, "place asks for it", "places ask for it"),
            time=clock(need.moment),
            asked=need.at_once,
            there=need.there,
            names=listed,
            unknown=_unknown_words(need),
        ).strip()

    def _open(self) -> None:
        line = self.table.current()
        if line is None:
            return
        if line.need.asks is Asks.CERTIFICATE:
            courses = frozenset(int(course) for course in line.need.courses)
            self.sought.emit(frozenset(), courses, Columns.CERTIFICATES)
            return
        skills = frozenset() if line.need.skill is None else frozenset({line.need.skill})
        able = line.able if line.need.asks is Asks.SIGN_OFF else frozenset()
        self.sought.emit(able, skills, Columns.SKILLS)

    def _teach(self) -> None:
        line = self.table.current()
        if line is not None and line.need.skill is not None:
            self.taught.emit(line.need.skill)


def _unknown_words(need: DayNeed) -> str:
    people = count(len(need.not_known), "person", "people")
    return tr("Not known of {people}.", people=people) if need.not_known else ""


def by_need(days: Sequence[DayNeed]) -> list[WeekNeed]:
    """*days* with those of one need together, in the order in which needs first come."""
    found: dict[Need, dict[Weekday, DayNeed]] = {}
    for each in days:
        found.setdefault(each.need, {})[each.day] = each
    return [WeekNeed(need, dict(sorted(of_need.items()))) for need, of_need in found.items()]


def need_words(need: Need) -> str:
    """A need with its level in words: "BSL, 3 independently"."""
    if need.asks is not Asks.SKILL:
        return need.name
    words = tr(LEVEL_WORDS[need.level])
    return tr("{name}, {level} {words}", name=need.name, level=need.level, words=words)


def _columns() -> tuple[Column[WeekNeed], ...]:
    return (
        Column(
            tr("What is asked"),
            lambda each: need_words(each.need),
            sort=lambda each: (-each.short, not each.need.must, folded(each.need.name)),
            width=34,
        ),
        Column(tr("Kind"), lambda each: tr(_KINDS[each.need.asks]), width=11),
        Column(
            tr("Weight"),
            lambda each: tr("needed") if each.need.must else tr("helps"),
            width=9,
        ),
        *(_day_column(day) for day in Weekday),
    )


def _day_column(day: Weekday) -> Column[WeekNeed]:
    def show(each: WeekNeed) -> str:
        asked = each.days.get(day)
        if asked is None:
            return ""
        sign = "\u25b2 " if asked.short else ""
        return tr("{sign}{there} for {asked}", sign=sign, there=asked.there, asked=asked.at_once)

    def spoken(each: WeekNeed) -> str:
        asked = each.days.get(day)
        name = tr(day.name.title())
        if asked is None:
            return tr("{day}: not asked", day=name)
        return tr(
            "{day}: {there} in who have it, {asked} asked at once, {short} short",
            day=name,
            there=asked.there,
            asked=asked.at_once,
            short=asked.short,
        )

    def lacking(each: WeekNeed) -> int | None:
        asked = each.days.get(day)
        return None if asked is None else -asked.short

    return Column(tr(day.short), show, sort=lacking, spoken=spoken, width=11)
