"""A table taken away as a workbook: the button, and the notice that says where it is."""

from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.saving import Saving, Write
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.words import tr


class Takeaway:
    """The button and the notice of a *page* whose table *write* writes; both are to be placed."""

    def __init__(self, context: TabContext, title: str, write: Write, page: QWidget) -> None:
        self._context, self._title, self._write = context, title, write
        self._saving = Saving(context, page)
        self.button = button(tr("E&xport to Excel..."), self._ask)
        self.notice = self._saving.notice

    def _ask(self) -> None:
        desk = self._context.desk
        name = f"{self._title}, {desk.college}, {uk_date(desk.today)}"
        self._saving.write(name, self._write, back=self.button, ending=".xlsx")
