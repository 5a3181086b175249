"""Fault runs: a real process killed while it writes, the power cut, bits flipped, disks full.

`python -m benchmarks.faults` runs the long versions; the tests run the same code for less long.
"""
