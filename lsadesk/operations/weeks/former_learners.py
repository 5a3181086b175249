"""Learners who have left: who is to be looked at again, and erasing what is held on them."""

from collections.abc import Mapping

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.keeping.erasing import COPIES_KEEP, Certificate, ErasurePlan, Fate, Part
from lsadesk.domain.keeping.retention import RecordKept
from lsadesk.domain.rights import Kind
from lsadesk.domain.weeks.learners import Learner, LearnerDetails, LearnerId, former
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store.backups import aside
from lsadesk.store.keeping import erasing as rows
from lsadesk.store.keeping import retention
from lsadesk.store.keeping.erasing import Rows
from lsadesk.store.keeping.links import OF_LEARNER, rows_about
from lsadesk.store.placements import placements
from lsadesk.store.trail import ERASED, Entry
from lsadesk.store.weeks import learners
from lsadesk.store.work import Reading

_NOT_YET = "Set their last day first: what is planned for them still needs this."

# The texts that whoever may see a learner may read at any rate. A reference can be any words:
# a count of them in a record about staff would say what stands there.
_LOOKED_IN = frozenset(
    {
        "learner",
        "sign_off",
        "placement",
        "placement_entry",
        "session",
        "need_to_know",
        "session_feedback",
        "plan",
        "plan_change",
        "cover",
        "delivered",
        "led_session",
    }
)

# Of the rows about a learner those that go: the rest stays, without saying for whom.
_GOES = (
    "learner",
    "learner_need",
    "learner_not_with",
    "learner_prefers",
    "placement",
    "placement_support",
    "placement_entry",
)


def months_kept(reading: Reading) -> int:
    """How long what is held on a learner stays after they left."""
    return _kept(reading).months


def due_number(reading: Reading) -> int:
    """How many learners left longer ago than that, within a reading that is open."""
    return learners.kept_too_long(reading, months_kept(reading))


def plan(desk: Desk, learner: LearnerId) -> ErasurePlan:
    """What would become of what is held on *learner*; their reference is the name.

    It is looked for where a deployer may read anyway, and in no record about staff.
    """
    with desk.reading(Kind.LEARNER) as reading:
        read = learners.get(reading, learner)
        going = _going(reading, learner)
        return ErasurePlan(
            name=read.reference,
            parts=_parts(reading, learner, going),
            written_elsewhere=rows.named_in(reading, going, read.reference, _LOOKED_IN),
            copies_until=desk.today + COPIES_KEEP,
            set_aside=len(aside.set_aside(desk.folder)),
            in_the_way=_NOT_YET if read.is_here(desk.today) else "",
        )


def erase(desk: Desk, read: Learner, because: str) -> Done[Certificate]:
    """Take the reference and all that is said off a learner who has left; it cannot be undone.

    What was given to them stays as numbers, and who was signed off for them as the staff's own
    proof, without saying for whom.

    Raises:
        Stale: somebody has changed the learner since.
        UserError: they have not left, or nobody said why.
    """
    if read.is_here(desk.today):
        raise UserError(_NOT_YET)
    if not because.strip():
        raise UserError("Say why this is erased: it stands on the certificate.")
    with desk.writing(Kind.LEARNER) as work:
        parts = _parts(work, read.id, _going(work, read.id))
        nobody = LearnerDetails(reference=former(read.id), left_on=read.left_on)
        learners.change(work, read.id, read.version, nobody)
        placements.remove_of(work, read.id)
        number = rows.note(work, because.strip(), parts, learner=read.id)
        done = desk.keep(
            work,
            Certificate(
                college=desk.college,
                number=number,
                called=former(read.id),
                erased_on=desk.today,
                because=because.strip(),
                parts=parts,
                copies_until=desk.today + COPIES_KEEP,
            ),
            "Erased a learner who has left",
            Entry(ERASED, Kind.LEARNER, read.id),
            Subject.LEARNERS,
            Subject.DEPLOYMENT,
            Subject.PLACEMENTS,
            undo=False,
        )
    desk.forget_what_can_be_undone()
    desk.store.settle()
    return done


def _kept(reading: Reading) -> RecordKept:
    return next(each for each in retention.records(reading) if each.of_learners)


def _going(reading: Reading, learner: LearnerId) -> dict[str, Rows]:
    about = rows_about(reading, learner, OF_LEARNER)
    return {table: about[table] for table in _GOES if table in about}


def _parts(reading: Reading, learner: LearnerId, going: Mapping[str, Rows]) -> tuple[Part, ...]:
    record = _kept(reading)
    goes = Part(
        record=record.id,
        name="The reference, what supports them, what they said, and their work placements",
        fate=Fate.GOES,
        number=sum(map(len, going.values())),
        because="Nothing needs it any more.",
    )
    stays = (
        ("Support that was given", learners.times_given(reading, learner), "Totals stay right."),
        ("Sign-offs of staff", learners.times_signed_off(reading, learner), "The staff's proof."),
    )
    return (
        goes,
        *(
            Part(record=record.id, name=name, fate=Fate.UNNAMED, number=number, because=because)
            for name, number, because in stays
            if number
        ),
    )
