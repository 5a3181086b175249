"""What an earlier copy of the college holds, beside what the college holds now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from lsadesk.domain.keeping.happenings import Happening

OTHER = "Other records"
UNCOUNTED = frozenset({"trail", "alembic_version"})  # every sign-in is a line there

# What people call the tables, for a comparison of two files.
KINDS: Mapping[str, tuple[str, ...]] = {
    "People": ("person",),
    "Teams, sites and duties": ("team", "site", "person_site", "link", "carrier"),
    "Accounts": ("account",),
    "Skills and ratings": ("skill", "rating", "set_aside", "specialism"),
    "Certificates and training": (
        "certificate",
        "course",
        "course_rule",
        "document",
        "document_read",
        "training_line",
        "training_option",
        "training_plan",
        "training_wish",
    ),
    "The timetable": ("session", "session_learner", "period", "led_session", "planning_time"),
    "Learners and their support": (
        "learner",
        "learner_need",
        "learner_not_with",
        "learner_prefers",
        "need_to_know",
        "sign_off",
    ),
    "Deployment plans": ("plan", "assignment", "kept_out", "work_pattern", "journey"),
    "Absence, cover and what was given": ("absence", "cover", "delivered", "delivered_to"),
    "Self-assessments and private notes": (
        "assessment",
        "sealed_answer",
        "shared_answer",
        "reflection",
        "interview",
        "interview_answer",
        "sealed_interview_answer",
    ),
    "Appraisals": (
        "appraisal",
        "appraisal_asked",
        "appraisal_record",
        "appraisal_prompt",
        "appraisal_settled",
        "appraisal_waiver",
        "appraiser_rating",
        "sealed_rating",
        "manager_note",
    ),
    "Development plans": (
        "plan_action",
        "plan_change",
        "plan_note",
        "plan_review",
        "plan_review_line",
        "plan_next_review",
        "seen_in_session",
    ),
    "Careers and the library": (
        "career_wish",
        "held_qualification",
        "past_role",
        "layer",
        "network",
        "network_member",
        "network_meeting",
        "resource",
    ),
}


@dataclass(frozen=True, slots=True)
class Counted:
    """How many records of one kind the copy holds, and how many there are now."""

    title: str
    then: int
    now: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An earlier copy that was opened and found whole, compared with the college of now.

    *differences* and *since*, the newest changes made after the copy, are empty where
    nothing would be lost. *erased* counts those in the copy who were erased since. *unread* says
    why the college of now could not be compared; "" where it could. *is_ours*: the copy is of
    this very college, at an earlier moment.
    """

    college: str
    made: datetime
    held: Sequence[Counted]
    differences: Sequence[Counted]
    since: Sequence[Happening]
    erased: int = 0
    unread: str = ""
    is_ours: bool = True


def counted(then: Mapping[str, int], now: Mapping[str, int]) -> list[Counted]:
    """Records by kind in the two; kinds that neither has are left out."""
    titled = {table: title for title, tables in KINDS.items() for table in tables}
    totals: dict[str, list[int]] = {title: [0, 0] for title in (*KINDS, OTHER)}
    for at, rows in enumerate((then, now)):
        for table, number in rows.items():
            if table not in UNCOUNTED:
                totals[titled.get(table, OTHER)][at] += number
    return [Counted(title, *both) for title, both in totals.items() if any(both)]
