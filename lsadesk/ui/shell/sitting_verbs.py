"""What the menus open over a sitting; each brings its own module in at its first use."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window is painted before any of this is asked for
    from PySide6.QtWidgets import QWidget

    from lsadesk.ui.tab import TabContext


def import_workbook(window: "QWidget", context: "TabContext") -> None:
    """A workbook in, page by page."""
    from lsadesk.ui.intake.opening import open_assistant

    open_assistant(context, window)


def back_up(window: "QWidget", context: "TabContext") -> None:
    """A copy, wherever the person likes."""
    from lsadesk.ui.keeping.copies import back_up as ask_and_copy

    ask_and_copy(context, window)


def check(window: "QWidget", context: "TabContext") -> None:
    """Whether the college file is whole."""
    from lsadesk.ui.keeping.checking import check_college

    check_college(window, context)


def copies(window: "QWidget", context: "TabContext") -> None:
    """The copies that make themselves, and the second place."""
    from lsadesk.ui.keeping.second_place import show_copies

    show_copies(window, context)


def secret(window: "QWidget", context: "TabContext") -> None:
    """Another PIN or password of one's own."""
    from lsadesk.ui.door.own_secret import OwnSecretDialog

    OwnSecretDialog(window, context).exec()


def recovery_key(window: "QWidget", context: "TabContext") -> None:
    """Another recovery key."""
    from lsadesk.ui.keeping.recovery_key import change_recovery_key

    change_recovery_key(window, context)


def who_saw(window: "QWidget", context: "TabContext") -> None:
    """Who looked at one's own record."""
    from lsadesk.ui.keeping.happenings import show_who_saw_me

    show_who_saw_me(window, context)


def on_cards(window: "QWidget", context: "TabContext") -> None:
    """How one appears on learners' cards."""
    from lsadesk.ui.people.on_cards import show_own

    show_own(window, context)


def privacy(window: "QWidget", context: "TabContext") -> None:
    """What one may ask about one's own record."""
    from lsadesk.ui.keeping.my_privacy import show_my_privacy

    show_my_privacy(window, context)


def notice(window: "QWidget", context: "TabContext") -> None:
    """The privacy notice."""
    from lsadesk.ui.keeping.privacy import open_notice

    open_notice(window, context)


def undo_list(window: "QWidget", context: "TabContext") -> None:
    """What Undo would take back, step by step."""
    from lsadesk.ui.keeping.taking_back import show_undo_list

    show_undo_list(window, context)


def removed(window: "QWidget", context: "TabContext") -> None:
    """What was removed of late."""
    from lsadesk.ui.keeping.taking_back import show_removed

    show_removed(window, context)


def folder(_window: "QWidget", context: "TabContext") -> None:
    """Where the college lies on this computer, in the computer's own program for files."""
    from lsadesk.ui.taking.opened import open_written

    open_written(context.desk.folder, lambda sentence: context.say(sentence, "warning"))
