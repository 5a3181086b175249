"""Money and time in a plan, as people write them."""

from lsadesk.domain.developing.development import ActionDetails


def money_words(pence: int) -> str:
    """£45, £1,200 or £45.50."""
    pounds, rest = divmod(pence, 100)
    return f"£{pounds:,}.{rest:02}" if rest else f"£{pounds:,}"


def hours_words(minutes: int) -> str:
    """3 h, 2 h 30 min or 45 min."""
    hours, rest = divmod(minutes, 60)
    said = [f"{hours:,} h"] if hours else []
    if rest or not hours:
        said.append(f"{rest} min")
    return " ".join(said)


def cost_words(details: ActionDetails) -> str:
    """What it costs and how long the person is let off; "" where nobody said."""
    money = "" if details.cost_pence is None else money_words(details.cost_pence)
    release = details.release_minutes
    off = "" if release is None else f"{hours_words(release)} off timetable"
    return ", ".join(part for part in (money, off) if part)
