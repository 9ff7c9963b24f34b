"""Where processor time goes, by `perf`: written to profile.md, which docs/benchmarks.md includes.

Wants a program with its symbols: swift build -c release --static-swift-stdlib --product linkage
"""

import collections
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from journeys import Linkage
from measure import Unmeasured, build
from request_loop import compile_c, once
from servers import mocks, nginx
from table import Section

JOURNEYS = 3000
REQUESTS = 100_000

WORDS = """\
Shares of all samples, by `perf record --call-graph fp` and `.ci/bench profile`, and of the
processor time of one request or one journey; the start-up is in it. A sample counts for the
innermost of our own functions that was at work, so what Swift's runtime does for it counts with
it; what is left is told by its library. libcurl's and libc's callers are often unknown, as Debian
builds both without frame pointers: most of libc is libcurl's and Swift's allocations."""

# The first that fits a function's name; deeper functions come first.
OURS = [
    ("masking secrets", r"LinkageRunner.*(Masker|MaskedForms|SecretForms)"),
    ("evaluating expressions", r"^\$s3CEL"),
    ("storing", r"^\$s12LinkageStore|GRDB"),
    ("reporting", r"^\$s13LinkageReport"),
    ("judging", r"^\$s(12LinkageCheck|17LinkageStatistics)"),
    ("reading the scenario", r"^\$s(15LinkageScenario|4Yams)"),
    ("functions such as `fake.phone`", r"^\$s16LinkageFunctions"),
    ("transport", r"^\$s(16LinkageTransport|4Loop)"),
    ("running steps", r"^\$s13LinkageRunner"),
    ("the program around it", r"^\$s7linkage"),
    ("values and records", r"^\$s(6Values|11LinkageCore)"),
]
OURS = [(name, re.compile(pattern.replace("\\", "\\"))) for name, pattern in OURS]

LIBRARIES = [
    ("libcurl", r"libcurl"),
    ("SQLite", r"libsqlite"),
    ("TLS and HTTP/2", r"libssl|libcrypto|nghttp2"),
    ("libc: memory and strings", r"libc\.so|ld-linux|vdso"),
]
LIBRARIES = [(name, re.compile(pattern.replace("\\", "\\"))) for name, pattern in LIBRARIES]

KERNEL = [
    ("kernel: network", r"sock|tcp|send|recv|epoll|poll|net_|inet|connect|accept|eventfd|timerfd"),
    ("kernel: files", r"sys_(pwrite|pread|write|read|fsync|fdatasync|open|unlink|fcntl)"),
    ("kernel: threads", r"sys_futex|sem_post"),
    ("kernel: memory", r"page_fault|sys_(mprotect|madvise|munmap|mmap|brk)"),
]
KERNEL = [(name, re.compile(pattern)) for name, pattern in KERNEL]
FRAME = re.compile(r"^\s+[0-9a-f]+ (.*) \((.*)\)$")


def section():
    part = Section(
        "Where the time goes", WORDS,
        ["for what", "C, 64 in flight", "linkage, 64 in flight", "a journey"])
    try:
        columns = measure()
    except Unmeasured as reason:
        part.add(f"not measured: {reason}", "", "", "")
        return part
    names = set().union(*(samples for samples, _ in columns))
    parts = {name: [share(name, *column) for column in columns] for name in names}
    for name, shares in sorted(parts.items(), key=lambda one: -sum(part for part, _ in one[1])):
        if max(part for part, _ in shares) >= 0.005:
            part.add(name, *(cell(*share) for share in shares))
    part.add("all", *(f"{cost:.1f} µs" for _, cost in columns))
    Path(__file__).with_name("profile.md").write_text(part.text())
    return part


def share(name, samples, cost):
    """What part of the samples that is, and of the cost, which is in µs."""
    part = samples[name] / samples.total()
    return part, part * cost


def cell(part, cost):
    return f"{cost:.1f} µs, {100 * part:.0f} %" if part >= 0.0005 else ""


def measure():
    if not shutil.which("perf"):
        raise Unmeasured("there is no perf")
    loop = build("transport", "Loop")
    with tempfile.TemporaryDirectory() as folder:
        plain_c = compile_c(folder)
        with nginx(folder) as (plain, _, _):
            arguments = [plain, 64, REQUESTS]
            columns = [
                (samples([tool, *arguments], folder), once(folder, tool, arguments)[0])
                for tool in (plain_c, loop)
            ]
        with mocks(folder) as base:
            tool = Linkage(folder, base)
            cost = tool.take(JOURNEYS).processor * 1e6 / JOURNEYS
            columns.append((samples(tool.command(JOURNEYS), tool.folder), cost))
        return columns


def samples(command, folder):
    """How many samples fell to what."""
    record = ["perf", "record", "--call-graph", "fp", "-F", "1999", "-o", "perf.data", "--"]
    script = ["perf", "script", "-i", "perf.data", "--no-inline", "--no-demangle"]
    command = [str(word) for word in command]
    try:
        subprocess.run([*record, *command], cwd=folder, check=True, capture_output=True)
    except subprocess.CalledProcessError as error:
        raise Unmeasured("perf record fails here") from error
    text = subprocess.run(
        [*script, "-F", "ip,sym,dso"], cwd=folder, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    counts = collections.Counter()
    for sample in text.decode(errors="replace").split("\n\n"):
        frames = [match.groups() for match in map(FRAME.match, sample.splitlines()) if match]
        if frames:
            counts[purpose(frames)] += 1
    return counts


def purpose(frames):
    """The innermost frame that tells; values and records tell only where nobody asked for them."""
    if "kernel" in frames[0][1]:
        return kernel(frames)
    general = None
    for symbol, library in frames:
        for name, pattern in LIBRARIES[:3]:
            if pattern.search(library):
                return name
        for name, pattern in OURS:
            if pattern.search(symbol):
                if name != "values and records":
                    return name
                general = name
                break
    if general:
        return general
    for name, pattern in LIBRARIES:
        if pattern.search(frames[0][1]):
            return name
    return "Swift's runtime, for nobody known"


def kernel(frames):
    if any("libsqlite" in library for _, library in frames):
        return "SQLite"
    names = " ".join(symbol for symbol, _ in frames)
    return next((name for name, pattern in KERNEL if pattern.search(names)), "kernel: else")
