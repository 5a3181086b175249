"""The questions behind a change of an entry: all its fields, and what is built in beside them."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.careers.catalogue import Audience, Band, Consent, QualificationKind
from lsadesk.domain.careers.framework import RouteKind
from lsadesk.domain.careers.layer import LayerKind
from lsadesk.operations.careers.layer import CollegeLayer, OpenEntry
from lsadesk.ui.library.own_asks import AsksList
from lsadesk.ui.library.own_steps import StepsField
from lsadesk.ui.library.words import capital
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.several import Several
from lsadesk.ui.words import tr

Options = list[tuple[str, str]]
_CATEGORIES = ("learning support", "learner support")
_LONGEST = 240  # months
WIDTH = 640  # room for a skill and the words of its level
_SHOWN = 90  # letters of a built-in text beside its field


def ask_change(parent: QWidget, opened: OpenEntry, seen: CollegeLayer) -> Mapping[str, Any] | None:
    """Ask what the entry is to say; its fields as they are to be kept, or None."""
    question = Question(parent, tr(_TITLES[opened.kind]), "", tr("Save"))
    question.setMinimumWidth(WIDTH)
    fields = Fields(opened, Form())
    _FORMS[opened.kind](fields, seen)
    question.body.addWidget(fields.form)
    return fields.said() if question.answered() else None


class Fields:
    """Builds the form of one entry; each field knows how it is written in the content."""

    def __init__(self, opened: OpenEntry, form: Form) -> None:
        self.form = form
        self._opened, self.entry, self.now = opened, opened.entry, opened.now
        self._answers: dict[str, Callable[[], Any]] = {}

    def said(self) -> dict[str, Any]:
        """What was filled in; a name or a sentence left empty stays as it is."""
        return {
            key: value for key, answer in self._answers.items() if (value := answer()) is not None
        }

    def line(self, key: str, name: str) -> None:
        """One line of text."""
        field = self.form.text(name, self._now(key, ""), hint=self._hint(key))
        self._answers[key] = lambda: field.text().strip() or None

    def note(self, key: str, name: str) -> None:
        """One line that may be left or made empty."""
        before = self._now(key, "")
        field = self.form.text(name, before, hint=self._hint(key), long=True)
        self._answers[key] = lambda: field.text().strip() if field.text() != before else None

    def day(self, key: str, name: str) -> None:
        """A day."""
        now: date = self._now(key, date.min)
        field = self.form.day(name, QDate(now.year, now.month, now.day), hint=self._hint(key))
        self._answers[key] = lambda: date.fromisoformat(field.date().toString("yyyy-MM-dd"))

    def band_and_level(self, name: str, bands: Iterable[Band]) -> None:
        """A level with the band that it is in, as one choice."""
        options = [
            (tr("Level {level} ({band})", level=level, band=band.name), (band.id, level))
            for band in bands
            for level in band.levels
        ]
        field = self.form.choice(name, options, (self._now("band", ""), self._now("level", 0)))
        self._answers["band"] = lambda: field.chosen_as(tuple)[0]
        self._answers["level"] = lambda: field.chosen_as(tuple)[1]

    def todays_name(self) -> None:
        """The nearest name of today; where the college says it, it is from the college."""
        self.note("today", tr("Its nearest name of today"))
        self.note("today_note", tr("How near that is"))
        self.note("today_section", tr("Where today's name is from"))
        renamed, placed = self._answers["today"], self._answers["today_section"]
        self._answers["today_source"] = lambda: "C" if renamed() else None
        self._answers["today_section"] = lambda: (
            placed() or (tr("added here") if renamed() else None)
        )

    def paragraph(self, key: str, name: str) -> None:
        """A sentence or two."""
        field = self.form.paragraph(name, self._now(key, ""), hint=self._hint(key))
        field.setMaximumHeight(field.minimumHeight())
        self._answers[key] = lambda: " ".join(field.toPlainText().split()) or None

    def lines(self, key: str, name: str) -> None:
        """A list of texts, one a line."""
        now = "\n".join(self._now(key, []))
        hint = " ".join(one for one in (tr("One a line."), self._hint(key)) if one)
        field = self.form.paragraph(name, now, hint=hint)
        field.setMaximumHeight(field.minimumHeight())
        self._answers[key] = lambda: [
            one.strip() for one in field.toPlainText().splitlines() if one.strip()
        ]

    def choice(self, key: str, name: str, options: Iterable[tuple[str, object]]) -> None:
        """One of *options*."""
        listed = list(options)
        field = self.form.choice(name, listed, self._now(key, None), hint=self._hint(key, listed))
        self._answers[key] = field.chosen

    def several(self, key: str, name: str, options: Options) -> None:
        """Any of *options*."""
        hint = self._hint(key, options)
        field = self.form.add(name, Several(options, self._now(key, [])), hint=hint)
        self._answers[key] = field.ticked

    def number(self, key: str, name: str, least: int, most: int) -> None:
        """A whole number."""
        field = self.form.number(name, self._now(key, least), least, most)
        self._answers[key] = field.value

    def tick(self, key: str, name: str) -> None:
        """Yes or no."""
        field = self.form.tick(name, bool(self._now(key, False)))
        self._answers[key] = field.isChecked

    def span(self, key: str) -> None:
        """From so many months to so many; nought to nought where nobody can say."""
        low, high = self._now(key, (0, 0))
        least = self.form.number(tr("At least, in months"), low, 0, _LONGEST)
        most = self.form.number(
            tr("At most, in months"), high, 0, _LONGEST, hint=tr("0 to 0 means: nobody can say.")
        )
        self._answers[key] = lambda: [least.value(), max(least.value(), most.value())]

    def asks(self, key: str, name: str, seen: CollegeLayer) -> None:
        """The statements that a role asks for, each with its level."""
        field = AsksList(seen.library.framework.statements, self._now(key, {}))
        self.form.add(name, field, hint=field.keys())
        self._answers[key] = field.asks

    def steps(self, key: str, name: str, seen: CollegeLayer) -> StepsField:
        """The steps of a story."""
        field = StepsField(seen.library.framework.roles.values(), self._now(key, []))
        self.form.add(name, field, hint=tr("In the order in which it went. One is enough."))
        self._answers[key] = field.steps
        return field

    def _now(self, key: str, blank: Any) -> Any:
        return self._opened.now.get(key, blank)

    def _hint(self, key: str, options: Iterable[tuple[str, object]] = ()) -> str:
        """What is built in, where the college says something else."""
        before = self._opened.built_in
        if not before or before.get(key) == self._opened.now.get(key):
            return ""
        shown = {value: words for words, value in options}
        said = before.get(key, "")
        parts = said if isinstance(said, list) else [said]
        text = "; ".join(_shown(shown.get(one, one)) for one in parts) or tr("nothing")
        whole = text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " ..."
        return tr("Built in: {words}", words=whole)


def _shown(value: object) -> str:
    return uk_date(value) if isinstance(value, date) else str(value)


def _role(fields: Fields, seen: CollegeLayer) -> None:
    framework = seen.library.framework
    fields.line("name", tr("Name of the role"))
    fields.paragraph("summary", tr("What it is"))
    fields.choice("lane", tr("Family"), [(one.name, one.id) for one in framework.lanes])
    fields.choice(
        "level", tr("Level of responsibility"), [(one.name, one.number) for one in framework.levels]
    )
    fields.lines("titles", tr("Job titles that mean this role"))
    standards = [(f"{one.id} {one.name}", str(one.id)) for one in framework.standards.values()]
    fields.several("standards", tr("Standards that go with it"), standards)
    fields.asks("asks", tr("What it asks of a person's skills"), seen)
    fields.lines("qualifications", tr("Qualifications that people often have (not mandatory)"))
    fields.lines("experience", tr("Experience that people often bring"))
    fields.tick("entry", tr("People often start with this role"))


def _route(fields: Fields, seen: CollegeLayer) -> None:
    catalogue = seen.library.catalogue
    fields.paragraph("step", tr("What the step asks"))
    kinds = [(capital(tr(one.value)), one.value) for one in RouteKind]
    fields.choice("kind", tr("Kind of step"), kinds)
    fields.span("months")
    fields.several(
        "qualifications",
        tr("Qualifications that help (not mandatory)"),
        [(one.name, str(one.id)) for one in catalogue.qualifications.values()],
    )
    fields.several(
        "cpd", tr("Development that helps"), [(one.name, one.id) for one in catalogue.cpd.values()]
    )
    fields.lines("certificates", tr("Certificates that help"))
    fields.lines("experience", tr("Experience that helps"))


def _title(fields: Fields, seen: CollegeLayer) -> None:
    roles = seen.library.framework.roles.values()
    fields.line("title", tr("Job title"))
    fields.choice("role", tr("It stands for"), [(one.name, one.id) for one in roles])
    kinds = [(capital(tr(one)), one) for one in _CATEGORIES]
    fields.choice("category", tr("Kind of support"), kinds)


def _level(fields: Fields, _seen: CollegeLayer) -> None:
    fields.line("name", tr("Name of the level"))
    fields.paragraph("summary", tr("What somebody answers for at this level"))
    fields.note("pay_note", tr("Note on pay; left empty, the map says nothing of pay"))


def _qualification(fields: Fields, seen: CollegeLayer) -> None:
    catalogue, framework = seen.library.catalogue, seen.library.framework
    fields.form.say(tr("No qualification is mandatory."))
    fields.line("name", tr("Name"))
    fields.lines("also", tr("Other names and short forms"))
    fields.paragraph("summary", tr("What it is"))
    kinds = [(capital(tr(one.value)), one.value) for one in QualificationKind]
    fields.choice("kind", tr("Kind"), kinds)
    fields.band_and_level(tr("Level"), catalogue.bands.values())
    fields.todays_name()
    standards = [(f"{one.id} {one.name}", str(one.id)) for one in framework.standards.values()]
    fields.several("covers", tr("Standards it is built on (none ticked: not said)"), standards)
    fields.lines("offered_by", tr("Who offers it"))
    audiences = [(capital(tr(one.value)), one.value) for one in Audience]
    fields.several("audience", tr("Who it is for"), audiences)
    others = [
        (one.name, str(one.id))
        for one in catalogue.qualifications.values()
        if one.id != fields.entry
    ]
    fields.several("after", tr("Usually taken before it"), others)
    statements = [(one.text, str(one.id)) for one in framework.statements.values()]
    fields.several("closes", tr("Skills that it helps with"), statements)
    fields.day("checked", tr("Last checked"))


def story_fields(fields: Fields, seen: CollegeLayer) -> StepsField:
    """All that a story says, its name and whoever agreed apart; hands back the steps."""
    fields.line("about", tr("Title: what the story is about"))
    steps = fields.steps("step", tr("Steps"), seen)
    fields.lines("told", tr("The story in their own words"))
    fields.lines("helped", tr("What helped"))
    fields.lines("hindered", tr("What stood in the way"))
    return steps


def _story(fields: Fields, seen: CollegeLayer) -> None:
    fields.line("name", tr("Name in the story"))
    if "consent" in fields.now:
        fields.choice("consent", tr("They agreed to it being"), consents())
    story_fields(fields, seen)


def _prompt(fields: Fields, _seen: CollegeLayer) -> None:
    fields.line("text", tr("What is asked"))
    fields.note("help", tr("What it is for"))
    fields.number("place", tr("Place: small numbers are asked first"), 1, 9_999)


def consents() -> list[tuple[str, str]]:
    """What somebody may have agreed to."""
    return [(capital(tr(one.value)), one.value) for one in Consent]


_TITLES = {
    LayerKind.ROLE: "Change a role",
    LayerKind.ROUTE: "Change a route",
    LayerKind.TITLE: "Change a job title",
    LayerKind.LEVEL: "Change a level",
    LayerKind.QUALIFICATION: "Change a qualification",
    LayerKind.STORY: "Change a story",
    LayerKind.PROMPT: "Change a prompt",
}
_FORMS: dict[LayerKind, Callable[[Fields, CollegeLayer], None]] = {
    LayerKind.ROLE: _role,
    LayerKind.ROUTE: _route,
    LayerKind.TITLE: _title,
    LayerKind.LEVEL: _level,
    LayerKind.QUALIFICATION: _qualification,
    LayerKind.STORY: _story,
    LayerKind.PROMPT: _prompt,
}
