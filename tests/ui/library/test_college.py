"""The college's own pages: figures, succession, dead ends, and the layer over the content."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from lsadesk.domain.careers.layer import LayerKind
from lsadesk.operations.careers import career, layer
from lsadesk.operations.keeping import accounts, college
from lsadesk.ui.library.own_asks import AsksList
from lsadesk.ui.library.own_lines import Standing
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.several import Several
from tests.ui.at_rest import wait_for

# The offscreen platform says so whenever a window has a smallest size; no screen does.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def figures(head_tab, asha, qtbot):
    """The head's page of figures, after an LSA has wished for something."""
    career.wish_for(asha, "senior-lsa", wished=True)
    head_tab.show_page(head_tab.college)
    page = head_tab.college
    page.reload()
    qtbot.waitUntil(lambda: bool(line_of(page, "senior-lsa").wishes))
    return page


@pytest.fixture
def own(head_tab, qtbot):
    """The page of the college's own layer."""
    qtbot.waitUntil(lambda: head_tab.offers(head_tab.own))
    head_tab.show_page(head_tab.own)
    qtbot.waitUntil(lambda: not head_tab.context.worker.is_busy)
    return head_tab.own


@pytest.fixture
def answer(qtbot):
    """Types into the question that opens next, from its first field on, and presses Enter."""

    def planned(text):
        def type_in():
            question = QApplication.activeModalWidget()
            field = question and next(iter(question.findChildren(QLineEdit)), None)
            if not field:
                QTimer.singleShot(20, type_in)
                return
            field.selectAll()
            qtbot.keyClicks(field, text)
            qtbot.keyClick(question.yes, Qt.Key.Key_Return)

        QTimer.singleShot(0, type_in)

    return planned


def line_of(page, role):
    found = [line for line in page.table.model_.records() if line.role.id == role]
    return found[0] if found else type("Nothing", (), {"wishes": None})


def entry_of(page, entry):
    return next(line for line in page.table.model_.records() if line.entry == entry)


def press(qtbot, button):
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)


def test_an_lsa_is_not_offered_the_colleges_pages(tab, qtbot):
    qtbot.waitUntil(lambda: not tab.context.worker.is_busy)
    closed = (tab.carrying, tab.college, tab.own)
    assert not any(tab.offers(page) for page in closed)
    assert all(tab.offers(page) for page in (tab.finder, tab.networks, tab.barriers))


def test_head_counts_and_wishes_are_spoken_row_by_row(figures):
    figures.table.select(line_of(figures, "senior-lsa"))
    spoken = figures.table.currentIndex().siblingAtColumn(0).data(SPOKEN)
    assert spoken == "Senior LSA, 0 people, 1 wish"
    assert line_of(figures, "new-lsa").people == 1


def test_a_chosen_role_shows_who_could_follow_by_team(figures, qtbot):
    figures.table.select(line_of(figures, "senior-lsa"))
    qtbot.waitUntil(lambda: figures.following.model_.rowCount() == 1)
    spoken = figures.following.rows.index(0, 0).data(SPOKEN)
    assert spoken.startswith("Cefnogaeth Dysgu")
    assert "Angharad Llŷr, wishes it" in spoken
    assert "Senior LSA" in figures.heading.text()


def test_posts_are_set_by_keyboard_and_what_is_open_is_told(figures, answer, desk, qtbot):
    figures.table.select(line_of(figures, "new-lsa"))
    answer("3")
    press(qtbot, figures.posts)
    qtbot.waitUntil(lambda: line_of(figures, "new-lsa").posts == 3)
    assert line_of(figures, "new-lsa").open_posts == 2
    figures.set_posts("new-lsa", None)
    qtbot.waitUntil(lambda: line_of(figures, "new-lsa").posts is None)


def test_a_new_role_without_ways_on_is_listed_as_a_dead_end(figures, desk, window, qtbot):
    done = layer.add_role(desk, "Hyfforddwr", lane="support", level=2)
    window.publish(done.changes)
    qtbot.waitUntil(
        lambda: "Hyfforddwr" in {end.role.name for end in figures.ends.model_.records()}
    )


def test_an_administrator_sees_figures_without_wishes(desk, open_tab, asha, qtbot):
    accounts.add_account(desk, "office", "a long enough secret", is_administrator=True, is_own=True)
    office = college.unlock(desk.folder, "office", "a long enough secret", clock=desk.store.clock)
    tab = open_tab(office)
    tab.show_page(tab.college)
    qtbot.waitUntil(lambda: tab.college.table.model_.rowCount() > 0)
    spoken = tab.college.table.rows.index(0, 0).data(SPOKEN)
    assert "wish" not in spoken
    assert not tab.college.following.isVisible()
    assert tab.college.ends.isVisible()
    tab.context.worker.finish()
    office.close()


def test_a_role_is_renamed_by_keyboard_and_put_back(own, answer, qtbot):
    own.table.select(entry_of(own, "senior-lsa"))
    own.table.setFocus()
    answer("Uwch Gynorthwyydd")
    qtbot.keyClick(own.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: entry_of(own, "senior-lsa").name == "Uwch Gynorthwyydd")
    line = entry_of(own, "senior-lsa")
    assert (line.standing, line.before) == (Standing.CHANGED, "Senior LSA")
    assert own.table.current() == line
    press(qtbot, own.put_back)
    qtbot.waitUntil(lambda: entry_of(own, "senior-lsa").name == "Senior LSA")
    assert entry_of(own, "senior-lsa").standing is Standing.BUILT_IN


def test_what_is_hidden_stays_in_sight_here_and_is_shown_again(own, head_tab, desk, qtbot):
    own.table.select(entry_of(own, "prep-l2"))
    press(qtbot, own.hide_)
    qtbot.waitUntil(lambda: entry_of(own, "prep-l2").standing is Standing.HIDDEN)
    head_tab.show_page(head_tab.finder)
    qtbot.waitUntil(
        lambda: "prep-l2" not in {item.id for item in head_tab.finder.table.model_.records()}
    )
    head_tab.show_page(own)
    assert own.hide_.text().replace("&", "") == "Show again"
    press(qtbot, own.hide_)
    qtbot.waitUntil(lambda: entry_of(own, "prep-l2").standing is Standing.BUILT_IN)


@pytest.mark.parametrize("kind", [*list(LayerKind)[:5], LayerKind.PROMPT])
def test_every_kind_of_entry_is_added_by_keyboard_and_undone(own, head_tab, answer, qtbot, kind):
    before = own.table.model_.rowCount()
    answer("Rhywbeth newydd")
    press(qtbot, own.adding[kind])
    qtbot.waitUntil(lambda: own.table.model_.rowCount() == before + 1)
    qtbot.waitUntil(lambda: own.table.current() is not None)
    added = own.table.current()
    assert added.standing is Standing.OURS
    assert added.kind is kind
    assert own.put_back.text().replace("&", "") == "Remove"
    head_tab.context.write(lambda desk: desk.undo())
    qtbot.waitUntil(lambda: own.table.model_.rowCount() == before)


def test_a_story_is_added_with_consent_and_its_steps_and_read_on_the_map(
    own, desk, qtbot, monkeypatch
):
    def tell(question):
        fields = {one.accessibleName(): one for one in question.findChildren(QWidget)}
        fields["Name in the story"].setText("Mair")
        fields["Step 1: role"].choose("new-lsa")
        fields["Step 1: years"].setText("2019")
        fields["Step 1: what led there, what helped"].setText("Dechreuodd fel gwirfoddolwr")
        fields["Step 2: role"].choose("senior-lsa")
        assert not question.yes.isEnabled()  # nobody has said that Mair agreed
        fields["They agreed to it being"].setCurrentIndex(1)
        assert question.yes.isEnabled()
        return True

    monkeypatch.setattr(Question, "answered", tell)
    press(qtbot, own.adding[LayerKind.STORY])
    qtbot.waitUntil(lambda: own.table.current() is not None)
    assert own.table.current().standing is Standing.OURS
    story = career.my_map(desk).catalogue.stories["own-mair"]
    assert [step.title for step in story.steps] == ["LSA starting out", "Senior LSA"]
    assert (story.steps[0].years, story.steps[1].led) == ("2019", "")


def test_changing_a_built_in_story_keeps_all_that_its_steps_say(own, desk, qtbot, monkeypatch):
    def change(question):
        fields = {one.accessibleName(): one for one in question.findChildren(QWidget)}
        assert "They agreed to it being" not in fields
        fields["Name in the story"].setText("Mihangel")
        return True

    before = career.my_map(desk).catalogue.stories["mike"]
    monkeypatch.setattr(Question, "answered", change)
    own.table.select(entry_of(own, "mike"))
    press(qtbot, own.change)
    qtbot.waitUntil(lambda: entry_of(own, "mike").name == "Mihangel")
    assert career.my_map(desk).catalogue.stories["mike"].steps == before.steps


def test_only_what_was_changed_can_be_listed(own, head_tab, qtbot):
    head_tab.context.write(lambda desk: layer.rename(desk, LayerKind.ROLE, "senior-lsa", "Uwch"))
    qtbot.waitUntil(lambda: entry_of(own, "senior-lsa").name == "Uwch")
    own.whose.setCurrentIndex(1)
    assert own.table.rows.rowCount() == 1


@pytest.mark.parametrize("percent", [100, 150])
def test_nobody_is_shut_out_of_the_questions(own, head_tab, barriers, percent):
    head_tab.context.appearance.set_text_size(percent)
    found = []

    def look():
        question = QApplication.activeModalWidget()
        if question is None or not question.isVisible():
            QTimer.singleShot(20, look)
            return
        found.append((question.windowTitle(), barriers(question)))
        question.reject()

    for button in own.adding.values():
        QTimer.singleShot(20, look)
        button.click()
    assert len(found) == 7
    assert [each for each in found if each[1]] == []


@pytest.mark.parametrize(
    ("percent", "page"), [(100, "college"), (150, "college"), (100, "own"), (150, "own")]
)
def test_nobody_is_shut_out_of_the_colleges_pages(head_tab, barriers, qtbot, percent, page):
    head_tab.context.appearance.set_text_size(percent)
    shown = getattr(head_tab, page)
    qtbot.waitUntil(lambda: head_tab.offers(shown))
    head_tab.show_page(shown)
    wait_for(head_tab.context.worker, qtbot)
    assert barriers(head_tab) == []


def test_all_that_a_role_says_can_be_changed_with_the_built_in_words_beside_it(
    own, desk, qtbot, monkeypatch
):
    layer.change(desk, LayerKind.ROLE, "senior-lsa", {"summary": "Leads the enablers."})
    own.table.select(entry_of(own, "senior-lsa"))
    hints = []

    def change(question):
        hints.extend(one.text() for one in question.findChildren(QLabel))
        (asks,) = question.findChildren(AsksList)
        asks.selectRow(0)
        qtbot.keyClick(asks, Qt.Key.Key_4)
        (standards,) = question.findChildren(Several)
        standards.setCurrentRow(0)
        qtbot.keyClick(standards, Qt.Key.Key_Space)
        return True

    monkeypatch.setattr(Question, "answered", change)
    before = layer.opened(desk, LayerKind.ROLE, "senior-lsa").now
    press(qtbot, own.change)
    qtbot.waitUntil(
        lambda: layer.opened(desk, LayerKind.ROLE, "senior-lsa").now["asks"] != before["asks"]
    )
    now = layer.opened(desk, LayerKind.ROLE, "senior-lsa").now
    assert 4 in now["asks"].values()
    assert set(now["standards"]) ^ set(before["standards"]) == {"A"}
    assert now["summary"] == "Leads the enablers."
    assert any(text.startswith("Built in: ") for text in hints)


def test_a_qualification_gets_todays_name_a_level_and_its_standards(own, desk, qtbot, monkeypatch):
    def change(question):
        fields = {one.accessibleName(): one for one in question.findChildren(QWidget)}
        fields["Its nearest name of today"].setText("Diploma yn Llydaweg")
        fields["Level"].choose(("level-4-6", 5))
        standards = next(one for name, one in fields.items() if name.startswith("Standards it is"))
        standards.setCurrentRow(2)
        qtbot.keyClick(standards, Qt.Key.Key_Space)
        return True

    monkeypatch.setattr(Question, "answered", change)
    own.table.select(entry_of(own, "prep-l2"))
    press(qtbot, own.change)
    qtbot.waitUntil(lambda: entry_of(own, "prep-l2").standing is Standing.CHANGED)
    changed = layer.college_layer(desk).library.catalogue.qualifications["prep-l2"]
    assert (changed.level, changed.band) == (5, "level-4-6")
    assert changed.today == "Diploma yn Llydaweg"
    assert changed.today_source.document_name == "Your college"
    assert changed.covers == ("A", "B", "C")
