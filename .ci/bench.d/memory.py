"""Memory of ten thousand journeys that all wait for their answer."""

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import PROGRAM, Unmeasured, median, run
from servers import stop
from table import Section, bounded

JOURNEYS = 10_000
ROUNDS = 3
FILES = Path(__file__).parent / "held"

WORDS = """\
{0} journeys at once against a server that answers nobody until all of them have asked: each has an
actor, a session, a connection and a request on its way. Peak resident memory and wall time of
`linkage run --samples {0} --parallel {0}`, from process start to exit, history stored and reports
written. {1} rounds: `.ci/bench memory`."""


def section():
    part = Section(
        "Memory", WORDS.format(f"{JOURNEYS}", ROUNDS), ["what", "median", "worst", "bound"])
    what = f"{JOURNEYS} outstanding journeys"
    try:
        raise_limit()
        with tempfile.TemporaryDirectory() as folder:
            runs = [once(folder) for _ in range(ROUNDS)]
    except Unmeasured as reason:
        part.add(what, f"not measured: {reason}", "", "")
        return part
    memory = [one.memory for one in runs]
    wall = [one.wall for one in runs]
    part.add(
        f"{what}: memory, MB", bounded(median(memory), 300, 0)[0], f"{max(memory):.0f}", "≤ 300")
    part.add(f"{what}: wall time, s", f"{median(wall):.1f}", f"{max(wall):.1f}", "")
    return part


def raise_limit():
    """For this process and those it starts: one descriptor for each connection."""
    wanted = JOURNEYS + 500
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < wanted:
        raise Unmeasured(f"`ulimit -Hn` is {hard}, less than {wanted}")
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def once(folder):
    server = subprocess.Popen(
        [sys.executable, FILES.parent / "holding.py", str(JOURNEYS)], stdout=subprocess.PIPE)
    try:
        base = f"http://127.0.0.1:{int(server.stdout.readline())}"
        (Path(folder) / "shop.yaml").write_text(
            (FILES / "shop.yaml").read_text().replace("BASE", base))
        options = ["--target", "shop.yaml", "--samples", JOURNEYS, "--parallel", JOURNEYS]
        return run(
            [PROGRAM, "run", FILES / "journey.yaml", *options, "--results", "results"], folder)
    finally:
        stop(server)
