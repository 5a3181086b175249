"""How much each soft rule of the planner counts at this college."""

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.deployment.weights import DIALS, Chosen, Strength
from lsadesk.domain.rights import Kind
from lsadesk.operations.desk import Desk
from lsadesk.store.settings import set_setting, setting
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading

_KEY = "plan weights"


def weights(desk: Desk) -> dict[str, Strength]:
    """The step of every dial, by its name."""
    with desk.reading(Kind.DEPLOYMENT) as reading:
        return chosen(reading)


def set_weights(desk: Desk, wanted: Chosen) -> Done[None]:
    """Set the dials to *wanted*; those it leaves out count as usual."""
    with desk.writing(Kind.DEPLOYMENT) as work:
        steps = {dial.name: wanted.get(dial.name, Strength.USUAL).value for dial in DIALS}
        set_setting(work, _KEY, steps)
        return desk.keep(
            work,
            None,
            "Changed what counts in a plan",
            Entry("changed what counts in a plan", Kind.DEPLOYMENT),
            Subject.DEPLOYMENT,
        )


def chosen(reading: Reading) -> dict[str, Strength]:
    """The step of every dial, within a reading that is open already."""
    kept: dict[str, str] = setting(reading, _KEY, {})
    return {dial.name: Strength(kept.get(dial.name, Strength.USUAL)) for dial in DIALS}
