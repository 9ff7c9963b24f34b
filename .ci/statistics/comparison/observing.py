"""Latencies as probes see them, in whole nanoseconds, many at once."""

import numpy
from scipy.special import ndtri

# Below which latency a share lies.
QUANTILES = {
    "exponential": lambda share: -numpy.log1p(-share) * 2e8,
    "uniform": lambda share: share * 1e9,
    "concentrated": lambda share: 2e8 + (share - 0.5) * 2e6,
    "two peaks": lambda share: numpy.where(share < 0.7, 1e6 + share * 1e6, 5e8 + share * 1e6),
    "lognormal": lambda share: 1e8 * numpy.exp(ndtri(share)),
}


def quantile(name, share):
    return QUANTILES[name](numpy.asarray(share))


def bounds(latencies, growth, round_trip, deadline, random):
    """What reads tell: each latency has a schedule of its own, which grows by a share of the time
    that has passed and has a random phase; each read is served at a random moment of its round trip.
    A latency beyond the deadline, if there is one, is not seen; its upper bound is infinite."""
    longest = float(latencies.max()) if deadline is None else float(deadline)
    free = [0.0]
    while free[-1] <= longest + round_trip:
        free.append(max(free[-1] + 1e6, free[-1] * (1 + growth)))
    phase = 1 + growth * random.random((latencies.size, 1))
    sent = numpy.array(free) * phase
    if deadline is not None:
        sent = numpy.minimum(sent, float(deadline))
    served = sent + random.random(sent.shape) * round_trip
    shows = served >= latencies[:, None]
    # What is visible stays so: reads overlap, so a later one may have been served earlier.
    first = numpy.where(shows, sent, numpy.inf).min(axis=1) + round_trip
    misses = numpy.where(~shows & (sent < first[:, None]), sent, -5e5)
    return numpy.floor(misses.max(axis=1)), numpy.ceil(first)
