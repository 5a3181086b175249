"""The computer's own voice, stood in for by a program that writes down what it is given."""

import sys

import pytest

from lsadesk.ui.voice import Voice


@pytest.fixture
def spoken(tmp_path):
    return tmp_path / "spoken.txt"


def a_voice(qapp, program):
    return Voice(qapp, (sys.executable, "-c", program))


def test_it_is_given_the_words_and_says_when_it_has_done(qtbot, qapp, spoken):
    program = f"import sys; open({str(spoken)!r}, 'wb').write(sys.stdin.buffer.read())"
    voice = a_voice(qapp, program)
    with qtbot.waitSignal(voice.speaking, check_params_cb=lambda on: not on):
        voice.toggle("Rwy'n aros, ac mae'r dysgwr yn ceisio: ŵyn")
    assert spoken.read_text(encoding="utf-8") == "Rwy'n aros, ac mae'r dysgwr yn ceisio: ŵyn"


def test_asking_again_while_it_reads_makes_it_stop(qtbot, qapp):
    voice = a_voice(qapp, "import time; time.sleep(60)")
    with qtbot.waitSignal(voice.speaking, check_params_cb=lambda on: on):
        voice.toggle("one")
    with qtbot.waitSignal(voice.speaking, check_params_cb=lambda on: not on):
        voice.toggle("two")


def test_a_computer_without_a_voice_says_so_when_asked(qtbot, qapp):
    voice = Voice(qapp, ())
    with qtbot.waitSignal(voice.failed):
        voice.toggle("nobody hears this")


@pytest.mark.parametrize("command", [(sys.executable, "-c", "raise SystemExit(1)"), ("no-voice",)])
def test_a_voice_that_does_not_answer_is_told_once(qtbot, qapp, command):
    voice = Voice(qapp, command)
    told = []
    voice.failed.connect(lambda: told.append(True))
    with qtbot.waitSignal(voice.speaking, check_params_cb=lambda on: not on):
        voice.toggle("one")
    assert told == [True]
