"""Processor time of one request, beside the same loop in plain C."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from measure import ROOT, Unmeasured, build, interleaved, median, ratio, run
from servers import nginx
from table import Section, bounded

ROUNDS = 15
REQUESTS = 12_000
BOUNDS = {1: 1.3, 8: 1.25, 64: 1.25}

WORDS = """\
The client's processor time for one request (user and system, `getrusage`), kept-alive connections
to one nginx in another process on loopback, which gives a JSON answer of 63 bytes. *C* is
libcurl's multi interface with epoll (`curl_multi_socket_action`), handles that are used again as
they are, head and body collected, status and total time read; *linkage* is `CurlTransport` with
one task for each request in flight, on its executor, each in a session of its own. What linkage
does and C does not: the request is an argument, so its URL, headers, time-out and limits are set
each time; it is checked; it can be cancelled; the moments of sending and receiving are stamped;
libcurl's phases are read; the headers are parsed; cookies are kept for each session; no request
is written twice. The ratio is the median of the rounds' ratios."""


def section():
    part = Section(
        "Requests", WORDS + f" {ROUNDS} rounds of {REQUESTS} requests: `.ci/bench requests`.",
        ["in flight", "C", "linkage", "requests a second: C, linkage", "ratio", "bound"])
    try:
        measure(part)
    except Unmeasured as reason:
        part.add("all", f"not measured: {reason}", "", "", "", "")
    return part


def measure(part):
    loop = build("transport", "Loop")
    with tempfile.TemporaryDirectory() as folder:
        plain_c = compile_c(folder)
        with nginx(folder) as (plain, tls, authority):
            rows = [(str(width), width, [plain, width, REQUESTS]) for width in (1, 8, 64, 512)]
            rows.append(("64, HTTP/2 over TLS", None, [tls, 64, REQUESTS, authority]))
            for name, width, arguments in rows:
                compare(part, folder, name, BOUNDS.get(width), plain_c, loop, arguments)


def compile_c(folder):
    compiler = shutil.which("cc") or shutil.which("clang")
    if not compiler:
        raise Unmeasured("there is no C compiler")
    program = Path(folder, "loop")
    source = ROOT / ".ci/transport/loop.c"
    subprocess.run([compiler, "-O2", "-o", program, source, "-lcurl"], check=True)
    return program


def once(folder, program, arguments):
    """Processor time of a request in µs, requests a second, connections."""
    return [float(word) for word in run([program, *arguments], folder).text.split()]


def compare(part, folder, name, bound, plain_c, loop, arguments):
    figures = interleaved(ROUNDS, {
        "c": lambda: once(folder, plain_c, arguments),
        "linkage": lambda: once(folder, loop, arguments),
    })
    cost = {who: [figure[0] for figure in all] for who, all in figures.items()}
    rate = {who: median(figure[1] for figure in all) / 1000 for who, all in figures.items()}
    factor = ratio(cost["linkage"], cost["c"])
    part.add(
        name, f"{median(cost['c']):.1f} µs", f"{median(cost['linkage']):.1f} µs",
        f"{rate['c']:.0f} k, {rate['linkage']:.0f} k",
        *(bounded(factor, bound, digits=3) if bound else (f"{factor:.3f}", "")))
