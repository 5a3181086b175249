"""Ratings as sentences."""

from datetime import datetime

from lsadesk.domain.auditing.skills import SPOKEN, Exempt, Level, Rating, Suspended, View, code_of
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.courses.certificates import Certificate, Lapse
from lsadesk.operations.auditing.audit import Cell, Version
from lsadesk.ui.words import tr

WHOSE = {
    View.SELF: "their own view",
    View.APPRAISER: "the appraiser's view",
    View.AGREED: "agreed together",
    View.IMPORTED: "from an imported workbook",
}


def value_words(rating: Rating) -> str:
    """A rating's value: "level 2, with guidance", "exempt: agency staff"."""
    words, value = tr(SPOKEN[code_of(rating.value)]), rating.value
    if isinstance(value, Suspended) and value.until is not None:
        words = tr("{value} until {day}", value=words, day=uk_date(value.until))
    if isinstance(value, Exempt | Suspended) and value.reason:
        words = f"{words}: {value.reason}"
    return words


def skill_words(cell: Cell) -> str:
    """The skill and its level, as the reason for a plan line: "Makaton: level 1, ...".

    Anything but a level stays here: why somebody is exempt is not for a printed plan.
    """
    if cell.shown is None or not isinstance(cell.shown.value, Level):
        return cell.skill.name
    return f"{cell.skill.name}: {value_words(cell.shown)}"


def about_words(rating: Rating) -> list[str]:
    """Whose view a rating is, since when, on what proof, one sentence each."""
    whose = tr(WHOSE[rating.view])
    if rating.rated_on is not None:
        whose = tr("{whose}, {day}", whose=whose, day=uk_date(rating.rated_on))
    told = [
        whose[0].upper() + whose[1:],
        tr("Proof: {proof}", proof=rating.proof) if rating.proof else tr("No proof seen yet"),
        tr("Note: {note}", note=rating.note) if rating.note else "",
        tr("Training is booked") if rating.training_booked else "",
    ]
    return [sentence for sentence in told if sentence]


def proof_words(certificate: Certificate) -> str:
    """A certificate's days, provider and whether it was seen, one line each."""
    lines = [
        tr("Achieved {day}", day=certificate.achieved or tr("on a day not known")),
        _end_words(certificate),
        tr("Provider: {name}", name=certificate.provider) if certificate.provider else "",
        tr("Proof was seen") if certificate.proof_seen else tr("No proof seen yet"),
    ]
    return "\n".join(each for each in lines if each)


def _end_words(certificate: Certificate) -> str:
    if certificate.lapse is Lapse.NEVER:
        return tr("Does not lapse")
    if certificate.expires is None:
        return tr("Last day not known")
    return tr("Last day {day}", day=certificate.expires)


def other_views(cell: Cell) -> list[str]:
    """The views that stand beside the one shown."""
    return [f"{tr(WHOSE[each.view])}: {value_words(each)}".capitalize() for each in cell.views[1:]]


def history_lines(cell: Cell) -> list[str]:
    """Everything ever recorded of the cell, newest first, one line each."""
    return [
        tr(
            "{when}: {value} ({whose})",
            when=_day(each.recorded_at),
            value=value_words(each.rating),
            whose=_whose(each),
        )
        for each in cell.history
    ]


def _whose(version: Version) -> str:
    whose = tr(WHOSE[version.rating.view])
    if not version.by:
        return whose
    return tr("{whose}, recorded by {name}", whose=whose, name=version.by)


def _day(when: datetime) -> str:
    return uk_date(when.astimezone().date())
