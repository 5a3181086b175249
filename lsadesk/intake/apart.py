"""Asks a process of its own about an untrusted file: whatever the file does, it does it there."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lsadesk.errors import UserError

SECONDS = 20
MEMORY = 1_000_000_000


def answer_of(
    module: str, arguments: Sequence[str], *, too_long: str, too_much: str
) -> dict[str, Any]:
    """What `python -m MODULE ARGUMENTS` prints as JSON, within `SECONDS`.

    Raises:
        UserError: what the process refused, in its words; *too_long* or *too_much* where it
            was ended for its time or its memory.
    """
    home = str(Path(__file__).resolve().parents[2])
    search = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
    try:
        finished = subprocess.run(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-m", module, *arguments],
            capture_output=True,
            timeout=SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": search},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise UserError(too_long) from error
    try:
        answer: dict[str, Any] = json.loads(finished.stdout)
    except ValueError as error:
        raise UserError(too_much) from error
    if "refused" in answer:
        raise UserError(answer["refused"])
    return answer


def limit_memory() -> None:
    """Take no more than `MEMORY`; for the process itself, before it opens anything."""
    try:
        import resource
    except ImportError:  # Windows: the time limit and reading piece by piece must do
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
