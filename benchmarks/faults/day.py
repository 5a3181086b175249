"""A full working day, played: everything that is done with a college, by several people.

Run as a program, with its home, settings, caches and temporary folder inside one room, so that
whatever the program leaves anywhere is in there. Every operation there is runs once for each
duty; then people sit at the window, type, are interrupted by a fault of ours, and come back.
"""

import contextlib
import faulthandler
import json
import random
import sys
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QTextEdit

from lsadesk.app import open_window
from lsadesk.domain.appraisals.assessment import OwnWords
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.errors import UserError
from lsadesk.operations.appraisals import assessment, packet_away
from lsadesk.operations.importing import intake
from lsadesk.operations.keeping import college, copies, earlier, erasing, moving, recovery
from lsadesk.operations.staff import people
from lsadesk.store.layout import BACKUPS
from lsadesk.store.sealing import recovery_key
from lsadesk.ui.keeping.key_pages import sheet_as_html
from lsadesk.ui.looks.appearance import make_application
from lsadesk.ui.shell.crash import CrashDialog
from lsadesk.ui.shell.main_window import MainWindow
from tests.operations.duty_operations import IMPORTS, OPERATIONS
from tests.operations.duty_operations.answer_forms import PASSPHRASE
from tests.operations.duty_world import LATER, MARKS, NOBODY, SECRET, World, made_in

NAME, LEAVER, IMPORTED = "Gwenllian Ŷstradgynlais", "Rhiannon Penhaligon", "Myfanwy Trelawnyd"
TYPED, AWAY, FAULT = "typed-at-the-window", "answered-on-a-stick", "inside-a-fault-of-ours"
WORDS = "zusammenhanglos-said-alone"
KEY = bytes(range(101, 117))  # on the paper of the day
PAPER = recovery_key.to_paper(KEY)
REMEMBERED = "remembered-with-the-paper"
KNOWN = (
    *MARKS.values(),
    *(part for name in (NAME, LEAVER, IMPORTED) for part in name.split()),
    *(TYPED, AWAY, FAULT, WORDS),
    *(SECRET, LATER, PASSPHRASE, REMEMBERED),
    *(PAPER, PAPER.replace("-", ""), PAPER.replace("-", " ")),
)
LONGEST = 1800  # seconds; a day that takes longer says where it hangs
FAULTS = 4  # of the program, two for each who sits at the window
TAKEN = "taken"  # the folder for what people take out on purpose


class Fault(Exception):
    """Ours, with words of the college in its message."""


@dataclass(slots=True)
class Day:
    """What was done: *left_out* are operations that had nothing to work on by then."""

    operations: int = 0
    left_out: int = 0
    crash_reports: int = 0


def play(room: Path) -> Day:
    """The whole day in *room*; what people take out goes to `TAKEN` inside it."""
    faulthandler.dump_traceback_later(LONGEST, exit=True)
    taken = room / TAKEN
    taken.mkdir()
    world, day = made_in(taken), Day()
    _morning(world, room)
    _every_operation(world, day)
    application = make_application()
    folder = world.owner.folder
    _evening(world, room / "stick")
    report = room / "home" / "crash report.txt"
    for login in ("self", "owner"):  # the second finds what the first left: the restart
        _at_the_window(application, folder, login, report)
    day.crash_reports = report.read_text(encoding="utf-8").count("Fault")
    return day


def _morning(world: World, room: Path) -> None:
    """New people, a list taken in, a leaver erased, an answer given on a stick, copies."""
    owner = world.owner
    people.add_person(owner, _details(NAME))
    leaver = people.add_person(owner, _details(LEAVER, date(2011, 7, 1))).result
    source = world.path("brought.csv")
    source.write_text(f"Forename,Surname\n{IMPORTED.replace(' ', ',')}\n", encoding="utf-8")
    intake.import_file(owner, source)
    erasing.erase(owner, leaver, "It is time")
    stick = room / "stick"
    stick.mkdir()
    copies.set_second_place(owner, stick)
    copies.take_to_second_place(owner)
    asha = world.desks["self"]
    sheet = assessment.my_sheet(asha)
    assert sheet is not None
    question = next(iter(sheet.framework.questions))
    assessment.keep_words(asha, OwnWords(question=question, text=WORDS))
    OPERATIONS["answer_forms.take_packet"].call(asha, world, world.asha)
    packet = (world.path("mine.lsapacket")).rename(stick / "mine.lsapacket")
    away = packet_away.open_packet(packet, PASSPHRASE)
    packet_away.keep(away, {question: OwnWords(question=question, text=AWAY)})
    moving.move_out(owner, stick)
    moving.take_up_again(owner)


def _evening(world: World, stick: Path) -> None:
    """Another recovery key, printed; somebody who forgot comes in with it; back to a copy."""
    owner, folder = world.owner, world.owner.folder
    recovery.change_recovery_key(owner, SECRET, PAPER)
    printer = QPrinter()
    printer.setOutputFileName(str(world.path("sheet.pdf")))
    sheet = QTextDocument()
    sheet.setHtml(sheet_as_html(owner.college, PAPER.split("-"), date(2026, 11, 24)))
    sheet.print_(printer)
    copies.keep_copy(owner)
    for desk in (*world.desks.values(), owner):
        desk.close()
    college.unlock_with_recovery(folder, PAPER, NOBODY, REMEMBERED).close()
    newest = max((folder / BACKUPS).glob("*.lsabackup"))
    earlier.look_back(newest, folder, "owner", SECRET)
    earlier.go_back(newest, folder, "owner", SECRET)
    moved = max(stick.glob("*.lsabackup"))
    moving.bring_in(moved, stick, "owner", SECRET)


def _details(name: str, left: date | None = None) -> PersonDetails:
    forename, surname = name.split()
    return PersonDetails(forename=forename, surname=surname, note=f"Note on {name}", left_on=left)


def _every_operation(world: World, day: Day) -> None:
    """All that the program can do, for each duty, in an order by chance."""
    chance = random.Random(29)  # noqa: S311
    asked = [
        (desk, name)
        for desk in world.desks.values()
        for name in chance.sample(sorted(OPERATIONS), len(OPERATIONS))
    ]
    for desk, name in asked:
        try:
            OPERATIONS[name].call(desk, world, world.asha)
            day.operations += 1
        except Exception as error:  # noqa: BLE001 - not allowed, or the day has gone on since
            day.left_out += 1
            if not isinstance(error, UserError | StopIteration | AttributeError | IndexError):
                print(name, type(error).__name__, file=sys.stderr)
    for call in IMPORTS.values():
        with contextlib.suppress(UserError):
            call(world.owner, world)


def _at_the_window(application: QApplication, folder: Path, login: str, report: Path) -> None:
    window = open_window(application)
    answering = QTimer(window)
    answering.timeout.connect(lambda: _answer_dialogs(report))
    answering.start(100)
    window.open_at(folder)
    window.show()
    _wait(300)
    window.worker.do(lambda: college.unlock(folder, login, SECRET), window.enter)
    while not window.bar.names():
        _wait(100)
    for name in window.bar.names():
        window.bar.go(name)
        _settle(window)
        _type(window)
    _provoke(window)
    window.quick_hide.hide()
    _wait(100)
    window.lock()
    _settle(window)
    window.close()
    _settle(window)
    window.deleteLater()
    _wait(300)


def _answer_dialogs(report: Path) -> None:
    """Close whatever asks; what the crash dialog offers is kept, as somebody would.

    Not from in here: a dialog that asks once more would hold this timer up for ever.
    """
    for each in QApplication.topLevelWidgets():
        if isinstance(each, QDialog) and each.isVisible():
            if isinstance(each, CrashDialog):
                with report.open("a", encoding="utf-8") as file:
                    file.write(each.text.toPlainText())
            QTimer.singleShot(0, each, each.reject)


def _type(window: MainWindow) -> None:
    """A few words into whatever on the page takes them, as a person would."""
    fields: list[QPlainTextEdit | QTextEdit] = [
        *window.findChildren(QPlainTextEdit),
        *window.findChildren(QTextEdit),
    ]
    for field in fields:
        if field.isVisible() and field.isEnabled() and not field.isReadOnly():
            field.setFocus()
            QTest.keyClicks(field, TYPED)
            _wait(600)
            _settle(window)
            return


def _provoke(window: MainWindow) -> None:
    """A fault in the middle of work, on the worker and on the window's own thread."""

    def fail() -> None:
        raise Fault(f"{FAULT} {NAME}")

    window.worker.do(fail, lambda _: None)
    _wait(700)
    QTimer.singleShot(0, window, fail)
    _wait(700)


def _wait(milliseconds: int) -> None:
    """As the program waits; QTest's own way holds faults back until it has ended."""
    waiting = QEventLoop()
    QTimer.singleShot(milliseconds, waiting.quit)
    waiting.exec()


def _settle(window: MainWindow) -> None:
    _wait(100)
    for _ in range(200):
        if not window.worker.is_busy:
            return
        _wait(50)


if __name__ == "__main__":
    done = play(Path(sys.argv[1]))
    print(json.dumps(asdict(done)))
