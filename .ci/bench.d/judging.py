"""How long a history takes to judge, by the tool in .ci/judging."""

import os
import tempfile

from measure import build, median, run
from table import Section

WORDS = """\
A healthy history of that many operations through every checker, by the tool in `.ci/judging`: medians of
{0} rounds. Cases and checkers are judged on all cores; the processor time is that of all of them.
Memory is the most that was held, as a multiple of what the history
itself takes: `.ci/bench judging`."""
ROUNDS = int(os.environ.get("JUDGING_ROUNDS", 3))
BOUNDS = {100_000: 1, 1_000_000: 12}


def section():
    part = Section(
        "Judging", WORDS.format(ROUNDS),
        ["operations", "took", "bound", "processor time", "memory of the history", "peak"])
    tool = build("judging", "Bench")
    for operations, bound in BOUNDS.items():
        figures = [measure(tool, operations) for _ in range(ROUNDS)]
        seconds, busy, held, peak = (median(values) for values in zip(*figures))
        part.add(
            f"{operations:,}", told(seconds, bound), f"≤ {bound} s", f"{busy:.2f} s",
            f"{held / 1024:.0f} MB", f"× {peak / held:.2f}")
    return part


def told(seconds, bound):
    text = f"{seconds:.2f} s"
    return text if seconds <= bound else f"**{text}**"


def measure(tool, operations):
    """Seconds by the clock and of the processors, and kB of the history and of the peak."""
    with tempfile.TemporaryDirectory() as folder:
        words = run([tool, operations], folder).text.split("\t")
    if words[4] != "pass":
        raise RuntimeError(f"a healthy history was judged {words[4]}")
    return float(words[1]), float(words[5]), int(words[2]), int(words[3])
