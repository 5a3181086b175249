"""The page of roles against responsibilities (A11)."""

from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from lsadesk.domain.careers.catalogue import Share
from lsadesk.domain.careers.framework import RoleId
from lsadesk.domain.changes import Done
from lsadesk.domain.rights import CHANGE, READ, Kind, allows
from lsadesk.errors import UserError
from lsadesk.operations.careers import layer, library, taking_map
from lsadesk.operations.desk import Desk
from lsadesk.operations.staff import carrying
from lsadesk.ui.library.grid_model import Cell, GridModel, OpenGrid
from lsadesk.ui.library.grid_view import GridView
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.saving import save
from lsadesk.ui.taking.takeaway import Takeaway
from lsadesk.ui.tasks import Ticket
from lsadesk.ui.widgets.ask import ask_choice
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.words import tr

_KEYS = (
    "Space changes a cell, or press N for none, C for contributes, L for leads; Delete brings the "
    "usual back. What your college has changed is bold."
)


class ResponsibilitiesPage(QWidget):
    """The grid, a sentence about the cell one stands on, and the way to Excel."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._roles: tuple[RoleId, ...] | None = None  # None: those the grid opens with
        self._names: dict[RoleId, str] = {}
        self._asked = Ticket()
        self.model = GridModel()
        self.view = GridView(self.model)
        self.keys, self.unled = label(tr(_KEYS), "muted"), label("", "muted")
        self.sentence, self.mine = label(""), label("")
        self.more = button(tr("Show another &role..."), self._ask_role)
        self.sheet = button(tr("Role &sheet..."), self._save_sheet)
        self.sheet.setToolTip(tr("The role that you stand on, as a PDF to print"))
        title = tr("Roles and responsibilities")
        self.takeaway = Takeaway(context, title, self._export, self)
        head = in_row(Fill(self.keys), self.more, self.sheet, self.takeaway.button)
        in_column(
            head,
            self.takeaway.notice,
            self.mine,
            Fill(self.view),
            self.sentence,
            self.unled,
            on=self,
            around=(16, 12, 16, 16),
        )
        self.view.said.connect(self._keep)
        self.view.stood.connect(self._tell)

    def reload(self) -> None:
        """Ask for the grid again."""
        roles = self._roles
        self._asked.cancel()
        self._asked = self._context.read(
            lambda desk: _question(desk, roles), self._show, owner=self
        )
        self._context.read(_mine, self.show_mine, owner=self)

    def show_mine(self, mine: tuple[str, ...]) -> None:
        """Say what whoever is signed in carries by name."""
        self.mine.setText(tr("You carry: {what}.", what="; ".join(mine)))
        self.mine.setVisible(bool(mine))

    def _show(self, answer: tuple[OpenGrid, dict[RoleId, str], bool]) -> None:
        shown, self._names, self.view.may_change = answer
        self.keys.setVisible(self.view.may_change)
        self.model.show_grid(shown)
        unled = shown.grid.unled
        self.unled.setText(
            tr("Led by nobody: {what}.", what="; ".join(one.text for one in unled))
            if unled
            else tr("Every responsibility is led by some role.")
        )
        self._tell(self.view.currentIndex())

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            explained = self.model.explained(index.row())
            self.sentence.setText(f"{self.model.words(index)}. {explained}")
        else:
            self.sentence.setText(tr("Choose a cell to read it as a sentence."))

    def _keep(self, index: QModelIndex, share: Share | None) -> None:
        role, responsibility = self.model.cell(index)
        self._asked.cancel()  # it would show the cell as it was; another follows the change
        self._context.write(
            lambda desk: layer.set_share(desk, role, responsibility, share),
            on_error=self._refused,
            owner=self,
        )
        self._tell(index)

    def _refused(self, error: UserError) -> None:
        self._context.say(str(error), "danger")
        self.reload()

    def _ask_role(self) -> None:
        shown = [self.model.cell(self.model.index(0, at))[0] for at in self._columns()]
        options = [(name, role) for role, name in self._names.items() if role not in shown]
        role = ask_choice(self, tr("Show another role"), tr("Role"), options, yes=tr("Show"))
        if isinstance(role, str):
            self.add_role(RoleId(role))

    def add_role(self, role: RoleId) -> None:
        """Show *role* beside those that are shown, in the order of the map."""
        shown = {self.model.cell(self.model.index(0, at))[0] for at in self._columns()}
        self._roles = tuple(one for one in self._names if one in shown or one == role)
        self.reload()

    def _save_sheet(self) -> None:
        """The sheet of the role that one stands on, the first one where one stands nowhere."""
        at = self.view.currentIndex()
        if not (at.isValid() or self._columns()):
            return
        role, _ = self.model.cell(at if at.isValid() else self.model.index(0, 0))
        save(
            self._context,
            self,
            self._names[role],
            lambda desk, path: taking_map.export_role(desk, path, role),
        )

    def _columns(self) -> range:
        return range(self.model.columnCount()) if self.model.rowCount() else range(0)

    def _export(self, desk: Desk, path: Path) -> Done[int]:
        return library.export_grid(desk, path, self._roles)


def _mine(desk: Desk) -> tuple[str, ...]:
    if desk.person is None:
        return ()
    return tuple(one.text for one, _ in carrying.my_responsibilities(desk))


def _question(
    desk: Desk, roles: tuple[RoleId, ...] | None
) -> tuple[OpenGrid, dict[RoleId, str], bool]:
    opened = library.open_library(desk)
    standing = desk.standing()
    own: frozenset[Cell] = frozenset()
    if allows(standing, READ, Kind.PERSON):
        own = frozenset(layer.shares(layer.college_layer(desk).layer))
    known = None if roles is None else tuple(one for one in roles if one in opened.framework.roles)
    grid = layer.responsibilities_grid(desk, known)
    areas = opened.catalogue.areas
    names = {role.id: role.name for role in opened.framework.roles.values()}
    lines = tuple(areas[line.responsibility.area].name for line in grid.lines)
    return OpenGrid(grid, own, lines), names, allows(standing, CHANGE, Kind.PERSON)
