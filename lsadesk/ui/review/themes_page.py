"""What inspection and the guidance look for, with the points and records that bear on each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from lsadesk.domain.reviewing.lines import Line
from lsadesk.domain.reviewing.review import OpenReview
from lsadesk.domain.reviewing.words import LISTS, judgement_words
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr


@dataclass(frozen=True, slots=True)
class _Link:
    """Something that is looked for, and one thing on record that bears on it."""

    place: int
    wanted: str
    what: str
    kind: str
    stands: str


class ThemesPage(QWidget):
    """A row for each link; what nothing bears on has a row that says so."""

    def __init__(self) -> None:
        super().__init__()
        self.told = label(
            tr(
                "Four themes that inspection reports praised, five conditions that help learners "
                "to manage by themselves, and what teachers need to know and be able to do. Each "
                "stands with the points and the lines of the lists that belong to it."
            ),
            "muted",
        )
        self.table: RecordTable[_Link] = RecordTable(
            tr("What is looked for, and where it is seen"),
            (
                Column(
                    tr("What is looked for"),
                    lambda one: tr(one.wanted),
                    lambda one: one.place,
                    width=46,
                ),
                Column(tr("Where it is seen"), lambda one: one.what, width=40),
                Column(tr("Kind"), lambda one: one.kind, width=22),
                Column(tr("Where we stand"), lambda one: tr(one.stands), width=20),
            ),
        )
        in_column(self.told, Fill(self.table), on=self, around=(16, 12, 16, 16))

    def show_review(self, opened: OpenReview, lines: Sequence[Line]) -> None:
        """Show what bears on each in *opened*."""
        self.table.show_records(list(_links(opened, lines)))


def _links(opened: OpenReview, lines: Sequence[Line]) -> Iterator[_Link]:
    asked = opened.questions
    wanted = [
        (name, [each.id for each in asked.points if each.theme == theme])
        for theme, name in asked.themes.items()
    ]
    wanted += [(each.name, [each.point]) for each in asked.conditions]
    points = {each.id: each for each in asked.points}
    for place, (name, under) in enumerate(wanted):
        for point in under:
            stands = judgement_words(opened.judgements.get(point))
            what = f"{points[point].code} {tr(points[point].label)}"
            yield _Link(place, name, what, tr("Point"), stands)
        for line in lines:
            if line.topic in under:
                yield _Link(place, name, line.words, tr(LISTS[line.kind]), "")
    for place, (need, name) in enumerate(asked.teachers.items(), start=len(wanted)):
        own = [line for line in lines if line.topic == need]
        for line in own:
            yield _Link(place, name, line.words, tr(LISTS[line.kind]), "")
        if not own:
            yield _Link(place, name, tr("Nothing on record yet; add it under Lists"), "", "")
