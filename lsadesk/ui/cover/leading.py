"""Sessions led without a teacher: what is written down this term, and one more."""

from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.covering.leading import Led, LedDetails
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.timetable import SessionId
from lsadesk.errors import UserError
from lsadesk.operations.covering import leading
from lsadesk.operations.covering.leading import LedBoard
from lsadesk.ui.looks.sizes import at_least
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.dialog import Dialog
from lsadesk.ui.widgets.entries import EntryList
from lsadesk.ui.widgets.flow import flowing
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.rows import closing_row
from lsadesk.ui.widgets.scrolled import Scrolled
from lsadesk.ui.words import count, tr

_LETTERS = 84


def show_led(context: TabContext, parent: QWidget, seen: LedBoard) -> None:
    """Show who led what, until it is closed."""
    LedDialog(context, parent, seen).exec()


class LedDialog(Dialog):
    """Offers only those who are marked as able to lead, with who supervises them."""

    def __init__(self, context: TabContext, parent: QWidget | None, seen: LedBoard) -> None:
        super().__init__(parent)
        self._context, self._seen = context, seen
        self.setWindowTitle(tr("Led without a teacher"))
        at_least(self, _LETTERS)
        self.told = label("", "heading")
        self.lines: EntryList[Led] = EntryList(tr("Sessions led this term"), self._words)
        self.form = Form()
        self.session = self.form.choice(tr("Session"), _sessions(seen))
        self.person = self.form.choice(
            tr("Who led it"), [(seen.names[each], each) for each in seen.may_lead]
        )
        self.under = self.form.text(tr("Who supervised it"))
        self.note = self.form.text(tr("Note"), long=True)
        self.add = button(tr("&Write it down"), self._add, "primary")
        self.remove = button(tr("&Take the chosen line back"), self._remove)
        self.shut = button(tr("Close"), self.accept)
        self._build()
        self._show(seen)

    def _build(self) -> None:
        ways = flowing(self.add, self.remove)
        inside = QWidget()
        rows = in_column(
            self.told,
            Fill(self.lines),
            label(tr("On {day}", day=uk_date(self._seen.on)), "heading"),
            self.form,
            on=inside,
            around=(0, 0, 8, 0),
        )
        if not self._seen.may_lead:
            words = tr(
                "Nobody may lead yet. Mark them on the page People's hours; whoever reaches the "
                "point that allows it in an appraisal is offered here too."
            )
            rows.addWidget(label(words))
        in_column(Fill(Scrolled(inside)), closing_row(self.shut, ways), on=self, around=24)
        self.person.currentIndexChanged.connect(lambda _at: self._fill_in())
        self.lines.selectionModel().currentChanged.connect(lambda *_: self._dress())

    def _show(self, seen: LedBoard) -> None:
        self._seen = seen
        number = count(len(seen.led), "session", "sessions")
        self.told.setText(tr("{sessions} led without a teacher this term", sessions=number))
        self.lines.show_records(seen.led)
        self._fill_in()
        self._dress()

    def _fill_in(self) -> None:
        person = self.person.chosen()
        if isinstance(person, int):
            self.under.setText(self._seen.may_lead.get(PersonId(person), ""))

    def _dress(self) -> None:
        self.remove.setEnabled(self.lines.current() is not None)
        self.add.setEnabled(bool(self._seen.may_lead and self._seen.sessions))

    def _add(self) -> None:
        self.form.clear_wrong()
        wanted = LedDetails(
            session=SessionId(self.session.chosen_as(int)),
            on=self._seen.on,
            person=PersonId(self.person.chosen_as(int)),
            supervised_by=self.under.text().strip(),
            note=self.note.text().strip(),
        )
        self._context.write(
            lambda desk: leading.write_led(desk, wanted),
            lambda _: self._reload(),
            on_error=self._failed,
            owner=self,
        )

    def _remove(self) -> None:
        line = self.lines.current()
        if line is not None:
            self._context.write(
                lambda desk: leading.take_led_back(desk, line),
                lambda _: self._reload(),
                owner=self,
            )

    def _reload(self) -> None:
        on = self._seen.on
        self._context.read(lambda desk: leading.led_board(desk, on), self._show, owner=self)

    def _failed(self, error: UserError) -> None:
        self.form.wrong(self.under, str(error))

    def _words(self, line: Led) -> str:
        under = line.supervised_by or tr("nobody named")
        return tr(
            "{day}  {session}: {who}, supervised by {under}",
            day=uk_date(line.on),
            session=self._seen.titles.get(line.session, ""),
            who=self._seen.names[line.person],
            under=under,
        )


def _sessions(seen: LedBoard) -> list[tuple[str, object]]:
    """The day's sessions, those that are timetabled without a teacher first."""
    ordered = sorted(seen.sessions, key=lambda each: not each.led_by_lsa)
    return [
        (f"{each.span} {seen.titles[each.id]}, {each.teacher or tr('no teacher')}", each.id)
        for each in ordered
    ]
