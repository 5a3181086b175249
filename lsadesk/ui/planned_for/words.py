"""What is planned for, in words."""

from lsadesk.domain.calendar import Week, Weekday
from lsadesk.domain.weeks.learners import CareBy
from lsadesk.domain.weeks.timetable import LsaUse, SessionDetails
from lsadesk.operations.typed_times import span_words
from lsadesk.ui.words import tr


def day_name(day: Weekday) -> str:
    """Monday, Tuesday..."""
    return {
        Weekday.MONDAY: tr("Monday"),
        Weekday.TUESDAY: tr("Tuesday"),
        Weekday.WEDNESDAY: tr("Wednesday"),
        Weekday.THURSDAY: tr("Thursday"),
        Weekday.FRIDAY: tr("Friday"),
        Weekday.SATURDAY: tr("Saturday"),
        Weekday.SUNDAY: tr("Sunday"),
    }[day]


def week_words(week: Week) -> str:
    """In which weeks a session runs."""
    match week:
        case Week.BOTH:
            return tr("every week")
        case Week.A:
            return tr("weeks A only")
        case Week.B:
            return tr("weeks B only")


def use_words(use: LsaUse) -> str:
    """Whether a session needs an LSA."""
    match use:
        case LsaUse.NOT_SAID:
            return tr("nobody has said")
        case LsaUse.NEEDS:
            return tr("it needs one")
        case LsaUse.MAY_NEED:
            return tr("it may need one")
        case LsaUse.DOES_NOT_NEED:
            return tr("it does not need one")


def no_skill() -> str:
    """What is said of a {part} that is typed for a skill, and none has."""
    return tr("No skill is called “{part}” yet. Skills are added in the Skills audit.")


def no_group() -> str:
    """The same of a group."""
    return tr("No group is called “{part}” yet. It is there with its first learner or session.")


def no_learner() -> str:
    """The same of a learner's reference."""
    return tr("No learner has the reference “{part}” yet. Learners are added on their page.")


def care_words(care_by: CareBy) -> str:
    """Whom personal care is asked of."""
    return tr("a woman") if care_by is CareBy.WOMAN else tr("a man")


def when_words(session: SessionDetails) -> str:
    """Mon 9.15-10.45."""
    span = span_words(session.span) if session.overnight else str(session.span)
    return f"{tr(session.day.short)} {span}"


def lsas_words(session: SessionDetails) -> str:
    """2, or 2-3; nobody said."""
    needed, wanted = session.lsas_needed, session.lsas_wanted
    if needed is None:
        return tr("not said")
    return f"{needed}-{wanted}" if wanted is not None and wanted > needed else str(needed)
