"""The questions behind a new role, route, title, level or qualification of the college's own."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from lsadesk.domain.careers.catalogue import Consent, QualificationKind
from lsadesk.domain.careers.framework import RouteKind
from lsadesk.domain.careers.layer import LayerKind
from lsadesk.domain.changes import Done
from lsadesk.operations.careers import layer
from lsadesk.operations.careers.layer import CollegeLayer, OpenEntry
from lsadesk.operations.desk import Desk
from lsadesk.ui.library.own_change import WIDTH, Fields, consents, story_fields
from lsadesk.ui.library.words import capital
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.words import tr

Adding = Callable[[Desk], Done[str]]
Asked = Callable[[], Adding]  # makes the operation of what was filled in


def ask_new(parent: QWidget, kind: LayerKind, seen: CollegeLayer) -> Adding | None:
    """Ask for a new entry of *kind*; the operation that adds it, or None."""
    question = Question(
        parent, tr(_TITLES[kind]), tr(_SAID[kind]) if kind in _SAID else "", tr("Add")
    )
    form = question.form
    adding = _FORMS[kind](form, seen, question)
    return adding() if question.answered() else None


def _role(form: Form, seen: CollegeLayer, question: Question) -> Asked:
    framework = seen.library.framework
    name = _name(form, question, tr("Name of the role"))
    lane = form.choice(tr("Family"), [(one.name, one.id) for one in framework.lanes])
    level = form.choice(
        tr("Level of responsibility"), [(one.name, one.number) for one in framework.levels]
    )
    summary = form.text(tr("What it is, in a sentence"))

    def adding() -> Adding:
        said = {"summary": summary.text().strip()} if summary.text().strip() else {}
        text, family, height = name.text(), lane.chosen_as(str), level.chosen_as(int)
        return lambda desk: layer.add_role(desk, text, lane=family, level=height, **said)

    return adding


def _route(form: Form, seen: CollegeLayer, question: Question) -> Asked:
    roles = [(one.name, one.id) for one in seen.library.framework.roles.values()]
    origin = form.choice(tr("From"), roles)
    destination = form.choice(tr("To"), roles, roles[-1][1])
    kind = form.choice(tr("Kind of step"), [(capital(tr(one.value)), one) for one in RouteKind])
    step = _name(form, question, tr("What the step asks, in a sentence"))

    def adding() -> Adding:
        ends = origin.chosen_as(str), destination.chosen_as(str)
        chosen, text = kind.chosen_as(RouteKind).value, step.text().strip()
        return lambda desk: layer.add_route(desk, *ends, kind=chosen, step=text)

    return adding


def _title(form: Form, seen: CollegeLayer, question: Question) -> Asked:
    title = _name(form, question, tr("Job title, as your college says it"))
    roles = [(one.name, one.id) for one in seen.library.framework.roles.values()]
    role = form.choice(tr("It stands for"), roles)

    def adding() -> Adding:
        text, chosen = title.text(), role.chosen_as(str)
        return lambda desk: layer.add_title(desk, text, chosen)

    return adding


def _level(form: Form, seen: CollegeLayer, question: Question) -> Asked:
    name = _name(form, question, tr("Name of the level"))
    free = max((one.number for one in seen.library.framework.levels), default=0) + 1
    number = form.number(
        tr("Its height on the map"), free, 0, 99, hint=tr("A number that no level has yet.")
    )

    def adding() -> Adding:
        text, height = name.text(), number.value()
        return lambda desk: layer.add_level(desk, height, text)

    return adding


def _qualification(form: Form, seen: CollegeLayer, question: Question) -> Asked:
    bands = seen.library.catalogue.bands
    name = _name(form, question, tr("Name of the qualification"))
    levels = [
        (tr("Level {level}", level=level), (band.id, level))
        for band in bands.values()
        for level in band.levels
    ]
    level = form.choice(tr("Level"), levels)
    kind = form.choice(
        tr("Kind"),
        [(capital(tr(one.value)), one) for one in QualificationKind],
        QualificationKind.RELATED,
    )
    summary = form.text(tr("What it is, in a sentence"))

    def adding() -> Adding:
        said = {"kind": kind.chosen_as(QualificationKind).value}
        if summary.text().strip():
            said["summary"] = summary.text().strip()
        text, (band, number) = name.text(), level.chosen_as(tuple)
        return lambda desk: layer.add_qualification(desk, text, band=band, level=number, **said)

    return adding


def _story(form: Form, seen: CollegeLayer, question: Question) -> Asked:
    question.setMinimumWidth(WIDTH)
    name = form.text(tr("Name in the story"), hint=tr("Another name than theirs is safest."))
    consent = form.choice(tr("They agreed to it being"), [(tr("Not asked yet"), ""), *consents()])
    fields = Fields(OpenEntry(LayerKind.STORY, "", {}, {}, 0), form)
    steps = story_fields(fields, seen)

    def dress() -> None:
        said = name.text().strip() and consent.chosen() and steps.steps()
        question.yes.setEnabled(bool(said))

    def adding() -> Adding:
        text, agreed, said = name.text(), Consent(consent.chosen_as(str)), fields.said()
        taken = said.pop("step")
        return lambda desk: layer.add_story(desk, text, agreed, taken, **said)

    for changed in (name.textChanged, consent.currentIndexChanged, steps.changed):
        changed.connect(dress)
    dress()
    return adding


def _prompt(form: Form, seen: CollegeLayer, question: Question) -> Asked:
    text = _name(form, question, tr("What is asked"))
    help_ = form.text(tr("What it is for"), long=True)
    last = max((one.place for one in seen.library.meeting), default=0)
    place = form.number(tr("Place: small numbers are asked first"), last + 10, 1, 9_999)

    def adding() -> Adding:
        said, aside, at = text.text(), help_.text().strip(), place.value()
        return lambda desk: layer.add_prompt(desk, said, help=aside, place=at)

    return adding


def _name(form: Form, question: Question, name: str) -> QLineEdit:
    """A line that has to be filled in before anything is added."""
    field = form.text(name)
    question.yes.setEnabled(False)
    field.textChanged.connect(lambda text: question.yes.setEnabled(bool(text.strip())))
    return field


_TITLES = {
    LayerKind.ROLE: "Add a role",
    LayerKind.ROUTE: "Add a route",
    LayerKind.TITLE: "Add a job title",
    LayerKind.LEVEL: "Add a level",
    LayerKind.QUALIFICATION: "Add a qualification",
    LayerKind.STORY: "Add a story of your college's own",
    LayerKind.PROMPT: "Add a prompt for appraisals",
}
_SAID = {
    LayerKind.QUALIFICATION: "It is not mandatory, as no qualification is.",
    LayerKind.STORY: "Everybody can read it on the career map. Names of your staff are taken out, "
    "except of whoever agreed; write of learners without names. Colleagues may still guess.",
    LayerKind.PROMPT: "Appraisals that begin from now on ask it. Those under way keep the prompts "
    "they began with.",
    LayerKind.LEVEL: "A level says how much a role answers for, not what it is worth.",
}
_FORMS: dict[LayerKind, Callable[[Form, CollegeLayer, Question], Asked]] = {
    LayerKind.ROLE: _role,
    LayerKind.ROUTE: _route,
    LayerKind.TITLE: _title,
    LayerKind.LEVEL: _level,
    LayerKind.QUALIFICATION: _qualification,
    LayerKind.STORY: _story,
    LayerKind.PROMPT: _prompt,
}
