"""Processor time of one journey of four requests, beside k6 and tavern."""

import itertools
import shutil
import tempfile
import time
from pathlib import Path

from measure import PROGRAM, Unmeasured, interleaved, median, ratio, run
from peers import peer
from servers import mocks
from table import Section, bounded

ROUNDS = 5
FILES = Path(__file__).parent / "journey"

WORDS = """\
Registering, earning points, reading the member, earning more: four requests with two captures and
five expectations, against one `linkage mock` in another process; the files are in
`.ci/bench.d/journey`. k6 runs a script by hand and prints its summary; tavern runs a YAML file by
pytest and an expectation in Python, as it cannot add; linkage runs a YAML file as users do: it
records every exchange, stores the history in its results folder, judges it and writes its
reports. linkage and k6 have 16 journeys at a time, tavern one. A few journeys tell the start-up,
many the slope: the processor time (user and system) for each further journey."""


def section():
    part = Section(
        "Journeys", WORDS + f" {ROUNDS} rounds: `.ci/bench journeys`.",
        ["tool", "journeys", "start-up", "a journey", "linkage takes, of that", "bound"])
    with tempfile.TemporaryDirectory() as folder, mocks(folder) as base:
        measures, absent = {}, {}
        for tool in (Linkage, K6, Tavern):
            try:
                measures[tool.name] = tool(folder, base).slope
            except Unmeasured as reason:
                absent[tool.name] = reason
        figures = interleaved(ROUNDS, measures)
    report(part, figures)
    for name, reason in absent.items():
        part.add(name, "", "", f"not measured: {reason}", "", "")
    return part


def report(part, figures):
    bounds = {"k6": 0.5, "tavern": 0.01}
    ours = [journey for _, journey in figures["linkage"]]
    for tool in (Linkage, K6, Tavern):
        if tool.name not in figures:
            continue
        starts, journeys = zip(*figures[tool.name])
        against = ("", "")
        if tool.name in bounds:
            against = bounded(ratio(ours, journeys), bounds[tool.name], digits=3)
        part.add(
            tool.name, tool.many - tool.few, f"{median(starts):.0f} ms",
            f"{median(journeys):.2f} ms", *against)


class Tool:
    """Runs some journeys, and many; tells both the start-up and one journey, in ms."""

    few, many = 16, 2016
    # Nobody registers twice with the mock.
    phones = itertools.count(13_000_000_000 + int(time.time()) % 100_000 * 1000, 5000)

    def __init__(self, folder, base):
        self.folder = Path(folder, self.name)
        self.folder.mkdir()
        self.base = base
        self.prepare()

    def prepare(self):
        """Whatever it needs before it can run."""

    def slope(self):
        few = self.take(self.few).processor * 1000
        many = self.take(self.many).processor * 1000
        journey = (many - few) / (self.many - self.few)
        return few - self.few * journey, journey

    def copy(self, name, **words):
        text = (FILES / name).read_text()
        for word, value in words.items():
            text = text.replace(word, value)
        (self.folder / name).write_text(text)


class Linkage(Tool):
    name = "linkage"

    def prepare(self):
        self.copy("journey.yaml")
        self.copy("shop.yaml", BASE=self.base)

    def take(self, journeys):
        shutil.rmtree(self.folder / "results", ignore_errors=True)
        return run(self.command(journeys), self.folder)

    def command(self, journeys):
        options = ["--target", "shop.yaml", "--samples", journeys, "--parallel", 16]
        return [PROGRAM, "run", "journey.yaml", *options, "--results", "results"]


class K6(Tool):
    name = "k6"

    def prepare(self):
        self.program = peer("k6") / "k6"
        self.copy("k6.js")

    def take(self, journeys):
        settings = {"BASE": self.base, "FIRST": next(self.phones), "JOURNEYS": journeys}
        options = [word for name, value in settings.items() for word in ("-e", f"{name}={value}")]
        command = [self.program, "run", "--quiet", "--no-usage-report", *options, "k6.js"]
        return run(command, self.folder)


class Tavern(Tool):
    name = "tavern"
    few, many = 1, 101

    def prepare(self):
        self.program = peer("tavern") / "python"
        self.copy("sums.py")

    def take(self, journeys):
        first = next(self.phones)
        phones = [str(first + number) for number in range(journeys)]
        self.copy("test_journey.tavern.yaml", BASE=self.base, PHONES=str(phones))
        return run([self.program, "-m", "pytest", "--quiet"], self.folder)
