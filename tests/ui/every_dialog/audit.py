"""The skills audit."""

from lsadesk.operations.auditing import audit_skills
from lsadesk.ui.audit.arranging import Arranging, ask_arrangement
from lsadesk.ui.audit.asking import ask_exempt, ask_suspended
from lsadesk.ui.audit.grading import Grading, Line, ask_grades
from lsadesk.ui.audit.new_skill import NewSkill, ask_new_skill
from lsadesk.ui.audit.past import ask_day
from tests.ui.every_dialog.stage import TODAY, Dialogs

DIALOGS: Dialogs = {
    "Arranging": lambda on: Arranging(on.window, audit_skills.all_skills(on.desk)).exec(),
    "Grading": lambda on: Grading(on.window, "BSL", [Line(1, "Kaur, Asha", 3)], "Name").exec(),
    "NewSkill": lambda on: NewSkill(on.window, audit_skills.all_skills(on.desk)).exec(),
    "ask_exempt": lambda on: ask_exempt(on.window),
    "ask_arrangement": lambda on: ask_arrangement(on.window, audit_skills.all_skills(on.desk)),
    "ask_day": lambda on: ask_day(on.window, TODAY, None),
    "ask_grades": lambda on: ask_grades(on.window, "BSL", [Line(1, "Kaur, Asha", 3)], "Name"),
    "ask_new_skill": lambda on: ask_new_skill(on.window, audit_skills.all_skills(on.desk)),
    "ask_suspended": lambda on: ask_suspended(on.window),
}
