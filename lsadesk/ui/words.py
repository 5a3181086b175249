"""Every sentence on screen passes through here, so that it can be translated."""

from PySide6.QtCore import QCoreApplication


def tr(text: str, **values: object) -> str:
    """*text* in the language of the window, with `{name}` places filled from *values*.

    Values are filled in after translation, so they may come from people and may hold
    braces; the text itself is always a literal.
    """
    translated = QCoreApplication.translate("lsadesk", text)
    return translated.format(**values) if values else translated


def count(number: int, one: str, many: str) -> str:
    """*one* or *many* after its number: "1 person", "46 people"."""
    return f"{number:,} {tr(one) if number == 1 else tr(many)}"
