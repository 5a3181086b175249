"""The assignment kernel: who gets what, at most one each, at the least cost of all."""

import lap
import numpy as np

from lsadesk.planner.arrays import Floats, Ints


def assigned(cost: Floats) -> tuple[Ints, Ints]:
    """The rows and their columns of least total *cost*; what would not be below nought is left.

    *cost* may not be above nought: there, and at nought, leaving it is as good.
    """
    # The kernel that takes an oblong as it is: padded to a square, a college's moments take five
    # times as long. There are mostly fewer columns, and with those as its rows it is quicker.
    across = np.ascontiguousarray(cost.T)
    columns, rows = lap.lapjvr(across, extend_cost=True, return_cost=False)
    gains = cost[rows, columns] < 0
    return rows[gains], columns[gains]
