"""The career map and the library."""

from lsadesk.domain.careers.catalogue import QualificationId
from lsadesk.domain.careers.layer import LayerKind
from lsadesk.domain.staff.record import HeldQualification, Holding, PastRole
from lsadesk.domain.vocabulary import Vocabulary
from lsadesk.operations.careers import career, checklists, layer, networks, resources
from lsadesk.operations.staff import carrying, record
from lsadesk.ui.career.compare import CompareRoles
from lsadesk.ui.career.past_page import ask_entry, ask_past
from lsadesk.ui.career.plotting import PlotDialog
from lsadesk.ui.library.barriers import ask_in_the_way
from lsadesk.ui.library.carrying import ask_carrier, ask_hand_over
from lsadesk.ui.library.holding import ask_holding
from lsadesk.ui.library.network_questions import ask_meeting, ask_network
from lsadesk.ui.library.own_change import ask_change
from lsadesk.ui.library.own_questions import ask_new
from lsadesk.ui.library.reasons import ask_tick
from lsadesk.ui.library.resources import ask_resource
from lsadesk.ui.library.tab import LibraryTab
from lsadesk.ui.library.vocabulary import ask_words
from tests.ui.every_dialog.stage import TODAY, Dialogs, Stage, settle


def _compare(on: Stage) -> None:
    seen = career.my_map(on.desk)
    one, other, *_ = seen.framework.roles
    CompareRoles(on.window, seen, one, other).exec()


def _plot(on: Stage) -> None:
    record.add_past(on.desk, PastRole(title="Scout leader", began=2009, ended=2014))
    PlotDialog(on.window, on.context, career.my_map(on.desk)).exec()


def _posts(on: Stage) -> None:
    on.page("library")
    (tab,) = on.window.findChildren(LibraryTab)
    page = tab.college
    tab.sections.show_page(page)
    settle(on.window, on.qtbot)
    page.table.selectRow(0)
    page.posts.click()


DIALOGS: Dialogs = {
    "CompareRoles": _compare,
    "_ask_posts": _posts,
    "ask_carrier": lambda on: ask_carrier(
        on.window, carrying.carried(on.desk).lines[0], carrying.carried(on.desk), TODAY
    ),
    "ask_change": lambda on: [
        ask_change(on.window, layer.opened(on.desk, kind, entry), layer.college_layer(on.desk))
        for kind, entry in (
            (LayerKind.ROLE, "lsa"),
            (LayerKind.ROUTE, "new-lsa>lsa"),
            (LayerKind.TITLE, "l-enabler"),
            (LayerKind.LEVEL, "4"),
            (LayerKind.QUALIFICATION, "ls-l2"),
            (LayerKind.STORY, "mike"),
            (LayerKind.PROMPT, "hard"),
        )
    ],
    "ask_hand_over": lambda on: ask_hand_over(
        on.window, carrying.carried(on.desk).lines[0], carrying.carried(on.desk), TODAY
    ),
    "ask_holding": lambda on: ask_holding(
        on.window,
        "Level 2 Award",
        HeldQualification(qualification=QualificationId("ls-l2"), state=Holding.HELD),
        TODAY,
    ),
    "ask_in_the_way": lambda on: ask_in_the_way(
        on.window, career.my_map(on.desk).catalogue.barriers["contract"], None
    ),
    "ask_meeting": lambda on: ask_meeting(on.window, None, TODAY),
    "ask_network": lambda on: ask_network(on.window, None, networks.at_work(on.desk)),
    "ask_new": lambda on: [
        ask_new(on.window, kind, layer.college_layer(on.desk))
        for kind in LayerKind
        if kind not in (LayerKind.SHARE, LayerKind.POSTS)
    ],
    "ask_entry": lambda on: ask_entry(on.window, career.my_map(on.desk).catalogue, None),
    "PlotDialog": _plot,
    "ask_past": lambda on: ask_past(on.window, career.my_map(on.desk), TODAY),
    "ask_resource": lambda on: ask_resource(on.window, resources.places(on.desk), None),
    "ask_tick": lambda on: ask_tick(on.window, checklists.reasons(on.desk).lines[0], TODAY),
    "ask_words": lambda on: ask_words(on.window, Vocabulary()),
}
