"""The tables of the college file.

Rows are not domain values: each subject's module turns one into the other. Facts that
matter for an inspection (`Dated`) are never changed in place: a new version is written
and the old one is closed, so that any day can be drawn again.
"""

from lsadesk.store.rows.appraisal import (
    AppraisalRow,
    AppraiserRatingRow,
    AskedPromptRow,
    InductionStepRow,
    ManagerNoteRow,
    MoveRow,
    PromptAnswerRow,
    RecordLineRow,
    SealedRatingRow,
    SettledRow,
    StatementSkillRow,
    WaiverRow,
)
from lsadesk.store.rows.assessment import (
    AskingRow,
    AssessmentRow,
    InterviewAnswerRow,
    InterviewRow,
    ReflectionRow,
    SealedAnswerRow,
    SealedInterviewRow,
    SharedAnswerRow,
)
from lsadesk.store.rows.attached import AppraisalFileRow, FileRow, PlanFileRow
from lsadesk.store.rows.barriers import InTheWayRow
from lsadesk.store.rows.base import Dated, Moment, Row, Versioned, table_of
from lsadesk.store.rows.briefing import FeedbackRow, LedRow, NeedToKnowRow
from lsadesk.store.rows.career import (
    CareerWishRow,
    EntryPointRow,
    HeldQualificationRow,
    LayerRow,
    PastRoleRow,
)
from lsadesk.store.rows.carrying import CarrierRow
from lsadesk.store.rows.certificates import (
    CertificateRow,
    CourseRow,
    CourseRuleRow,
    UpdateServiceRow,
)
from lsadesk.store.rows.checklists import TickRow
from lsadesk.store.rows.college import AccountRow, ImportMappingRow, SettingRow, TrailRow
from lsadesk.store.rows.cover import AbsenceRow, CoverRow, DeliveredRow, DeliveredToRow
from lsadesk.store.rows.deployment import (
    AssignmentRow,
    KeptOutRow,
    PlanChangeRow,
    PlanRow,
    SessionLearnerRow,
    SessionRow,
)
from lsadesk.store.rows.development import (
    ActionRow,
    NextReviewRow,
    PlanNoteRow,
    PlanReviewLineRow,
    PlanReviewRow,
)
from lsadesk.store.rows.evidence import SetAsideRow
from lsadesk.store.rows.induction_review import InductionReviewRow
from lsadesk.store.rows.keeping import (
    AccessRequestRow,
    ErasureRow,
    HealthNoteRow,
    KeptLongerRow,
    LearnerKeptLongerRow,
    ReadNoticeRow,
    RemarkRow,
)
from lsadesk.store.rows.keyed_in import KeyedInRow
from lsadesk.store.rows.learners import (
    LearnerNeedRow,
    LearnerNotWithRow,
    LearnerPrefersRow,
    LearnerRow,
    SignOffRow,
)
from lsadesk.store.rows.networks import MeetingRow, MembershipRow, NetworkRow
from lsadesk.store.rows.people import (
    LinkRow,
    OnCardsRow,
    PersonRow,
    PersonSiteRow,
    SiteRow,
    SpecialismRow,
    TeamRow,
)
from lsadesk.store.rows.placements import (
    PlacementEntryRow,
    PlacementRow,
    PlacementSupportRow,
)
from lsadesk.store.rows.planning import (
    JourneyRow,
    PeriodRow,
    PlanningTimeRow,
    WorkPatternRow,
)
from lsadesk.store.rows.practice import SeenRow
from lsadesk.store.rows.removed import RemovedRow
from lsadesk.store.rows.resources import ResourceRow
from lsadesk.store.rows.reviewing import (
    JudgementRow,
    ReviewLineRow,
    ReviewRow,
    ViewRow,
    ViewSheetRow,
)
from lsadesk.store.rows.skills import InterestRow, RatingRow, SkillRow
from lsadesk.store.rows.training import (
    ConfirmationRow,
    DocumentRow,
    TrainingLineRow,
    TrainingOptionRow,
    TrainingPlanRow,
    TrainingWishRow,
)

__all__ = [
    "AbsenceRow",
    "AccessRequestRow",
    "AccountRow",
    "ActionRow",
    "AppraisalFileRow",
    "AppraisalRow",
    "AppraiserRatingRow",
    "AskedPromptRow",
    "AskingRow",
    "AssessmentRow",
    "AssignmentRow",
    "CareerWishRow",
    "CarrierRow",
    "CertificateRow",
    "ConfirmationRow",
    "CourseRow",
    "CourseRuleRow",
    "CoverRow",
    "Dated",
    "DeliveredRow",
    "DeliveredToRow",
    "DocumentRow",
    "EntryPointRow",
    "ErasureRow",
    "FeedbackRow",
    "FileRow",
    "HealthNoteRow",
    "HeldQualificationRow",
    "ImportMappingRow",
    "InTheWayRow",
    "InductionReviewRow",
    "InductionStepRow",
    "InterestRow",
    "InterviewAnswerRow",
    "InterviewRow",
    "JourneyRow",
    "JudgementRow",
    "KeptLongerRow",
    "KeptOutRow",
    "KeyedInRow",
    "LayerRow",
    "LearnerKeptLongerRow",
    "LearnerNeedRow",
    "LearnerNotWithRow",
    "LearnerPrefersRow",
    "LearnerRow",
    "LedRow",
    "LinkRow",
    "ManagerNoteRow",
    "MeetingRow",
    "MembershipRow",
    "Moment",
    "MoveRow",
    "NeedToKnowRow",
    "NetworkRow",
    "NextReviewRow",
    "OnCardsRow",
    "PastRoleRow",
    "PeriodRow",
    "PersonRow",
    "PersonSiteRow",
    "PlacementEntryRow",
    "PlacementRow",
    "PlacementSupportRow",
    "PlanChangeRow",
    "PlanFileRow",
    "PlanNoteRow",
    "PlanReviewLineRow",
    "PlanReviewRow",
    "PlanRow",
    "PlanningTimeRow",
    "PromptAnswerRow",
    "RatingRow",
    "ReadNoticeRow",
    "RecordLineRow",
    "ReflectionRow",
    "RemarkRow",
    "RemovedRow",
    "ResourceRow",
    "ReviewLineRow",
    "ReviewRow",
    "Row",
    "SealedAnswerRow",
    "SealedInterviewRow",
    "SealedRatingRow",
    "SeenRow",
    "SessionLearnerRow",
    "SessionRow",
    "SetAsideRow",
    "SettingRow",
    "SettledRow",
    "SharedAnswerRow",
    "SignOffRow",
    "SiteRow",
    "SkillRow",
    "SpecialismRow",
    "StatementSkillRow",
    "TeamRow",
    "TickRow",
    "TrailRow",
    "TrainingLineRow",
    "TrainingOptionRow",
    "TrainingPlanRow",
    "TrainingWishRow",
    "UpdateServiceRow",
    "Versioned",
    "ViewRow",
    "ViewSheetRow",
    "WaiverRow",
    "WorkPatternRow",
    "table_of",
]
