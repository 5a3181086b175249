"""How the program begins."""

import subprocess
import sys

BEGIN = """
import sys
from PySide6.QtWidgets import QApplication
from lsadesk.app import open_window, _FirstPaint, _import_tabs
from lsadesk.ui.tasks import Progress
application = QApplication([])
window = open_window(application)
window.open_at(None)
seen = []
at_first_use = ("openpyxl", "reportlab", "numpy", "alembic", "fontTools", "PIL")
def there(*heavy):
    return [name for name in heavy if name in sys.modules]
def painted():
    seen.append(there("sqlalchemy", "nacl", *at_first_use))
window.findChild(_FirstPaint).painted.connect(painted)
window.show()
while not seen:
    application.processEvents()
print(seen[0])
window.close()
_import_tabs(Progress(print))
print(there("sqlalchemy", *at_first_use))
"""


def test_the_first_page_is_painted_with_qt_alone_and_the_rest_comes_behind_it() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", BEGIN],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout.split("\n")[:2] == ["[]", "['sqlalchemy']"], done.stderr
