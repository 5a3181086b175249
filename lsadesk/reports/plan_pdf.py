"""One person's development plan on paper, for the people in it to sign."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from reportlab.platypus import Flowable, KeepTogether, PageBreak, Spacer, Table, TableStyle

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.development import DevelopmentPlanSheet, PlanAction, in_order, strengths
from lsadesk.domain.skills import SPOKEN, code_of
from lsadesk.reports.pages import (
    BODY,
    LINE,
    NOTE,
    SMALL,
    STRONG,
    TITLE,
    headed,
    table,
    text,
    write_pdf,
)
from lsadesk.reports.profile_chart import ProfileChart, ProfileKey

_CHART_ROWS = 12  # a picture cannot be split, so it comes in parts
_CHART_ROOM = 270
_PROMISE = (
    "This plan is a map, not a promise of promotion or pay. It can be changed at any time "
    "by the people who made it."
)
_SOURCE = (
    "Levels and ways of developing follow the LSIS report of March 2011 on career structure "
    "and progression pathways for learning support assistants (S. Faraday)."
)
_STAYING = "Wants to stay in the present role. That is a full answer, and it is respected."
_COLUMNS = (("What", 150), ("Why", 118), ("How", 62), ("With whose help", 88), ("By when", 62))


def write_plan(plan: DevelopmentPlanSheet, path: Path) -> None:
    """Write the plan to *path*; the same plan always gives the same bytes.

    Raises `UserError` where the file cannot be written; an older one then stays.
    """
    write_pdf(
        path,
        list(_story(plan)),
        title=f"Development plan, {plan.name}",
        footer=f"{plan.college}: plan of {plan.name}, {uk_date(plan.day)}. Confidential.",
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
        footer=f"{plans[0].college}: development plans, {uk_date(plans[0].day)}. Confidential.",
    )


def write_plans(
    plans: Sequence[tuple[DevelopmentPlanSheet, Path]],
    *,
    progress: Callable[[int, int], None],
    should_stop: Callable[[], bool],
) -> int:
    """Write many plans, saying (done, of how many) after each; how many were written."""
    for done, (plan, path) in enumerate(plans):
        if should_stop():
            return done
        write_plan(plan, path)
        progress(done + 1, len(plans))
    return len(plans)


def _story(plan: DevelopmentPlanSheet) -> Iterator[Flowable]:
    about = " \u00b7 ".join(part for part in (plan.title, plan.team, plan.college) if part)
    yield text(plan.name, TITLE)
    yield text(about, STRONG)
    yield text(f"Development plan as agreed on {uk_date(plan.day)}", NOTE)
    yield from _strengths(plan)
    yield from _wishes(plan)
    yield from _actions(plan.actions)
    yield from _profile(plan)
    yield KeepTogether([Spacer(1, 14), *_signatures(plan)])


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
        yield text("None said yet; there is no hurry.")


def _actions(actions: Sequence[PlanAction]) -> Iterator[Flowable]:
    yield from headed("What we agreed to do")
    if not actions:
        yield text("Nothing for now.")
        return
    rows = [[text(heading, STRONG) for heading, _ in _COLUMNS]]
    rows += [
        [text(words, SMALL) for words in _action_cells(action)] for action in in_order(actions)
    ]
    yield table(rows, [width for _, width in _COLUMNS])


def _action_cells(action: PlanAction) -> tuple[str, ...]:
    due = uk_date(action.due) if action.due else "no date yet"
    when = f"\u2713 done {uk_date(action.done_on)}" if action.done_on else due
    return (action.what, action.why, action.mode.value, action.helper, when)


def _profile(plan: DevelopmentPlanSheet) -> Iterator[Flowable]:
    if not plan.profile:
        return
    yield from headed("Profile", room=_CHART_ROOM)
    yield text(
        "0 not yet, 1 under direct instruction, 2 with guidance, 3 independently, 4 leads", NOTE
    )
    yield ProfileKey()
    for start in range(0, len(plan.profile), _CHART_ROWS):
        yield ProfileChart(plan.profile[start : start + _CHART_ROWS])


def _signatures(plan: DevelopmentPlanSheet) -> Iterator[Flowable]:
    rows = [
        [text(who, BODY), text("Signed", NOTE), text("Date", NOTE)]
        for who in (plan.name, *plan.signers)
    ]
    lines = ("LINEBELOW", (1, 0), (2, -1), 0.5, LINE)
    style = TableStyle([lines, ("VALIGN", (0, 0), (-1, -1), "BOTTOM")])
    yield from headed("Signatures")
    yield Table(rows, colWidths=[180, 190, 110], rowHeights=30, style=style, hAlign="LEFT")
    yield Spacer(1, 8)
    yield text(_PROMISE, NOTE)
    yield text(_SOURCE, NOTE)
