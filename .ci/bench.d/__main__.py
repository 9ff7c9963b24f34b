"""Measures what the README and the documents promise.

Without an argument: everything, written to docs/benchmarks.md. With names of areas: those, printed.
"""

import os
import platform
import re
import subprocess
import sys
from pathlib import Path

import accuracy
import expressions
import journeys
import judging
import memory
import mocks
import profiler
import request_loop
import startup
from measure import PROGRAM, ROOT

AREAS = {
    "startup": startup.section,
    "expressions": expressions.section,
    "requests": request_loop.section,
    "journeys": journeys.section,
    "memory": memory.section,
    "accuracy": accuracy.section,
    "judging": judging.section,
    "mocks": mocks.section,
}
# Only when named: it wants perf and a program with its symbols.
MORE = {"profile": profiler.section}

HEAD = """\
# Benchmarks

Written by `make bench`: medians of interleaved rounds of a release build. The machines are noisy:
read ratios, not digits. A figure beyond its bound is in bold type.

{cores} cores, {system}, Swift {swift}. `.ci/bench AREA` measures one area and prints it.
"""


def head():
    words = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
    swift = re.search(r"Swift version ([0-9.]+)", words)
    return HEAD.format(
        cores=os.cpu_count(), system=f"{platform.system()} {platform.release()}",
        swift=swift[1] if swift else "of unknown version")


def main(names):
    unknown = [name for name in names if name not in AREAS | MORE]
    if unknown:
        sys.exit(f"bench: there is no area {unknown[0]}; there are {', '.join(AREAS | MORE)}")
    if not PROGRAM.exists() and set(names or AREAS) - {"expressions", "requests", "judging"}:
        sys.exit(f"bench: there is no {PROGRAM}; `make build` makes it")
    parts = []
    for name in names or AREAS:
        print(f"Measuring {name}.", file=sys.stderr, flush=True)
        parts.append((AREAS | MORE)[name]().text())
    if names:
        return print("\n".join(parts))
    kept = [Path(__file__).with_name(name).read_text() for name in ("profile.md", "notes.md")]
    text = "\n".join([head(), *parts, *kept])
    (ROOT / "docs/benchmarks.md").write_text(text)
    print(text)


main(sys.argv[1:])
