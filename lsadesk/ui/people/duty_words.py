"""What each duty may see and change, in plain sentences made from the table of rights."""

from lsadesk.domain.rights import CHANGE, EXPORT, READ, TABLE, Access, Duty, Kind
from lsadesk.ui.words import tr

SENTENCES = {
    Duty.SELF: "Everyone with an account, about themselves",
    Duty.LINE_MANAGER: "Line manager, about their own people",
    Duty.APPRAISER: "Appraiser, about those they appraise",
    Duty.DEPLOYER: "Deployer, about those they deploy",
    Duty.HEAD: "Head of learning support, about everybody",
    Duty.ADMINISTRATOR: "Administrator, about everybody",
}


def duty_sentences() -> list[tuple[str, str]]:
    """For each duty its title, and what it may change, only see, and never see."""
    return [(tr(SENTENCES[duty]), duty_sentence(duty)) for duty in Duty]


def duty_sentence(duty: Duty) -> str:
    """What *duty* may change, may only see, may only take to paper, and is not shown."""
    changes = _kinds(duty, CHANGE)
    sees = [kind for kind in _kinds(duty, READ) if kind not in changes]
    prints = [kind for kind in _kinds(duty, EXPORT) if kind not in (*changes, *sees)]
    hidden = [kind for kind in Kind if not TABLE[duty].get(kind)]
    told = (
        tr("May change {kinds}.", kinds=_listed(changes)) if changes else "",
        tr("May see {kinds}.", kinds=_listed(sees)) if sees else "",
        tr("May only print {kinds}.", kinds=_listed(prints)) if prints else "",
        tr("Is not shown {kinds}.", kinds=_listed(hidden)) if hidden else "",
    )
    return "\n".join(sentence for sentence in told if sentence)


def _kinds(duty: Duty, access: Access) -> list[Kind]:
    return [kind for kind in Kind if access in TABLE[duty].get(kind, frozenset())]


def _listed(kinds: list[Kind]) -> str:
    names = [tr(kind.value) for kind in kinds]
    if len(names) == 1:
        return names[0]
    return tr("{most} and {last}", most=", ".join(names[:-1]), last=names[-1])
