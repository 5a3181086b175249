"""Taking the map or one's own pathway away as a file."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from lsadesk.domain.careers.career_sheet import Paper
from lsadesk.domain.careers.framework import Role, RoleId
from lsadesk.domain.changes import Done
from lsadesk.operations.careers import taking_map
from lsadesk.operations.desk import Desk
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.saving import ask_path, saved_as
from lsadesk.ui.widgets.ask import ask_choice
from lsadesk.ui.words import tr

_SHARP = 2  # dots for each unit of the map
_WHITE = 0xFFFFFFFF


class Form(StrEnum):
    """What can be taken away; the value is how its file's name ends."""

    A4 = "a4.pdf"
    A3 = "a3.pdf"
    SVG = "svg"
    PNG = "png"
    PATHWAY = "pathway.pdf"
    ROLE = "role.pdf"

    @property
    def suffix(self) -> str:
        """The ending of the file's name."""
        return "." + self.value.rsplit(".")[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What is on the screen: where ways are asked from and to (None: nowhere), a way, a role."""

    ends: tuple[RoleId, RoleId] | None
    way: tuple[RoleId, ...]
    role: Role | None = None


def ask_and_save(parent: QWidget, context: TabContext, shown: Shown) -> None:
    """Ask what and where to, and write it."""
    form = ask_choice(
        parent,
        tr("Save to take away"),
        tr("What"),
        _forms(shown),
        hint=tr("The map shows your own place and wishes, as you see them here."),
        yes=tr("Save"),
    )
    if not isinstance(form, Form):
        return
    name = _name(shown, form)
    path = ask_path(parent, name, form.suffix)
    if path is None:
        return
    if form is Form.PNG:
        context.read(
            lambda desk: taking_map.map_picture(desk, way=shown.way),
            lambda svg: _write(parent, context, path, _png(path, png_of(svg))),
            owner=parent,
        )
    else:
        _write(parent, context, path, _vector(shown, form, path))


def _write(
    owner: QWidget, context: TabContext, path: Path, export: Callable[[Desk], Done[None]]
) -> None:
    context.write(export, lambda _done: context.say(saved_as(path)), owner=owner)


def _png(path: Path, png: bytes) -> Callable[[Desk], Done[None]]:
    return lambda desk: taking_map.export_map_png(desk, path, png)


def _vector(shown: Shown, form: Form, path: Path) -> Callable[[Desk], Done[None]]:
    ends, way, role = shown.ends, shown.way, shown.role
    if form is Form.ROLE and role is not None:
        return lambda desk: taking_map.export_role(desk, path, role.id)
    if form is Form.PATHWAY and ends is not None:
        start, goal = ends
        return lambda desk: taking_map.export_pathway(desk, path, goal, start=start)
    if form is Form.SVG:
        return lambda desk: taking_map.export_map_svg(desk, path, way=way)
    paper = Paper.A3 if form is Form.A3 else Paper.A4
    return lambda desk: taking_map.export_map(desk, path, paper=paper, way=way)


def png_of(svg: str) -> bytes:
    """*svg* as dots on white."""
    renderer = QSvgRenderer(svg.encode())
    image = QImage(renderer.defaultSize() * _SHARP, QImage.Format.Format_RGB32)
    image.fill(_WHITE)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(written, "PNG")  # type: ignore[call-overload]  # a str will do
    return bytes(written.data().data())


def _name(shown: Shown, form: Form) -> str:
    if form is Form.ROLE and shown.role is not None:
        return shown.role.name
    return tr("My pathway") if form is Form.PATHWAY else tr("Career map")


def _forms(shown: Shown) -> list[tuple[str, object]]:
    forms: list[tuple[str, object]] = [
        (tr("Map as PDF, A4"), Form.A4),
        (tr("Map as PDF, A3"), Form.A3),
        (tr("Map as a picture (PNG)"), Form.PNG),
        (tr("Map as a drawing (SVG)"), Form.SVG),
    ]
    if shown.role is not None:
        forms.append((tr("Role sheet: {role} (PDF)", role=shown.role.name), Form.ROLE))
    if shown.ends is not None:
        forms.insert(0, (tr("My pathway to the chosen role (PDF)"), Form.PATHWAY))
    return forms
