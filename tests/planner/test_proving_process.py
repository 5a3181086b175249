"""The process that proves a bound ends with the program, however that ends."""

import subprocess
import sys
from pathlib import Path

# A program that is gone while its worker is at work; `_exit` leaves it no time to end anything.
PROGRAM = """
import multiprocessing, os, time
from types import SimpleNamespace
from lsadesk.planner import bound

class Asked:
    def recv(self):
        return SimpleNamespace(n=0), [], None

def at_work(begun):
    def uncovered(*_asked):
        begun.send(True)
        time.sleep(60)
        yield
    bound._uncovered = uncovered
    bound._prove(Asked(), None, None)

if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    told, begun = context.Pipe(duplex=False)
    context.Process(target=at_work, args=(begun,), daemon=True).start()
    told.recv()
    os._exit(0)
"""


def test_a_worker_does_not_outlive_a_program_that_could_not_end_it(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    # The worker has the same output, which is read until nobody has it open any more.
    subprocess.run([sys.executable, str(program)], capture_output=True, check=True, timeout=30)
