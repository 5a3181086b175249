"""One person's development plan on paper, for the people in it to sign."""

from collections.abc import Iterator, Sequence
from math import ceil
from pathlib import Path

from reportlab.platypus import Flowable, PageBreak, Spacer

from lsadesk.domain.auditing.skills import SPOKEN, code_of
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.developing.attached import in_words
from lsadesk.domain.developing.development import (
    Funder,
    PlanAction,
    Progress,
    in_order,
    strengths,
)
from lsadesk.domain.developing.plan_sheet import DevelopmentPlanSheet
from lsadesk.domain.developing.plan_words import hours_words, price_words
from lsadesk.reports.long_texts import LongTexts, in_short
from lsadesk.reports.pages import (
    NOTE,
    STRONG,
    TITLE,
    headed,
    signature_lines,
    table,
    text,
    write_pdf,
)
from lsadesk.reports.profile_chart import ProfileChart, ProfileKey
from lsadesk.reports.signed import with_signatures

_CHART_ROWS = 12  # a picture cannot be split, so it comes in parts
_CHART_ROOM = 300
_PROMISE = (
    "This plan is a map, not a promise of promotion. It can be changed at any time "
    "by the people who made it."
)
_SOURCE = (
    "Levels and ways of developing follow the LSIS report of March 2011 on career structure "
    "and progression pathways for learning support assistants (S. Faraday)."
)
_STAYING = "Wants to stay in the present role. That is a full answer, and it is respected."
_NO_WISH = "No wish was told for this plan. Whether and what one wishes is one's own to say."
_COLUMNS = (("What", 146), ("Why", 110), ("How", 66), ("With whose help", 110), ("By when", 66))


def write_plan(plan: DevelopmentPlanSheet, path: Path) -> None:
    """Write the plan to *path*; the same plan always gives the same bytes.

    Raises `UserError` where the file cannot be written; an older one then stays.
    """
    write_pdf(
        path,
        list(_story(plan)),
        title=f"Development plan, {plan.name}",
        footer=f"Confidential. Plan of {plan.name}, {uk_date(plan.day)}, {plan.college}",
    )


def write_plan_book(plans: Sequence[DevelopmentPlanSheet], path: Path) -> None:
    """Write several people's plans as one document, each from a new page.

    Raises `UserError` where the file cannot be written; an older one then stays.
    """
    if len(plans) == 1:
        write_plan(plans[0], path)
        return
    story: list[Flowable] = []
    for plan in plans:
        story += [*_story(plan), PageBreak()]
    write_pdf(
        path,
        story[:-1],
        title=f"Development plans, {len(plans)} people",
        footer=f"Confidential. Development plans, {uk_date(plans[0].day)}, {plans[0].college}",
    )


def _story(plan: DevelopmentPlanSheet) -> Iterator[Flowable]:
    about = " \u00b7 ".join(part for part in (plan.title, plan.team, plan.college) if part)
    yield text(plan.name, TITLE)
    yield text(about, STRONG)
    yield text(f"Development plan as it stood on {uk_date(plan.day)}", NOTE)
    parts = (
        _strengths(plan),
        _wishes(plan),
        _actions(plan.actions),
        _review(plan),
        _notes(plan),
        _files(plan),
        _profile(plan),
    )
    told = [each for part in parts for each in part]
    yield from with_signatures(told, list(_signatures(plan)))


def _strengths(plan: DevelopmentPlanSheet) -> Iterator[Flowable]:
    yield from headed("Strengths")
    lines = strengths(plan.profile)
    if not lines:
        yield text("To be talked about at the next meeting.")
        return
    words = (f"{line.skill.name}: {SPOKEN[code_of(line.shown)].split(', ')[1]}" for line in lines)
    yield text("\n".join(f"\u2713 {each}" for each in words))


def _wishes(plan: DevelopmentPlanSheet) -> Iterator[Flowable]:
    yield from headed("Wishes")
    if plan.staying_put:
        yield text(_STAYING)
    for wish in plan.wishes:
        yield text(f"\u2022 {wish}")
    if not plan.wishes and not plan.staying_put:
        yield text(_NO_WISH)


def _actions(actions: Sequence[PlanAction]) -> Iterator[Flowable]:
    yield from headed("What we agreed to do")
    if not actions:
        yield text("Nothing for now.")
        return
    rows = [[text(heading, STRONG) for heading, _ in _COLUMNS]]
    long_texts = LongTexts()
    for action in in_order(actions):
        rows.append([long_texts.cell(words, action.what) for words in _action_cells(action)])
    yield table(rows, [width for _, width in _COLUMNS])
    yield from long_texts.below()


def _action_cells(action: PlanAction) -> tuple[str, ...]:
    what = [action.what]
    if action.outcome:
        what.append(f"What came of it: {action.outcome}")
    if action.follow_up:
        what.append(f"What changed at work: {action.follow_up}")
    if action.progress is Progress.NOT_NOW and action.not_now_because:
        what.append(f"Not now: {action.not_now_because}")
    return (
        "\n".join(what),
        action.why,
        action.mode.value,
        "\n".join(part for part in (action.helper, *_given_for(action)) if part),
        _when(action),
    )


def _given_for(action: PlanAction) -> Iterator[str]:
    """What the helper gives, what it costs and who pays; nothing where nobody said."""
    if action.helper and action.helper_minutes:
        yield f"gives {hours_words(action.helper_minutes)}"
    if action.release_minutes:
        yield f"released for {hours_words(action.release_minutes)}"
    cost = price_words(action.cost_pence)
    is_paid = action.funder is not Funder.NOT_SAID and action.cost_pence != 0
    payer = f"paid by {action.funder.value}" if is_paid else ""
    if cost or payer:
        yield ", ".join(part for part in (cost, payer) if part)


def _when(action: PlanAction) -> str:
    due = uk_date(action.due) if action.due else "no date yet"
    match action.progress:
        case Progress.DONE if action.done_on is not None:
            return f"\u2713 done {uk_date(action.done_on)}"
        case Progress.NOT_NOW:
            return "not now"
        case Progress.UNDER_WAY:
            return f"{due}\nunder way"
        case _:
            return due


def _review(plan: DevelopmentPlanSheet) -> Iterator[Flowable]:
    """The newest review, each line as it stood then; nothing before the first."""
    review = plan.review
    if review is None and plan.next_review is None:
        return
    yield from headed("Last review")
    if review is not None:
        yield text(f"{uk_date(review.held_on)}, written down by {review.signed}", NOTE)
        if review.said:
            yield text(review.said)
        for line in review.lines:
            told = f": {line.words}" if line.words else ""
            yield text(f"\u2022 {in_short(line.what)} ({line.progress.value}){told}")
    if plan.next_review is not None:
        yield text(f"Next review: {uk_date(plan.next_review)}")


def _notes(plan: DevelopmentPlanSheet) -> Iterator[Flowable]:
    """What was written down in passing, by whoever it was."""
    if not plan.notes:
        return
    yield from headed("Notes and evidence")
    lines = {action.id: action.what for action in plan.actions}
    for note in plan.notes:
        about = "" if note.about not in lines else f" for \u201c{in_short(lines[note.about])}\u201d"
        yield text(f"{uk_date(note.day)}, {note.signed}, {note.kind.value}{about}", NOTE)
        yield text(note.text)


def _files(plan: DevelopmentPlanSheet) -> Iterator[Flowable]:
    """What is attached to the actions, by name: a copy of it is in the program."""
    with_files = [action for action in plan.actions if plan.files.get(action.id)]
    if not with_files:
        return
    yield from headed("Attached files")
    for action in with_files:
        yield text(f"For \u201c{in_short(action.what)}\u201d", NOTE)
        for file in plan.files[action.id]:
            yield text(f"\u2022 {in_words(file)}")


def _profile(plan: DevelopmentPlanSheet) -> Iterator[Flowable]:
    if not plan.profile:
        return
    yield from headed("Profile", room=_CHART_ROOM)
    yield text(
        "0 not yet, 1 under direct instruction, 2 with guidance, 3 independently, 4 leads", NOTE
    )
    yield ProfileKey()
    lines = list(plan.profile)
    for left in range(ceil(len(lines) / _CHART_ROWS), 0, -1):
        rows = ceil(len(lines) / left)  # about as many in each: no part of a single row
        yield ProfileChart(lines[:rows])
        del lines[:rows]


def _signatures(plan: DevelopmentPlanSheet) -> Iterator[Flowable]:
    yield Spacer(1, 14)
    yield from headed("Signatures")
    yield signature_lines((plan.name, *plan.signers))
    yield Spacer(1, 8)
    yield text(_PROMISE, NOTE)
    yield text(_SOURCE, NOTE)
