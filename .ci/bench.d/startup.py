"""How long the program takes to start, and the bundled suite to run."""

import re
import signal
import subprocess
import tempfile
from pathlib import Path

from measure import PROGRAM, interleaved, median, run
from table import Section

ROUNDS = 31

WORDS = "Wall time from process start to exit; {0} rounds: `.ci/bench startup`."


def section():
    part = Section(
        "Start-up", WORDS.format(ROUNDS), ["what", "median", "worst", "bound"])
    with tempfile.TemporaryDirectory() as folder:
        figures = interleaved(ROUNDS, measures(folder))
        for (name, bound), times in figures.items():
            part.add(name, f"{median(times):.1f} ms", f"{max(times):.1f} ms", bound)
    return part


def measures(folder):
    def wall(*command):
        return lambda: run(command, folder).wall * 1000

    return {
        ("`/bin/true`, for comparison", ""): wall("/bin/true"),
        ("`linkage --version`", "≤ 40 ms"): wall(PROGRAM, "--version"),
        ("`linkage run`: the bundled suite, mocks included", "≤ 1000 ms"): wall(
            PROGRAM, "run", "--results", "results"),
        ("a set of mocks ready, as `linkage mock` tells it", "≤ 50 ms"): lambda: ready(folder),
    }


def ready(folder):
    """How long a set of mocks took to answer, in ms, as the program measured it itself."""
    banner = Path(folder, "banner.txt")
    with open(banner, "wb") as output:
        mocks = subprocess.Popen(
            [PROGRAM, "mock", "--port", "0", "--lang", "en"], stdout=output, cwd=folder)
        while "Ctrl-C" not in banner.read_text() and mocks.poll() is None:
            pass
        mocks.send_signal(signal.SIGINT)
        mocks.wait()
    return float(re.search(r"^Mocks are ready in ([0-9.]+) ms", banner.read_text(), re.M)[1])
