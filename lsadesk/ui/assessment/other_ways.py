"""Other ways to answer: on paper, in Excel, by a packet, and for people without an account."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QWidget

from lsadesk.domain.appraisals.answer_forms import Origin
from lsadesk.domain.changes import Done
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.operations.appraisals import answer_forms, keying_in, papers
from lsadesk.operations.appraisals.answer_forms import Preview
from lsadesk.operations.appraisals.answers_here import Here
from lsadesk.operations.appraisals.keying_in import ForOthers
from lsadesk.operations.desk import Desk
from lsadesk.ui.assessment.keying import KeyIn
from lsadesk.ui.assessment.passphrase import ask_new_passphrase, ask_passphrase
from lsadesk.ui.assessment.readback import ReadBack
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.saving import Write, ask_path, save
from lsadesk.ui.widgets.ask import ask_file
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.dialog import Dialog
from lsadesk.ui.widgets.flow import flow_of
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.readable import Readable, announce
from lsadesk.ui.widgets.scrolled import Scrolled
from lsadesk.ui.words import count, tr

_PDF, _XLSX = ".pdf", ".xlsx"


class OtherWays(Dialog):
    """Each way out and back in, under its heading; what came of it stands at the foot."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._me: PersonId | None = None
        self.setWindowTitle(tr("Other ways to answer"))
        self.setMinimumWidth(620)
        self.told = Readable(tr("What came of it"))
        inside = QWidget()
        self._rows = in_column(
            label(tr("Other ways to answer"), "heading"), on=inside, around=(0, 0, 8, 0), gap=6
        )
        layout = in_column(Fill(Scrolled(inside)), on=self, around=24, gap=12)
        below = QHBoxLayout()  # under what scrolls: seen whichever way was taken
        below.addWidget(self.told, 1)
        below.addStretch()
        below.addWidget(button(tr("Close"), self.accept), 0, Qt.AlignmentFlag.AlignBottom)
        layout.addLayout(below)
        self.whom = Choice()
        self.code = QLineEdit()
        self._build()
        self.others.hide()
        self.told.hide()
        context.read(_who, self._know, owner=self)

    def _build(self) -> None:
        self._way(
            tr("On paper"),
            tr(
                "All your questions with boxes to tick and room to write. Type the answers in "
                "afterwards under \u201cAll questions as a list\u201d: the numbers are the same."
            ),
            (tr("Save the &printed form..."), self.save_paper),
        ).setFocus(Qt.FocusReason.OtherFocusReason)
        self._way(
            tr("In Excel"),
            tr("A form with lists to choose from. Whoever has the file can read what is in it."),
            (tr("Save the &Excel form..."), self.save_excel),
            (tr("&Read a filled-in form..."), self.read_excel),
        )
        self._way(
            tr("In a sealed packet"),
            tr(
                "Your questions and your answers so far, sealed with a passphrase, for a memory "
                "stick. Any computer with LSA Desk opens it to go on answering, without this "
                "college: \u201cAnswer a questionnaire that was given to you\u201d on its first "
                "page. Then it is read back here."
            ),
            (tr("&Take a packet out..."), self.take_packet),
            (tr("Read a packet &back..."), self.read_packet),
        )
        self._way(
            tr("To keep"),
            tr("What you have answered, with the levels in words."),
            (tr("&Save my self-assessment as PDF..."), self.save_own),
        )
        self._rows.addWidget(self._for_others())
        self._rows.addStretch(1)

    def _way(self, heading: str, said: str, *ways: tuple[str, Callable[[], None]]) -> QWidget:
        """One way under its heading; its first button."""
        self._rows.addSpacing(6)
        self._rows.addWidget(label(heading, "label"))
        self._rows.addWidget(label(said, "muted"))
        made = [button(text, way) for text, way in ways]
        self._rows.addLayout(flow_of(*made))
        return made[0]

    def _for_others(self) -> QWidget:
        """Shown to those who appraise somebody without an account."""
        self.others = QWidget()
        rows = in_column(
            label(tr("For people without an account"), "label"),
            label(
                tr(
                    "Give them a form and type it in, or read their Excel form or packet above. It "
                    "is handed in at once and marked as typed in by you."
                ),
                "muted",
            ),
            on=self.others,
            around=(0, 12, 0, 0),
            gap=6,
        )
        whose = label(tr("&Whose form"))
        whose.setBuddy(self.whom)
        self.whom.setAccessibleName(tr("Whose form"))
        code = label(tr("&Code on the form, if you have one"))
        code.setBuddy(self.code)
        self.code.setAccessibleName(tr("Code on the form"))
        self.code.setMaximumWidth(200)
        self.code.returnPressed.connect(self.type_in_by_code)
        rows.addWidget(whose)
        rows.addWidget(self.whom)
        rows.addLayout(
            flow_of(
                button(tr("Save their printed form..."), self.save_their_paper),
                button(tr("Save their Excel form..."), self.save_their_excel),
                button(tr("Save their pac&ket..."), self.give_packet),
                button(tr("T&ype in their form..."), self.type_in),
            )
        )
        rows.addWidget(code)
        rows.addWidget(self.code)
        rows.addLayout(
            flow_of(button(tr("Type in the form with this code..."), self.type_in_by_code))
        )
        return self.others

    def save_paper(self) -> None:
        """Ask where, and write my form as PDF."""
        if self._me is not None:
            self._save_form(self._me, "", answer_forms.paper_form, _PDF)

    def save_excel(self) -> None:
        """Ask where, and write my form as a workbook."""
        if self._me is not None:
            self._save_form(self._me, "", answer_forms.excel_form, _XLSX)

    def save_their_paper(self) -> None:
        """The same for somebody without an account."""
        whom = self.whom.chosen_as(ForOthers)
        self._save_form(whom.person, whom.name, answer_forms.paper_form, _PDF)

    def save_their_excel(self) -> None:
        """The same as a workbook."""
        whom = self.whom.chosen_as(ForOthers)
        self._save_form(whom.person, whom.name, answer_forms.excel_form, _XLSX)

    def save_own(self) -> None:
        """Ask where, and write my self-assessment as PDF."""
        me = self._me
        if me is not None:
            self._save(
                tr("My self-assessment"),
                _PDF,
                lambda desk, path: papers.save_assessment(desk, me, path),
            )

    def read_excel(self) -> None:
        """Ask for a filled-in form and show what it would bring."""
        path = ask_file(self, tr("Read a filled-in form"), tr("Workbooks (*.xlsx)"))
        if path is not None:
            self.read_form_at(path)

    def read_form_at(self, path: Path) -> None:
        """Show what the form at *path* would bring."""
        self._say(tr("Reading the form..."))
        self._context.read(
            lambda desk: answer_forms.read_excel(desk, path),
            self._review,
            on_error=self._refused,
            owner=self,
        )

    def take_packet(self) -> None:
        """Ask for a passphrase and a place, and write my questionnaire there, sealed."""
        words = tr("My answers")
        self._seal(words, answer_forms.take_packet)

    def give_packet(self) -> None:
        """The same for somebody without an account."""
        whom = self.whom.chosen_as(ForOthers)
        self._seal(
            tr("Questionnaire"),
            lambda desk, path, passphrase: answer_forms.give_packet(
                desk, whom.person, path, passphrase
            ),
        )

    def _seal(self, words: str, write: Callable[[Desk, Path, str], Done[int]]) -> None:
        passphrase = ask_new_passphrase(self)
        if passphrase is None:
            return
        path = ask_path(self, words, ".lsapacket")
        if path is not None:
            self._context.write(
                lambda desk: write(desk, path, passphrase),
                lambda number: self._say(
                    tr(
                        "Sealed in {path}, with {answers}. Nobody can open it without the "
                        "passphrase, not even we.",
                        answers=count(number, "answer", "answers"),
                        path=path,
                    )
                ),
                on_error=self._refused,
                owner=self,
            )

    def read_packet(self) -> None:
        """Ask for a packet and its passphrase, and show what it would bring."""
        path = ask_file(self, tr("Read a packet back"), tr("Packets (*.lsapacket)"))
        passphrase = None if path is None else ask_passphrase(self)
        if path is not None and passphrase is not None:
            self.read_packet_at(path, passphrase)

    def read_packet_at(self, path: Path, passphrase: str) -> None:
        """Show what the packet at *path* would bring."""
        self._say(tr("Opening the packet..."))
        self._context.read(
            lambda desk: answer_forms.read_packet(desk, path, passphrase),
            self._review,
            on_error=self._refused,
            owner=self,
        )

    def type_in(self) -> None:
        """Type in the form of whoever is chosen."""
        whom = self.whom.chosen_as(ForOthers).person
        self._context.read(
            lambda desk: keying_in.form_of(desk, whom),
            self._key_in,
            on_error=self._refused,
            owner=self,
        )

    def type_in_by_code(self) -> None:
        """Type in the form whose code was copied from the foot of its pages."""
        typed = self.code.text()
        self._context.read(
            lambda desk: keying_in.form_of(desk, keying_in.with_code(desk, typed)),
            self._key_in,
            on_error=self._refused,
            owner=self,
        )

    def _know(self, who: tuple[PersonId | None, tuple[ForOthers, ...]]) -> None:
        self._me, others = who
        self.whom.offer([(f"{each.name}, {each.title}".strip(", "), each) for each in others])
        self.others.setVisible(bool(others))
        self.adjustSize()

    def _key_in(self, here: Here) -> None:
        if here.is_mine:
            self._say(tr("This is your own form. Type it in under All questions as a list."))
            return
        dialog = KeyIn(self, here)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            given = list(dialog.given.values())
            self._context.write(
                lambda desk: keying_in.key_in(desk, here.person, given, Origin.PAPER),
                lambda _none: self._say(
                    tr("Handed in for {name}, marked as typed in by you.", name=here.name)
                ),
                on_error=self._refused,
                owner=self,
            )

    def _review(self, preview: Preview) -> None:
        self._say("")
        dialog = ReadBack(self, preview)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            theirs = frozenset(dialog.theirs)
            self._context.write(
                lambda desk: answer_forms.take_in(desk, preview, theirs),
                lambda number: self._say(
                    tr("{answers} taken in.", answers=count(number, "answer was", "answers were"))
                ),
                on_error=self._refused,
                owner=self,
            )
        else:
            self._say(tr("Nothing was taken in."))

    def _save_form(
        self,
        who: PersonId,
        name: str,
        write: Callable[[Desk, PersonId, Path], Done[None]],
        ending: str,
    ) -> None:
        words = (
            tr("Self-assessment form, {name}", name=name) if name else tr("Self-assessment form")
        )
        self._save(words, ending, lambda desk, path: write(desk, who, path))

    def _save(self, words: str, ending: str, write: Write) -> None:
        save(self._context, self, words, write, ending=ending, say=self._say)

    def _refused(self, error: UserError) -> None:
        self._say(str(error))

    def _say(self, sentence: str, _kind: str = "said") -> None:
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)


def open_other_ways(context: TabContext, parent: QWidget) -> None:
    """Show the ways until they are closed."""
    OtherWays(context, parent).exec()


def _who(desk: Desk) -> tuple[PersonId | None, tuple[ForOthers, ...]]:
    return desk.person, keying_in.for_others(desk)
