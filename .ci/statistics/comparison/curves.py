"""Turnbull's estimate beside that of lifelines."""

import bisect
import math
import time
import warnings

import numpy

from lifelines import KaplanMeierFitter
from lifelines.fitters.npmle import npmle

from observing import QUANTILES, bounds, quantile

# lifelines takes bounds for closed. With odd lower and even upper ones none is both.
KINDS = [(20, 0.1, 1.0), (60, 0.1, 0.9), (60, 1.0, 1.0), (100, 0.3, 0.8), (200, 2.0, 0.95)]


def sample(name, n, growth, seen, random):
    """In steps, so that many bounds are shared as on a schedule."""
    deadline = quantile(name, seen) if seen < 1 else None
    lower, upper = bounds(quantile(name, random.random(n)), growth, 2e6, deadline, random)
    pairs = []
    for a, b in zip(lower, upper):
        a = int(a) // 1_000_000 * 2 + 1
        pairs.append([a, None if numpy.isinf(b) else max(int(b) // 1_000_000 * 2 + 2, a + 1)])
    return pairs


def likelihood(masses, intervals, pairs):
    starts = [interval[0] for interval in intervals]
    ends = [interval[1] for interval in intervals]
    sums = [0.0]
    for mass in masses:
        sums.append(sums[-1] + mass)
    total = 0.0
    for lower, upper in pairs:
        first, last = bisect.bisect_left(starts, lower), bisect.bisect_right(ends, upper)
        total += math.log(max(sums[last] - sums[first], 1e-300))
    return total


def compare(batch, report, random):
    """lifelines stops where a step gains little, we where no more than 1e-10 a sample can be gained:
    ours must be as likely, and the curves as close as that allows."""
    worst_curve, worst_gain, count = 0.0, math.inf, 0
    for name in QUANTILES:
        for n, growth, seen in KINDS:
            pairs = sample(name, n, growth, seen, random)
            answer = batch.ask("turnbull", bounds=pairs)
            closed = [(a, math.inf if b is None else b) for a, b in pairs]
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                masses, intervals = npmle(*zip(*closed), tol=1e-9)
            theirs = [(interval.left, interval.right) for interval in intervals]
            found = {(a, math.inf if b is None else b): mass for a, b, mass in answer["steps"]}
            if not set(found) <= set(theirs):
                report(f"innermost intervals, {name}", "differ", False)
                continue
            ours = [found.get(interval, 0.0) for interval in theirs]
            gain = likelihood(ours, theirs, closed) - likelihood(masses, theirs, closed)
            worst_gain = min(worst_gain, gain)
            worst_curve = max(worst_curve, distance(ours, masses))
            count += 1
    report("Turnbull's estimate", f"{count} curves {worst_curve:.1e} apart at most", worst_curve < 5e-3)
    report("its likelihood", f"lifelines' is {max(-worst_gain, 0):.1e} greater at most",
           worst_gain > -1e-6)


def distance(ours, theirs):
    apart, worst = 0.0, 0.0
    for a, b in zip(ours, theirs):
        apart += a - float(b)
        worst = max(worst, abs(apart))
    return worst


def fitter(batch, report, random):
    """The public face of lifelines, on one sample."""
    pairs = sample("exponential", 30, 0.5, 0.9, random)
    closed = [(a, math.inf if b is None else b) for a, b in pairs]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fit = KaplanMeierFitter().fit_interval_censoring(*zip(*closed), tol=1e-9)
    curve = fit.survival_function_.filter(like="_lower").iloc[:, 0]
    worst, reached = 0.0, 0.0
    for _, upper, mass in batch.ask("turnbull", bounds=pairs)["steps"]:
        reached += mass
        if upper is None:
            continue
        worst = max(worst, abs((1 - reached) - float(curve.loc[upper])))
    report("KaplanMeierFitter", f"{worst:.1e} apart at most", worst < 5e-3)


def speed(batch, report, random):
    drawn = bounds(quantile("exponential", random.random(10_000)), 0.1, 1e6,
                   quantile("exponential", 0.95), random)
    pairs = [[int(a), None if numpy.isinf(b) else int(b)] for a, b in zip(*drawn)]
    start = time.monotonic()
    answer = batch.ask("turnbull", bounds=pairs)
    took = time.monotonic() - start
    report("ten thousand samples", f"{took:.2f} s, {len(answer['steps'])} steps, gap {answer['gap']:.0e}",
           took < 1 and answer["gap"] < 1e-9)
