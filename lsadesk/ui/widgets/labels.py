"""Labels that say what they are for; all text is plain, so no name can become markup."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtGui import Qt as RichText
from PySide6.QtWidgets import QFrame, QLabel, QWidget


class _Label(QLabel):
    """Is measured again as it is shown: Qt keeps the height it had when it was last seen."""

    def showEvent(self, event: QShowEvent) -> None:
        """The text may be larger by now, and its last line would be cut off."""
        super().showEvent(event)
        self.updateGeometry()


def label(text: str, role: str = "") -> QLabel:
    """A wrapping plain-text label; *role* is "", title, heading, label, muted, error or key."""
    made = _Label(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(role != "label")
    if role:
        made.setProperty("role", role)
    return made


def line() -> QFrame:
    """A quiet line between two groups."""
    made = QFrame()
    made.setProperty("role", "line")
    return made


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and have the widget drawn by it.

    One that was never set is False.
    """
    if (widget.property(name) or False) == value:
        return  # a style is asked for only where it has to be: Python learns every enum of it first
    widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # not drawn yet: the style sheet will see the property in time
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def inert(text: str) -> str:
    """*text* for a tool tip: a name that looks like markup is shown, not obeyed.

    Qt offers no plain tool tips, and would fetch a picture from wherever a name says.
    """
    if not RichText.mightBeRichText(text):
        return text
    return RichText.convertFromPlainText(text, Qt.WhiteSpaceMode.WhiteSpaceNormal)
