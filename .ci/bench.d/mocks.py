"""How much the bundled mocks carry: requests a second, orders a minute, start, memory."""

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from measure import PROGRAM, Unmeasured, median
from servers import stop
from table import Section

SCRIPT = Path(__file__).parent / "mocks/mixed.lua"
MEMBERS = 40
SECONDS = int(os.environ.get("MOCKS_SECONDS", "20"))
MEMORY_SECONDS = int(os.environ.get("MOCKS_MEMORY_SECONDS", "120"))
STARTS = 9

WORDS = """\
`linkage mock` with its databases on disk, and `wrk` on the same machine, one thread and 16
connections for the website and as many for the mini-program. Mixed: a third of the requests are
orders and points, each with an event for the other side. Orders: 10,000 in a minute, after which
the two databases are held against each other and against what was acknowledged. Memory: resident
size over {0} s of mixed requests, after the first third: `.ci/bench mocks`."""


def section():
    if not shutil.which("wrk"):
        raise SystemExit("bench: wrk is not installed")
    part = Section(
        "The mocks under load", WORDS.format(MEMORY_SECONDS), ["what", "figure", "bound"])
    starts(part)
    with tempfile.TemporaryDirectory() as folder, running(folder) as mocks:
        mixed(part, mocks)
        orders(part, mocks, folder)
        memory(part, mocks)
    return part


def verdict(text, is_kept):
    return text if is_kept else f"**{text}**"


def starts(part):
    took = []
    for _ in range(STARTS):
        with tempfile.TemporaryDirectory() as folder, running(folder) as mocks:
            took.append(mocks["took"] * 1000)
    worst = max(took)
    part.add(
        "from process start to the first answer of every server",
        verdict(f"{median(took):.0f} ms, worst {worst:.0f} ms", worst <= 1000), "≤ 1000 ms")


def mixed(part, mocks):
    good, bad, lost, _, rate = load(mocks, SECONDS)
    part.add(
        f"mixed requests, {SECONDS} s", verdict(f"{rate:.0f}/s", rate >= 2000), "≥ 2000/s")
    errors = bad + lost
    part.add("of them not answered with 2xx", verdict(f"{errors} of {good}", errors == 0), "0")
    part.add("then until all has arrived", f"{drain(mocks):.1f} s", "")


def orders(part, mocks, folder):
    before = order_ids(folder)["web"]
    seconds = 60
    # 16 connections a side, a request each 185 ms: some 10,300 a minute, less what they take.
    good, bad, lost, made, _ = load(mocks, seconds, MODE="orders", PAUSE="175")
    took = drain(mocks)
    ids = order_ids(folder)
    found = len(ids["web"] - before)
    part.add(f"orders in {seconds} s", verdict(f"{made}", made >= 10_000), "≥ 10000")
    part.add("of them refused or without an answer", verdict(f"{bad + lost}", bad + lost == 0), "0")
    part.add("then until all have arrived", verdict(f"{took:.1f} s", took <= 10), "≤ 10 s")
    apart = len(ids["web"] ^ ids["mini"])
    # What was on its way when wrk ended was made and never acknowledged.
    is_whole = apart == 0 and made <= found <= made + 32
    part.add(
        "orders on one side alone; found for those acknowledged",
        verdict(f"{apart}; {found} for {made}", is_whole), "0; all")


def memory(part, mocks):
    sizes = []
    with ThreadPoolExecutor() as pool:
        running_load = pool.submit(load, mocks, MEMORY_SECONDS)
        while not running_load.done():
            sizes.append(resident(mocks["pid"]))
            time.sleep(1)
    late = sizes[len(sizes) // 3:]
    growth = (late[-1] - late[0]) / late[0]
    part.add(
        "resident memory then, and at the end",
        verdict(f"{late[0]:.0f} MB, {late[-1]:.0f} MB ({growth:+.0%})", growth <= 0.1), "≤ +10 %")


def resident(pid):
    text = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", text)[1]) / 1024


def order_ids(folder):
    ids = {}
    for side in ("web", "mini"):
        with sqlite3.connect(f"file:{folder}/data/{side}.sqlite?mode=ro", uri=True) as database:
            ids[side] = {row[0] for row in database.execute("SELECT id FROM orders")}
    return ids


def drain(mocks):
    """Seconds until both outboxes are empty."""
    begin = time.monotonic()
    while any(way["depth"] for way in ask(mocks["console"] + "/_admin/v1/sync")["directions"]):
        if time.monotonic() - begin > 300:
            raise RuntimeError("the link does not become empty")
        time.sleep(0.05)
    return time.monotonic() - begin


def load(mocks, seconds, **settings):
    """Both platforms at once; answered well, otherwise, not at all, made, and requests a second."""
    with ThreadPoolExecutor() as pool:
        results = list(pool.map(
            lambda side: wrk(mocks, side, seconds, settings), ("web", "mini")))
    sums = [sum(column) for column in zip(*results)]
    return *sums[:4], sum((good + bad) / (took / 1e6) for good, bad, _, _, took in results)


def wrk(mocks, side, seconds, settings):
    environment = os.environ | {
        "USERS": mocks["users"][side], "RUN": f"{side}-{time.monotonic_ns()}"} | settings
    command = ["wrk", "-t1", "-c16", f"-d{seconds}s", "--timeout", "10s", "-s", SCRIPT, mocks[side]]
    result = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True)
    return [int(word) for word in re.search(r"^RESULT (.*)$", result.stdout, re.M)[1].split()]


@contextmanager
def running(folder):
    """The mocks, with members who are logged in on both sides."""
    ports = Path(folder, "ports.json")
    begin = time.monotonic()
    process = subprocess.Popen(
        [PROGRAM, "mock", "--port", "0", "--ports-file", ports, "--data", "data", "--any-code"],
        stdout=subprocess.DEVNULL, cwd=folder)
    try:
        mocks = answering(ports, process) | {"pid": process.pid}
        mocks["took"] = time.monotonic() - begin
        mocks["users"] = log_in(mocks, folder)
        yield mocks
    finally:
        stop(process, signal.SIGINT)


def answering(ports, process):
    for _ in range(20_000):
        if process.poll() is not None:
            raise Unmeasured(f"the mocks ended with {process.returncode}")
        try:
            mocks = json.loads(ports.read_text())
            if ask(mocks["console"] + "/_admin/v1/health")["status"] == "ok":
                return mocks
        except (OSError, ValueError):
            time.sleep(0.001)
    raise Unmeasured("the mocks do not start")


def log_in(mocks, folder):
    phones = [f"139{number:08d}" for number in range(MEMBERS)]
    seed = {"members": [{"phone": phone, "password": "secret-1"} for phone in phones]}
    ask(mocks["console"] + "/_admin/v1/seed", seed)
    web, mini = [], []
    for phone in phones:
        request = post(mocks["web"] + "/api/login", {"phone": phone, "password": "secret-1"})
        with urllib.request.urlopen(request) as answer:
            web.append("Cookie: " + answer.headers["Set-Cookie"].split(";")[0])
        codes = {"code": phone, "phoneCode": phone}
        mini.append("Authorization: Bearer " + ask(mocks["mini"] + "/api/login", codes)["token"])
    files = {"web": f"{folder}/web.txt", "mini": f"{folder}/mini.txt"}
    for side, lines in (("web", web), ("mini", mini)):
        Path(files[side]).write_text("\n".join(lines) + "\n")
    return files


def post(url, body):
    headers = {"Content-Type": "application/json"}
    return urllib.request.Request(url, json.dumps(body).encode(), headers)


def ask(url, body=None):
    with urllib.request.urlopen(post(url, body) if body else url) as answer:
        return json.load(answer)
