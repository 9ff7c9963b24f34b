"""How exact measured latencies are, against mocks that know the truth."""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from measure import PROGRAM, run
from table import Section

LATENCIES = [
    "5ms..50ms", "20ms±2ms", "exponential 20ms", "lognormal 15ms 0.5",
    "90% 3ms..8ms + 10% 30ms..90ms",
]
WRITES = 2000
CLOSE = "5ms..20ms"
URGENT = ["chrt", "--rr", "10"]

WORDS = """\
`linkage accuracy` runs journeys against mocks in another process, as `linkage run` does, and holds
each measured interval against the moment at which the mocks made the change visible; see
[accuracy.md](accuracy.md). Reads are 2 ms apart or more, {0} journeys at a time. The sample's
quantiles are the measured minus the true ones. {1} writes for each latency, {2} in all:
`.ci/bench accuracy`."""

CLOSE_WORDS = """\
The same with {0} writes one after the other, on a link that takes `{1}`: up to 20 ms the reads stay
2 ms apart. Beside it what others would have said on as many reads of the same mocks: a poller at
fixed intervals, which takes the first answer with the change, and the stable latency of Jepsen's
`set-full`, which counts to the sending of the last read without it (and would still round down to
whole milliseconds). In brackets how many reads a write took. The last line is the same trial with
both processes at real-time priority (`chrt --rr 10`): what remains when nobody waits for a core."""

RULES = {
    "middle": "linkage: the interval's middle", "firstHit": "poller: the first read with it",
    "lastMiss": "Jepsen `set-full`: the last read without it",
}


class Sections(list):
    def text(self):
        return "\n".join(part.text() for part in self)


def section():
    with tempfile.TemporaryDirectory() as folder:
        trials = measure(folder, LATENCIES, WRITES, 4)
        close = measure(folder, [CLOSE], WRITES, 1)[0]
        urgent = measure(folder, [CLOSE], WRITES, 1, URGENT)[0] if may_be_urgent() else None
    return Sections([coverage(trials), exactness(close, urgent)])


def may_be_urgent():
    """Real-time priority takes a right that not everybody has."""
    if not shutil.which("chrt"):
        return False
    return subprocess.run([*URGENT, "true"], stderr=subprocess.DEVNULL).returncode == 0


def measure(folder, latencies, writes, journeys, before=()):
    """The figures of each latency; a failure of coverage is one of the figures."""
    command = [
        *before, PROGRAM, "accuracy", "--lang", "en", "--latency", *latencies, "--writes", writes,
        "--spacing", "2ms", "--in-flight", journeys, "--json", "accuracy.json"]
    result = run(command, folder, check=False)
    if result.code not in (0, 1):
        raise RuntimeError(f"linkage accuracy ended with {result.code}: {result.text[-2000:]}")
    return json.loads(Path(folder, "accuracy.json").read_text())["latencies"]


def coverage(trials):
    part = Section(
        "Accuracy of latencies", WORDS.format(4, WRITES, WRITES * len(LATENCIES)),
        ["latency of the link", "contain the truth", "bound", "width p50", "width p95", "reads",
         "sample p50", "sample p95", "bound"])
    for trial in trials:
        found, own = trial["coverage"], trial["rules"][0]
        whole = found["inside"] == found["writes"]
        share = f"{found['inside']} of {found['writes']}"
        part.add(
            f"`{trial['latency']}`", share if whole else f"**{share}**", "all",
            f"{trial['widthMs']['p50']:.2f} ms", f"{trial['widthMs']['p95']:.2f} ms",
            f"{own['readsPerWrite']:.1f}", within(own["sampleP50Ms"], 0.5)[0],
            *within(own["sampleP95Ms"], 0.5))
    return part


def exactness(trial, urgent):
    part = Section(
        "Accuracy beside other rules", CLOSE_WORDS.format(trial["coverage"]["writes"], CLOSE),
        ["the latency is taken to be", "bias", "bound", "error p50", "p95", "bound", "p99"])
    for rule in trial["rules"]:
        add(part, rule, RULES[rule["rule"]])
    if urgent:
        add(part, urgent["rules"][0], RULES["middle"] + ", real-time")
    return part


def add(part, rule, name):
    error, ours = rule["errorMs"], rule["rule"] == "middle"
    plain = (f"{rule['biasMs']:+.2f} ms", "", f"{error['p95']:.2f} ms", "")
    bias, most, high, highest = (
        (*within(rule["biasMs"], 0.1), *within(error["p95"], 1.0, "{:.2f}")) if ours else plain)
    part.add(
        f"{name} ({rule['readsPerWrite']:.1f})", bias, most, f"{error['p50']:.2f} ms", high, highest,
        f"{error['p99']:.2f} ms")


def within(figure, most, form="{:+.2f}"):
    text = form.format(figure) + " ms"
    return (text if abs(figure) <= most else f"**{text}**", f"± {most} ms" if "+" in form else f"≤ {most} ms")
