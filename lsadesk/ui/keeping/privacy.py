"""The privacy notice: at the first use of an account, and at any time from Help or the menu."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.keeping.notice import Notice, drafts_words, kept_lines
from lsadesk.operations.keeping import notice
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.words import tr

_TO_CHANGE = 2  # beside the dialog's own answers
_GITHUB = QTextDocument.MarkdownFeature.MarkdownDialectGitHub
_PLAIN_TEXT = QTextDocument.MarkdownFeature.MarkdownNoHTML


class NoticeDialog(Question):
    """The notice to read; where it has not been read yet, the button says that it was."""

    def __init__(self, parent: QWidget | None, found: Notice, *, is_new: bool) -> None:
        super().__init__(
            parent,
            tr("Privacy notice"),
            _edition_words(found),
            tr("I have read this") if is_new else tr("Close"),
        )
        self.setMinimumSize(860, 640)
        self.no.setText(tr("Read it later"))
        self.no.setVisible(is_new)
        self.page = QTextBrowser()
        self.page.setAccessibleName(tr("Privacy notice"))
        self.page.setOpenLinks(False)
        self.page.document().setMarkdown(_markdown(found), _GITHUB | _PLAIN_TEXT)
        self.page.moveCursor(QTextCursor.MoveOperation.Start)
        self.page.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.body.addWidget(self.page, 1)


def show_first(parent: QWidget, context: TabContext) -> None:
    """Show the notice to whoever has not read it yet; work goes on behind it."""
    context.read(notice.unread, lambda found: _open_first(parent, context, found), owner=parent)


def _open_first(parent: QWidget, context: TabContext, found: Notice | None) -> None:
    if found is None:
        return
    dialog = NoticeDialog(parent, found, is_new=True)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(
        lambda: context.write(lambda desk: notice.have_read(desk, found.edition))
    )
    dialog.open()


def open_notice(parent: QWidget, context: TabContext) -> None:
    """Show the notice at any time; whoever may write it is offered to."""
    context.read(
        lambda desk: (notice.notice(desk), notice.readers_if_open(desk)),
        lambda found: _show_or_change(parent, context, *found),
        owner=parent,
    )


def _show_or_change(
    parent: QWidget, context: TabContext, found: Notice, read: tuple[int, int] | None
) -> None:
    if show_notice(parent, found, read):
        wanted = ask_notice(parent, found)
        if wanted is not None:
            context.write(lambda desk: notice.set_notice(desk, *wanted))


def show_notice(parent: QWidget, found: Notice, read: tuple[int, int] | None) -> bool:
    """Show the notice to read; whether it is to be changed.

    *read* says to whoever may change it how many accounts of how many have read it.
    """
    dialog = NoticeDialog(parent, found, is_new=False)
    if read is not None:
        said = tr("{read} of {all} accounts have read this edition.", read=read[0], all=read[1])
        dialog.body.addWidget(label(said, "muted"))
        dialog.body.addWidget(button(tr("Change the text..."), lambda: dialog.done(_TO_CHANGE)))
    answer = dialog.exec()
    return bool(answer == _TO_CHANGE)


def ask_notice(parent: QWidget, found: Notice) -> tuple[str, str] | None:
    """The college's own text and whom to ask; None where it was cancelled."""
    question = Question(
        parent,
        tr("The privacy notice"),
        tr(
            "A new edition is shown once to everybody. The list of what is kept, who sees it and "
            "how long stands below your text by itself: it always says what the program does."
        ),
        tr("Keep as the next edition"),
    )
    question.setMinimumSize(760, 600)
    form = Form()
    contact = form.text(tr("Whom to ask, and how"), found.contact, long=True)
    text = form.paragraph(
        tr("Text"),
        found.text,
        hint=tr(
            "{college} and {contact} stand for these; **bold** and # headings work.",
            college="{college}",
            contact="{contact}",
        ),
    )
    text.setMinimumHeight(260)
    question.body.addWidget(form, 1)
    answered = question.answered()
    said = text.toPlainText().strip(), contact.text().strip()
    return said if answered else None


def _edition_words(found: Notice) -> str:
    if found.since is None:
        return tr("Edition 1.")
    said = tr("Edition {number}, {day}.", number=found.edition, day=uk_date(found.since))
    if found.is_about_drafts:
        return said + " " + tr("New in it: who opens your drafts. It stands first.")
    return said


def _markdown(found: Notice) -> str:
    """The text, then what is kept, from the tables that the program itself goes by."""
    heading, words = tr("What is kept, who sees it, how long"), tr(found.words)
    lines = ["", f"## {heading}", ""]
    for each in kept_lines(found.records):
        lines += [
            f"**{tr(each.name)}** - {tr(each.why)}. "
            + tr("Seen by: {who}. Kept until {until}.", who=tr(each.who), until=tr(each.until)),
            "",
        ]
    drafts = ["", "## " + tr("Who opens your drafts"), "", drafts_words(keeps=found.keeps_drafts)]
    told = [*drafts, "", "---", "", words] if found.is_about_drafts else [words, *drafts]
    return "\n".join([*told, *lines])
