"""What stands beside the map while no role is chosen: why, and what to do next."""

from lsadesk.ui.career.page import Around, Page
from lsadesk.ui.career.words import nowhere
from lsadesk.ui.words import tr


class StartPage(Page):
    """Where to begin."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        verbs, place = around.verbs, around.seen.place
        self.say(tr("Choose a role"), "title")
        self.say(
            tr("On the map or in the table: you see what it is, what it asks and where it leads.")
        )
        if place is None or place.role is None:
            self.say(nowhere(around.seen), "muted")
        if around.college.college.sees_all and place is not None and place.role is None:
            self.act(tr("Choose my role on the staff page"), lambda: verbs.staff(place.person))
        self.act(tr("Read how others went"), verbs.stories)
