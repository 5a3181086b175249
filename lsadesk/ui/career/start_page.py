"""What stands beside the map while no role is chosen: why, and what to do next."""

from lsadesk.ui.career.page import Around, Page
from lsadesk.ui.career.words import nowhere
from lsadesk.ui.purpose import why_words
from lsadesk.ui.words import tr


class StartPage(Page):
    """Where to begin."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        if not around.seen.framework.roles:
            self._nothing()
            return
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
        self.link(why_words(), verbs.why)

    def _nothing(self) -> None:
        """Why the map is bare, and who can mend that."""
        self.say(tr("No role is on the map"), "title")
        self.say(
            tr(
                "Every role is hidden, or the files of the library cannot be read. Whoever keeps "
                "the staff records finds both in the library, under Our college, Our changes."
            )
        )
