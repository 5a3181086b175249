"""How the library says things, to the eye and to the ear."""

from collections.abc import Sequence

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.careers.catalogue import Barrier, Cpd, Qualification, QualificationId
from lsadesk.domain.careers.opportunities import Item, Shelf
from lsadesk.domain.staff.record import Holding
from lsadesk.operations.careers.library import OpenLibrary
from lsadesk.ui.words import tr

NOT_MANDATORY = "Not mandatory. No role asks for a qualification as a must."

# A heading and what stands under it.
Facts = Sequence[tuple[str, str]]


def capital(words: str) -> str:
    """*words* with a capital letter; the rest stays (British Sign Language)."""
    return words[:1].upper() + words[1:]


def holding_words(state: Holding | None) -> str:
    """How the person stands to it; "" where nothing is said."""
    if state is None:
        return ""
    words = {
        Holding.HELD: tr("I have it"),
        Holding.WORKING_TOWARDS: tr("I am working towards it"),
        Holding.WANTED: tr("I would like it"),
    }
    return words[state]


def level_words(item: Item) -> str:
    """Level 3; "" where it has none."""
    return "" if item.level is None else tr("Level {level}", level=item.level)


def kind_words(item: Item) -> str:
    """Its kind of qualification or group of development, or else what it is."""
    return capital(tr(item.kind))


def audience_words(item: Item) -> str:
    """Whom it is for."""
    return capital(", ".join(tr(one.value) for one in item.audience))


def spoken_item(item: Item) -> str:
    """A whole line in one breath."""
    parts = [item.name, *item.names[1:2], level_words(item), kind_words(item)]
    if item.shelf is Shelf.QUALIFICATION:
        parts.append(tr("not mandatory"))
    parts.append(holding_words(item.state))
    return ", ".join(part for part in parts if part)


def facts_of(item: Item, opened: OpenLibrary) -> Facts:
    """What is known of an entry, under headings; what nobody knows is left out."""
    entry = item.entry
    facts: list[tuple[str, str]] = []
    if isinstance(entry, Qualification):
        facts += _own(entry.id, opened)
        facts += _of_qualification(entry, opened)
    if isinstance(entry, Barrier):
        facts.append((tr("What helps"), "\n".join(f"• {one}" for one in entry.helps)))
    facts.append((tr("Who it is for"), audience_words(item)))
    if isinstance(entry, Cpd):
        facts.append((tr("How"), tr(entry.mode.value.capitalize())))
    facts.append((tr("Source"), str(entry.source)))
    facts.append((tr("Last checked"), uk_date(item.checked)))
    return [(heading, text) for heading, text in facts if text]


def _own(entry: QualificationId, opened: OpenLibrary) -> list[tuple[str, str]]:
    """What the person said of it themselves."""
    said = opened.record.qualifications if opened.record is not None else ()
    for one in said:
        if one.qualification == entry:
            when = "" if one.achieved is None else str(one.achieved)
            heading = tr("Since") if one.state is Holding.HELD else tr("Hoped for")
            return [
                (tr("Its name on my paper"), one.as_written),
                (heading, when),
                (tr("My note"), one.note),
            ]
    return []


def _of_qualification(entry: Qualification, opened: OpenLibrary) -> list[tuple[str, str]]:
    known, band = opened.catalogue.qualifications, opened.catalogue.bands[entry.band]
    after = [known[one].name for one in entry.after if one in known]  # some may be hidden
    names = [] if entry.source.document == "C" else _names(entry, opened)
    return [
        *names,
        (tr("Also called"), "; ".join(entry.also)),
        (tr("Posts at {band}", band=band.name), band.supervision),
        _own_supervision(opened),
        (tr("Who offers it"), ", ".join(entry.offered_by or band.offered_by)),
        (tr("Usually taken before it"), "; ".join(after)),
    ]


def _own_supervision(opened: OpenLibrary) -> tuple[str, str]:
    """How the reader is supervised now, to hold against that of such posts (A39)."""
    if opened.level is None:
        return tr("My LSA level"), ""
    number = opened.level.number
    return tr("My LSA level now: {number}", number=number), opened.level.supervision


def _names(entry: Qualification, opened: OpenLibrary) -> list[tuple[str, str]]:
    """The name of 2011, whatever the college calls it, and the nearest of today."""
    today = entry.today or tr("Nobody has looked it up yet.")
    if entry.today_source is not None:
        checked = uk_date(entry.today_source.checked)
        today += tr(" ({source}, checked {day})", source=entry.today_source, day=checked)
    return [
        (tr("Name in 2011"), opened.renamed.get(entry.id, entry.name)),
        (tr("Nearest name today"), today),
        (tr("How near that is"), entry.today_note),
    ]
