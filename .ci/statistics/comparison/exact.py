"""Counts, ranks and shares beside SciPy's."""

import math

from scipy.stats import beta, binom, binomtest

SIZES = [1, 2, 5, 6, 10, 37, 71, 72, 100, 367, 368, 1_000, 9_999, 10_000, 100_000, 1_000_000]
QUANTILES = [0.01, 0.25, 0.5, 0.9, 0.95, 0.99, 0.999]


def counts(batch, report):
    """`binom.cdf` and `binom.ppf`."""
    worst, asked, differing = 0.0, 0, 0
    for n in SIZES:
        for p in QUANTILES:
            for level in (0.001, 0.005, 0.025, 0.05, 0.5, 0.95, 0.975, 0.995, 0.999):
                theirs = int(binom.ppf(level, n, p))
                ours = batch.ask("quantile", n=n, p=p, at=level)
                # Where a level is met exactly, a rounding decides.
                tie = abs(float(binom.cdf(min(ours, theirs), n, p)) - level) < 1e-12
                differing += ours != theirs and not tie
                for count in {theirs - 1, theirs, theirs + 1, n // 2}:
                    ours = batch.ask("cumulative", n=n, p=p, at=count)
                    worst = max(worst, abs(ours - float(binom.cdf(count, n, p))))
                asked += 1
    report("binomial quantiles", f"{differing} of {asked} differ", differing == 0)
    report("binomial probabilities", f"off by {worst:.1e} at most", worst < 1e-11)


def ranks(batch, report):
    """The interval of a quantile: `binomtest` has none, so the definition with `binom`; and the
    coverage as the incomplete beta function gives it, another way to the same figure."""
    worst, least, differing, asked = 0.0, 1.0, 0, 0
    for n in list(range(1, 401)) + SIZES:
        for p in (0.5, 0.95, 0.99):
            lower, upper, coverage = batch.ask("ranks", n=n, p=p, confidence=0.95)
            tail = (1 - 0.95) / 2
            expected = (int(binom.ppf(tail, n, p)), int(binom.ppf(1 - tail, n, p)) + 1)
            differing += (lower, upper) != expected
            below = beta.cdf(p, lower, n - lower + 1) if lower > 0 else 1.0
            above = beta.cdf(p, upper, n - upper + 1) if upper <= n else 0.0
            worst = max(worst, abs(coverage - (below - above)))
            least = min(least, coverage)
            asked += 1
    report("ranks of quantiles", f"{differing} of {asked} differ", differing == 0)
    report("their coverage", f"off by {worst:.1e} at most; {least:.6f} at least",
           worst < 1e-11 and least >= 0.95)


def needed(batch, report):
    for p in (0.5, 0.9, 0.95, 0.99, 0.999):
        ours = batch.ask("needed", p=p)
        theirs = math.ceil(math.log((1 - 0.95) / 2) / math.log(p))
        report(f"samples that p{100 * p:g} needs", str(ours), ours == theirs)


def shares(batch, report):
    worst, asked = 0.0, 0
    for n in (1, 5, 20, 100, 1_000, 100_000):
        for least in sorted({0, 1, n // 3, n // 2, n - 1, n}):
            for most in sorted({least, min(least + 1, n), n}):
                for confidence in (0.9, 0.95, 0.99):
                    lower, upper = batch.ask(
                        "share", n=n, least=least, most=most, confidence=confidence)
                    below = binomtest(least, n).proportion_ci(confidence, "exact").low
                    above = binomtest(most, n).proportion_ci(confidence, "exact").high
                    worst = max(worst, abs(lower - below), abs(upper - above))
                    asked += 1
    report("Clopper-Pearson bounds", f"{asked} off by {worst:.1e} at most", worst < 1e-9)
