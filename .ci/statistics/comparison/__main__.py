"""All comparisons; run by `compare`."""

import argparse
import sys

import numpy

import coverage
import curves
import exact
from batch import Batch


class Report:
    def __init__(self):
        self.failed = 0

    def __call__(self, title, figure, agrees):
        self.failed += not agrees
        print(f"{'✔' if agrees else '✘'} {title}: {figure}", flush=True)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("batch")
    options.add_argument("--sets", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    batch, report, chance = Batch(chosen.batch), Report(), numpy.random.default_rng(chosen.seed)
    exact.counts(batch, report)
    exact.ranks(batch, report)
    exact.needed(batch, report)
    exact.shares(batch, report)
    curves.compare(batch, report, chance)
    curves.fitter(batch, report, chance)
    curves.speed(batch, report, chance)
    print(f"in {chosen.sets} simulated data sets:")
    coverage.simulate(batch, report, chance, chosen.sets)
    print(f"{report.failed} disagreements" if report.failed else "all agree")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
