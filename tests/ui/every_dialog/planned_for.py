"""What is planned for."""

from lsadesk.domain.weeks.bank_holidays import bank_holidays
from lsadesk.domain.weeks.card_wishes import AS_USUAL
from lsadesk.operations.weeks import college_year, sessions, support, work_patterns
from lsadesk.ui.planned_for.card_form import ask_card_wishes
from lsadesk.ui.planned_for.learner_form import ask_learner
from lsadesk.ui.planned_for.learners_page import ask_least_sessions
from lsadesk.ui.planned_for.pattern_form import ask_pattern
from lsadesk.ui.planned_for.people_page import ask_whom
from lsadesk.ui.planned_for.session_form import NEW, ask_many_sessions, ask_session
from lsadesk.ui.planned_for.sign_off_form import ask_sign_off
from lsadesk.ui.planned_for.year_forms import (
    ask_holidays,
    ask_journey,
    ask_period,
    ask_planning_time,
    ask_week_a,
)
from tests.ui.every_dialog.stage import TODAY, Dialogs

DIALOGS: Dialogs = {
    "ask_card_wishes": lambda on: ask_card_wishes(on.window, "RT11", AS_USUAL),
    "ask_holidays": lambda on: ask_holidays(on.window, bank_holidays(2027)),
    "ask_journey": lambda on: ask_journey(on.window, "Main - Quay", None),
    "ask_learner": lambda on: ask_learner(
        on.window,
        "Change a learner",
        support.details_of((told := support.support(on.desk)).learners[2]),
        told,
        "Save",
    ),
    "ask_least_sessions": lambda on: ask_least_sessions(on.window, 2),
    "ask_many_sessions": lambda on: ask_many_sessions(
        on.window, (told := sessions.timetable_of(on.desk)).sessions, told
    ),
    "ask_pattern": lambda on: ask_pattern(
        on.window,
        work_patterns.work_pattern(on.desk, work_patterns.team_patterns(on.desk)[0].person),
    ),
    "ask_period": lambda on: ask_period(on.window, "Add a term", None),
    "ask_planning_time": lambda on: ask_planning_time(
        on.window, college_year.year_and_sites(on.desk), None
    ),
    "ask_session": lambda on: ask_session(
        on.window, "Add a session", NEW, sessions.timetable_of(on.desk), "Add"
    ),
    "ask_sign_off": lambda on: ask_sign_off(
        on.window, (told := support.support(on.desk)).learners[0], told, None
    ),
    "ask_week_a": lambda on: ask_week_a(on.window, TODAY),
    "ask_whom": lambda on: ask_whom(
        on.window, (team := work_patterns.team_patterns(on.desk))[0], team
    ),
}
