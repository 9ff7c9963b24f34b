"""Memory of ten thousand journeys that all wait for their answer."""

import resource
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

from measure import PROGRAM, Unmeasured, median, run
from request_loop import compile_c
from servers import stop
from table import Section, bounded

JOURNEYS = 10_000
ROUNDS = 3
FILES = Path(__file__).parent / "held"

WORDS = """\
{0} at once against a server that answers nobody until all of them have asked. A journey has an
actor, a session, a connection and a request on its way: `linkage run --samples {0} --parallel
{0}` from process start to exit, all of them passed, history stored and reports written. *C* is
the loop of the requests above: what as many connections and transfers cost libcurl alone. Peak
resident memory; {1} rounds: `.ci/bench memory`."""


def section():
    part = Section(
        "Memory", WORDS.format(JOURNEYS, ROUNDS),
        ["what", "memory, MB", "worst", "bound", "wall time, s"])
    try:
        raise_limit()
        with tempfile.TemporaryDirectory() as folder:
            measure(part, folder)
    except Unmeasured as reason:
        part.add(f"{JOURNEYS} journeys", f"not measured: {reason}", "", "", "")
    return part


def measure(part, folder):
    ours = [journeys(folder) for _ in range(ROUNDS)]
    add(part, f"{JOURNEYS} journeys", ours, bounded(median(one.memory for one in ours), 300, 0))
    plain_c = compile_c(folder)
    theirs = [requests(plain_c, folder) for _ in range(ROUNDS)]
    memory = median(one.memory for one in theirs)
    add(part, f"C, {JOURNEYS} requests", theirs, (f"{memory:.0f}", ""))


def add(part, name, runs, bound):
    worst = max(one.memory for one in runs)
    wall = median(one.wall for one in runs)
    part.add(name, bound[0], f"{worst:.0f}", bound[1], f"{wall:.1f}")


def raise_limit():
    """For this process and those it starts: one descriptor for each connection."""
    wanted = JOURNEYS + 500
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < wanted:
        raise Unmeasured(f"`ulimit -Hn` is {hard}, less than {wanted}")
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


@contextmanager
def holding():
    """A server that holds its answers; tells where it is."""
    server = subprocess.Popen(
        [sys.executable, FILES.parent / "holding.py", str(JOURNEYS)], stdout=subprocess.PIPE)
    try:
        yield f"http://127.0.0.1:{int(server.stdout.readline())}"
    finally:
        stop(server)


def journeys(folder):
    with holding() as base:
        target = (FILES / "shop.yaml").read_text().replace("BASE", base)
        Path(folder, "shop.yaml").write_text(target)
        options = ["--target", "shop.yaml", "--samples", JOURNEYS, "--parallel", JOURNEYS]
        return run(
            [PROGRAM, "run", FILES / "journey.yaml", *options, "--results", "results"], folder)


def requests(plain_c, folder):
    with holding() as base:
        return run([plain_c, f"{base}/api/member", JOURNEYS, JOURNEYS], folder)
