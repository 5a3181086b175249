"""first schema"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables up to this revision."""
    op.create_table(
        "course",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course")),
        sa.UniqueConstraint("name", name=op.f("uq_course_name")),
    )
    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("edition", sa.String(), nullable=False),
        sa.Column("where", sa.String(), nullable=False),
        sa.Column("by", sa.Date(), nullable=True),
        sa.Column("teams", sa.String(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
    )
    op.create_table(
        "import_mapping",
        sa.Column("signature", sa.String(), nullable=False),
        sa.Column("mapping", sa.String(), nullable=False),
        sa.Column("used_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("signature", name=op.f("pk_import_mapping")),
    )
    op.create_table(
        "layer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("entry", sa.String(), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("own", sa.Boolean(), nullable=False),
        sa.Column("fields", sa.String(), nullable=False),
        sa.Column("whole", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_layer")),
        sa.UniqueConstraint("kind", "entry", name=op.f("uq_layer_kind")),
    )
    op.create_table(
        "learner",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("group_name", sa.String(), nullable=False),
        sa.Column("primary_need", sa.String(), nullable=False),
        sa.Column("weekly_minutes", sa.Integer(), nullable=True),
        sa.Column("hours_said", sa.String(), nullable=False),
        sa.Column("ratio", sa.String(), nullable=False),
        sa.Column("care_ratio", sa.String(), nullable=False),
        sa.Column("ratio_said", sa.String(), nullable=False),
        sa.Column("must_have", sa.String(), nullable=False),
        sa.Column("same_gender_care", sa.Boolean(), nullable=False),
        sa.Column("care_by", sa.String(), nullable=False),
        sa.Column("own_places", sa.Boolean(), nullable=False),
        sa.Column("tasks", sa.String(), nullable=False),
        sa.Column("aims", sa.String(), nullable=False),
        sa.Column("review_by", sa.Date(), nullable=True),
        sa.Column("reviewed", sa.String(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("card_photos", sa.Boolean(), nullable=False),
        sa.Column("card_symbols", sa.Boolean(), nullable=False),
        sa.Column("card_text", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_learner")),
        sa.UniqueConstraint("reference", name=op.f("uq_learner_reference")),
    )
    with op.batch_alter_table("learner", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_learner_group_name"), ["group_name"], unique=False)

    op.create_table(
        "period",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("is_term", sa.Boolean(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_period")),
    )
    op.create_table(
        "plan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("week", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("objective", sa.Integer(), nullable=False),
        sa.Column("weights", sa.String(), nullable=False),
        sa.Column("bound", sa.String(), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=False),
        sa.Column("unmet", sa.String(), nullable=False),
        sa.Column("published_at", sa.DateTime(), nullable=True),
        sa.Column("published_by", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan")),
    )
    op.create_table(
        "removed",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("sentence", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("about", sa.Integer(), nullable=True),
        sa.Column("also", sa.String(), nullable=False),
        sa.Column("subjects", sa.String(), nullable=False),
        sa.Column("rows", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_removed")),
    )
    op.create_table(
        "resource",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("where", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("about_kind", sa.String(), nullable=False),
        sa.Column("about_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resource")),
    )
    with op.batch_alter_table("resource", schema=None) as batch_op:
        batch_op.create_index("ix_resource_about", ["about_kind", "about_id"], unique=False)

    op.create_table(
        "review",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("want", sa.String(), nullable=False),
        sa.Column("success", sa.String(), nullable=False),
        sa.Column("opened", sa.Date(), nullable=False),
        sa.Column("closed", sa.Date(), nullable=True),
        sa.Column("edition", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review")),
    )
    op.create_table(
        "review_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("begun", sa.Date(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("done", sa.Date(), nullable=True),
        sa.Column("found", sa.String(), nullable=False),
        sa.Column("found_on", sa.Date(), nullable=True),
        sa.Column("limits", sa.String(), nullable=False),
        sa.Column("draft", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_line")),
    )
    op.create_table(
        "set_aside",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("said_by", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("superseded_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_set_aside")),
    )
    op.create_table(
        "setting",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_setting")),
    )
    op.create_table(
        "site",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site")),
        sa.UniqueConstraint("name", name=op.f("uq_site_name")),
    )
    op.create_table(
        "skill",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("group_name", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_skill")),
        sa.UniqueConstraint("name", name=op.f("uq_skill_name")),
    )
    op.create_table(
        "team",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team")),
        sa.UniqueConstraint("name", name=op.f("uq_team_name")),
    )
    op.create_table(
        "trail",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=True),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("mark", sa.LargeBinary(), nullable=False),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_trail")),
    )
    op.create_table(
        "training_plan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("pence", sa.Integer(), nullable=True),
        sa.Column("release_minutes", sa.Integer(), nullable=True),
        sa.Column("most_each", sa.Integer(), nullable=False),
        sa.Column("worth", sa.Integer(), nullable=True),
        sa.Column("bound", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_plan")),
    )
    op.create_table(
        "course_rule",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("course_id", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("edition", sa.String(), nullable=False),
        sa.Column("lapses_after", sa.Integer(), nullable=True),
        sa.Column("refresh_after", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("superseded_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["course_id"], ["course.id"], name=op.f("fk_course_rule_course_id_course")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course_rule")),
    )
    with op.batch_alter_table("course_rule", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_course_rule_course_id"), ["course_id"], unique=False)

    op.create_table(
        "journey",
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["other_id"], ["site.id"], name=op.f("fk_journey_other_id_site")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_journey_site_id_site")),
        sa.PrimaryKeyConstraint("site_id", "other_id", name=op.f("pk_journey")),
    )
    op.create_table(
        "learner_kept_longer",
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learner.id"], name=op.f("fk_learner_kept_longer_learner_id_learner")
        ),
        sa.PrimaryKeyConstraint("learner_id", name=op.f("pk_learner_kept_longer")),
    )
    op.create_table(
        "learner_need",
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("skill_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learner.id"], name=op.f("fk_learner_need_learner_id_learner")
        ),
        sa.ForeignKeyConstraint(
            ["skill_id"], ["skill.id"], name=op.f("fk_learner_need_skill_id_skill")
        ),
        sa.PrimaryKeyConstraint("learner_id", "skill_id", name=op.f("pk_learner_need")),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("forename", sa.String(), nullable=False),
        sa.Column("surname", sa.String(), nullable=False),
        sa.Column("payroll", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("team_id", sa.Integer(), nullable=True),
        sa.Column("contract", sa.String(), nullable=False),
        sa.Column("weekly_minutes", sa.Integer(), nullable=True),
        sa.Column("as_required", sa.Boolean(), nullable=False),
        sa.Column("teaches", sa.Boolean(), nullable=False),
        sa.Column("term_time_only", sa.Boolean(), nullable=False),
        sa.Column("days", sa.String(length=7), nullable=True),
        sa.Column("started", sa.Date(), nullable=True),
        sa.Column("started_precision", sa.String(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("welsh", sa.String(), nullable=False),
        sa.Column("ewc", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_person_team_id_team")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_payroll"), ["payroll"], unique=False)
        batch_op.create_index(batch_op.f("ix_person_team_id"), ["team_id"], unique=False)

    op.create_table(
        "placement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("does", sa.String(), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("hours", sa.String(), nullable=False),
        sa.Column("way_minutes", sa.Integer(), nullable=False),
        sa.Column("visit_on", sa.Date(), nullable=True),
        sa.Column("helps", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learner.id"], name=op.f("fk_placement_learner_id_learner")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement")),
    )
    with op.batch_alter_table("placement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_placement_learner_id"), ["learner_id"], unique=False)

    op.create_table(
        "planning_time",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("teacher", sa.String(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("start", sa.Time(), nullable=False),
        sa.Column("end", sa.Time(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["site_id"], ["site.id"], name=op.f("fk_planning_time_site_id_site")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_planning_time")),
    )
    op.create_table(
        "review_judgement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("point", sa.String(), nullable=False),
        sa.Column("confidence", sa.Integer(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("superseded_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["review_id"], ["review.id"], name=op.f("fk_review_judgement_review_id_review")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_judgement")),
    )
    with op.batch_alter_table("review_judgement", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_review_judgement_review_id"), ["review_id"], unique=False
        )

    op.create_table(
        "review_sheet",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("voice", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["review_id"], ["review.id"], name=op.f("fk_review_sheet_review_id_review")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_sheet")),
    )
    with op.batch_alter_table("review_sheet", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_review_sheet_review_id"), ["review_id"], unique=False)

    op.create_table(
        "session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("start", sa.Time(), nullable=False),
        sa.Column("end", sa.Time(), nullable=False),
        sa.Column("group_name", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("teacher", sa.String(), nullable=False),
        sa.Column("room", sa.String(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=True),
        sa.Column("lsas_needed", sa.Integer(), nullable=True),
        sa.Column("lsas_wanted", sa.Integer(), nullable=True),
        sa.Column("week", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("lsa_use", sa.String(), nullable=False),
        sa.Column("led_by_lsa", sa.Boolean(), nullable=False),
        sa.Column("unpopular", sa.Boolean(), nullable=False),
        sa.Column("overnight", sa.Boolean(), nullable=False),
        sa.Column("tasks", sa.String(), nullable=False),
        sa.Column("symbol", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_session_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session")),
    )
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_session_group_name"), ["group_name"], unique=False)

    op.create_table(
        "statement_skill",
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column("skill_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["skill_id"], ["skill.id"], name=op.f("fk_statement_skill_skill_id_skill")
        ),
        sa.PrimaryKeyConstraint("statement", name=op.f("pk_statement_skill")),
    )
    with op.batch_alter_table("statement_skill", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_statement_skill_skill_id"), ["skill_id"], unique=False)

    op.create_table(
        "training_option",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("skill_id", sa.Integer(), nullable=True),
        sa.Column("from_level", sa.Integer(), nullable=False),
        sa.Column("to_level", sa.Integer(), nullable=False),
        sa.Column("course_id", sa.Integer(), nullable=True),
        sa.Column("cost_pence", sa.Integer(), nullable=False),
        sa.Column("group_pence", sa.Integer(), nullable=False),
        sa.Column("funder", sa.String(), nullable=False),
        sa.Column("release_minutes", sa.Integer(), nullable=False),
        sa.Column("places", sa.Integer(), nullable=True),
        sa.Column("dates", sa.String(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=True),
        sa.Column("ends", sa.Time(), nullable=True),
        sa.Column("compliance", sa.Boolean(), nullable=False),
        sa.Column("joint", sa.Boolean(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["course_id"], ["course.id"], name=op.f("fk_training_option_course_id_course")
        ),
        sa.ForeignKeyConstraint(
            ["skill_id"], ["skill.id"], name=op.f("fk_training_option_skill_id_skill")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_option")),
    )
    op.create_table(
        "absence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("start", sa.Time(), nullable=True),
        sa.Column("end", sa.Time(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("site_id", sa.Integer(), nullable=True),
        sa.Column("group_name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_absence_person_id_person")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_absence_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    with op.batch_alter_table("absence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_absence_first"), ["first"], unique=False)
        batch_op.create_index(batch_op.f("ix_absence_last"), ["last"], unique=False)
        batch_op.create_index(batch_op.f("ix_absence_person_id"), ["person_id"], unique=False)

    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("is_head", sa.Boolean(), nullable=False),
        sa.Column("is_administrator", sa.Boolean(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_account_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("login", name=op.f("uq_account_login")),
    )
    op.create_table(
        "asking",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("as_list", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_asking_person_id_person")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_asking")),
    )
    op.create_table(
        "assessment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("edition", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("handed_in_at", sa.DateTime(), nullable=True),
        sa.Column("opened_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_assessment_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment")),
    )
    with op.batch_alter_table("assessment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_assessment_person_id"), ["person_id"], unique=False)

    op.create_table(
        "assignment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("pinned", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_assignment_person_id_person")
        ),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_assignment_plan_id_plan")),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_assignment_session_id_session")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
        sa.UniqueConstraint("plan_id", "session_id", "slot", name=op.f("uq_assignment_plan_id")),
    )
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_assignment_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_assignment_plan_id"), ["plan_id"], unique=False)

    op.create_table(
        "career_wish",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("superseded_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_career_wish_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_career_wish")),
    )
    with op.batch_alter_table("career_wish", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_career_wish_person_id"), ["person_id"], unique=False)

    op.create_table(
        "carrier",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("responsibility", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("superseded_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_carrier_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_carrier")),
    )
    with op.batch_alter_table("carrier", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_carrier_person_id"), ["person_id"], unique=False)

    op.create_table(
        "certificate",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("course_id", sa.Integer(), nullable=False),
        sa.Column("achieved", sa.Date(), nullable=True),
        sa.Column("achieved_precision", sa.String(), nullable=False),
        sa.Column("lapse", sa.String(), nullable=False),
        sa.Column("expires", sa.Date(), nullable=True),
        sa.Column("expires_precision", sa.String(), nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("proof_seen", sa.Boolean(), nullable=True),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("edition", sa.String(), nullable=False),
        sa.Column("refreshed_on", sa.Date(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("superseded_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["course_id"], ["course.id"], name=op.f("fk_certificate_course_id_course")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_certificate_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate")),
    )
    with op.batch_alter_table("certificate", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_certificate_course_id"), ["course_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_certificate_expires"), ["expires"], unique=False)
        batch_op.create_index(batch_op.f("ix_certificate_person_id"), ["person_id"], unique=False)

    op.create_table(
        "checklist_tick",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("recommendation", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("superseded_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_checklist_tick_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checklist_tick")),
    )
    with op.batch_alter_table("checklist_tick", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_checklist_tick_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "cover",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=True),
        sa.Column("placement_id", sa.Integer(), nullable=True),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("start", sa.Time(), nullable=True),
        sa.Column("end", sa.Time(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("released_id", sa.Integer(), nullable=True),
        sa.Column("why", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_cover_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["placement_id"], ["placement.id"], name=op.f("fk_cover_placement_id_placement")
        ),
        sa.ForeignKeyConstraint(
            ["released_id"], ["person.id"], name=op.f("fk_cover_released_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_cover_session_id_session")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cover")),
        sa.UniqueConstraint("day", "session_id", "slot", "part", name=op.f("uq_cover_day")),
        sa.UniqueConstraint(
            "placement_id", "day", "slot", "part", name=op.f("uq_cover_placement_id")
        ),
    )
    with op.batch_alter_table("cover", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cover_day"), ["day"], unique=False)
        batch_op.create_index(batch_op.f("ix_cover_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cover_placement_id"), ["placement_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cover_session_id"), ["session_id"], unique=False)

    op.create_table(
        "delivered",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=True),
        sa.Column("placement_id", sa.Integer(), nullable=True),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("planned", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("why", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_delivered_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["placement_id"], ["placement.id"], name=op.f("fk_delivered_placement_id_placement")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_delivered_session_id_session")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivered")),
        sa.UniqueConstraint("day", "session_id", "slot", "part", name=op.f("uq_delivered_day")),
        sa.UniqueConstraint(
            "placement_id", "day", "slot", "part", name=op.f("uq_delivered_placement_id")
        ),
    )
    with op.batch_alter_table("delivered", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_delivered_day"), ["day"], unique=False)
        batch_op.create_index(batch_op.f("ix_delivered_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_delivered_placement_id"), ["placement_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_delivered_session_id"), ["session_id"], unique=False)

    op.create_table(
        "document_read",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("edition", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_document_read_document_id_document")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_document_read_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_read")),
        sa.UniqueConstraint(
            "document_id", "edition", "person_id", name=op.f("uq_document_read_document_id")
        ),
    )
    with op.batch_alter_table("document_read", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_document_read_document_id"), ["document_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_document_read_person_id"), ["person_id"], unique=False)

    op.create_table(
        "entry_point",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("entry", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("superseded_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_entry_point_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry_point")),
    )
    with op.batch_alter_table("entry_point", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_entry_point_person_id"), ["person_id"], unique=False)

    op.create_table(
        "erasure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("learner_id", sa.Integer(), nullable=True),
        sa.Column("erased_on", sa.Date(), nullable=False),
        sa.Column("because", sa.String(), nullable=False),
        sa.Column("gone", sa.String(), nullable=False),
        sa.Column("stays", sa.String(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learner.id"], name=op.f("fk_erasure_learner_id_learner")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_erasure_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure")),
    )
    with op.batch_alter_table("erasure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_erasure_learner_id"), ["learner_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_erasure_person_id"), ["person_id"], unique=False)

    op.create_table(
        "health_note",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_health_note_person_id_person")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_health_note")),
    )
    op.create_table(
        "held_qualification",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("qualification", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("as_written", sa.String(), nullable=False),
        sa.Column("achieved", sa.Date(), nullable=True),
        sa.Column("achieved_precision", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("superseded_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_held_qualification_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_qualification")),
    )
    with op.batch_alter_table("held_qualification", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_held_qualification_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "in_the_way",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("barrier", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("sharing", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("superseded_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_in_the_way_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_in_the_way")),
    )
    with op.batch_alter_table("in_the_way", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_in_the_way_person_id"), ["person_id"], unique=False)

    op.create_table(
        "induction_review",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.Column("helped", sa.String(), nullable=False),
        sa.Column("hindered", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_induction_review_person_id_person")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_induction_review")),
    )
    op.create_table(
        "induction_step",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_induction_step_person_id_person")
        ),
        sa.PrimaryKeyConstraint("person_id", "step", name=op.f("pk_induction_step")),
    )
    op.create_table(
        "interest",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_interest_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interest")),
    )
    with op.batch_alter_table("interest", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_interest_person_id"), ["person_id"], unique=False)

    op.create_table(
        "interview",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("led_by", sa.String(), nullable=False),
        sa.Column("taking_part", sa.Integer(), nullable=False),
        sa.Column("shared_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_interview_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interview")),
    )
    with op.batch_alter_table("interview", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_interview_person_id"), ["person_id"], unique=False)

    op.create_table(
        "kept_longer",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("record", sa.String(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_kept_longer_person_id_person")
        ),
        sa.PrimaryKeyConstraint("person_id", "record", name=op.f("pk_kept_longer")),
    )
    op.create_table(
        "kept_out",
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_kept_out_person_id_person")
        ),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_kept_out_plan_id_plan")),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_kept_out_session_id_session")
        ),
        sa.PrimaryKeyConstraint(
            "plan_id", "session_id", "slot", "person_id", name=op.f("pk_kept_out")
        ),
    )
    op.create_table(
        "learner_not_with",
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learner.id"], name=op.f("fk_learner_not_with_learner_id_learner")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_learner_not_with_person_id_person")
        ),
        sa.PrimaryKeyConstraint("learner_id", "person_id", name=op.f("pk_learner_not_with")),
    )
    op.create_table(
        "learner_prefers",
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learner.id"], name=op.f("fk_learner_prefers_learner_id_learner")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_learner_prefers_person_id_person")
        ),
        sa.PrimaryKeyConstraint("learner_id", "person_id", name=op.f("pk_learner_prefers")),
    )
    op.create_table(
        "led_session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("supervised_by", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_led_session_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_led_session_session_id_session")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_led_session")),
    )
    with op.batch_alter_table("led_session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_led_session_day"), ["day"], unique=False)
        batch_op.create_index(batch_op.f("ix_led_session_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_led_session_session_id"), ["session_id"], unique=False)

    op.create_table(
        "link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("duty", sa.String(), nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("superseded_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["holder_id"], ["person.id"], name=op.f("fk_link_holder_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_link_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link")),
    )
    with op.batch_alter_table("link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_link_holder_id"), ["holder_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_link_person_id"), ["person_id"], unique=False)

    op.create_table(
        "need_to_know",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("for_day", sa.Date(), nullable=False),
        sa.Column("concepts", sa.String(), nullable=False),
        sa.Column("skills", sa.String(), nullable=False),
        sa.Column("outcomes", sa.String(), nullable=False),
        sa.Column("feedback", sa.String(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("avoid", sa.String(), nullable=False),
        sa.Column("last_time", sa.String(), nullable=False),
        sa.Column("papers", sa.String(), nullable=False),
        sa.Column("said_by", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("superseded_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_need_to_know_session_id_session")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_need_to_know")),
    )
    with op.batch_alter_table("need_to_know", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_need_to_know_for_day"), ["for_day"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_need_to_know_session_id"), ["session_id"], unique=False
        )

    op.create_table(
        "network",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("convenor_id", sa.Integer(), nullable=True),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["convenor_id"], ["person.id"], name=op.f("fk_network_convenor_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_network")),
    )
    op.create_table(
        "on_cards",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("called", sa.String(), nullable=False),
        sa.Column("photo", sa.LargeBinary(), nullable=True),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("agreed_how", sa.String(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_on_cards_person_id_person")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_on_cards")),
    )
    op.create_table(
        "past_role",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("began", sa.Integer(), nullable=True),
        sa.Column("ended", sa.Integer(), nullable=True),
        sa.Column("brings", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("superseded_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_past_role_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_past_role")),
    )
    with op.batch_alter_table("past_role", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_past_role_person_id"), ["person_id"], unique=False)

    op.create_table(
        "person_site",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_person_site_person_id_person")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_person_site_site_id_site")),
        sa.PrimaryKeyConstraint("person_id", "site_id", name=op.f("pk_person_site")),
    )
    op.create_table(
        "placement_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("placement_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("visited_by", sa.String(), nullable=False),
        sa.Column("seen", sa.String(), nullable=False),
        sa.Column("learner_said", sa.String(), nullable=False),
        sa.Column("employer_said", sa.String(), nullable=False),
        sa.Column("lsa_said", sa.String(), nullable=False),
        sa.Column("learnt", sa.String(), nullable=False),
        sa.Column("next_steps", sa.String(), nullable=False),
        sa.Column("agreed_with", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["placement_id"],
            ["placement.id"],
            name=op.f("fk_placement_entry_placement_id_placement"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement_entry")),
    )
    with op.batch_alter_table("placement_entry", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_placement_entry_placement_id"), ["placement_id"], unique=False
        )

    op.create_table(
        "placement_support",
        sa.Column("placement_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_placement_support_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["placement_id"],
            ["placement.id"],
            name=op.f("fk_placement_support_placement_id_placement"),
        ),
        sa.PrimaryKeyConstraint("placement_id", name=op.f("pk_placement_support")),
    )
    with op.batch_alter_table("placement_support", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_placement_support_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "plan_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("before_id", sa.Integer(), nullable=True),
        sa.Column("after_id", sa.Integer(), nullable=True),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["after_id"], ["person.id"], name=op.f("fk_plan_change_after_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["before_id"], ["person.id"], name=op.f("fk_plan_change_before_id_person")
        ),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_plan_change_plan_id_plan")),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_plan_change_session_id_session")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_change")),
    )
    with op.batch_alter_table("plan_change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_change_plan_id"), ["plan_id"], unique=False)

    op.create_table(
        "plan_next_review",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("last_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_plan_next_review_person_id_person")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_plan_next_review")),
    )
    op.create_table(
        "plan_review",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("signed", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["person.id"], name=op.f("fk_plan_review_author_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_plan_review_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_review")),
    )
    with op.batch_alter_table("plan_review", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_review_person_id"), ["person_id"], unique=False)

    op.create_table(
        "rating",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("skill_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Integer(), nullable=False),
        sa.Column("view", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("rated_on", sa.Date(), nullable=True),
        sa.Column("proof", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("training_booked", sa.Boolean(), nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("superseded_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_rating_person_id_person")
        ),
        sa.ForeignKeyConstraint(["skill_id"], ["skill.id"], name=op.f("fk_rating_skill_id_skill")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating")),
    )
    with op.batch_alter_table("rating", schema=None) as batch_op:
        batch_op.create_index(
            "ix_rating_history", ["person_id", "recorded_at", "skill_id"], unique=False
        )
        batch_op.create_index(
            "ix_rating_now",
            ["person_id", "skill_id", "view"],
            unique=True,
            sqlite_where=sa.text("superseded_at IS NULL"),
        )
        batch_op.create_index(
            "ix_rating_past",
            [
                "superseded_at",
                "recorded_at",
                "person_id",
                "skill_id",
                "view",
                "code",
                "training_booked",
                "proof",
            ],
            unique=False,
            sqlite_where=sa.text("superseded_at IS NOT NULL"),
        )

    op.create_table(
        "reflection",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("begun_at", sa.DateTime(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.Column("box", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_reflection_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reflection")),
    )
    with op.batch_alter_table("reflection", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reflection_person_id"), ["person_id"], unique=False)

    op.create_table(
        "review_view",
        sa.Column("sheet_id", sa.Integer(), nullable=False),
        sa.Column("point", sa.String(), nullable=False),
        sa.Column("confidence", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["review_sheet.id"], name=op.f("fk_review_view_sheet_id_review_sheet")
        ),
        sa.PrimaryKeyConstraint("sheet_id", "point", name=op.f("pk_review_view")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "session_feedback",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("worked", sa.String(), nullable=False),
        sa.Column("barriers", sa.String(), nullable=False),
        sa.Column("learner_did", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("answer_words", sa.String(), nullable=False),
        sa.Column("answered_by", sa.String(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_session_feedback_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_session_feedback_session_id_session")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_feedback")),
    )
    with op.batch_alter_table("session_feedback", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_session_feedback_day"), ["day"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_session_feedback_person_id"), ["person_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_session_feedback_session_id"), ["session_id"], unique=False
        )

    op.create_table(
        "session_learner",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learner.id"], name=op.f("fk_session_learner_learner_id_learner")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_session_learner_session_id_session")
        ),
        sa.PrimaryKeyConstraint("session_id", "learner_id", name=op.f("pk_session_learner")),
    )
    op.create_table(
        "sign_off",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("task", sa.String(), nullable=False),
        sa.Column("signed_by", sa.String(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("superseded_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learner.id"], name=op.f("fk_sign_off_learner_id_learner")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_sign_off_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_off")),
    )
    with op.batch_alter_table("sign_off", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_off_learner_id"), ["learner_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_sign_off_person_id"), ["person_id"], unique=False)

    op.create_table(
        "specialism",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("superseded_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_specialism_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_specialism")),
    )
    with op.batch_alter_table("specialism", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_specialism_person_id"), ["person_id"], unique=False)

    op.create_table(
        "training_wish",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("skill_id", sa.Integer(), nullable=True),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("superseded_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_training_wish_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["skill_id"], ["skill.id"], name=op.f("fk_training_wish_skill_id_skill")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_wish")),
    )
    with op.batch_alter_table("training_wish", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_training_wish_person_id"), ["person_id"], unique=False)

    op.create_table(
        "update_service",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("is_in", sa.Boolean(), nullable=True),
        sa.Column("workforce", sa.String(), nullable=True),
        sa.Column("renewed_by", sa.Date(), nullable=True),
        sa.Column("consented_on", sa.Date(), nullable=True),
        sa.Column("looked_on", sa.Date(), nullable=True),
        sa.Column("looked_by", sa.String(), nullable=False),
        sa.Column("told", sa.String(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("superseded_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_update_service_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_update_service")),
    )
    with op.batch_alter_table("update_service", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_update_service_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "work_pattern",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("hours", sa.String(), nullable=False),
        sa.Column("day_minutes", sa.Integer(), nullable=False),
        sa.Column("most_in_a_row", sa.Integer(), nullable=True),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("gives_care_as", sa.String(), nullable=False),
        sa.Column("may_lead", sa.Boolean(), nullable=False),
        sa.Column("leads_under", sa.String(), nullable=False),
        sa.Column("kept_from", sa.String(), nullable=False),
        sa.Column("hopes", sa.String(), nullable=False),
        sa.Column("learns", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_work_pattern_person_id_person")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_work_pattern")),
    )
    op.create_table(
        "access_request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("longer_because", sa.String(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("given", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_access_request_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_access_request_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_request")),
    )
    with op.batch_alter_table("access_request", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_access_request_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "appraisal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("appraiser_id", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Integer(), nullable=True),
        sa.Column("first_id", sa.Integer(), nullable=True),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("also", sa.String(), nullable=False),
        sa.Column("cycle", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("because", sa.String(), nullable=False),
        sa.Column("without_self", sa.String(), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("ratings_in_at", sa.DateTime(), nullable=True),
        sa.Column("opened_at", sa.DateTime(), nullable=True),
        sa.Column("agreed_at", sa.DateTime(), nullable=True),
        sa.Column("signed_at", sa.DateTime(), nullable=True),
        sa.Column("apart", sa.Double(), nullable=True),
        sa.Column("edits", sa.Integer(), nullable=False),
        sa.Column("is_latest", sa.Boolean(), nullable=False),
        sa.Column("is_replaced", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appraiser_id"], ["person.id"], name=op.f("fk_appraisal_appraiser_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_appraisal_assessment_id_assessment")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_appraisal_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appraisal")),
    )
    with op.batch_alter_table("appraisal", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_appraisal_appraiser_id"), ["appraiser_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_appraisal_assessment_id"), ["assessment_id"], unique=False
        )
        batch_op.create_index("ix_appraisal_latest", ["is_latest", "person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_appraisal_person_id"), ["person_id"], unique=False)

    op.create_table(
        "delivered_to",
        sa.Column("delivered_id", sa.Integer(), nullable=False),
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("specified", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["delivered_id"], ["delivered.id"], name=op.f("fk_delivered_to_delivered_id_delivered")
        ),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learner.id"], name=op.f("fk_delivered_to_learner_id_learner")
        ),
        sa.PrimaryKeyConstraint("delivered_id", "learner_id", name=op.f("pk_delivered_to")),
    )
    op.create_table(
        "interview_answer",
        sa.Column("interview_id", sa.Integer(), nullable=False),
        sa.Column("prompt", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["interview_id"],
            ["interview.id"],
            name=op.f("fk_interview_answer_interview_id_interview"),
        ),
        sa.PrimaryKeyConstraint("interview_id", "prompt", name=op.f("pk_interview_answer")),
    )
    op.create_table(
        "keyed_in",
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("keyed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_keyed_in_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_keyed_in_assessment_id_assessment")
        ),
        sa.PrimaryKeyConstraint("assessment_id", name=op.f("pk_keyed_in")),
    )
    op.create_table(
        "manager_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["account.id"], name=op.f("fk_manager_note_author_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_manager_note_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_manager_note")),
    )
    with op.batch_alter_table("manager_note", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_manager_note_person_id"), ["person_id"], unique=False)

    op.create_table(
        "network_meeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("shared", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["network_id"], ["network.id"], name=op.f("fk_network_meeting_network_id_network")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_network_meeting")),
    )
    with op.batch_alter_table("network_meeting", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_network_meeting_network_id"), ["network_id"], unique=False
        )

    op.create_table(
        "network_member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("superseded_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["network_id"], ["network.id"], name=op.f("fk_network_member_network_id_network")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_network_member_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_network_member")),
    )
    with op.batch_alter_table("network_member", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_network_member_network_id"), ["network_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_network_member_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "read_notice",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("read_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_read_notice_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_read_notice_person_id_person")
        ),
        sa.PrimaryKeyConstraint("account_id", "edition", name=op.f("pk_read_notice")),
    )
    with op.batch_alter_table("read_notice", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_read_notice_person_id"), ["person_id"], unique=False)

    op.create_table(
        "remark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("record", sa.String(), nullable=False),
        sa.Column("asks", sa.String(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_remark_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_remark_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remark")),
    )
    with op.batch_alter_table("remark", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_remark_person_id"), ["person_id"], unique=False)

    op.create_table(
        "sealed_answer",
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.Column("box", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessment.id"],
            name=op.f("fk_sealed_answer_assessment_id_assessment"),
        ),
        sa.PrimaryKeyConstraint("assessment_id", "statement", name=op.f("pk_sealed_answer")),
    )
    op.create_table(
        "sealed_interview_answer",
        sa.Column("interview_id", sa.Integer(), nullable=False),
        sa.Column("prompt", sa.String(), nullable=False),
        sa.Column("box", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["interview_id"],
            ["interview.id"],
            name=op.f("fk_sealed_interview_answer_interview_id_interview"),
        ),
        sa.PrimaryKeyConstraint("interview_id", "prompt", name=op.f("pk_sealed_interview_answer")),
    )
    op.create_table(
        "seen_in_session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("session", sa.String(), nullable=False),
        sa.Column("helped", sa.String(), nullable=False),
        sa.Column("hindered", sa.String(), nullable=False),
        sa.Column("behaviours", sa.String(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("signed", sa.String(), nullable=False),
        sa.Column("read_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_seen_in_session_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_seen_in_session_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seen_in_session")),
    )
    with op.batch_alter_table("seen_in_session", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_seen_in_session_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "shared_answer",
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessment.id"],
            name=op.f("fk_shared_answer_assessment_id_assessment"),
        ),
        sa.PrimaryKeyConstraint("assessment_id", "statement", name=op.f("pk_shared_answer")),
    )
    op.create_table(
        "appraisal_asked",
        sa.Column("appraisal_id", sa.Integer(), nullable=False),
        sa.Column("prompt", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("help", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("checked", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appraisal_id"],
            ["appraisal.id"],
            name=op.f("fk_appraisal_asked_appraisal_id_appraisal"),
        ),
        sa.PrimaryKeyConstraint("appraisal_id", "prompt", name=op.f("pk_appraisal_asked")),
    )
    op.create_table(
        "appraisal_file",
        sa.Column("about_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("signed", sa.String(), nullable=False),
        sa.Column("attached_at", sa.DateTime(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["about_id"], ["appraisal.id"], name=op.f("fk_appraisal_file_about_id_appraisal")
        ),
        sa.ForeignKeyConstraint(
            ["author_id"], ["account.id"], name=op.f("fk_appraisal_file_author_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_appraisal_file_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appraisal_file")),
    )
    with op.batch_alter_table("appraisal_file", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_appraisal_file_about_id"), ["about_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_appraisal_file_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "appraisal_prompt",
        sa.Column("appraisal_id", sa.Integer(), nullable=False),
        sa.Column("prompt", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appraisal_id"],
            ["appraisal.id"],
            name=op.f("fk_appraisal_prompt_appraisal_id_appraisal"),
        ),
        sa.PrimaryKeyConstraint("appraisal_id", "prompt", name=op.f("pk_appraisal_prompt")),
    )
    op.create_table(
        "appraisal_record",
        sa.Column("appraisal_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appraisal_id"],
            ["appraisal.id"],
            name=op.f("fk_appraisal_record_appraisal_id_appraisal"),
        ),
        sa.PrimaryKeyConstraint("appraisal_id", "seq", name=op.f("pk_appraisal_record")),
    )
    op.create_table(
        "appraisal_settled",
        sa.Column("appraisal_id", sa.Integer(), nullable=False),
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column("code", sa.Integer(), nullable=True),
        sa.Column("difference", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appraisal_id"],
            ["appraisal.id"],
            name=op.f("fk_appraisal_settled_appraisal_id_appraisal"),
        ),
        sa.PrimaryKeyConstraint("appraisal_id", "statement", name=op.f("pk_appraisal_settled")),
    )
    op.create_table(
        "appraisal_waiver",
        sa.Column("appraisal_id", sa.Integer(), nullable=False),
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("because", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appraisal_id"],
            ["appraisal.id"],
            name=op.f("fk_appraisal_waiver_appraisal_id_appraisal"),
        ),
        sa.PrimaryKeyConstraint(
            "appraisal_id", "statement", "reason", name=op.f("pk_appraisal_waiver")
        ),
    )
    op.create_table(
        "appraiser_rating",
        sa.Column("appraisal_id", sa.Integer(), nullable=False),
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column("code", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appraisal_id"],
            ["appraisal.id"],
            name=op.f("fk_appraiser_rating_appraisal_id_appraisal"),
        ),
        sa.PrimaryKeyConstraint("appraisal_id", "statement", name=op.f("pk_appraiser_rating")),
    )
    op.create_table(
        "plan_action",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("behind_kind", sa.String(), nullable=False),
        sa.Column("behind_key", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("helper", sa.String(), nullable=False),
        sa.Column("helper_id", sa.Integer(), nullable=True),
        sa.Column("helper_minutes", sa.Integer(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("funder", sa.String(), nullable=False),
        sa.Column("cost_pence", sa.Integer(), nullable=True),
        sa.Column("release_minutes", sa.Integer(), nullable=True),
        sa.Column("appraisal", sa.Integer(), nullable=True),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("begun_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("not_now_on", sa.Date(), nullable=True),
        sa.Column("not_now_because", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("follow_up", sa.String(), nullable=False),
        sa.Column("no_follow_up_because", sa.String(), nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appraisal"], ["appraisal.id"], name=op.f("fk_plan_action_appraisal_appraisal")
        ),
        sa.ForeignKeyConstraint(
            ["helper_id"], ["person.id"], name=op.f("fk_plan_action_helper_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_plan_action_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_action")),
    )
    with op.batch_alter_table("plan_action", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_action_appraisal"), ["appraisal"], unique=False)
        batch_op.create_index(batch_op.f("ix_plan_action_helper_id"), ["helper_id"], unique=False)
        batch_op.create_index("ix_plan_action_settled", ["person_id", "settled_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_plan_action_settled_on"), ["settled_on"], unique=False)

    op.create_table(
        "progression_move",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("appraisal_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("before", sa.Integer(), nullable=True),
        sa.Column("after", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("moved_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["appraisal_id"],
            ["appraisal.id"],
            name=op.f("fk_progression_move_appraisal_id_appraisal"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_progression_move_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_progression_move")),
    )
    with op.batch_alter_table("progression_move", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_progression_move_appraisal_id"), ["appraisal_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_progression_move_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "sealed_rating",
        sa.Column("appraisal_id", sa.Integer(), nullable=False),
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.Column("box", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appraisal_id"], ["appraisal.id"], name=op.f("fk_sealed_rating_appraisal_id_appraisal")
        ),
        sa.PrimaryKeyConstraint("appraisal_id", "statement", name=op.f("pk_sealed_rating")),
    )
    op.create_table(
        "plan_file",
        sa.Column("about_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("signed", sa.String(), nullable=False),
        sa.Column("attached_at", sa.DateTime(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["about_id"], ["plan_action.id"], name=op.f("fk_plan_file_about_id_plan_action")
        ),
        sa.ForeignKeyConstraint(
            ["author_id"], ["account.id"], name=op.f("fk_plan_file_author_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_plan_file_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_file")),
    )
    with op.batch_alter_table("plan_file", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_file_about_id"), ["about_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_plan_file_person_id"), ["person_id"], unique=False)

    op.create_table(
        "plan_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("signed", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"], ["plan_action.id"], name=op.f("fk_plan_note_action_id_plan_action")
        ),
        sa.ForeignKeyConstraint(
            ["author_id"], ["person.id"], name=op.f("fk_plan_note_author_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_plan_note_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_note")),
    )
    with op.batch_alter_table("plan_note", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_note_action_id"), ["action_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_plan_note_person_id"), ["person_id"], unique=False)

    op.create_table(
        "plan_review_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=True),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("progress", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["plan_action.id"],
            name=op.f("fk_plan_review_line_action_id_plan_action"),
        ),
        sa.ForeignKeyConstraint(
            ["review_id"],
            ["plan_review.id"],
            name=op.f("fk_plan_review_line_review_id_plan_review"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_review_line")),
    )
    with op.batch_alter_table("plan_review_line", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_plan_review_line_action_id"), ["action_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_plan_review_line_review_id"), ["review_id"], unique=False
        )

    op.create_table(
        "training_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("option_id", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("hand", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("cover", sa.String(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["action_id"], ["plan_action.id"], name=op.f("fk_training_line_action_id_plan_action")
        ),
        sa.ForeignKeyConstraint(
            ["option_id"],
            ["training_option.id"],
            name=op.f("fk_training_line_option_id_training_option"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_training_line_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["training_plan.id"], name=op.f("fk_training_line_plan_id_training_plan")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_line")),
    )
    with op.batch_alter_table("training_line", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_training_line_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_training_line_plan_id"), ["plan_id"], unique=False)
