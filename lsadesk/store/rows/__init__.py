"""The tables of the college file.

Rows are not domain values: each subject's module turns one into the other. Facts that
matter for an inspection (`Dated`) are never changed in place: a new version is written
and the old one is closed, so that any day can be drawn again.
"""

from lsadesk.store.rows.assessment import AssessmentRow, SealedAnswerRow, SharedAnswerRow
from lsadesk.store.rows.base import Dated, Moment, Row, Versioned, table_of
from lsadesk.store.rows.career import (
    CareerWishRow,
    EntryPointRow,
    HeldQualificationRow,
    LayerRow,
    PastRoleRow,
)
from lsadesk.store.rows.certificates import CertificateRow, CourseRow
from lsadesk.store.rows.college import AccountRow, ImportMappingRow, SettingRow, TrailRow
from lsadesk.store.rows.deployment import AssignmentRow, PlanRow, SessionRow
from lsadesk.store.rows.development import ActionRow
from lsadesk.store.rows.learners import LearnerNeedRow, LearnerNotWithRow, LearnerRow
from lsadesk.store.rows.people import LinkRow, PersonRow, PersonSiteRow, SiteRow, TeamRow
from lsadesk.store.rows.skills import InterestRow, RatingRow, SkillRow

__all__ = [
    "AccountRow",
    "ActionRow",
    "AssessmentRow",
    "AssignmentRow",
    "CareerWishRow",
    "CertificateRow",
    "CourseRow",
    "Dated",
    "EntryPointRow",
    "HeldQualificationRow",
    "ImportMappingRow",
    "InterestRow",
    "LayerRow",
    "LearnerNeedRow",
    "LearnerNotWithRow",
    "LearnerRow",
    "LinkRow",
    "Moment",
    "PastRoleRow",
    "PersonRow",
    "PersonSiteRow",
    "PlanRow",
    "RatingRow",
    "Row",
    "SealedAnswerRow",
    "SessionRow",
    "SettingRow",
    "SharedAnswerRow",
    "SiteRow",
    "SkillRow",
    "TeamRow",
    "TrailRow",
    "Versioned",
    "table_of",
]
