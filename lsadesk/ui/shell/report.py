"""What a fault's report says: where it happened, and nothing of anybody."""

import sys
import traceback
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import QSysInfo, qVersion

import lsadesk

_HOME = Path(lsadesk.__file__).resolve().parent


def report_on(error: BaseException) -> str:
    """What happened, in types, places in our own code and versions: no message, no value."""
    lines = [
        f"LSA Desk {_version()}",
        f"Python {sys.version.split()[0]}, Qt {qVersion()}, PySide6 {PySide6.__version__}",
        f"{QSysInfo.prettyProductName()} {QSysInfo.currentCpuArchitecture()}",
        "",
    ]
    link: BaseException | None = error
    while link is not None:
        lines.append(_type_name(link))
        lines += [f"    {place}" for place in _places(link.__traceback__)]
        link = link.__cause__ or link.__context__
    return "\n".join(lines)


def _type_name(error: BaseException) -> str:
    kind = type(error)
    return f"{kind.__module__}.{kind.__qualname__}"


def _places(trace: TracebackType | None) -> list[str]:
    places = []
    for frame in traceback.extract_tb(trace):
        path = Path(frame.filename)
        if path.is_relative_to(_HOME):
            places.append(f"{path.relative_to(_HOME).as_posix()}:{frame.lineno} {frame.name}")
    return places


def _version() -> str:
    return lsadesk.__version__
