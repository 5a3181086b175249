"""Every dialog of the window, and how it is opened: a new one stands here or fails its test.

One module a room; each holds `DIALOGS`.
"""

from tests.ui.every_dialog import (
    appraisals,
    audit,
    deployment,
    development,
    keeping,
    library,
    people,
    planned_for,
    review,
    training,
    window,
)
from tests.ui.every_dialog.stage import Dialogs, Stage, settle

__all__ = ["DIALOGS", "Stage", "settle"]

ROOMS = (
    appraisals,
    audit,
    deployment,
    development,
    keeping,
    library,
    people,
    planned_for,
    review,
    training,
    window,
)
DIALOGS: Dialogs = {name: opens for room in ROOMS for name, opens in room.DIALOGS.items()}
