"""The scale that a sheet's ratings are written on, and what each mark of it means."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lsadesk.domain.auditing.skills import LEVEL_WORDS, SPOKEN, code_of
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.ratings import parse_rating
from lsadesk.intake.parsing.scales import SCALES, ZERO_TO_FOUR, Scale
from lsadesk.operations.importing import correcting
from lsadesk.operations.importing.intake import Draft
from lsadesk.ui.intake.wording import level_words
from lsadesk.ui.widgets.forms import Choice, Form
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.words import count, tr

_MOST = 24  # marks; what is rarer is read by the scale
_NO_LEVEL = -1


class ScaleForm(QWidget):
    """Emits `scale_chosen(Scale)` and `mark_chosen(mark, level or None)`."""

    scale_chosen = Signal(object)
    mark_chosen = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._rows = in_column(on=self, around=(0, 8, 8, 0))
        self._form = Form()
        self.scale = self._form.choice(
            tr("Scale"), [], hint=tr("What is not known stays “not known”; it is never a 0.")
        )
        self.scale.currentIndexChanged.connect(
            lambda: self.scale_chosen.emit(self.scale.chosen_as(Scale))
        )
        self._rows.addWidget(self._form)
        self._marks_form = Form()
        self._rows.addWidget(self._marks_form)
        self._rows.addStretch(1)
        self.marks: dict[str, Choice] = {}

    def show_sheet(self, draft: Draft, at: int) -> None:
        """Show the scale of a table and the marks found on it."""
        scale = draft.mapping.sheets[at].scale or ZERO_TO_FOUR
        self._offer_scales(scale)
        counted = list(correcting.marks_of(draft, at).items())[:_MOST]
        found = dict(sorted(counted, key=lambda pair: pair[0].isdigit()))  # unclear ones first
        if list(found) != list(self.marks):
            self._make(found)
        for mark, choice in self.marks.items():
            level = scale.level_of(mark)
            choice.offer(_meanings(mark, scale), _NO_LEVEL if level is None else level)

    def _offer_scales(self, scale: Scale) -> None:
        known = list(SCALES.values())
        scales = known if scale in known else [scale, *known]
        names = [
            each.name if each in known else tr("{name}, as chosen here", name=each.name)
            for each in scales
        ]
        self.scale.offer([*zip(names, scales, strict=True)], scale)

    def _make(self, found: dict[str, int]) -> None:
        fresh = Form()
        fresh.heading(tr("What each mark means"))
        self.marks = {
            mark: fresh.choice(
                tr("“{mark}”, in {cells}", mark=mark, cells=count(number, "cell", "cells")), []
            )
            for mark, number in found.items()
        }
        for mark, choice in self.marks.items():
            choice.currentIndexChanged.connect(lambda _at, said=mark: self._mark_chosen(said))
        if not found:
            fresh.say(tr("The sheet holds no ratings yet."))
        self._rows.replaceWidget(self._marks_form, fresh)
        self._marks_form.hide()
        self._marks_form.deleteLater()
        self._marks_form = fresh

    def _mark_chosen(self, mark: str) -> None:
        level = self.marks[mark].chosen_as(int)
        self.mark_chosen.emit(mark, None if level == _NO_LEVEL else level)


def _meanings(mark: str, scale: Scale) -> list[tuple[str, object]]:
    levels: list[tuple[str, object]] = [
        (level_words(level), level) for level in range(len(LEVEL_WORDS))
    ]
    return [*levels, (_without_level(mark, scale), _NO_LEVEL)]


def _without_level(mark: str, scale: Scale) -> str:
    """What is made of a mark that is no level by itself."""
    others = {said: level for said, level in scale.levels.items() if said != mark}
    try:
        read = parse_rating(mark, replace(scale, levels=others))
    except Unreadable:
        return tr("Not imported; the row says so")
    if read is None:
        return tr("Says nothing")
    if read.training_booked:
        return tr("Training booked, level not known")
    words = tr(SPOKEN[code_of(read.value)])
    return words[0].upper() + words[1:]
