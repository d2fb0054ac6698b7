"""Where the writer goes on in a sentence that reports speech: *…, mais aucun bilan n'a été confirmé*, *et a fui*."""

import re

from natoextract.components.statements.page import Page
from natoextract.components.statements.syntax import finite, infinitive

# An infinitive clause does not reach over what the writer opposes to it: *…, mais l'explication ne convainc pas*.
_TURN = re.compile(r", (?:mais(?! qu['e])|tandis que|alors que|ce qui|ce que) ")
# Nor does one whose past the writer leaves: *a assuré qu'il avait fait des morts, mais aucun bilan n'a été confirmé*.
_BUT = re.compile(r",? mais (?!qu['e])")
# *a confirmé que X avait fui et va proposer son départ*: what the source does next.
_FURTHER = re.compile(
    r" et (?:va|vont|comptent?|entend|entendent|s'appretent?|prevoit|prevoient) (?:de |a )?\w+(?:er|ir|re)\b"
)
_PERFECT = frozenset({"a", "ont", "fut", "furent"})
# What the writer sets beside it: *a affirmé que la panne était réparée, tandis que le ministère s'est tu*.
_BESIDE = re.compile(r", (?:tandis|alors) qu(?:e |')|(?<=[»”\"]) tandis que ")
# What the same subject did besides: *craignait de perdre et a renoncé*, *a supposé que X viendrait, et a fermé*.
_DONE = re.compile(r",? et (?=(?:a|ont|avait|avaient|s'est|se sont)\b)")
# What others did with it: *a dit que l'attaque avait fait dix morts, ce que l'armée a nié*.
_DENIED = re.compile(
    r", ce (?:que|qu') ?[^,.;]{2,60} (?:a|ont|avait|avaient) (?:\w+ )?(?:nie|dementi|conteste|refute|confirme|rejete)\b"
)
# What the writer calls it: *a assuré que A, une annonce saluée par le patronat*.
_CALLED = re.compile(
    r", (?:une (?:annonce|affirmation|accusation|information|position|declaration)|des (?:propos|accusations))"
    r" (?:qu(?:i|e)\b|qu'|salue|accueilli|dementi|conteste|rejete|juge|qualifie|denonce|aussitot|vite|immediatement)"
)
_INSIDE = frozenset({"qui", "que", "qu'", "dont", "ou"})
_SHIFTED = ("ait", "aient")


def before_turn(page: Page, i: int, start: int, end: int) -> int:
    """Where the writer opposes something to what was said."""
    if infinitive(page, i):
        turn = _TURN.search(page.text, start, end)
        end = turn.start() if turn else end
        done = _DONE.search(page.folded_text, start, end)
        inside = done and page.words.folded[i : page.words.token_at(done.start())]
        return done.start() if done and _INSIDE.isdisjoint(inside or ()) and _outside(page, done) else end
    denied = _DENIED.search(page.folded_text, start, end)
    if denied is not None and _outside(page, denied):
        end = denied.start()
    called = _CALLED.search(page.folded_text, start, end)
    if called is not None and _outside(page, called):
        end = called.start()
    further = _FURTHER.search(page.folded_text, start, end)
    if further and _outside(page, further) and _is_past(page, i):
        end = further.start()
    beside = _BESIDE.search(page.folded_text, start + 2, end)
    if (
        beside is not None
        and _outside(page, beside)
        and (not beside.group().startswith(",") or _leaves_the_past(page, i, beside))
    ):
        end = beside.start()
    done = _DONE.search(page.folded_text, start, end)
    if done is not None and done.group().startswith(",") and _outside(page, done):
        end = done.start()
    but = _BUT.search(page.text, start, end)
    return but.start() if but and _leaves_the_past(page, i, but) else end


def _is_past(page: Page, first: int) -> bool:
    verb = _first_finite(page, first, page.words.size)
    return verb is not None and (verb.endswith(_SHIFTED) or verb in _PERFECT)


def _outside(page: Page, turn: re.Match[str]) -> bool:
    return page.quotes.around(turn.start()) is None


def _leaves_the_past(page: Page, first: int, turn: re.Match[str]) -> bool:
    """Whether a clause in the past of reported speech is opposed to one that is not."""
    if not _outside(page, turn):
        return False
    words = page.words
    before = _first_finite(page, first, words.token_at(turn.start()))
    behind = _first_finite(page, words.token_at(turn.end()), words.size)
    return before is not None and before.endswith(_SHIFTED) and behind is not None and not behind.endswith(_SHIFTED)


def _first_finite(page: Page, first: int, last: int) -> str | None:
    for i in range(first, min(last, first + 20)):
        if page.words.pos[i] in ("VERB", "AUX") and finite(page, page.words.tokens[i]):
            return page.words.folded[i]
    return None
