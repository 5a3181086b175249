"""Of which kind of record each table about people is, and what erasing does to it.

A new table about people has to be placed here before the tests are whole again.
"""

from lsadesk.domain.keeping.retention import RecordId
from lsadesk.domain.rights import Kind

_TABLES = {
    "staff": (
        "person",
        "person_site",
        "link",
        "specialism",
        "carrier",
        "network_member",
        "checklist_tick",
        "asking",
        "account",
        "read_notice",
        "kept_longer",
        "erasure",
        "work_pattern",
    ),
    "appraisals": (
        "assessment",
        "sealed_answer",
        "shared_answer",
        "keyed_in",
        "interview",
        "sealed_interview_answer",
        "interview_answer",
        "appraisal",
        "sealed_rating",
        "appraiser_rating",
        "appraisal_settled",
        "appraisal_asked",
        "appraisal_prompt",
        "appraisal_waiver",
        "appraisal_record",
        "appraisal_file",
        "progression_move",
        "induction_step",
        "induction_review",
    ),
    "development": (
        "plan_action",
        "plan_note",
        "plan_file",
        "plan_review",
        "plan_review_line",
        "plan_next_review",
        "seen_in_session",
        "training_wish",
        "training_line",
    ),
    "skills": ("rating", "interest"),
    "training": ("certificate", "document_read", "sign_off", "update_service"),
    "career": ("career_wish", "held_qualification", "past_role", "entry_point", "in_the_way"),
    "private": ("reflection",),
    "notes": ("manager_note",),
    "health": ("health_note",),
    "cards": ("on_cards",),
    "absence": ("absence",),
    "deployment": (
        "assignment",
        "kept_out",
        "learner_not_with",
        "learner_prefers",
        "cover",
        "delivered",
        "delivered_to",
        "led_session",
        "session_feedback",
        "placement_support",
    ),
    "requests": ("access_request", "remark"),
}
RECORD_OF = {table: RecordId(record) for record, tables in _TABLES.items() for table in tables}

# The day that a row's own period is counted from.
DATED_BY = {"manager_note": "written_at", "absence": "last"}

# Rows that stay for the totals once the name is gone, and the words in them that go with it.
UNNAMED: dict[str, tuple[str, ...]] = {
    "person": ("payroll", "title", "ewc", "note"),
    "account": (),
    "erasure": (),
    "rating": ("note", "proof", "reason"),
    "certificate": ("provider",),
    "document_read": (),
    "training_line": ("why", "cover"),
    "assignment": (),
    "cover": ("why",),
    "delivered": ("why",),
    "delivered_to": (),
    "led_session": ("note",),
    "session_feedback": (),
}

# Where the name of whoever did something stands by itself, as the program writes it. Who visited
# a placement is typed ("Asha Kaur and J. Lyle") and is a text like others.
SIGNED = frozenset(
    {
        "signed",
        "signed_by",
        "led_by",
        "published_by",
        "changed_by",
        "said_by",
        "answered_by",
        "supervised_by",
        "leads_under",
        "looked_by",
        "helper",
        "teacher",
    }
)

# Words that whoever may see records of the kind may read in every row. Whether a name stands in
# them may be told then; of tables that are not here some rows are for fewer eyes, or it is a list
# of names. A count tells what a text says to whoever may choose the name.
_OPEN_WORDS = {
    Kind.PERSON: ("person", "specialism", "carrier", "checklist_tick"),
    Kind.ACCESS_REQUEST: ("access_request",),
    Kind.REMARK: ("remark",),
    Kind.HEALTH: ("health_note",),
    Kind.RATING: ("rating",),
    Kind.CERTIFICATE: ("certificate",),
    Kind.ASSESSMENT: ("shared_answer",),
    Kind.APPRAISAL: (
        "appraisal",
        "appraisal_file",
        "appraisal_prompt",
        "appraisal_record",
        "appraisal_settled",
        "appraisal_waiver",
        "appraiser_rating",
        "induction_review",
        "progression_move",
    ),
    Kind.MANAGER_NOTE: ("manager_note",),
    Kind.DEVELOPMENT: ("plan_action", "plan_file", "plan_note", "plan_review", "plan_review_line"),
    Kind.CAREER: ("career_wish", "held_qualification", "past_role"),
    Kind.TRAINING_PLAN: ("training_line",),
    Kind.TRAINING_WISH: ("training_wish",),
    Kind.WORK_PATTERN: ("work_pattern",),
    Kind.LEARNER: ("learner", "sign_off"),
    Kind.PLACEMENT: ("placement", "placement_entry"),
    Kind.TIMETABLE: ("session",),
    Kind.BRIEFING: ("need_to_know",),
    Kind.FEEDBACK: ("session_feedback",),
    Kind.DEPLOYMENT: ("plan", "plan_change", "cover"),
    Kind.DELIVERED: ("delivered", "led_session"),
    Kind.REVIEW: ("review", "review_judgement", "review_line"),
}
WORDS_OF = {table: kind for kind, tables in _OPEN_WORDS.items() for table in tables}
