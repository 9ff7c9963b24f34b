"""A section of docs/benchmarks.md: a title, words, one table, and the command."""

from dataclasses import dataclass, field


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
        return "\n".join([f"## {self.title}", "", self.words, "", *table, *map(line, self.rows), ""])


def bounded(figure, most, digits=2):
    """A figure and the most it may be; one that is more is told in bold type."""
    text = f"{figure:.{digits}f}"
    return (text if figure <= most else f"**{text}**", f"≤ {most}")
