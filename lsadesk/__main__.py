"""`python -m lsadesk` is the `lsadesk` command."""

import sys

from lsadesk.cli import main

if __name__ == "__main__":  # worker processes import this module too
    sys.exit(main())
