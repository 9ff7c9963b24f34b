"""Expressions and JSON, by the tool in .ci/expressions."""

import tempfile

from measure import build, run
from table import Section

WORDS = "Processor time, 21 rounds: `.ci/bench expressions`."


def section():
    part = Section("Expressions and JSON", WORDS, ["what", "median", "worst", "bound"])
    tool = build("expressions", "Bench")
    with tempfile.TemporaryDirectory() as folder:
        for line in run([tool], folder).text.splitlines():
            name, middle, worst, unit = line.split("\t")
            part.add(name, f"{middle} {unit}", f"{worst} {unit}", bound(name))
    return part


def bound(name):
    if name == "evaluate `out.memberId == register.out.memberId`":
        return "≤ 2 µs"
    return "≥ 40 MB/s" if name.startswith(("read", "write")) else ""
