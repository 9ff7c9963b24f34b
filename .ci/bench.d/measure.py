"""Runs commands, tells what they took, and takes medians."""

import os
import statistics
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# LINKAGE names another build of the program.
PROGRAM = Path(os.environ.get("LINKAGE", ROOT / ".build/release/linkage")).resolve()

median = statistics.median


class Unmeasured(Exception):
    """Why a figure cannot be had on this machine."""


@dataclass
class Run:
    """What one process took, its own children included; and what it printed."""

    wall: float  # in seconds
    processor: float  # user and system, in seconds
    memory: float  # the most it held at once, in MB
    code: int
    text: str


def run(command, folder, check=True, **options) -> Run:
    """Runs a command to its end in that folder."""
    with open(Path(folder) / "output.txt", "w+b") as output:
        start = time.monotonic()
        process = subprocess.Popen(
            [str(word) for word in command], cwd=folder, stdin=subprocess.DEVNULL, stdout=output,
            stderr=subprocess.STDOUT, **options)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode(errors="replace")
    if check and process.returncode != 0:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}: {text[-2000:]}")
    processor = usage.ru_utime + usage.ru_stime
    return Run(wall, processor, usage.ru_maxrss / 1024, process.returncode, text)


def interleaved(rounds, measures):
    """Each round takes every measure once; gives the figures of each by its name."""
    figures = {name: [] for name in measures}
    for _ in range(rounds):
        for name, measure in measures.items():
            figures[name].append(measure())
    return figures


def ratio(ours, theirs):
    """The median of the rounds' ratios: both halves of a round met the same noise."""
    return median(our / their for our, their in zip(ours, theirs))


def build(package, product):
    """Builds a tool of a package of its own, linked as the program is; gives its path."""
    folder = ROOT / ".ci" / package
    swift = ["swift", "build", "--package-path", folder, "-c", "release"]
    subprocess.run(
        [*swift, "--static-swift-stdlib", "--product", product], check=True, stdout=2)
    return folder / ".build/release" / product
