"""The tour: a made-up college, its week planned, and one of everything it can give away."""

import os
import shutil
import tempfile
from pathlib import Path

from lsadesk.domain.calendar import Week
from lsadesk.operations.auditing import audit_export
from lsadesk.operations.demo import demo
from lsadesk.operations.deploying import deployment
from lsadesk.operations.developing import exports
from lsadesk.operations.keeping import college
from lsadesk.operations.weeks import taking_weeks
from lsadesk.ui.shots import take_shots

SECONDS = 3.0


def take(out: Path, *, shots_only: bool = False) -> list[Path]:
    """Write the tour to *out* and say what was written.

    *shots_only*: every screen in every look, and no files from the reports.
    """
    out.mkdir(parents=True, exist_ok=True)
    room = Path(tempfile.mkdtemp(prefix="lsadesk-tour-"))
    # The tour's own window must not end up among this user's recent colleges.
    os.environ["APPDATA"] = os.environ["XDG_CONFIG_HOME"] = str(room / "settings")
    written: list[Path] = []
    try:
        desk = demo.make_demo(room / "Afon Valley College.lsadesk")
        deployment.make_plan(desk, seconds=SECONDS, week=Week.A)
        if not shots_only:
            workbook, plan, timetable = (
                out / "skills-audit.xlsx",
                out / "development-plan.pdf",
                out / "timetable.pdf",
            )
            audit_export.export_audit(desk, workbook)
            exports.export_plans(desk, plan, "Asha Kaur")
            taking_weeks.export_timetable(desk, timetable)
            written += [workbook, plan, timetable]
        written += take_shots(desk, out, every_look=shots_only)
        own = college.unlock(desk.folder, demo.LSA, demo.SECRET)
        written += take_shots(own, out, every_look=shots_only, whose="lsa-")
    finally:
        shutil.rmtree(room, ignore_errors=True)
    return written
