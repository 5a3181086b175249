"""The preparation list in words: who is due, how far each has come, what is done next."""

from datetime import date

from lsadesk.domain.appraisals.appraisal import Appraisal, DueState, Stage
from lsadesk.domain.staff.people import Contract
from lsadesk.operations.appraisals.preparing import Preparation, PreparationRow
from lsadesk.ui.appraisal.wording import on_day
from lsadesk.ui.widgets.tables import Column
from lsadesk.ui.words import count, tr

DUE = 2  # the column by which the list is in order at first: who never had one, then by day
APPRAISER, TEAM = 3, 4  # columns that say nothing where they say the same of everybody


def columns() -> tuple[Column[PreparationRow], ...]:
    """Name, how it stands, when it is due, with whom."""
    return (
        Column(tr("Name"), lambda row: row.sort_name, width=28),
        Column(tr("How it stands"), standing_words, width=24),
        Column(tr("Due"), due_words, sort=_due_day, width=14),
        Column(tr("Appraiser"), lambda row: row.appraiser or tr("nobody yet"), width=13),
        Column(tr("Team"), lambda row: row.team, width=10),
        Column(tr("Contract"), lambda row: contract_words(row.contract), width=10),
    )


def standing_words(row: PreparationRow) -> str:
    """How far a person's appraisal has come."""
    if row.due.state is DueState.UNDER_WAY and row.appraisal is not None:
        return stage_words(row.appraisal)
    if row.self_waits:
        return tr("Self-assessment handed in")
    words = {
        DueState.NEVER: tr("Has not had one yet"),
        DueState.DUE: tr("Due, not started"),
    }
    return words.get(row.due.state, tr("Signed {day}", day=on_day(row.last_on)))


def stage_words(appraisal: Appraisal) -> str:
    """How far an appraisal has come; who has handed in, never what."""
    if appraisal.stage is not Stage.RATING:
        return _stage_words()[appraisal.stage]
    if appraisal.self_in_at is not None:
        return tr("Person's part handed in")
    if appraisal.ratings_in_at is not None:
        return tr("Appraiser's part handed in")
    return tr("Begun, nothing handed in")


def _stage_words() -> dict[Stage, str]:
    return {
        Stage.READY: tr("Ready to meet"),
        Stage.MEETING: tr("Meeting begun"),
        Stage.UNSIGNED: tr("Agreed, to be signed"),
        Stage.SIGNED: tr("Signed"),
        Stage.REPLACED: tr("Replaced by a newer version"),
    }


def due_words(row: PreparationRow) -> str:
    """The day on which it is due or is to be held; "now" where there was never one."""
    return tr("now") if row.due.state is DueState.NEVER else on_day(_due_day(row))


def _due_day(row: PreparationRow) -> date:
    if row.appraisal is not None and row.due.state is DueState.UNDER_WAY:
        return row.appraisal.cycle
    return row.due.on or date.min


def contract_words(contract: Contract) -> str:
    """A kind of contract, with a capital."""
    return tr(contract.value.capitalize())


def counted_words(seen: Preparation) -> str:
    """The whole list in a sentence."""
    states = [row.due.state for row in seen.rows]
    told = [
        (
            DueState.NEVER,
            count(states.count(DueState.NEVER), "has not had one", "have not had one"),
        ),
        (DueState.DUE, tr("{number} due", number=states.count(DueState.DUE))),
        (DueState.UNDER_WAY, tr("{number} under way", number=states.count(DueState.UNDER_WAY))),
        (DueState.LATER, tr("{number} not due yet", number=states.count(DueState.LATER))),
    ]
    return ", ".join(words for state, words in told if state in states)
