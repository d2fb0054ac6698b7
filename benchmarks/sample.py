"""Articles for the benchmarks: distinct, in any number, always the same.

Each is made of sentences of the project's own fixtures, with names and figures of its own, so that the vocabulary grows
as that of an archive does: an article repeated would be read from the caches that the first reading has filled.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
# the tests are no package that is installed
sys.path.insert(0, str(ROOT))

from tests.markup import read_sentences  # noqa: E402

DISPATCHES = ROOT / "fixtures" / "dispatches"
_SENTENCES = 16
_SYLLABLES = (
    "bar", "cel", "dor", "fan", "gui", "lam", "mon", "nar", "pel", "riv", "sor", "tal", "val", "zan", "quen", "lac",
)  # fmt: skip


def articles(count: int, seed: int = 1) -> Iterator[str]:
    """`count` articles of some 300 words."""
    chance = random.Random(seed)
    pool = sentences()
    for _ in range(count):
        chosen = chance.sample(pool, _SENTENCES)
        for _ in range(4):
            name = "".join(chance.choices(_SYLLABLES, k=4)).capitalize()
            figure = chance.randrange(20, 9000)
            chosen.append(
                f"Le colonel {name}, qui commande {figure} soldats, a quitté {name[::-1].capitalize()} mardi."
            )
        chance.shuffle(chosen)
        yield (
            "BRUXELLES, 27 nov 2009 (TAP) - " + "\n\n".join(" ".join(chosen[i : i + 4]) for i in range(0, 20, 4)) + "\n"
        )


def sentences() -> list[str]:
    """The lines of the dispatches and of the sentence fixtures, long enough to be news."""
    lines = [
        line for path in sorted(DISPATCHES.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines()
    ]
    for path in sorted((ROOT / "fixtures" / "sentences").glob("*.txt")):
        lines += [sentence.text for sentence in read_sentences(path)]
    return [line.strip() for line in lines if 60 < len(line) < 400]


def write_archive(folder: Path, count: int) -> None:
    """The articles as files, a thousand a folder."""
    for number, text in enumerate(articles(count)):
        path = folder / f"{number // 1000:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
