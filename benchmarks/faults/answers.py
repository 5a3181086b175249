"""Damage packets and Excel forms at random, and see whether each is read or refused in words."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from lsadesk.domain.appraisals.answer_forms import FormMark, Given
from lsadesk.domain.appraisals.assessment import Answer, parts_for
from lsadesk.domain.appraisals.form_layout import FormSheet
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.careers.framework import RoleId
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.intake.answer_form import read_form
from lsadesk.intake.packet import from_content, to_content
from lsadesk.intake.reading import read_sheets
from lsadesk.reports.form_workbook import write_form
from lsadesk.store.careers import library
from lsadesk.store.sealing import packet
from lsadesk.store.sealing.keyfile import Effort

PASSPHRASE = "river ladder button"
_MARK = FormMark(college="c", person=PersonId(7), edition="2026-11-22", role="lsa")
_HEAD = range(10, 15)  # the work that a packet asks for: changing it only costs this run time


@dataclass(slots=True)
class Outcome:
    """What became of the damaged files; *broken* are failures that were no sentence."""

    files: int = 0
    read: int = 0
    refused: int = 0
    slowest: float = 0.0
    broken: list[str] = field(default_factory=list)


def run(contents: int, packets: int, forms: int, folder: Path, seed: int = 5) -> Outcome:
    """Try so many damaged contents, packets and forms."""
    chance, outcome = random.Random(seed), Outcome()  # noqa: S311
    given: dict[str, Given] = {
        one: Answer(statement=one, value=Level(3), example="In cookery")
        for one in library.built_in().framework.statements
    }
    content = to_content(_MARK, given, {})
    for _ in range(contents):
        bad = _damaged(chance, content)
        _try(outcome, partial(from_content, bad))
    sealed = packet.sealed(content, PASSPHRASE, Effort(passes=1, memory=8192))
    for _ in range(packets):
        altered = bytearray(_damaged(chance, sealed))
        altered[_HEAD.start : _HEAD.stop] = sealed[_HEAD.start : _HEAD.stop]
        _try(outcome, partial(packet.opened, bytes(altered), PASSPHRASE))
    whole, target = _form(folder), folder / "damaged.xlsx"
    for _ in range(forms):
        target.write_bytes(_damaged(chance, whole))
        _try(outcome, lambda: read_form(read_sheets(target), library.built_in().framework))
    return outcome


def _try(outcome: Outcome, read: Callable[[], object]) -> None:
    started = time.perf_counter()
    outcome.files += 1
    try:
        read()
        outcome.read += 1
    except UserError:
        outcome.refused += 1
    except Exception as error:  # noqa: BLE001 - whatever is no sentence is what is looked for
        outcome.broken.append(repr(error)[:200])
    outcome.slowest = max(outcome.slowest, time.perf_counter() - started)


def _damaged(chance: random.Random, whole: bytes) -> bytes:
    """A few bytes changed, cut out or doubled."""
    bad = bytearray(whole)
    for _ in range(chance.randint(1, 4)):
        place, size = chance.randrange(len(bad)), chance.randint(1, 12)
        match chance.randrange(3):
            case 0:
                bad[place : place + size] = chance.randbytes(size)
            case 1:
                del bad[place : place + size]
            case _:
                bad[place:place] = bad[place : place + size]
    return bytes(bad)


def _form(folder: Path) -> bytes:
    framework = library.built_in().framework
    role = framework.roles[RoleId("lsa")]
    form = FormSheet(
        college="Bench",
        name="Asha Kaur",
        role=role.name,
        day=date(2026, 11, 24),
        mark=_MARK,
        parts=[(part, framework.questions_of(part.id)) for part in parts_for(framework, role)],
    )
    write_form(form, folder / "form.xlsx")
    return (folder / "form.xlsx").read_bytes()
