"""When and how each person can be deployed; one's hours given to several at once."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from lsadesk.domain.calendar import Weekday, uk_date
from lsadesk.domain.developing.plan_words import hours_words
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.planning import USUAL_DAY_MINUTES
from lsadesk.operations.typed_times import span_words
from lsadesk.operations.weeks import work_patterns
from lsadesk.operations.weeks.work_patterns import OpenPattern, TeamPattern
from lsadesk.ui.planned_for.pattern_form import ask_pattern
from lsadesk.ui.purpose import PurposeLine
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.widgets.flow import flowing
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.rows import from_left
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.widgets.search import SearchField
from lsadesk.ui.widgets.several import Several
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr

_Test = Callable[[TeamPattern], bool]


def change_pattern(context: TabContext, parent: QWidget, person: PersonId) -> None:
    """Read how *person* can be deployed, ask for it, and keep what was typed."""

    def ask(opened: OpenPattern) -> None:
        wanted = ask_pattern(parent, opened)
        if wanted is not None:
            context.write(
                lambda desk: work_patterns.set_work_pattern(desk, person, wanted), owner=parent
            )

    context.read(lambda desk: work_patterns.work_pattern(desk, person), ask, owner=parent)


class TeamPage(QWidget):
    """A row a person who can be deployed."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._wanted: PersonId | None = None
        self._led = False  # whether somebody was sent here to see whom is wanted
        self.search = SearchField(context.appearance, tr("Find a person"), self)
        self.question = Choice(_questions(), None)
        self.question.setAccessibleName(tr("Which people"))
        self.number = label("", "muted")
        self.number.setWordWrap(False)
        self.table: RecordTable[TeamPattern] = RecordTable(
            tr("When people can be deployed"), _columns()
        )
        self.changing = button(tr("&Change..."), self._change, "primary")
        self.copying = button(tr("&Give these hours to others..."), self._copy)
        self.opening = button(tr("&Open the staff record"), self._open)
        self.none = EmptyState(
            context.appearance,
            "people",
            tr("Nobody to deploy yet"),
            tr("Bring in the staff list with File, Import a workbook, or add people in People."),
        )
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """Ask for everybody's patterns."""
        self._context.read(work_patterns.team_patterns, self.show_team, owner=self)

    def choose(self, person: PersonId) -> None:
        """Bring *person* to view, at once or when the list has been read."""
        self._wanted, self._led = person, True
        self._find_wanted()

    def show_team(self, team: tuple[TeamPattern, ...]) -> None:
        """Show *team*."""
        chosen = self.table.current()
        self.table.show_records(team)
        self._pages.setCurrentIndex(0 if team else 1)
        self._filter()
        if self._wanted is None and chosen is not None:
            self._wanted = chosen.person
        self._find_wanted(focus=self._led)

    def _lay_out(self) -> None:
        top = flowing(self.search, self.question, self.number, gap=12)
        ways = from_left(self.changing, self.copying, self.opening)
        listed = QWidget()
        in_column(
            PurposeLine(self._context, Kind.WORK_PATTERN),
            top,
            Fill(self.table),
            ways,
            on=listed,
            around=(16, 12, 16, 12),
        )
        self._pages = QStackedWidget()
        self.table.keep_rows(5)
        self._pages.addWidget(scrolling(listed, sideways=False))
        self._pages.addWidget(self.none)
        in_column(self._pages, on=self)

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self._filter())
        self.question.currentIndexChanged.connect(lambda _at: self._filter())
        self.table.opened.connect(lambda _row: self._change())
        self.table.selected.connect(lambda _row: self._dress())
        self._dress()

    def _filter(self) -> None:
        test = self.question.chosen()
        self.table.rows.search(self.search.text())
        self.table.rows.keep(lambda row: not callable(test) or bool(test(row)))
        self.number.setText(count(self.table.rows.rowCount(), "person", "people"))
        self._dress()

    def _dress(self) -> None:
        for way in (self.changing, self.copying, self.opening):
            way.setEnabled(self.table.current() is not None)

    def _find_wanted(self, *, focus: bool = True) -> None:
        for row in self.table.model_.records():
            if row.person == self._wanted:
                if focus:
                    self.search.clear()
                    self.question.setCurrentIndex(0)
                    self._filter()
                    self.table.setFocus()
                self.table.select(row)
                self._wanted, self._led = None, False
                return
        if self._led and self.table.model_.records():
            self._wanted, self._led = None, False
            self._context.say(
                tr("Their hours are not open to you: whoever looks after them can see to it."),
                "info",
            )

    def _change(self) -> None:
        if (row := self.table.current()) is not None:
            change_pattern(self._context, self, row.person)

    def _open(self) -> None:
        if (row := self.table.current()) is not None:
            self._context.go("people", row.person)

    def _copy(self) -> None:
        row = self.table.current()
        if row is None:
            return
        chosen = ask_whom(self, row, self.table.model_.records())
        if chosen:
            read = row.pattern
            self._context.write(
                lambda desk: work_patterns.copy_hours(desk, read, chosen), owner=self
            )


def ask_whom(
    parent: QWidget, like: TeamPattern, team: Sequence[TeamPattern]
) -> dict[PersonId, int] | None:
    """Who is to have the hours of *like*, each with the version read; None: cancelled."""
    question = Question(
        parent,
        tr("Give these hours to others"),
        tr(
            "{name}: {hours}. What is said of a person alone is not copied.",
            name=like.name,
            hours=_hours(like),
        ),
        tr("Give them these hours"),
    )
    others = [each for each in team if each.person != like.person]
    field = Several([(each.name, str(each.person)) for each in others], [])
    field.setAccessibleName(tr("Who is to have them"))
    question.body.addWidget(field)
    ticked = set(field.ticked()) if question.answered() else None
    if ticked is None:
        return None
    return {each.person: each.pattern.version for each in others if str(each.person) in ticked}


def _columns() -> list[Column[TeamPattern]]:
    return [
        Column(tr("Name"), lambda row: row.sort_name, width=22),
        Column(tr("Job title"), lambda row: row.title, width=20),
        Column(tr("Contract hours"), _contract, sort=lambda row: row.weekly_minutes, width=14),
        Column(tr("Is in"), _hours, width=40),
        Column(tr("Limits"), _limits, width=24),
        Column(tr("To know"), _to_know, width=34),
    ]


def _contract(row: TeamPattern) -> str:
    if row.as_required:
        return tr("as required")
    return tr("not known") if row.weekly_minutes is None else hours_words(row.weekly_minutes)


def _hours(row: TeamPattern) -> str:
    if row.pattern.hours:
        hours = sorted(row.pattern.hours.items())
        return ", ".join(f"{tr(day.short)} {span_words(span)}" for day, span in hours)
    if row.days is None:
        return tr("! days not known, Monday to Friday assumed")
    if not row.days:
        return tr("! no working days")
    if len(row.days) == len(Weekday) - 2 and Weekday.SATURDAY not in row.days:
        return tr("Monday to Friday, usual hours")
    days = ", ".join(tr(day.short) for day in sorted(row.days))
    return tr("{days}, usual hours", days=days)


def _limits(row: TeamPattern) -> str:
    pattern = row.pattern
    said = []
    if pattern.day_minutes != USUAL_DAY_MINUTES:
        said.append(tr("{hours} a day", hours=hours_words(pattern.day_minutes)))
    if pattern.most_in_a_row is not None:
        said.append(tr("{hours} in a row", hours=hours_words(pattern.most_in_a_row)))
    if pattern.ends is not None:
        said.append(tr("until {day}", day=uk_date(pattern.ends)))
    return ", ".join(said)


def _to_know(row: TeamPattern) -> str:
    pattern = row.pattern
    said = [
        tr("may lead") if pattern.may_lead else "",
        tr("kept from some work") if pattern.kept_from else "",
        tr("has hopes") if pattern.hopes or pattern.learns else "",
    ]
    return ", ".join(part for part in said if part)


def _questions() -> list[tuple[str, object]]:
    tests: tuple[tuple[str, _Test], ...] = (
        (tr("Days not known"), lambda row: row.days is None and not row.pattern.hours),
        (
            tr("Contract hours not known"),
            lambda row: row.weekly_minutes is None and not row.as_required,
        ),
        (tr("May lead"), lambda row: row.pattern.may_lead),
        (tr("Kept from some work"), lambda row: bool(row.pattern.kept_from)),
        (tr("The booking ends"), lambda row: row.pattern.ends is not None),
        (tr("Has hopes"), lambda row: bool(row.pattern.hopes or row.pattern.learns)),
    )
    return [(tr("Everybody"), None), *tests]
