"""Let the disk run full while a process writes, and look what it said and what it kept.

The limit is put on the size of files (`RLIMIT_FSIZE`), which needs no rights.
"""

import json
import os
import resource
import sys
from pathlib import Path

from benchmarks.faults import workload
from lsadesk.errors import UserError
from lsadesk.store.database import plain_sentences


def main() -> None:
    """`python -m benchmarks.faults.full_disk DATABASE KEY BYTES`: what happened, as JSON.

    *said* is the last commit that the program called kept, *sentence* what it told then.
    """
    path, key, limit = Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), int(sys.argv[3])
    said, sentence = [0], ""
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    try:
        with plain_sentences():
            workload.write(path, key, said.append, commits=10_000)
    except UserError as error:
        sentence = str(error)
    print(json.dumps({"said": said[-1], "sentence": sentence}), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
