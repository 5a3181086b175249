"""The framework in the college's own words (A01). Names of roles and titles stay as they are."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from lsadesk.domain.careers.framework import Criterion, Framework, Role, Standard, Statement

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")
Say = Callable[[str], str]


def framework_said(framework: Framework, say: Say) -> Framework:
    """*framework* with all that it asks and explains as *say* puts it."""
    return replace(
        framework,
        levels=tuple(said(level, say, "summary") for level in framework.levels),
        roles={key: _role(role, say) for key, role in framework.roles.items()},
        routes=tuple(said(route, say, "step") for route in framework.routes),
        standards={key: _standard(one, say) for key, one in framework.standards.items()},
        parts=tuple(said(part, say, "name", "intro") for part in framework.parts),
        statements={key: _statement(one, say) for key, one in framework.statements.items()},
        questions={
            key: said(question, say, "text", "hint", "meaning")
            for key, question in framework.questions.items()
        },
    )


def said(entry: T, say: Say, *names: str) -> T:
    """*entry* with the texts of those *names* as *say* puts them."""
    return replace(entry, **{name: say(getattr(entry, name)) for name in names})


def _role(role: Role, say: Say) -> Role:
    return replace(said(role, say, "summary"), experience=tuple(map(say, role.experience)))


def _standard(standard: Standard, say: Say) -> Standard:
    criteria = tuple(
        Criterion(say(one.text), {layer: say(words) for layer, words in one.layers.items()})
        for one in standard.criteria
    )
    return replace(said(standard, say, "name", "summary"), criteria=criteria)


def _statement(statement: Statement, say: Say) -> Statement:
    not_yet, directed, guided, alone, leading = map(say, statement.levels)
    return replace(
        said(statement, say, "text", "example", "meaning"),
        levels=(not_yet, directed, guided, alone, leading),
    )
