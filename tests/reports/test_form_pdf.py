"""The printed form asks every question and has its code on each page."""

from datetime import date

import pytest
from pypdf import PdfReader

from lsadesk.domain.appraisals.answer_forms import FormMark
from lsadesk.domain.appraisals.assessment import parts_for
from lsadesk.domain.appraisals.form_layout import FormSheet
from lsadesk.domain.careers.framework import RoleId
from lsadesk.domain.staff.people import PersonId
from lsadesk.reports.form_pdf import write_paper_form
from lsadesk.store.careers import library


@pytest.fixture(scope="module")
def form():
    framework = library.built_in().framework
    role = framework.roles[RoleId("lsa")]
    return FormSheet(
        college="Harbour Lane",
        name="Angharad " + "Llanfairpwllgwyngyll" * 4,
        role=role.name,
        day=date(2026, 11, 24),
        mark=FormMark(college="c", person=PersonId(1), edition="2026-11-22", role="lsa"),
        parts=[(part, framework.questions_of(part.id)) for part in parts_for(framework, role)],
    )


@pytest.fixture(scope="module")
def pages(form, tmp_path_factory):
    path = tmp_path_factory.mktemp("paper") / "form.pdf"
    write_paper_form(form, path)
    return [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]


def test_every_question_stands_there_with_its_number_and_levels(form, pages):
    whole = " ".join(pages)
    for number, question in form.numbered():
        assert f"{number}. {question.text}" in whole
    assert all(words in whole for words in form.numbered()[0][1].levels)


def test_each_page_has_the_code_for_whoever_types_it_in_and_its_number(form, pages):
    for number, page in enumerate(pages, 1):
        assert form.mark.code in page
        assert f"Page {number} of {len(pages)}" in page


def test_a_part_begins_on_the_page_of_its_first_question(form, pages):
    for part, (first, *_) in form.parts:
        assert any(f"{part.intro} " in page and f" {first.text}" in page for page in pages)
