"""How often intervals hold the truth, over many simulated data sets."""

import numpy

from observing import QUANTILES, bounds, quantile

# Samples, growth of the schedule, round trip, and which share is seen by the deadline.
WATCHES = [
    ("fine", 100, 0.02, 1e5, 1.0),
    ("usual", 100, 0.1, 1e6, 1.0),
    ("coarse", 100, 1.0, 2e7, 1.0),
    ("censored", 100, 0.1, 1e6, 0.9),
    ("few", 20, 0.3, 5e6, 0.95),
]
CHUNK = 250


def simulate(batch, report, random, sets):
    for watch, n, growth, round_trip, seen in WATCHES:
        for name in QUANTILES:
            deadline = quantile(name, seen) if seen < 1 else None
            hits = numpy.zeros(3)
            for start in range(0, sets, CHUNK):
                count = min(CHUNK, sets - start)
                drawn = bounds(
                    quantile(name, random.random(count * n)), growth, round_trip, deadline, random)
                hits += cover(batch, name, pairs(*drawn, n))
            p50, p95, share = hits / sets
            report(f"{watch}, {name}", f"p50 {p50:.2%}, p95 {p95:.2%}, share {share:.2%} covered",
                   min(p50, p95, share) >= 0.945)


def cover(batch, name, samples):
    """In how many samples the intervals of p50, p95 and of one share hold the truth."""
    found = []
    for p in (0.5, 0.95):
        truth, limit = round(float(quantile(name, p))), round(float(quantile(name, 0.6)))
        found.append(batch.ask(
            "cover", samples=samples, p=p, truth=truth, limit=limit, share=0.6))
    return numpy.array([found[0][0], found[1][0], found[0][1]])


def pairs(lower, upper, n):
    both = [[int(a), None if numpy.isinf(b) else int(b)] for a, b in zip(lower, upper)]
    return [both[start:start + n] for start in range(0, len(both), n)]
