"""The recovery key: shown once, put on paper, and two of its groups asked back."""

from collections.abc import Callable, Sequence
from datetime import date
from html import escape
from pathlib import Path
from secrets import SystemRandom

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QDialog, QLineEdit, QStackedWidget, QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.keeping.recovery import CHECKS, IN_A_ROW, SECTIONS, TITLE, RecoverySheet
from lsadesk.errors import UserError
from lsadesk.ui.tasks import Progress, Worker
from lsadesk.ui.widgets.ask import ask_where
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import flow_of
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.widgets.rows import at_right
from lsadesk.ui.words import tr


class KeyPages(QStackedWidget):
    """The recovery key to write down, then two of its groups asked back; then *done*, a verb."""

    def __init__(
        self, key: str, college: str, worker: Worker, on_kept: Callable[[], None], *, done: str
    ) -> None:
        super().__init__()
        self._done = done
        self._key, self._college, self._on_kept = key, college, on_kept
        self._worker = worker
        self._groups = key.split("-")
        self._asked = sorted(SystemRandom().sample(range(len(self._groups)), 2))
        self.addWidget(self._show_page())
        self.addWidget(self._ask_page())

    def _show_page(self) -> QWidget:
        page = QWidget()
        rows = in_column(
            label(tr("Keep this recovery key on paper"), "title"),
            label(
                tr(
                    "It is shown this once. If every password is forgotten, this paper is the only "
                    "way back in. Keep it locked away, not beside the computer."
                )
            ),
            16,
            on=page,
        )
        self._shown = shown = label(in_rows(self._groups), "key")
        shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        shown.setAccessibleName(tr("Recovery key: {key}", key=" ".join(self._groups)))
        rows.addWidget(shown)
        rows.addSpacing(16)
        aids = flow_of(
            button(tr("Print the sheet..."), self._print),
            button(tr("Save the sheet as PDF..."), self._save),
            button(tr("Copy"), lambda: QGuiApplication.clipboard().setText(self._key)),
        )
        rows.addLayout(aids)
        self._saved = label("", "muted")
        rows.addWidget(self._saved)
        rows.addStretch(1)
        self.written = button(tr("I have it on paper"), self._ask, "primary")
        rows.addLayout(at_right(self.written))
        return page

    def _ask_page(self) -> QWidget:
        page = QWidget()
        rows = in_column(
            label(tr("Two groups from the paper"), "title"),
            label(tr("This makes sure that the paper can be read on a bad day."), "muted"),
            16,
            on=page,
        )
        self._form = Form()
        self.answers: list[QLineEdit] = [
            self._form.text(tr("Group {number}", number=place + 1), hint=where(place))
            for place in self._asked
        ]
        rows.addWidget(self._form)
        rows.addStretch(1)
        self.done = button(self._done, self._check, "primary")
        rows.addLayout(at_right(button(tr("Show the key again"), self.begin), self.done))
        return page

    def begin(self) -> None:
        """Show the key, and have it read out first."""
        self.setCurrentIndex(0)
        self.written.setDefault(True)
        self._shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        self.setCurrentIndex(1)
        self.done.setDefault(True)
        self.answers[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _check(self) -> None:
        self._form.clear_wrong()
        for place, answer in zip(self._asked, self.answers, strict=True):
            if answer.text().strip().upper() != self._groups[place]:
                sentence = tr("This is not group {number}. Look again.", number=place + 1)
                self._form.wrong(answer, sentence)
                return
        self._on_kept()

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()  # kept in a name: the dialog does not own it
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            paper = QTextDocument()
            paper.setHtml(sheet_as_html(self._college, self._groups, date.today()))  # noqa: DTZ011
            paper.print_(printer)

    def _save(self) -> None:
        path = ask_where(self, tr("Save the sheet"), tr("Recovery key.pdf"))
        if path is None:
            return

        def write(_progress: Progress) -> Path:
            from lsadesk.operations.keeping import recovery

            today = date.today()  # noqa: DTZ011
            return recovery.write_sheet(self._college, self._key, today, path)

        self._worker.compute(write, self._written, on_error=self._not_written, owner=self)

    def _written(self, path: Path) -> None:
        self._saved.setText(
            tr("Saved as {name}. Print it, then delete the file: it is the key.", name=path.name)
        )

    def _not_written(self, error: UserError) -> None:
        self._saved.setText(str(error))


def sheet_as_html(college: str, groups: Sequence[str], made_on: date) -> str:
    """The sheet as a printer gets it from the window; it says what the PDF says."""
    sheet = RecoverySheet(college=college, groups=groups, made_on=made_on)
    rows = "".join(
        "<tr>"
        + "".join(f"<td><h2>{escape(group)}&nbsp;&nbsp;</h2></td>" for group in row)
        + "</tr>"
        for row in sheet.rows()
    )
    told = "".join(f"<h3>{escape(title)}</h3><p>{escape(said)}</p>" for title, said in SECTIONS)
    signed = "".join(f"<p>{escape(each)}: {'_' * 30} {'_' * 15}</p>" for each in CHECKS)
    made = tr("{college}, made on {day}", college=college, day=uk_date(made_on))
    return f"<h1>{escape(TITLE)}</h1><p>{escape(made)}</p><table>{rows}</table>{told}{signed}"


def in_rows(groups: Sequence[str]) -> str:
    """The groups of a recovery key, four to a row, so that each can be found again."""
    rows = [groups[at : at + IN_A_ROW] for at in range(0, len(groups), IN_A_ROW)]
    return "\n".join("   ".join(row) for row in rows)


def where(place: int) -> str:
    """In which row of `in_rows`, and where in it, the group at *place* stands."""
    row, along = divmod(place, IN_A_ROW)
    words = (tr("first"), tr("second"), tr("third"), tr("fourth"))
    return tr("The {place} group of the {row} row.", place=words[along], row=words[row])
