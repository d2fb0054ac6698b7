"""Articles for the benchmarks: distinct, in any number, always the same.

Each is made of paragraphs of the sample dispatches, as dense in facts as wires are, and of sentences with names and
figures of its own, so that the vocabulary grows as that of an archive does: an article repeated would be read from the
caches that the first reading has filled.
"""

import random
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
DISPATCHES = ROOT / "fixtures" / "dispatches"
_PARAGRAPHS = 6
_NAMED = 2
_SYLLABLES = (
    "bar", "cel", "dor", "fan", "gui", "lam", "mon", "nar", "pel", "riv", "sor", "tal", "val", "zan", "quen", "lac",
)  # fmt: skip


def articles(count: int, seed: int = 1) -> Iterator[str]:
    """`count` articles of some 350 words."""
    chance = random.Random(seed)
    pool = paragraphs()
    for _ in range(count):
        chosen = chance.sample(pool, _PARAGRAPHS)
        for _ in range(_NAMED):
            name = "".join(chance.choices(_SYLLABLES, k=4)).capitalize()
            figure = chance.randrange(20, 9000)
            sentence = f"Le colonel {name}, qui commande {figure} soldats, a quitté {name[::-1].capitalize()} mardi."
            chosen.append(sentence)
        chance.shuffle(chosen)
        yield "BRUXELLES, 27 nov 2009 (TAP) - " + "\n\n".join(chosen) + "\n"


def paragraphs() -> list[str]:
    """The paragraphs of the dispatches, headings and datelines aside."""
    files = sorted(DISPATCHES.glob("*.txt"))
    lines = [line.strip() for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if len(line) > 60]


def write_archive(folder: Path, count: int) -> None:
    """The articles as files, a thousand a folder."""
    for number, text in enumerate(articles(count)):
        path = folder / f"{number // 1000:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
