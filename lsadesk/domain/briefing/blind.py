"""Sessions that an LSA would go into without knowing what they are for. Source: E R2, R5.6."""

from collections.abc import Iterable, Iterator

from lsadesk.domain.briefing.need_to_knows import AheadSession, Readiness, SessionBriefing
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.deployment.evidence import Finding, Question
from lsadesk.domain.deployment.remarks import About, Record


def gone_into_blind(ahead: Iterable[AheadSession], limit: int) -> Iterator[Finding]:
    """A finding on each session with an LSA of whose need-to-knows some are missing or old.

    *limit* is for how many days the same words serve.
    """
    for each in ahead:
        how = each.readiness(limit)
        if each.lsas and how is not Readiness.READY:
            name = _called(each)
            yield Finding(
                question=Question.BLIND,
                about=(Record(About.SESSION, each.session.id, name),),
                figure=_figure(each.told),
                sentence=_sentence(name, how, each),
            )


def _called(each: AheadSession) -> str:
    session = each.session
    what = ", ".join(part for part in (session.title, session.group) if part)
    return f"{what} ({session.day.short} {session.span}, {uk_date(each.on)})"


def _figure(told: SessionBriefing | None) -> str:
    if told is None:
        return "nothing told"
    missing = len(told.words.missing)
    return f"{missing} of 4 missing" if missing else f"told for {uk_date(told.on)}"


def _sentence(name: str, how: Readiness, each: AheadSession) -> str:
    lsas = "1 LSA goes" if len(each.lsas) == 1 else f"{len(each.lsas)} LSAs go"
    told = {
        Readiness.BLIND: "nothing is told of it.",
        Readiness.PARTLY: "what they need to know is told in part.",
        Readiness.OLD: f"what is told is {_age(each)} days old.",
    }[how]
    return f"{lsas} into {name}; {told}"


def _age(each: AheadSession) -> int:
    return 0 if each.told is None else (each.on - each.told.on).days
