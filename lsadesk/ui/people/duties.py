"""Who looks after a person: line manager, appraiser and deployer, each chosen apart (A12)."""

from collections.abc import Callable, Mapping, Sequence

from lsadesk.domain.staff.people import Link, PersonId
from lsadesk.errors import UserError
from lsadesk.operations.staff import people
from lsadesk.operations.staff.people import Colleague
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.people_picker import PeoplePicker
from lsadesk.ui.words import tr


class DutyFields(Form):
    """Three fields that are saved as soon as somebody is chosen."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._person: PersonId | None = None
        self._links: Mapping[Link, PersonId] = {}
        self.heading(tr("Who looks after them"))
        hints = {
            Link.LINE_MANAGER: tr("Keeps the staff record, training and plan."),
            Link.APPRAISER: tr("Rates skills and holds the appraisal; does not see hours."),
            Link.DEPLOYER: tr("Plans the week; does not see appraisals."),
        }
        self.pickers = {link: self._picker(link, hints[link]) for link in Link}

    def offer(self, colleagues: Sequence[Colleague]) -> None:
        """Let one of *colleagues* be chosen in each field."""
        for picker in self.pickers.values():
            picker.offer(colleagues)

    def fill(
        self, person: PersonId, links: Mapping[Link, PersonId], names: Mapping[PersonId, str]
    ) -> None:
        """Show who holds each duty for *person*; what is being typed stays."""
        moved = person != self._person
        for link, picker in self.pickers.items():
            holder = links.get(link)
            if moved or holder != self._links.get(link):
                picker.choose(holder, "" if holder is None else names.get(holder, ""))
        self._person, self._links = person, links
        if moved:
            self.clear_wrong()

    def _picker(self, link: Link, hint: str) -> PeoplePicker:
        picker = self.add(tr(link.value.capitalize()), PeoplePicker(), hint=hint)
        picker.picked.connect(lambda holder: self._save(link, holder))
        picker.not_found.connect(lambda text: self._say_not_found(picker, text))
        return picker

    def _save(self, link: Link, holder: PersonId | None) -> None:
        person = self._person
        if person is None:
            return
        self.clear_wrong()
        self._context.write(
            lambda desk: people.set_link(desk, person, link, holder),
            on_error=self._refused(person, link),
            owner=self,
        )

    def _refused(self, person: PersonId, link: Link) -> Callable[[UserError], None]:
        def say(error: UserError) -> None:
            if person == self._person:
                self.wrong(self.pickers[link], str(error))

        return say

    def _say_not_found(self, picker: PeoplePicker, text: str) -> None:
        self.wrong(
            picker, tr("“{name}” fits nobody, or more than one. Choose from the list.", name=text)
        )
