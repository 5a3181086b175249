"""Of which kind of record each table about people is, and what erasing does to it.

A new table about people has to be placed here before the tests are whole again.
"""

from lsadesk.domain.keeping.retention import RecordId

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
    "training": ("certificate", "document_read", "sign_off"),
    "career": ("career_wish", "held_qualification", "past_role", "entry_point", "in_the_way"),
    "private": ("reflection",),
    "notes": ("manager_note",),
    "health": ("health_note",),
    "cards": ("on_cards",),
    "absence": ("absence",),
    "deployment": (
        "work_pattern",
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
    "person": ("payroll", "title", "note"),
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
        "helper",
        "teacher",
    }
)
