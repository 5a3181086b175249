"""`python -m lsadesk` is the `lsadesk` command."""

import sys

from lsadesk.cli import main

sys.exit(main())
