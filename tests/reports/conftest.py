"""Small made-up values that the reports are written from."""

from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path

import pytest
from pypdf import PdfReader

from lsadesk.domain.auditing.audit import (
    PROOF_SEEN,
    TRAINING_BOOKED,
    AuditMatrix,
    AuditPerson,
)
from lsadesk.domain.auditing.audit_sheet import AuditSheet, HeldCertificate, SixFields
from lsadesk.domain.auditing.skills import Level, Skill, SkillId, Unknown, View
from lsadesk.domain.calendar import Precision, RoughDate, TimeSpan, Weekday
from lsadesk.domain.courses.certificates import Certificate, CourseId, Lapse
from lsadesk.domain.developing.development import (
    ActionId,
    Mode,
    PlanAction,
    ProfileLine,
)
from lsadesk.domain.developing.plan_sheet import DevelopmentPlanSheet
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.timetable_sheet import Placement, TimetableSheet, UnmetNeed

ASHA, LLYR = PersonId(1), PersonId(2)
DAY = date(2026, 11, 24)


@pytest.fixture(scope="session", autouse=True)
def cache_of_this_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Fonts are cut once into a folder of this run, never the developer's own."""
    patch = pytest.MonkeyPatch()
    patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    yield
    patch.undo()


@pytest.fixture
def audit() -> AuditSheet:
    people = [
        AuditPerson(id=ASHA, sort_name="=Kaur, Asha", title="LSA", team="Cookery", contract="bank"),
        AuditPerson(id=LLYR, sort_name="\u0174yn, Ll\u0177r", team="Art", contract="permanent"),
    ]
    skills = [
        Skill(SkillId(1), "BSL", "Signing"),
        Skill(SkillId(2), "Makaton", "Signing"),
        Skill(SkillId(3), "Hoist", "Care"),
    ]
    cells = bytes([3 | PROOF_SEEN, 5, 0, 2, 8, 6 | TRAINING_BOOKED])
    return AuditSheet(
        college="Harbour & Lane College",
        day=DAY,
        matrix=AuditMatrix(people, skills, cells),
        certificates=[
            _held("Never", Lapse.NEVER, None),
            _held("Later", Lapse.ON, date(2027, 1, 1)),
            _held("First", Lapse.ON, date(2026, 1, 1)),
        ],
        fields=[SixFields(person=ASHA, qualifications="=1+1", talents="Harp", wishes="Stay put")],
    )


def _held(course: str, lapse: Lapse, expires: date | None) -> HeldCertificate:
    proof = Certificate(
        person=ASHA,
        course=CourseId(1),
        achieved=RoughDate(date(2024, 3, 1), Precision.MONTH),
        lapse=lapse,
        expires=RoughDate(expires) if expires else None,
    )
    return HeldCertificate("=Kaur, Asha", "Cookery", course, proof)


@pytest.fixture
def plan() -> DevelopmentPlanSheet:
    return DevelopmentPlanSheet(
        college="Harbour Lane College",
        name="\u0141ucja \u0174yn",
        title="LSA",
        team="Cookery",
        day=DAY,
        profile=[
            ProfileLine(Skill(SkillId(1), "BSL"), {View.SELF: Level(2), View.AGREED: Level(3)}),
            ProfileLine(Skill(SkillId(2), "Hoist"), {View.SELF: Unknown()}),
        ],
        wishes=["More work with Deaf learners \u2192 BSL 2"],
        staying_put=True,
        actions=[
            _action("<b>Makaton</b> <img src='file:///etc/hostname'/>", date(2027, 2, 1)),
            _action("Shadow Kay", None, done_on=date(2026, 10, 1)),
        ],
        signers=["Pat Ellery, appraiser"],
    )


def _action(what: str, due: date | None, done_on: date | None = None) -> PlanAction:
    return PlanAction(
        id=ActionId(1),
        person=ASHA,
        what=what,
        why="a wish & a gap",
        mode=Mode.SHADOWING,
        helper="Kay Lewis",
        due=due,
        done_on=done_on,
    )


@pytest.fixture
def week() -> TimetableSheet:
    morning = TimeSpan(time(9, 15), time(10, 15))
    return TimetableSheet(
        college="Harbour Lane College",
        week="Week A, from 23 Nov 2026",
        day=DAY,
        people=["Asha Kaur", "Ll\u0177r \u0174yn"],
        placements=[
            Placement(
                who="Asha Kaur",
                day=Weekday.TUESDAY,
                span=morning,
                title="Cookery",
                group="K2",
                site="Quay",
                learners=["JB02", "Jo Brown"],
            ),
            Placement(
                who="Asha Kaur", day=Weekday.SATURDAY, span=morning, title="A&E", site="Main"
            ),
        ],
        unmet=[
            UnmetNeed(
                day=Weekday.MONDAY, span=morning, title="Art", missing="BSL 2", reason="2 are away"
            )
        ],
    )


@pytest.fixture
def words_of() -> Callable[[Path], str]:
    """All that a PDF says, page after page."""

    def read(path: Path) -> str:
        pages = [page.extract_text() for page in PdfReader(path).pages]
        return "\n\f\n".join(pages).replace("\u00a0", " ") + "\n"

    return read


@pytest.fixture
def golden() -> Callable[[str], str]:
    """The words agreed on for a report."""
    folder = Path(__file__).parent / "golden"
    return lambda name: (folder / name).read_text(encoding="utf-8")
