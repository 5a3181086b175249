from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from lsadesk.domain.auditing.skills import Level, Skill, SkillId, View
from lsadesk.domain.developing.development import ProfileLine
from lsadesk.domain.developing.plan_reviews import (
    NoteId,
    NoteKind,
    PlanNote,
    PlanReview,
    ReviewId,
    as_it_stands,
)
from lsadesk.errors import UserError
from lsadesk.reports.plan_pdf import write_plan


def test_a_plan_says_what_was_agreed(plan, tmp_path, words_of, golden):
    write_plan(plan, tmp_path / "plan.pdf")
    assert words_of(tmp_path / "plan.pdf") == golden("plan.txt")


def test_the_same_plan_gives_the_same_bytes(plan, tmp_path):
    write_plan(plan, tmp_path / "a.pdf")
    write_plan(plan, tmp_path / "b.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_title_language_and_headings_are_told_to_a_screen_reader(plan, tmp_path):
    write_plan(plan, tmp_path / "plan.pdf")
    reader = PdfReader(tmp_path / "plan.pdf")
    assert reader.metadata.title == "Development plan, \u0141ucja \u0174yn"
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"
    assert [entry.title for entry in reader.outline] == [
        "Strengths",
        "Wishes",
        "What we agreed to do",
        "Profile",
        "Signatures",
    ]


def test_an_empty_plan_is_worded_kindly(plan, tmp_path, words_of):
    bare = replace(plan, profile=(), wishes=(), staying_put=False, actions=(), signers=())
    write_plan(bare, tmp_path / "plan.pdf")
    words = words_of(tmp_path / "plan.pdf")
    assert "No wish was told for this plan" in words
    assert "Nothing for now" in words
    assert "fail" not in words


def test_many_skills_and_a_very_long_action_still_fit(plan, tmp_path, words_of):
    line = ProfileLine(Skill(SkillId(1), "Supporting " * 12), {View.SELF: Level(1)})
    wordy = replace(plan.actions[0], what="and then " * 1_500)
    write_plan(replace(plan, profile=[line] * 150, actions=[wordy]), tmp_path / "plan.pdf")
    words = " ".join(words_of(tmp_path / "plan.pdf").split())
    assert words.split("Note 1:")[1].count("then") >= 1_500


def test_the_signatures_never_stand_alone_on_the_last_page(plan, tmp_path):
    path, skilled = tmp_path / "plan.pdf", replace(plan, profile=plan.profile * 6)
    for wishes in range(6, 24, 3):
        write_plan(replace(skilled, wishes=["One more wish"] * wishes), path)
        *_, last = PdfReader(path).pages
        assert "Profile" in last.extract_text().split("Signatures")[0]


def test_the_last_action_goes_over_to_the_page_of_the_signatures(plan, tmp_path):
    path, action = tmp_path / "plan.pdf", plan.actions[0]
    for actions in range(8, 14):
        listed = [replace(action, what=f"Action {each}") for each in range(actions)]
        write_plan(replace(plan, profile=(), actions=listed), path)
        *_, last = PdfReader(path).pages
        assert f"Action {actions - 1}" in last.extract_text().split("Signatures")[0]


def test_the_profile_comes_in_parts_of_about_the_same_size(plan, tmp_path):
    path, line = tmp_path / "plan.pdf", plan.profile[0]
    write_plan(replace(plan, actions=(), profile=[line] * 25), path)
    parts = PdfReader(path).pages[-1].extract_text().split("0\n1\n2\n3\n4\n")[1:]
    assert [part.count("BSL") for part in parts] == [9, 8, 8]


def test_a_plan_that_cannot_be_written_says_why(plan, tmp_path):
    with pytest.raises(UserError, match="is not there"):
        write_plan(plan, tmp_path / "nowhere" / "plan.pdf")


def test_notes_evidence_and_the_last_review_are_printed(plan, tmp_path, words_of):
    action = replace(plan.actions[0], what="Makaton level 2", helper="Kay", helper_minutes=120)
    note = PlanNote(
        id=NoteId(1),
        person=action.person,
        about=action.id,
        kind=NoteKind.EVIDENCE,
        day=date(2026, 11, 3),
        author=None,
        signed="Kay Lewis",
        text="She led the sign of the week.",
    )
    review = PlanReview(
        id=ReviewId(1),
        person=action.person,
        held_on=date(2026, 11, 10),
        said="It goes well.",
        signed="Pat Ellery",
        lines=(as_it_stands(action, "Half way."),),
    )
    path = tmp_path / "plan.pdf"
    write_plan(
        replace(
            plan, actions=(action,), notes=(note,), review=review, next_review=date(2027, 2, 1)
        ),
        path,
    )
    said = " ".join(words_of(path).split())
    assert f"Kay Lewis, evidence for “{action.what}” She led the sign of the week." in said
    assert "10 Nov 2026, written down by Pat Ellery It goes well." in said
    assert f"{action.what} ({action.progress.value}): Half way." in said
    assert "Next review: 1 Feb 2027" in said
    assert "gives 2 h" in said
