"""The command line as suppliers and checks use it, in one process."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from pypdf import PdfReader

from lsadesk import cli
from lsadesk.store.sealing import keys
from lsadesk.store.sealing.keyfile import Effort

SECRET = "correct horse"
README = Path(__file__).parent.parent / "README.md"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command with the password on standard input; (exit code, output, error)."""
    monkeypatch.setattr(keys, "calibrated_effort", lambda: Effort(passes=1, memory=8192))

    def go(*arguments: object, secret: str = SECRET) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{secret}\n"))
        try:
            code = cli.main([*map(str, arguments), "--password-stdin"])
        except SystemExit as ended:
            code = int(ended.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return go


@pytest.fixture
def folder(tmp_path: Path, run: Run) -> Path:
    folder = tmp_path / "Harbour Lane.lsadesk"
    code, _, said = run("new", folder, "--college", "Harbour Lane", "--owner", "sec")
    assert code == 0, said
    return folder


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    book = Workbook()
    staff = book.active
    staff.title = "Staff"
    staff.append(["Surname", "Forename", "Payroll no", "Job title", "Hrs pw", "Days worked"])
    staff.append(["Kaur", "Asha", "H1", "LSA", 30, "Mon-Fri"])
    staff.append(["Ŵyn", "Łucja", "H2", "Senior LSA", "37 hrs", "M T W"])
    staff.append(["Total", 2, None, None, None, None])
    timetable = book.create_sheet("Timetable")
    timetable.append(["Day", "Start", "Finish", "Group", "Session", "Tutor", "LSAs needed"])
    timetable.append(["Monday", "9.15", "10.45", "Group A", "Art", "Rob", 1])
    timetable.append(["Thursday", "9.15", "10.45", "Group A", "Cookery", "Rob", 2])
    path = tmp_path / "college.xlsx"
    book.save(path)
    return path


def test_a_new_college_shows_its_recovery_key_once_and_opens_with_the_password(
    run: Run, tmp_path: Path
):
    folder = tmp_path / "A.lsadesk"
    code, said, _ = run("new", folder, "--college", "A", "--owner", "sec", "--json")
    assert code == 0
    recovery_key = json.loads(said)["recovery_key"]

    code, said, _ = run("check", folder, "--json")
    assert (code, json.loads(said)) == (0, {"ok": True, "problems": []})
    assert recovery_key not in said
    files = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    assert not any(recovery_key.encode() in content for content in files)


def test_an_import_accounts_for_every_row_and_the_second_time_changes_nothing(
    run: Run, folder: Path, workbook: Path
):
    for first in (True, False):
        code, said, problem = run("import", folder, workbook, "--json")
        assert code == 0, problem
        sheets = {sheet["sheet"]: sheet for sheet in json.loads(said)["sheets"]}
        assert {name: sheet["kind"] for name, sheet in sheets.items()} == {
            "Staff": "staff",
            "Timetable": "timetable",
        }
        for sheet in sheets.values():
            counted = sheet["taken"] + sheet["merged"] + sheet["set_aside"]
            assert counted == sheet["rows_read"]
        assert sheets["Staff"]["taken"] == (2 if first else 0)
        assert sheets["Staff"]["set_aside"] == 1
        (total,) = [each for each in sheets["Staff"]["problems"] if each["row"] == 4]
        assert "total" in total["reason"]


def test_a_dry_run_writes_nothing(run: Run, folder: Path, workbook: Path):
    run("import", folder, workbook, "--dry-run")
    _, said, _ = run("import", folder, workbook, "--json")
    assert json.loads(said)["sheets"][0]["taken"] == 2


def test_a_plan_accounts_for_every_place_and_breaks_no_hard_rule(
    run: Run, folder: Path, workbook: Path
):
    run("import", folder, workbook)
    code, said, problem = run("plan", folder, "--seconds", "0.5", "--json")
    assert code == 0, problem
    plan = json.loads(said)
    assert plan["slots"] == 3
    assert plan["covered"] + len(plan["unmet"]) == 3
    assert plan["hard_violations"] == 0
    # Łucja is not in on Thursdays, so one of the two places there must stay open.
    (gap,) = plan["unmet"]
    assert gap["day"] == "Thu"
    assert "not in" in gap["reason"]


def test_what_is_taken_away_names_the_people_and_sessions(
    run: Run, folder: Path, workbook: Path, tmp_path: Path
):
    run("import", folder, workbook)
    run("plan", folder, "--seconds", "0.3")
    audit, plan, week = (tmp_path / name for name in ("a.xlsx", "p.pdf", "t.pdf"))
    assert run("export", folder, "audit", "--out", audit)[0] == 0
    assert run("export", folder, "plan", "--out", plan, "--person", "Łucja Ŵyn")[0] == 0
    assert run("export", folder, "timetable", "--out", week)[0] == 0

    cells = [cell.value for sheet in load_workbook(audit) for row in sheet for cell in row]
    assert any("Ŵyn" in str(value) for value in cells)
    assert "Łucja Ŵyn" in "".join(page.extract_text() for page in PdfReader(plan).pages)
    assert "Cookery" in "".join(page.extract_text() for page in PdfReader(week).pages)


def test_a_timetable_before_any_plan_is_refused_with_what_to_do(
    run: Run, folder: Path, tmp_path: Path
):
    code, _, said = run("export", folder, "timetable", "--out", tmp_path / "t.pdf")
    assert code == 1
    assert "Make a plan first" in said
    assert not (tmp_path / "t.pdf").exists()


def test_a_backup_restores_to_another_place_with_everything_in_it(
    run: Run, folder: Path, workbook: Path, tmp_path: Path
):
    run("import", folder, workbook)
    assert run("backup", folder, tmp_path / "copy.lsabackup")[0] == 0
    elsewhere = tmp_path / "Elsewhere.lsadesk"
    assert run("restore", tmp_path / "copy.lsabackup", elsewhere)[0] == 0
    assert run("check", elsewhere)[0] == 0
    _, said, _ = run("import", elsewhere, workbook, "--json")
    assert [sheet["taken"] for sheet in json.loads(said)["sheets"]] == [0, 0]


def test_a_wrong_password_is_one_sentence_and_exit_code_1(run: Run, folder: Path):
    code, out, said = run("check", folder, secret="not it at all")
    assert (code, out) == (1, "")
    assert "Wrong password" in said
    assert len(said.strip().splitlines()) == 1
    assert run("check", folder)[0] == 0, "the right one opens it, after the wait"


def test_a_missing_college_is_one_sentence_and_exit_code_1(run: Run, tmp_path: Path):
    code, _, said = run("check", tmp_path / "nowhere.lsadesk")
    assert code == 1
    assert len(said.strip().splitlines()) == 1


def test_an_unknown_command_is_usage_and_exit_code_2(run: Run):
    assert run("frobnicate")[0] == 2


def test_every_command_is_in_the_readme():
    told = README.read_text(encoding="utf-8")
    commands = next(
        action.choices for action in cli._parser()._actions if action.dest == "==SUPPRESS=="
    )
    missing = [name for name in commands if f"lsadesk {name}" not in told]
    assert not missing


def test_a_packet_or_a_college_alone_is_opened_as_by_a_double_click(monkeypatch, tmp_path):
    opened = []
    monkeypatch.setattr("lsadesk.app.run", lambda path=None: opened.append(path) or 0)
    for name in ("Questionnaire.lsapacket", "Harbour Lane.lsadesk"):
        assert cli.main([str(tmp_path / name)]) == 0
    assert opened == [tmp_path / "Questionnaire.lsapacket", tmp_path / "Harbour Lane.lsadesk"]


def test_a_blank_picture_fails_the_self_test_and_leaves_nothing_behind(run: Run, monkeypatch):
    rooms = []

    def take(out: Path) -> list[Path]:
        rooms.append(out)
        written = [out / "home.png", out / "development-plan.pdf"]
        written[0].touch()
        written[1].write_bytes(b"%PDF")
        return written

    monkeypatch.setattr("lsadesk.tour.take", take)
    code, _, said = run("selftest")
    assert code == 1
    assert "home.png is blank" in said
    assert "development-plan" not in said
    assert not rooms[0].exists()
