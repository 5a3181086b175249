"""Money and time in a plan, as people write them."""

from lsadesk.domain.developing.development import ActionDetails


def money_words(pence: int) -> str:
    """£45, £1,200 or £45.50; "nothing" where it is said to cost nothing."""
    if not pence:
        return "nothing"
    pounds, rest = divmod(pence, 100)
    return f"£{pounds:,}.{rest:02}" if rest else f"£{pounds:,}"


def hours_words(minutes: int) -> str:
    """3 h, 2 h 30 min or 45 min."""
    hours, rest = divmod(minutes, 60)
    said = [f"{hours:,} h"] if hours else []
    if rest or not hours:
        said.append(f"{rest} min")
    return " ".join(said)


def price_words(pence: int | None) -> str:
    """What one line of a plan costs: £45, no cost, or "" where nobody said."""
    return "" if pence is None else money_words(pence) if pence else "no cost"


def cost_words(details: ActionDetails) -> str:
    """What it costs and how long the person is let off; "" where nobody said."""
    said = [price_words(details.cost_pence)]
    release = details.release_minutes
    if release is not None:
        said.append(f"{hours_words(release) if release else 'no time'} off timetable")
    return ", ".join(part for part in said if part)
