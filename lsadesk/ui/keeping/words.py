"""What the tables of the file are called where somebody has to look into them by hand."""

from lsadesk.domain.keeping.requests import Asks

TABLE_WORDS = {
    "appraisal_prompt": "what was said in appraisals",
    "appraisal_record": "signed records of appraisals",
    "appraisal_settled": "differences in appraisals",
    "assessment": "self-assessments",
    "cover": "cover",
    "delivered": "what support was given",
    "in_the_way": "what stands in the way",
    "interview_answer": "interviews",
    "learner": "learners' support",
    "led_session": "sessions that LSAs led",
    "manager_note": "managers' notes",
    "need_to_know": "what LSAs are told before sessions",
    "network": "networks",
    "network_meeting": "meetings of networks",
    "past_role": "earlier jobs",
    "person": "remarks in staff records",
    "placement": "work placements",
    "placement_entry": "what was written of work placements",
    "plan": "names of plans",
    "plan_action": "lines of development plans",
    "plan_change": "changes of the plan by hand",
    "plan_note": "notes on development plans",
    "plan_review": "reviews of development plans",
    "plan_review_line": "reviews of development plans",
    "rating": "notes on skills",
    "seen_in_session": "what was seen in sessions",
    "session": "sessions",
    "session_feedback": "what LSAs told teachers",
    "shared_answer": "self-assessments",
    "sign_off": "tasks signed off for learners",
}

ASKS_WORDS = {
    Asks.CORRECT: "A correction",
    Asks.DISAGREE: "Another view, noted beside it",
}
