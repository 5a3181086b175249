"""The window speaks in the college's own words: Qt asks here for each of its sentences."""

from PySide6.QtCore import QCoreApplication, QTranslator

from lsadesk.domain.vocabulary import Vocabulary


class CollegeWords(QTranslator):
    """Gives each of our sentences in the words of the college that is open, while it is."""

    def __init__(self) -> None:
        super().__init__()
        self._vocabulary = Vocabulary()
        self._said: dict[str, str] = {}

    def speak(self, vocabulary: Vocabulary) -> None:
        """Speak in *vocabulary* from now on; what is on screen already has to be made anew."""
        QCoreApplication.removeTranslator(self)
        self._vocabulary, self._said = vocabulary, {}
        if vocabulary.words:
            QCoreApplication.installTranslator(self)

    def isEmpty(self) -> bool:
        """Nothing is loaded from a file, and there is something to say all the same."""
        return False

    def translate(
        self,
        _context: str,
        text: str,
        _disambiguation: str | None = None,
        _number: int = -1,
    ) -> str:
        """*text* in the college's words; Qt's own texts pass through here as well."""
        said = self._said.get(text)
        if said is None:
            said = self._said[text] = self._vocabulary.said(text)
        return said
