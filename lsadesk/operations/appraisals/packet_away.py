"""A sealed packet answered where it lies: no college, no account, nothing in clear on the disk.

Every answer is sealed back into the packet itself, whole or not at all. Its key stays in memory
while somebody answers, so that the slow passphrase is asked of the machine once.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from lsadesk.domain.appraisals.answer_forms import Given
from lsadesk.domain.appraisals.packets import Packet, answered_now, asked_by, assessment_in, last_in
from lsadesk.domain.careers.framework import Question
from lsadesk.operations.appraisals.answers_here import checked
from lsadesk.operations.appraisals.assessment import Sheet
from lsadesk.store.sealing import packet as packets
from lsadesk.store.sealing.packet import Seal


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """A packet that is open here; *stored* is what its file holds, to notice who else writes."""

    path: Path
    packet: Packet
    seal: Seal
    stored: bytes


def open_packet(path: Path, passphrase: str) -> Away:
    """Open a packet to answer it; a place that takes no writing is refused before a word is typed.

    Raises:
        UserError: it is no packet, the passphrase does not open it, it was altered, or it
            cannot be written to.
    """
    from lsadesk.intake.packet import from_content

    stored = packets.read(path)
    seal = packets.seal_of(stored, passphrase)
    content = packets.opened(stored, seal)
    away = Away(path=path, packet=from_content(content), seal=seal, stored=stored)
    return _written(away, away.packet)


def keep(away: Away, said: Mapping[str, Given]) -> Away:
    """Seal what was *said* to these questions into the packet; the packet as it is from now on.

    Raises:
        UserError: an answer is too long, or the file is gone, refuses it or was changed
            elsewhere. Then nothing was written.
    """
    fitting = {question: checked(given) for question, given in said.items()}
    return _written(away, answered_now(away.packet, fitting, datetime.now(UTC)))


def finish(away: Away) -> Away:
    """Mark the packet as answered, for whoever reads it back. It can still be changed.

    Raises:
        UserError: as `keep`.
    """
    return _written(away, replace(away.packet, finished_at=datetime.now(UTC)))


def move(away: Away, path: Path, said: Mapping[str, Given]) -> Away:
    """Go on in another place, with what was *said* since; the file before stays as it is.

    Raises:
        UserError: the place does not take it.
    """
    fitting = {question: checked(given) for question, given in said.items()}
    answered = answered_now(away.packet, fitting, datetime.now(UTC)) if said else away.packet
    whole = _sealed(away.seal, answered)
    packets.write(path, whole)
    return replace(away, path=path, packet=answered, stored=whole)


def sheet_of(away: Away) -> Sheet:
    """The questionnaire in a packet, as the pages show it."""
    framework = asked_by(away.packet)
    return Sheet(
        framework=framework,
        role=None,
        parts=away.packet.parts,
        statements=tuple(framework.statements.values()),
        questions=_in_order(away.packet),
        assessment=assessment_in(away.packet),
        last=last_in(away.packet),
        readers=(),
    )


def _in_order(packet: Packet) -> tuple[Question, ...]:
    framework = asked_by(packet)
    return tuple(one for part in packet.parts for one in framework.questions_of(part.id))


def _written(away: Away, answered: Packet) -> Away:
    whole = _sealed(away.seal, answered)
    packets.write_over(away.path, away.stored, whole)
    return replace(away, packet=answered, stored=whole)


def _sealed(seal: Seal, packet: Packet) -> bytes:
    from lsadesk.intake.packet import to_content

    return packets.sealed(to_content(packet), seal)
