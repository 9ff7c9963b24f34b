"""A section of docs/benchmarks.md: a title, words, one table, and the command."""

import textwrap
from dataclasses import dataclass, field


def wrapped(words):
    return textwrap.fill(words, 100, break_long_words=False, break_on_hyphens=False)


def line(cells):
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


@dataclass
class Section:
    title: str
    words: str
    heads: list
    rows: list = field(default_factory=list)

    def add(self, *cells):
        self.rows.append(cells)

    def text(self):
        table = [line(self.heads), "|" + "---|" * len(self.heads)]
        head = [f"## {self.title}", "", wrapped(self.words), ""]
        return "\n".join([*head, *table, *map(line, self.rows), ""])


def bounded(figure, most, digits=2):
    """A figure and the most it may be; one that is more is told in bold type."""
    text = f"{figure:.{digits}f}"
    return (text if figure <= most else f"**{text}**", f"≤ {most}")
