"""A power cut in the middle of a word."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lsadesk.domain.staff.people import PersonDetails
from lsadesk.operations.appraisals import assessment, reflections
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people

SECRET = "a long enough secret"
WORDS = "Tom put the cards in order him"
TYPIST = Path(__file__).with_name("typist.py")


@pytest.mark.slow
def test_what_was_typed_until_the_last_second_survives_a_kill(desk):
    asha = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result
    accounts.add_account(desk, "asha", SECRET, person=asha, is_own=True)
    with subprocess.Popen(
        [sys.executable, TYPIST, desk.folder, SECRET, WORDS],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    ) as typing:
        assert typing.stdout.readline() == "typed\n"
        time.sleep(1)
        typing.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
    hers = college.unlock(desk.folder, "asha", SECRET)
    answers = assessment.my_sheet(hers).assessment.answers
    assert [answer.example for answer in answers.values()] == [WORDS]
    assert [note.text for note in reflections.my_notes(hers).notes] == [WORDS]
    hers.close()
