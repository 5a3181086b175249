"""The computer's own voice, stood in for by a program that writes down what it is given."""

import sys

import pytest

from lsadesk.ui.voice import Voice


@pytest.fixture
def spoken(tmp_path):
    return tmp_path / "spoken.txt"


def a_voice(qtbot, qapp, program):
    made = Voice(qapp, (sys.executable, "-c", program))
    assert made.is_there
    return made


def test_it_is_given_the_words_and_says_when_it_has_done(qtbot, qapp, spoken):
    program = f"import sys; open({str(spoken)!r}, 'wb').write(sys.stdin.buffer.read())"
    voice = a_voice(qtbot, qapp, program)
    with qtbot.waitSignal(voice.speaking, check_params_cb=lambda on: not on):
        voice.toggle("Rwy'n aros, ac mae'r dysgwr yn ceisio: ŵyn")
    assert spoken.read_text(encoding="utf-8") == "Rwy'n aros, ac mae'r dysgwr yn ceisio: ŵyn"


def test_asking_again_while_it_reads_makes_it_stop(qtbot, qapp):
    voice = a_voice(qtbot, qapp, "import time; time.sleep(60)")
    with qtbot.waitSignal(voice.speaking, check_params_cb=lambda on: on):
        voice.toggle("one")
    with qtbot.waitSignal(voice.speaking, check_params_cb=lambda on: not on):
        voice.toggle("two")


def test_a_computer_without_a_voice_stays_quiet(qapp):
    voice = Voice(qapp, ())
    assert not voice.is_there
    voice.toggle("nobody hears this")
