"""One of the two who sign: their PIN at this PC, or the day on the paper."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from lsadesk.domain.appraisals.appraisal_record import How, Side, Signature
from lsadesk.domain.calendar import uk_date
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.widgets.secret import SecretField
from lsadesk.ui.words import tr


class SignatureCard(QFrame):
    """Emits `signing(Side, secret)` and `on_paper(Side)`."""

    signing = Signal(object, str)
    on_paper = Signal(object)

    def __init__(self, side: Side) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._side = side
        self.name, self.told = label("", "heading"), label("")
        self._asked = label(tr("Your own PIN or password"), "label")
        self.secret = SecretField()
        self._asked.setBuddy(self.secret)
        self.wrong = label("", "error")
        self.sign = button(tr("Sign"), self._sign)
        self.paper = button(tr("Signed on paper..."), lambda: self.on_paper.emit(self._side))
        in_column(
            self.name,
            self.told,
            self._asked,
            self.secret,
            self.wrong,
            (self.sign, Qt.AlignmentFlag.AlignLeft),
            (self.paper, Qt.AlignmentFlag.AlignLeft),
            on=self,
            around=(16, 12, 16, 12),
            gap=4,
        )
        self.secret.returnPressed.connect(self._sign)

    def show_signer(self, name: str, signature: Signature | None, *, has_account: bool) -> None:
        """Show whether *name* has signed, and how they can."""
        self.name.setText(name)
        self.secret.setAccessibleName(tr("PIN or password of {name}", name=name))
        self.sign.setAccessibleName(tr("Sign as {name}", name=name))
        self.paper.setAccessibleName(tr("{name} signed on paper", name=name))
        waits = signature is None
        for each in (self._asked, self.secret, self.sign):
            each.setVisible(waits and has_account)
        self.paper.setVisible(waits and not has_account)
        self.told.setVisible(not waits or not has_account)
        self.told.setText(
            tr("Has no account here, so a signature on paper counts.")
            if signature is None
            else signed_words(signature)
        )
        if not waits:
            self.secret.clear()
        self.say_wrong("")

    def say_wrong(self, sentence: str) -> None:
        """Say why it was not signed; "" takes it back."""
        self.wrong.setText(tr("! {sentence}", sentence=sentence) if sentence else "")
        self.wrong.setVisible(bool(sentence))
        if sentence:
            self.secret.clear()
            self.secret.setFocus()

    def begin(self) -> bool:
        """Put the focus where this person signs; False where there is nothing to do."""
        first = next((each for each in (self.secret, self.paper) if each.isVisibleTo(self)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        return first is not None

    def _sign(self) -> None:
        if self.secret.text():
            self.signing.emit(self._side, self.secret.text())


def signed_words(signature: Signature) -> str:
    """When and how somebody signed."""
    if signature.how is How.PAPER and signature.paper_on is not None:
        return tr("Signed on paper on {day}", day=uk_date(signature.paper_on))
    return tr("Signed on {moment} {how}", moment=_moment(signature.at), how=tr(signature.how.value))


def _moment(at: datetime) -> str:
    here = at.astimezone()
    return tr("{day} at {time}", day=uk_date(here.date()), time=f"{here:%H:%M}")
