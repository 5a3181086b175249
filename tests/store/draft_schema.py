"""Write the first migration anew from the tables: `make schema`.

Only until the first release: from then on a change of a table is a migration of its own.
"""

import os
import re
import tempfile
from pathlib import Path

from alembic import command
from alembic.config import Config

from lsadesk.store import database
from lsadesk.store.schema import HEAD, MIGRATIONS


def main() -> None:
    """Replace `0001_first_schema.py` by what makes every table in an empty file."""
    versions = MIGRATIONS / "versions"
    target = versions / f"{HEAD}_first_schema.py"
    target.unlink(missing_ok=True)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with tempfile.TemporaryDirectory() as folder:
        engines = database.connect(Path(folder) / "empty.db", os.urandom(32))
        with engines.writer.begin() as connection:
            config.attributes["connection"] = connection
            command.revision(config, message="first schema", autogenerate=True, rev_id=HEAD)
        engines.dispose()
    written = target.read_text(encoding="utf-8")
    plain = re.sub(r"lsadesk\.store\.rows\.(base\.)?Moment\(\)", "sa.DateTime()", written)
    target.write_text(re.sub(r"\n\s*# ###.*", "", plain), encoding="utf-8")


if __name__ == "__main__":
    main()
