"""The offline help: one page for each tab."""

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QListView, QTextBrowser, QWidget

from lsadesk.paths import RESOURCES
from lsadesk.ui.looks.sizes import fit
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.dialog import Dialog
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.words import tr

_FOLDER = RESOURCES / "help"


def pages() -> dict[str, str]:
    """Every help page's title by its name, in the order of the tab bar."""
    return {
        "start": tr("Starting"),
        "home": tr("Home"),
        "career": tr("Career map"),
        "library": tr("Library"),
        "assessment": tr("Self-assessment"),
        "appraisal": tr("Appraisal"),
        "development": tr("Development"),
        "audit": tr("Skills audit"),
        "review": tr("College review"),
        "deployment": tr("Deployment"),
        "people": tr("People"),
        "import": tr("Importing"),
        "safety": tr("Keeping it safe"),
    }


class HelpWindow(Dialog):
    """A list of pages and the page; stays open beside the work."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Help - LSA Desk"))
        fit(self, 860, 620)
        self._names = list(pages())
        self.list = QListView()
        self.list.setAccessibleName(tr("Help pages"))
        self.list.setModel(QStringListModel(list(pages().values()), self.list))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setFixedWidth(220)
        self.page = QTextBrowser()
        self.page.setAccessibleName(tr("Help page"))
        self.page.setOpenLinks(False)
        self.page.anchorClicked.connect(self._follow)
        self.page.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.list.selectionModel().currentChanged.connect(self._chosen)
        across = in_row(self.list, Fill(self.page), gap=16)
        in_column(
            Fill(across),
            (button(tr("Close"), self.hide), Qt.AlignmentFlag.AlignRight),
            on=self,
            around=16,
        )

    def open_at(self, name: str) -> None:
        """Show the page *name*."""
        self.show()  # first: rows laid out before the style is known are too low
        self.list.setCurrentIndex(self.list.model().index(self._names.index(name), 0))
        self.activateWindow()

    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        text = (_FOLDER / f"{self._names[index.row()]}.md").read_text(encoding="utf-8")
        self.page.document().setMarkdown(text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)

    def _follow(self, link: QUrl) -> None:
        name = link.toString().removesuffix(".md")
        if name in self._names:
            self.open_at(name)
