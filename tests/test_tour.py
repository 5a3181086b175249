"""The tour from end to end, as `make run` takes it where there is no screen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

TABS = ("home", "career", "library", "assessment", "audit", "deployment", "people")


@pytest.mark.slow
def test_with_no_screen_the_demo_takes_the_tour_and_says_where_it_is(tmp_path: Path):
    without_screen = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    without_screen["PYTHONPATH"] = str(Path(__file__).parent.parent)
    done = subprocess.run(
        [sys.executable, "-m", "lsadesk", "demo"],
        cwd=tmp_path,
        env=without_screen,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "build/tour" in done.stdout
    tour = tmp_path / "build" / "tour"
    for tab in TABS:
        assert (tour / f"{tab}.png").stat().st_size > 10_000, f"{tab} is blank"
    people = {row[1].value for row in load_workbook(tour / "skills-audit.xlsx")["Matrix"]}
    assert any("Kaur, Asha" in str(name) for name in people)
    plan = "".join(page.extract_text() for page in PdfReader(tour / "development-plan.pdf").pages)
    assert "Asha Kaur" in plan
    assert len(PdfReader(tour / "timetable.pdf").pages) > 1
