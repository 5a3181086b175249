import csv
from dataclasses import replace

import pytest

from lsadesk.domain.auditing.audit import AuditMatrix
from lsadesk.reports.csv_export import write_audit_csv, write_certificates_csv


def read(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_the_matrix_comes_back_with_its_symbols_and_accents(audit, tmp_path):
    write_audit_csv(audit.matrix, tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    heading, _, llyr = read(tmp_path / "a.csv")
    assert heading[5:] == ["BSL", "Makaton", "Hoist"]
    assert llyr == ["\u0174yn, Ll\u0177r", "", "Art", "", "permanent", "2", "ex", "\u2013"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\uff1d", " ="])
def test_a_name_that_a_spreadsheet_would_run_is_made_harmless(audit, tmp_path, start):
    nasty = replace(audit.matrix.people[0], sort_name=f"{start}cmd|'/c calc'!A1")
    matrix = AuditMatrix([nasty], audit.matrix.skills, audit.matrix.row(0))
    write_audit_csv(matrix, tmp_path / "a.csv")
    assert read(tmp_path / "a.csv")[1][0].startswith("'")


def test_certificates_stand_by_the_date_they_are_due(audit, tmp_path):
    write_certificates_csv(audit, tmp_path / "c.csv")
    heading, *listed = read(tmp_path / "c.csv")
    assert heading[:2] == ["Due", "Standing"]
    assert [row[:2] for row in listed] == [
        ["2026-01-01", "lapsed"],
        ["2027-01-01", "valid"],
        ["never lapses", "valid"],
    ]
    assert listed[0][2] == "'=Kaur, Asha"
    assert listed[0][5] == "2024-03"
