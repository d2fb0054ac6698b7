"""What an article is about, by its plain mentions: it decides what its ambiguous words mean."""

from collections import Counter
from dataclasses import dataclass, field

from natoextract.components.actors.lexicon import missions
from natoextract.components.actors.page import Page
from natoextract.components.actors.phrases import PhraseTree
from natoextract.components.actors.vocabulary import Case, Kind, Meaning
from natoextract.components.actors.words import actor_words

#: Words between *opération* and a mission's name: *l'opération militaire française « Serval »*.
_INTRODUCER_REACH = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """What begins at a word of the page: `(index past the last word, meanings)`, the longest first."""

    first: int
    options: list[tuple[int, list[Meaning]]]


@dataclass(slots=True)
class Context:
    """The states, organisations and missions that the article names beyond doubt, and all its words."""

    states: Counter[str] = field(default_factory=Counter)
    organisations: Counter[str] = field(default_factory=Counter)
    missions: set[str] = field(default_factory=set)
    forms: frozenset[str] = frozenset()

    @property
    def main_state(self) -> str | None:
        """The state that the article names most."""
        return next((code for code, _ in self.states.most_common(1)), None)

    def names_any(self, words: frozenset[str]) -> bool:
        """Whether the article has one of these folded words."""
        return not self.forms.isdisjoint(words)


def hits_of(page: Page, tree: PhraseTree[Meaning]) -> list[Hit]:
    """Every stretch of the page that a phrase of the vocabulary matches."""
    known = {form for form in page.forms if tree.begins(form)}
    words = page.words
    return [Hit(i, options) for i, form in enumerate(words.forms) if form in known and (options := tree.at(words, i))]


def context_of(page: Page, hits: list[Hit]) -> Context:
    """Count the plain meanings of the longest match at each word."""
    context = Context(forms=page.forms)
    past = 0
    for hit in hits:
        if hit.first < past:
            continue
        last, meanings = hit.options[0]
        past = last
        for meaning in meanings:
            if meaning.kind is Kind.LOOKALIKE or not cased(page, hit.first, last, meaning):
                continue
            if meaning.kind in (Kind.NAME, Kind.PEOPLE) and not meaning.guarded:
                context.states[meaning.value] += 1
            elif meaning.kind is Kind.ORGANISATION and not meaning.guarded:
                context.organisations[meaning.value] += 1
            elif meaning.kind is Kind.MISSION and (not meaning.guarded or introduced(page, hit.first)):
                context.missions.add(meaning.value)
                context.organisations[missions()[meaning.value].lead] += 1
    return context


def cased(page: Page, first: int, last: int, meaning: Meaning) -> bool:
    """Whether the phrase is written with the capitals that its meaning asks for."""
    if meaning.case is Case.ANY:
        return True
    if last - first > 1 and page.form(last - 1) == "est" and not page.capitalised(last - 1):
        return False  # *Timor est*, *Berlin est*: the verb
    # an acronym with points is one word of the page, whatever the lexicon's words
    proper = min(first + meaning.proper, len(page) - 1)
    return page.in_capitals(proper) if meaning.case is Case.CAPITALS else page.capitalised(proper)


def introduced(page: Page, first: int) -> bool:
    """Whether a word like *opération* stands shortly before, in the same clause."""
    for index in range(first - 1, max(-1, first - 1 - _INTRODUCER_REACH), -1):
        if any(mark in page.gap(index + 1) for mark in ".;:!?\n,"):
            return False
        if page.form(index) in actor_words("introducers"):
            return True
    return False
