"""Measures what the README and the documents promise.

Without an argument: everything, written to docs/benchmarks.md. With names of areas: those, printed.
"""

import sys

import transport

AREAS = {"requests": transport.section}

for name in sys.argv[1:] or AREAS:
    print(AREAS[name]().text(), flush=True)
