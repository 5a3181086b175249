"""Asks before anything is erased: what goes, what stays and why, and that it cannot be undone."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.keeping.erasing import Certificate, ErasurePlan, Fate, Part
from lsadesk.domain.staff.people import Person, PersonId
from lsadesk.operations.keeping import erasing
from lsadesk.ui.keeping.words import TABLE_WORDS
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.saving import ask_path, saved_as
from lsadesk.ui.widgets.ask import Question, ask_choice
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.words import count, tr


def ask_leaver(parent: QWidget, leavers: Sequence[Person]) -> PersonId | None:
    """Which of those who have left."""
    found = ask_choice(
        parent,
        tr("Erase a leaver"),
        tr("Who has left"),
        [
            (f"{each.sort_name}, {uk_date(each.left_on)}", each.id)
            for each in leavers
            if each.left_on is not None
        ],
        hint=tr("Next you see what would go and what stays. Nothing is erased before that."),
        yes=tr("Show what would go"),
    )
    return PersonId(found) if isinstance(found, int) else None


def ask_erase(parent: QWidget, plans: Sequence[ErasurePlan]) -> str | None:
    """Show *plans*; why it is done, or None where it was cancelled or nothing can be."""
    question = EraseQuestion(parent, plans)
    return question.because.text().strip() if question.answered() else None


class EraseQuestion(Question):
    """What goes, what stays; a reason has to be given before the button works."""

    def __init__(self, parent: QWidget | None, plans: Sequence[ErasurePlan]) -> None:
        super().__init__(
            parent,
            tr("Erase these records?"),
            tr(
                "This cannot be undone, here or later, and neither can what you did before it. "
                "Copies made before still hold what goes; the program keeps the last of its own "
                "until {day}, and copies on sticks stay until somebody destroys them.",
                day=uk_date(max(each.copies_until for each in plans)),
            ),
            tr("Erase for good"),
            danger=True,
        )
        self.setMinimumSize(720, 640)
        self.what = QPlainTextEdit("\n\n".join("\n".join(_told(each)) for each in plans))
        self.what.setReadOnly(True)
        self.what.setTabChangesFocus(True)
        self.what.setAccessibleName(tr("What goes and what stays"))
        form = Form()
        self.because = form.text(
            tr("Why"),
            hint=tr("It stands on the certificate, so name nobody: “the period is over”, say."),
            long=True,
        )
        self.body.addWidget(self.what, 1)
        self.body.addWidget(form)
        self._possible = any(not each.in_the_way for each in plans)
        self.because.setEnabled(self._possible)
        self.yes.setEnabled(False)
        self.because.textChanged.connect(self._dress)

    def _dress(self, text: str) -> None:
        self.yes.setEnabled(self._possible and bool(text.strip()))


def _told(plan: ErasurePlan) -> Iterator[str]:
    yield plan.name
    if plan.in_the_way:
        yield tr("Cannot be erased now: {why}", why=plan.in_the_way)
        return
    headings = {
        Fate.GOES: tr("Goes:"),
        Fate.UNNAMED: tr("Stays for totals, without the name:"),
        Fate.STAYS: tr("Stays, with the name:"),
    }
    for fate, heading in headings.items():
        parts = [part for part in plan.parts if part.fate is fate]
        if parts:
            yield heading
            yield from (f"  - {_part(part)}" for part in parts)
    yield tr("The trail of what happened keeps its lines: a number, no name and no words.")
    if plan.set_aside:
        yield tr(
            "Going back to an earlier copy moved files aside, and these hold it still: {files}. "
            "Delete them under File, Copies and second place.",
            files=count(plan.set_aside, "set of files", "sets of files"),
        )
    if plan.written_elsewhere:
        yield tr("Their name also stands in texts about others. Read these and take it out:")
        for table, number in plan.written_elsewhere.items():
            yield f"  - {tr(TABLE_WORDS.get(table, table.replace('_', ' ')))}: {number}"
    if plan.others_read_more:
        yield tr(
            "Texts that your duties do not open were not looked through for the name. Ask the head "
            "of learning support to look here before you erase: afterwards nobody can."
        )


def _part(part: Part) -> str:
    records = count(part.number, "record", "records")
    said = tr("{name}: {records}", name=part.name, records=records)
    if part.fate is Fate.STAYS and part.until is not None:
        said += tr(", until {day}. {why}", day=uk_date(part.until), why=part.because)
    elif part.until is not None:
        said += tr(", those before {day}", day=uk_date(part.until))
    return said


def choose_certificate(parent: QWidget, found: Sequence[Certificate]) -> Certificate | None:
    """Which of the certificates to save."""
    chosen = ask_choice(
        parent,
        tr("Certificates of erasure"),
        tr("Certificate"),
        [(f"{each.number}, {uk_date(each.erased_on)}: {each.because}", each) for each in found],
        hint=tr("It names nobody, so that it can be kept."),
        yes=tr("Save as PDF..."),
    )
    return chosen if isinstance(chosen, Certificate) else None


def offer_certificate(parent: QWidget, context: TabContext, certificate: Certificate) -> None:
    """Ask whether to save it now; it can be found again later."""
    sentence = tr(
        "Certificate {number} says what went and names nobody. It is found again under People, "
        "Records due for review.",
        number=certificate.number,
    )
    title = tr("Erased. Save the certificate?")
    question = Question(parent, title, sentence, tr("Save as PDF..."))
    question.no.setText(tr("Not now"))
    wanted = question.answered()
    if wanted:
        save_certificate(parent, context, certificate)


def save_certificate(parent: QWidget, context: TabContext, certificate: Certificate) -> None:
    """Ask where to, and write it there."""
    name = tr("Certificate of erasure {number}", number=certificate.number)
    path = ask_path(parent, name, ".pdf")
    if path is None:
        return
    context.compute(
        lambda _progress: erasing.write_certificate(certificate, path),
        lambda _path: context.say(saved_as(path)),
        owner=parent,
    )
