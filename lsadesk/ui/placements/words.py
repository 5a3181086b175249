"""Placements and their entries, in words and columns."""

from datetime import date

from lsadesk.domain.calendar import monday_of, uk_date
from lsadesk.domain.placements.placements import (
    Entry,
    EntryKind,
    PlacementRecord,
    ToWrite,
    in_short,
    last_visit,
    weeks_over,
    weeks_without_feedback,
    when_words,
)
from lsadesk.ui.widgets.tables import Column
from lsadesk.ui.words import count, tr


def kind_words(kind: EntryKind) -> str:
    """What an entry is."""
    return {
        EntryKind.VISIT: tr("Visit"),
        EntryKind.FEEDBACK: tr("Weekly feedback"),
        EntryKind.END: tr("End report"),
    }[kind]


def feedback_words(record: PlacementRecord, today: date) -> str:
    """Of which weeks nothing is told yet: said, and no more than that."""
    over = len(weeks_over(record, today))
    missing = len(weeks_without_feedback(record, today))
    if not over:
        return tr("no week is over yet")
    if not missing:
        return tr("\u2713 each week")
    if record.of_kind(EntryKind.END):
        return tr("told for {told} of {over} weeks", told=over - missing, over=over)
    return tr(
        "\u25cb {weeks} without feedback, of {over}",
        weeks=count(missing, "week", "weeks"),
        over=over,
    )


def about_lines(record: PlacementRecord) -> list[str]:
    """What helps, when, what the learner does, and whom to ask there."""
    placement = record.placement
    parts = (
        (tr("What helps"), placement.helps),
        (tr("Days"), when_words(placement)),
        (tr("Does"), placement.does),
        (tr("Contact"), placement.contact),
    )
    return [f"{head}: {words}" for head, words in parts if words]


def placement_columns(today: date) -> list[Column[PlacementRecord]]:
    """Who is where, and what was last heard."""
    return [
        Column(tr("Learner"), lambda each: each.reference, width=10),
        Column(tr("Where"), lambda each: each.placement.place, width=24),
        Column(
            tr("When"),
            lambda each: f"{uk_date(each.placement.starts)} - {uk_date(each.placement.ends)}",
            sort=lambda each: each.placement.starts,
            width=26,
        ),
        Column(tr("LSA"), lambda each: each.lsa or tr("nobody"), width=18),
        Column(
            tr("Last visit"),
            _last_visit,
            sort=lambda each: last_visit(each) or date.min,
            width=14,
        ),
        Column(
            tr("Next visit"),
            lambda each: _next_visit(each, today),
            sort=lambda each: each.placement.visit_on or date.max,
            width=20,
        ),
        Column(
            tr("Feedback"),
            lambda each: feedback_words(each, today),
            sort=lambda each: -len(weeks_without_feedback(each, today)),
            width=30,
        ),
        Column(tr("End report"), _end, width=16),
    ]


def entry_columns() -> list[Column[Entry]]:
    """What was written, by day."""
    return [
        Column(tr("Day"), entry_day, sort=lambda each: each.on, width=22),
        Column(tr("What it is"), lambda each: kind_words(each.kind), width=18),
        Column(tr("What it says"), in_short, width=60),
    ]


def entry_day(entry: Entry) -> str:
    """Its day; of weekly feedback the week."""
    if entry.kind is EntryKind.FEEDBACK:
        return tr("week of {day}", day=uk_date(monday_of(entry.on)))
    return uk_date(entry.on)


def _last_visit(record: PlacementRecord) -> str:
    day = last_visit(record)
    return tr("none yet") if day is None else uk_date(day)


def _next_visit(record: PlacementRecord, today: date) -> str:
    wanted, seen = record.placement.visit_on, last_visit(record)
    if wanted is None or (seen is not None and seen >= wanted):
        return tr("none arranged")
    if wanted < today:
        return tr("\u25cb was for {day}", day=uk_date(wanted))
    return uk_date(wanted)


def due_words(due: ToWrite, today: date) -> str:
    """What is to be done of a placement, in one line that says whose it is."""
    said = []
    if due.visit_on is not None:
        day = uk_date(due.visit_on)
        was = due.visit_on < today
        said.append(tr("a visit was for {day}", day=day) if was else tr("visit on {day}", day=day))
    if due.weeks:
        weeks = count(due.weeks, "week", "weeks")
        said.append(tr("feedback of {weeks} to write", weeks=weeks))
    if due.end:
        said.append(tr("the end report to write"))
    whose = tr("{learner}, {place}", learner=due.reference, place=due.place)
    return f"{whose}: {', '.join(said)}"


def _end(record: PlacementRecord) -> str:
    return tr("\u2713 written") if record.of_kind(EntryKind.END) else tr("still to come")
