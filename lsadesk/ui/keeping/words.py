"""What the tables of the file are called where somebody has to look into them by hand."""

from lsadesk.domain.keeping.requests import Asks

TABLE_WORDS = {
    "appraisal_prompt": "what was said in appraisals",
    "appraisal_record": "signed records of appraisals",
    "appraisal_settled": "differences in appraisals",
    "assessment": "self-assessments",
    "cover": "cover",
    "in_the_way": "what stands in the way",
    "interview_answer": "interviews",
    "learner": "learners' support",
    "manager_note": "managers' notes",
    "network": "networks",
    "network_meeting": "meetings of networks",
    "past_role": "earlier jobs",
    "person": "remarks in staff records",
    "plan_action": "lines of development plans",
    "plan_note": "notes on development plans",
    "plan_review_line": "reviews of development plans",
    "plan_review": "reviews of development plans",
    "rating": "notes on skills",
    "seen_in_session": "what was seen in sessions",
    "session": "sessions",
    "shared_answer": "self-assessments",
}

ASKS_WORDS = {
    Asks.CORRECT: "A correction",
    Asks.DISAGREE: "Another view, noted beside it",
}
