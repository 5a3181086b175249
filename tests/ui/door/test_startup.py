"""How the program begins."""

import subprocess
import sys

BEGIN = """
import sys
from PySide6.QtWidgets import QApplication
from lsadesk.app import open_window, _FirstPaint
application = QApplication([])
window = open_window(application)
window.open_at(None)
seen = []
def painted():
    heavy = ("sqlalchemy", "openpyxl", "reportlab", "numpy", "alembic", "nacl", "fontTools")
    seen.append([name for name in heavy if name in sys.modules])
window.findChild(_FirstPaint).painted.connect(painted)
window.show()
while not seen:
    application.processEvents()
print(seen[0])
window.close()
print("sqlalchemy" in sys.modules)
"""


def test_the_first_page_is_painted_with_qt_alone_and_the_rest_comes_behind_it() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", BEGIN],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout.split("\n")[:2] == ["[]", "True"], done.stderr
