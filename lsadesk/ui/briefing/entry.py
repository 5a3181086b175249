"""The few lines of one session, typed from top to bottom without a mouse."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QWidget

from lsadesk.domain.briefing.need_to_knows import FOUR, LONGEST, AheadSession, Known, NeedToKnows
from lsadesk.domain.briefing.words import EXAMPLES, QUESTIONS
from lsadesk.operations.briefing.need_to_knows import WeekAhead, others_alike
from lsadesk.ui.briefing.few_lines import FewLines
from lsadesk.ui.briefing.words import told_words, when_words, who_words
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import flowing
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.words import count, tr

_NOTHING = NeedToKnows()


class Entry(QWidget):
    """Emits `kept` where the lines are to be kept, `again` where the last ones hold again."""

    kept, again, left = Signal(), Signal(), Signal()

    def __init__(self) -> None:
        super().__init__()
        self.seen: AheadSession | None = None
        self._others: list[AheadSession] = []
        self._filled = _NOTHING
        self.title, self.who, self.told = label("", "heading"), label(""), label("", "muted")
        self.form = Form()
        self.fields: dict[Known, FewLines] = {}
        for known in Known:
            if known is FOUR[0]:
                self.form.say(tr("These four an LSA needs before it begins:"))
            elif known is Known.PART:
                self.form.say(tr("These help; leave out what is not needed:"))
            field = FewLines()
            field.left.connect(self.left)
            self.fields[known] = self.form.add(tr(QUESTIONS[known]), field)
            field.setPlaceholderText(tr(EXAMPLES[known]))
            field.setAccessibleDescription(tr(EXAMPLES[known]))
        self.form.stretch()
        self.also = QCheckBox()
        self.keep = button(tr("&Keep and next"), self.kept.emit, "primary")
        self.as_last = button(tr("As &last time"), self.again.emit)
        self.keep.setToolTip(tr("Ctrl+Enter"))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.kept)
        self._lay_out()
        self.show_session(None, None)

    @property
    def words(self) -> NeedToKnows:
        """What the fields say."""
        return NeedToKnows(
            **{known.value: field.toPlainText() for known, field in self.fields.items()}
        )

    @property
    def is_touched(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self.seen is not None and self.words != self._filled

    @property
    def others(self) -> list[AheadSession]:
        """The sessions that are to be told the same."""
        return self._others if self.also.isChecked() else []

    def show_session(self, seen: AheadSession | None, week: WeekAhead | None) -> None:
        """Show what is told of *seen*, to be written over."""
        self.seen = seen
        self.setEnabled(seen is not None)
        self._area.verticalScrollBar().setValue(0)
        told = None if seen is None else seen.told
        self._filled = _NOTHING if told is None else told.words
        for known, field in self.fields.items():
            field.setPlainText(self._filled.said(known))
        self._others = [] if seen is None or week is None else others_alike(seen, week)
        self._say_others()
        self.as_last.setEnabled(seen is not None and told is not None and told.on < seen.on)
        if seen is None or week is None:
            self.title.setText(tr("Choose a session"))
            self.who.clear()
            self.told.clear()
            return
        session = seen.session
        what = ", ".join(part for part in (session.title, session.group, session.teacher) if part)
        self.title.setText(f"{when_words(seen)} {what}")
        learners = ", ".join(week.references[each] for each in seen.learners)
        who = tr("With {lsas}.", lsas=who_words(seen, week))
        self.who.setText(f"{who} {tr('Learners: {names}.', names=learners)}" if learners else who)
        self.told.setText(told_words(seen))

    def begin(self) -> None:
        """Put the focus on the first answer that is missing, or else on the first."""
        missing = [known for known in FOUR if not self.words.said(known)]
        first = self.fields[missing[0] if missing else FOUR[0]]
        first.setFocus()
        self._area.ensureWidgetVisible(first)

    def put_in(self, known: Known, words: str) -> None:
        """Write *words* into a field, to be kept or changed."""
        self.fields[known].setPlainText(words[:LONGEST])
        self.fields[known].setFocus()
        self._area.ensureWidgetVisible(self.fields[known])

    def _say_others(self) -> None:
        number = count(len(self._others), "other time", "other times")
        self.also.setText(tr("&The same for {number} this week", number=number))
        times = ", ".join(when_words(each) for each in self._others)
        self.also.setAccessibleDescription(times)
        self.also.setToolTip(times)
        self.also.setVisible(bool(self._others))
        self.also.setChecked(False)

    def _lay_out(self) -> None:
        within = QWidget()
        in_column(self.title, self.who, self.told, self.form, on=within, around=(0, 0, 8, 0))
        self._area = scrolling(within)
        ways = flowing(self.keep, self.as_last)
        in_column(Fill(self._area), self.also, ways, on=self, around=(8, 0, 0, 0))
