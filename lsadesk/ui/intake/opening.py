"""The way into the import, apart from its pages: they bring much, and are opened on few days."""

from PySide6.QtWidgets import QWidget

from lsadesk.ui.tab import TabContext


def open_assistant(context: TabContext, parent: QWidget) -> None:
    """Take the person through the import of a workbook; returns when the assistant closes."""
    from lsadesk.ui.intake.assistant import import_workbook

    import_workbook(context, parent)
