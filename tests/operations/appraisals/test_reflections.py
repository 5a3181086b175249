"""Private notes are their author's alone: in no view, no export, no backup, no byte."""

import zipfile
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from lsadesk.domain.appraisals.interview import Way
from lsadesk.domain.staff.people import Link, PersonDetails
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.appraisals import assessment, interviews, reflections
from lsadesk.operations.appraisals.assessment import Answer
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people
from lsadesk.store.appraisals import assessment as kept
from lsadesk.store.appraisals import interviews as private_talks
from lsadesk.store.appraisals import reflections as private_notes
from lsadesk.store.rows import ReflectionRow, Row, SealedAnswerRow

SECRET = "a long enough secret"
WORDS = "only-in-my-private-notes"
NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)


@pytest.fixture
def asha(desk):
    """Asha's desk; her manager and the head work in the same college."""
    asha = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result
    pat = people.add_person(desk, PersonDetails(forename="Pat", surname="Ellery")).result
    people.set_link(desk, asha, Link.LINE_MANAGER, pat)
    accounts.add_account(desk, "asha", SECRET, person=asha, is_own=True)
    hers = college.unlock(desk.folder, "asha", SECRET, clock=lambda: NOW)
    yield hers
    hers.close()


def everything_in(desk):
    """All that a query of the open, decrypted file can give, and the plain bytes of each box."""
    found = []
    with desk.store.read() as reading:
        for table in Row.metadata.sorted_tables:
            rows = reading.session.execute(select(table))
            found += [
                each if isinstance(each, bytes) else str(each).encode()
                for row in rows
                for each in row
            ]
    return b"\n".join(found)


def test_a_note_is_there_again_in_the_next_sitting(asha, desk):
    note = reflections.keep_note(asha, None, "I waited, and Tom did it.").result
    reflections.keep_note(asha, note, "I waited, and Tom did it himself.")
    asha.close()
    again = college.unlock(desk.folder, "asha", SECRET, clock=lambda: NOW)
    kept = reflections.my_notes(again).notes
    assert [one.text for one in kept] == ["I waited, and Tom did it himself."]
    assert kept[0].title == "I waited, and Tom did it himself."
    again.close()


def test_what_is_private_is_in_no_table_in_readable_form(asha, desk):
    statement = assessment.my_sheet(asha).statements[0]
    question = next(iter(assessment.my_sheet(asha).framework.questions))
    reflections.keep_note(asha, None, f"{WORDS} one")
    assessment.keep_answer(asha, Answer(statement=statement.id, example=f"{WORDS} two"))
    assessment.keep_words(asha, assessment.OwnWords(question=question, text=f"{WORDS} three"))
    interviews.keep_own(asha, interviews.my_interview(asha).prompts[0].id, f"{WORDS} four")
    assert WORDS.encode() not in everything_in(asha)
    assert WORDS.encode() not in everything_in(desk)
    theirs, hers = (opened_with(one.unlocked.boxes, desk, asha.person) for one in (desk, asha))
    assert theirs == ([], 4), "the owner has the file's key, and all of its queries"
    assert (len(hers[0]), hers[1]) == (4, 0)


def opened_with(boxes, desk, person):
    """The private words of *person* that *boxes* open, past every duty; how many stay shut."""
    with desk.store.read() as reading:
        draft = kept.open_draft(reading, kept.latest(reading, person, handed_in=False).id, boxes)
        alone, unheard = private_talks.private(
            reading, private_talks.latest(reading, person, Way.ALONE), boxes
        )
        notes, unread = private_notes.of(reading, person, boxes)
    found = [*draft.answers.values(), *draft.words.values(), *alone.values(), *notes]
    return found, draft.unreadable + unheard + unread


def test_words_that_somebody_moved_in_the_file_are_shut_and_never_pass_for_other_words(asha, desk):
    first, second = (each.id for each in assessment.my_sheet(asha).statements[:2])
    for note, statement in (("one", first), ("two", second)):
        assessment.keep_answer(asha, Answer(statement=statement, example=note))
        reflections.keep_note(asha, None, note)
    with desk.store.begin() as work:
        for kind in (SealedAnswerRow, ReflectionRow):
            one, two = work.session.scalars(select(kind)).all()
            one.box, two.box = two.box, one.box
        work.commit()
    sheet = assessment.my_sheet(asha)
    assert (sheet.assessment.answers, sheet.unreadable) == ({}, 2)
    assert reflections.my_notes(asha) == reflections.Notebook((), 2)


def test_a_backup_holds_no_readable_word_of_it(asha, desk, tmp_path):
    reflections.keep_note(asha, None, WORDS)
    copy = tmp_path / "copy.lsabackup"
    desk.unlocked.back_up_to(copy, NOW)
    content = copy.read_bytes()
    if zipfile.is_zipfile(copy):
        with zipfile.ZipFile(copy) as packed:
            content += b"".join(packed.read(name) for name in packed.namelist())
    assert content
    assert WORDS.encode() not in content


def test_nobody_else_has_a_way_to_a_note(asha, desk):
    note = reflections.keep_note(asha, None, WORDS).result
    assert reflections.my_notes(desk) is None
    with pytest.raises(UserError, match="not linked"):
        reflections.remove_note(desk, note)
    with pytest.raises(NotAllowed):
        desk.reading(reflections.Kind.REFLECTION, asha.person).__enter__()


def test_anothers_number_never_overwrites_a_note(asha, desk):
    note = reflections.keep_note(asha, None, "mine").result
    pat = next(one for one in people.colleagues(desk) if one.name == "Pat Ellery")
    accounts.add_account(desk, "pat", SECRET, person=pat.id, is_own=True)
    theirs = college.unlock(desk.folder, "pat", SECRET)
    begun = reflections.keep_note(theirs, note, "theirs").result
    assert begun != note
    assert [one.text for one in reflections.my_notes(asha).notes] == ["mine"]
    theirs.close()


def test_a_removed_note_comes_back_with_undo(asha):
    note = reflections.keep_note(asha, None, "keep me").result
    reflections.remove_note(asha, note)
    assert reflections.my_notes(asha).notes == ()
    asha.undo()
    assert [one.text for one in reflections.my_notes(asha).notes] == ["keep me"]


def test_a_note_that_is_too_long_is_refused_and_the_one_before_stays(asha):
    note = reflections.keep_note(asha, None, "short").result
    with pytest.raises(UserError, match="20,000 letters"):
        reflections.keep_note(asha, note, "a" * 1_000_000)
    assert [one.text for one in reflections.my_notes(asha).notes] == ["short"]


def test_notes_under_a_lost_key_are_counted(asha, desk):
    reflections.keep_note(asha, None, "sealed")
    accounts.reset_secret(desk, asha.account, "another long secret", is_own=True)
    asha.close()
    again = college.unlock(desk.folder, "asha", "another long secret", clock=lambda: NOW)
    assert reflections.my_notes(again) == reflections.Notebook((), 1)
    again.close()
