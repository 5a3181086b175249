"""What the soft rules say of a person in a place, of a plan, and of somebody's hours."""

from collections.abc import Iterable

from lsadesk.domain.deployment import rules
from lsadesk.domain.deployment.explain import SHORT, WhyHours
from lsadesk.domain.deployment.marginal import SoftCost
from lsadesk.domain.deployment.weights import Strength
from lsadesk.ui.words import count, tr


def soft_lines(costs: Iterable[SoftCost]) -> list[str]:
    """Each rule that has something to say, with what it costs or saves."""
    return [f"{_sign(each)} {_said(each)} ({_points(each.cost)})" for each in costs]


def times(often: int) -> str:
    """How often a rule is broken."""
    return tr("once") if often == 1 else tr("{n} times", n=f"{often:,}")


def strength_name(strength: Strength) -> str:
    """A step of a dial, as it is shown."""
    return {
        Strength.OFF: tr("Off"),
        Strength.LITTLE: tr("A little"),
        Strength.USUAL: tr("As usual"),
        Strength.MORE: tr("More"),
        Strength.MOST: tr("Most"),
    }[strength]


def dial_title(name: str) -> str:
    """What a dial is called."""
    return {
        rules.FIT.name: tr("Fit of expertise"),
        rules.TEAM.name: tr("Small familiar teams"),
        rules.ONE_PERSON.name: tr("Not leaning on one person"),
        rules.PLANNING.name: tr("Time to plan with teachers"),
        rules.DUTIES.name: tr("Unpopular duties shared"),
        rules.HOPES.name: tr("What people hope for"),
        rules.FAIR.name: tr("Fair hours"),
        rules.CHANGE.name: tr("Little change to a plan"),
    }[name]


def rule_title(name: str) -> str:
    """What a soft rule is called where its cost is told."""
    if name == rules.SHORTFALL.name:
        return tr("Places not covered")
    if name == rules.FAR.name:
        return tr("Hours far from fair")
    if name == rules.FLOOR.name:
        return tr("Hardly any hours")
    return dial_title(name)


def hours_lines(name: str, why: WhyHours) -> list[str]:
    """Why somebody has the hours they have, and what keeps them from more."""
    has = tr("{name} has {hours} h of sessions this week.", name=name, hours=_hours(why.minutes))
    lines = [has]
    if why.share is None:
        lines.append(tr("No contract hours are known, so there is no fair share to compare with."))
    else:
        low, high = (_hours(minutes) for minutes in why.fair)
        lines.append(
            tr(
                "A fair share of the {contract} h contract is {share} h this week; "
                "{low} to {high} h counts as fair.",
                contract=_hours(why.contract or 0),
                share=_hours(why.share),
                low=low,
                high=high,
            )
        )
    if why.within is not None:
        lines.append(str(why.within))
    if why.kept:
        kept = ", ".join(f"{number} {_kept(rule)}" for rule, number in why.kept)
        total = sum(number for _, number in why.kept)
        places = count(total, "place", "places")
        lines.append(tr("Of {places} not covered: {kept}.", places=places, kept=kept))
    return lines


def _kept(rule: str) -> str:
    return SHORT[rule] if rule else tr("they could take")


def _sign(each: SoftCost) -> str:
    return "\u2013" if each.often > 0 else "\u2713"


def _said(each: SoftCost) -> str:
    worse, better = {
        rules.FIT.name: (tr("does not yet know what would help"), ""),
        rules.TEAM.name: (tr("one face more than the group's usual team"), ""),
        rules.ONE_PERSON.name: (tr("the learner would lean on one person"), ""),
        rules.PLANNING.name: (
            tr("no time when both the teacher and they are free to plan"),
            tr("more time to plan with a teacher"),
        ),
        rules.DUTIES.name: (tr("more than their share of duties that few like"), ""),
        rules.HOPES.name: ("", tr("something they hope for")),
        rules.FAIR.name: (
            tr("hours go away from a fair share"),
            tr("hours come nearer a fair share"),
        ),
        rules.FAR.name: (
            tr("hours go far from a fair share"),
            tr("hours are less far from a fair share"),
        ),
        rules.FLOOR.name: (
            tr("little is left of a fair share"),
            tr("hours for somebody who has little of their share"),
        ),
    }[each.rule.name]
    return worse if each.often > 0 else better


def _points(cost: int) -> str:
    if cost < 0:
        return tr("saves {cost}", cost=f"{-cost:,}")
    return tr("costs {cost}", cost=f"{cost:,}") if cost else tr("does not count")


def _hours(minutes: int) -> str:
    return f"{minutes / 60:.1f}".removesuffix(".0")
