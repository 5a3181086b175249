"""Going back to an earlier copy, as it is asked in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from lsadesk.domain.staff.people import PersonDetails
from lsadesk.operations.keeping import college
from lsadesk.operations.staff import people
from lsadesk.ui.keeping.earlier import EarlierPage, RestoreDialog

SECRET = "correct horse"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def dialog(desk, qtbot, worker, appearance):
    """The question at a college with a copy from before Asha was added."""
    college.back_up(desk)
    people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur"))
    put_away = []

    def leave(_keep):
        put_away.append(True)
        desk.close()

    made = RestoreDialog(None, worker, desk.folder, leave, desk)
    made.put_away = put_away
    qtbot.addWidget(made)
    made.show()
    return made


def test_nobody_is_signed_out_by_a_slip_and_the_change_is_seen_before_the_yes(
    dialog, desk, qtbot, barriers
):
    assert dialog.login.text() == "owner"
    dialog.secret.setText("wrong horse")
    QTest.keyClick(dialog.secret, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Wrong password" in dialog.secret.accessibleDescription())
    assert dialog.put_away == []
    dialog.secret.setText(SECRET)
    dialog.yes.click()
    qtbot.waitUntil(lambda: dialog.seen is not None)
    assert dialog.put_away == []
    (page,) = dialog.findChildren(EarlierPage)
    assert [line.title for line in page.counts.model_.records()] == ["People"]
    assert page.since.model_.records()[0].did == "added"
    qtbot.waitUntil(lambda: barriers(dialog) == [])
    with qtbot.waitSignal(dialog.accepted, timeout=10_000):
        dialog.yes.click()
    assert dialog.put_away == [True]
    assert "Before restoring" in dialog.what_was_done
    back = college.unlock(desk.folder, "owner", SECRET)
    assert people.colleagues(back) == []
    back.close()
