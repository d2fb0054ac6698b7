"""dateparser's search and this project's date layer, side by side on the sentence gold.

    python benchmarks/dates_vs_dateparser.py [--errors]

The sentences were written along with the layer: its figure shows that nothing has broken, not how it does on
new text. Both read `fixtures/sentences/dates.txt` with the publication date of each sentence. dateparser has no types,
no durations and no intervals, so it is asked for less: of the gold it is given only what names one day (`DATE` with a
value of day precision), and it is right when its span overlaps and its day is the same. Whatever it finds elsewhere
counts against it only where no gold mention stands.
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from dateparser.search import search_dates

import natoextract
from natoextract import Dispatch
from tests.markup import Sentence, read_sentences

GOLD = Path(__file__).parent.parent / "fixtures" / "sentences" / "dates.txt"

Day = tuple[int, int, str]


@dataclass
class Score:
    """Counts of one system."""

    right: int = 0
    wrong: int = 0
    spurious: int = 0
    missed: int = 0

    def row(self, name: str) -> str:
        found = self.right + self.wrong
        precision = self.right / max(1, found + self.spurious)
        recall = self.right / max(1, found + self.missed)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        counts = f"right {self.right:4} wrong {self.wrong:4} missed {self.missed:4} spurious {self.spurious:4}"
        return f"{name:12} {counts}   P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"


def main() -> None:
    sentences = [s for s in read_sentences(GOLD) if not s.expected_failure]
    systems = {"dateparser": list(by_dateparser(sentences)), "natoextract": list(by_natoextract(sentences))}
    for name, answers in systems.items():
        score = Score()
        for sentence, days in zip(sentences, answers, strict=True):
            count(score, sentence, days, show=name if "--errors" in sys.argv else None)
        print(score.row(name))


def by_dateparser(sentences: Iterable[Sentence]) -> Iterable[list[Day]]:
    for sentence in sentences:
        base = datetime.combine(date.fromisoformat(str(sentence.context["published"])), datetime.min.time())
        settings: dict[str, Any] = {"RELATIVE_BASE": base, "DATE_ORDER": "DMY", "PREFER_DATES_FROM": "past"}
        found, position = [], 0
        for text, when in search_dates(sentence.text, languages=["fr"], settings=settings) or []:
            start = sentence.text.find(text, position)
            if start >= 0:
                position = start + len(text)
                found.append((start, position, when.date().isoformat()))
        yield found


def by_natoextract(sentences: Iterable[Sentence]) -> Iterable[list[Day]]:
    dispatches = [Dispatch(s.text, published=str(s.context["published"])) for s in sentences]
    for article in natoextract.extract_many(dispatches):
        yield [(d.start, d.end, d.value) for d in article.dates]


def count(score: Score, sentence: Sentence, days: list[Day], show: str | None) -> None:
    """Match days one to one with the gold."""
    dates = [t for t in sentence.tagged if t.tag == "date"]
    asked = [t for t in dates if t.attributes["type"] == "DATE" and is_day(str(t.attributes["value"]))]
    free = list(days)
    for gold in asked:
        match = next((d for d in free if d[0] < gold.end and gold.start < d[1]), None)
        if match is None:
            score.missed += 1
        else:
            free.remove(match)
            right = match[2] == gold.attributes["value"]
            score.right += right
            score.wrong += not right
        if show and (match is None or match[2] != gold.attributes["value"]):
            print(f"{show}: {sentence.text} | want {gold.attributes['value']}, got {match and match[2]}")
    for start, end, _ in free:
        if not any(start < t.end and t.start < end for t in dates):
            score.spurious += 1
            if show:
                print(f"{show}: {sentence.text} | spurious {sentence.text[start:end]!r}")


def is_day(value: str) -> bool:
    return len(value) == len("2021-04-14") and value[:4].isdigit() and "W" not in value and "/" not in value


if __name__ == "__main__":
    main()
