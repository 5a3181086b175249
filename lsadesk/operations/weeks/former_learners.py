"""Learners who have left: who is to be looked at again, and erasing what is held on them."""

from collections.abc import Mapping
from datetime import date

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.keeping.erasing import COPIES_KEEP, Certificate, ErasurePlan, Fate, Part
from lsadesk.domain.keeping.retention import RecordKept
from lsadesk.domain.rights import DEPLOYING, Kind
from lsadesk.domain.weeks.former import Former, former_of
from lsadesk.domain.weeks.learners import Learner, LearnerDetails, LearnerId, former
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping.erasing import settle
from lsadesk.operations.keeping.retention import back_again, decision
from lsadesk.store.backups import aside
from lsadesk.store.keeping import erased_list, retention
from lsadesk.store.keeping import erasing as rows
from lsadesk.store.keeping.erased_list import Whose
from lsadesk.store.keeping.erasing import Rows
from lsadesk.store.keeping.links import OF_LEARNER, rows_about
from lsadesk.store.placements import placements
from lsadesk.store.trail import ERASED, Entry
from lsadesk.store.weeks import learners
from lsadesk.store.work import Reading

_NOT_YET = "Set their last day first: what is planned for them still needs this."

# What whoever may see a learner may read at any rate. A reference can be any words: a count of
# them in a record about staff would say what stands there.
_LOOKED_IN = DEPLOYING - {Kind.ABSENCE, Kind.ON_CARDS}

# Of the rows about a learner those that go: the rest stays, without saying for whom.
_GOES = (
    "learner",
    "learner_kept_longer",
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


def to_look_at(desk: Desk, reading: Reading) -> Former:
    """Whose records are due, within a reading that is open."""
    known = learners.not_erased(reading)
    names = {int(who): reference for who, reference, _ in known}
    return former_of(
        {who: left for who, _, left in known},
        frozenset(map(LearnerId, back_again(desk, reading, Whose.LEARNER, names))),
        retention.learners_longer(reading),
        months=months_kept(reading),
        today=reading.today,
    )


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
            written_elsewhere=rows.named_in(reading, [going], read.reference, _LOOKED_IN),
            copies_until=desk.today + COPIES_KEEP,
            set_aside=len(aside.set_aside(desk.folder)),
            in_the_way=_in_the_way(reading, read),
        )


def erase(desk: Desk, read: Learner, because: str) -> Done[Certificate]:
    """Take the reference and all that is said off a learner who has left; it cannot be undone.

    What was given to them stays as numbers, and who was signed off for them as the staff's own
    proof, without saying for whom.

    Raises:
        Stale: somebody has changed the learner since.
        UserError: they have not left, or nobody said why.
    """
    if not because.strip():
        raise UserError("Say why this is erased: it stands on the certificate.")
    with desk.writing(Kind.LEARNER) as work:
        in_the_way = _in_the_way(work, read)
        if in_the_way:
            raise UserError(in_the_way)
        key = erased_list.key_of(desk.store, work)
        mark = erased_list.mark(key, Whose.LEARNER, read.id, read.reference)
        parts = _parts(work, read.id, _going(work, read.id))
        nobody = LearnerDetails(reference=former(read.id), left_on=read.left_on)
        learners.change(work, read.id, read.version, nobody)
        placements.remove_of(work, read.id)
        retention.forget_longer(work, read.id)
        certificate = rows.note(
            work, desk.college, because.strip(), parts, learner=read.id, mark=mark
        )
        done = desk.keep(
            work,
            certificate,
            "Erased a learner who has left",
            Entry(ERASED, Kind.LEARNER, read.id),
            Subject.LEARNERS,
            Subject.DEPLOYMENT,
            Subject.PLACEMENTS,
            undo=False,
        )
    settle(desk)
    return done


def keep_longer(desk: Desk, learner: LearnerId, until: date, reason: str) -> Done[None]:
    """Keep what is held on *learner* until *until*, because of *reason*; it is due again then.

    It may be said before they leave, and today ends a decision of before.

    Raises:
        UserError: nobody said why, or the day is past.
    """
    wanted = decision(desk.today, until, reason)
    with desk.writing(Kind.LEARNER) as work:
        reference = learners.get(work, learner).reference
        retention.keep_learner_longer(work, learner, wanted)
        return desk.keep(
            work,
            None,
            f"Kept what is held on {reference} until {uk_date(until)}",
            Entry(
                "decided to keep records longer",
                Kind.LEARNER,
                learner,
                detail=f"until {uk_date(until)}",  # whoever reads the trail may see no learner
            ),
            Subject.LEARNERS,
        )


def _in_the_way(reading: Reading, read: Learner) -> str:
    """Why they cannot be erased now; "" where they can."""
    if read.is_here(reading.today):
        return _NOT_YET
    longer = retention.learners_longer(reading).get(read.id)
    if longer is None or longer.until <= reading.today:
        return ""
    return (
        f"The college decided to keep this until {uk_date(longer.until)}. Where that is over, "
        "choose Keep longer, and today."
    )


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
