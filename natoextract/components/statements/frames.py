"""The frames of reported speech: which words are said, by which cue, and which phrase is its subject.

*"A", a dit X* · *X a dit que A* · *X : "A"* · *selon X, A* · *A, précisant que B* · *"A". "B".*
"""

import re

from natoextract.components.statements.according import read_according
from natoextract.components.statements.agents import read_agents
from natoextract.components.statements.asides import (
    CIRCUMSTANCE,
    behind_circumstance,
    is_dependent,
    parts_subject,
)
from natoextract.components.statements.clauses import content_after
from natoextract.components.statements.clefts import read_clefts
from natoextract.components.statements.closings import closes_all, is_last, resumed, voiced
from natoextract.components.statements.colons import read_colons
from natoextract.components.statements.contents import Content, direct, read_clause
from natoextract.components.statements.cues import Cue
from natoextract.components.statements.endings import clause_end
from natoextract.components.statements.incises import (
    RESUMING,
    agrees,
    behind_colon,
    closes_sentence,
    is_alias,
    may_resume,
    part_of_phrase,
    quoted_in_part,
)
from natoextract.components.statements.inverted import prefixed_by_comma, subject_after, takes_clause
from natoextract.components.statements.labels import label
from natoextract.components.statements.made_verbs import RESTRAINED
from natoextract.components.statements.marks import find_according
from natoextract.components.statements.page import According, Attribution, Page, Sentence, Subject
from natoextract.components.statements.partial import read_partial, read_uttered
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.preceding import content_before, is_main, is_object, speechlike
from natoextract.components.statements.presented import read_presented
from natoextract.components.statements.quotes import Quote
from natoextract.components.statements.signatures import read_signatures
from natoextract.components.statements.standing import read_headlines, read_standing_quotes
from natoextract.components.statements.subjects import subject_before
from natoextract.lexicon import read_toml

#: With an infinitive of saying they are one verb: *« A », a tenu à dire X*, *A, vient d'annoncer X*.
_GOVERNORS = (
    frozenset(
        {"tenu", "tient", "tiennent", "tenait", "vient", "viennent", "venait", "voulu", "veut", "veulent", "voulait"}
    )
    | RESTRAINED
)
_CLOSING = frozenset(read_toml("speech_verbs")["closing"])

#: *« A », a lancé X, tandis que, pour Y, « B »*
_OTHERS = re.compile(r"\b(?:(?:tandis|alors) qu[e']|selon|d'apres)(?!\w)")
_CUT = re.compile(r" ?[(\[](?:\.\.\.|…)[)\]]")


def find_statements(page: Page) -> list[Attribution]:
    """Every statement of a page, with its cue and its subject, in text order."""
    spans = find_according(page)
    taken = {mark.cue[0] for marks in spans.values() for mark in marks}
    by_sentence: dict[int, list[Cue]] = {}
    for cue in page.cues:
        # *comme l'a annoncé X* is no frame of its own
        if cue.start not in taken:
            by_sentence.setdefault(page.sentence_of(cue.first), []).append(cue)
    for index, sentence in enumerate(page.sentences):
        read_sentence(page, sentence, by_sentence.get(index, []), spans.get(index, []))
    read_agents(page)
    read_clefts(page)
    read_presented(page)
    read_headlines(page)
    read_colons(page)
    read_signatures(page)
    read_standing_quotes(page)
    read_partial(page)
    read_uttered(page)
    page.attributions.sort(key=lambda f: (f.position, f.content.start))
    return page.attributions


def read_sentence(page: Page, sentence: Sentence, cues: list[Cue], according: list[According]) -> None:
    """Read the cues of one sentence from left to right; each takes what no cue before it has taken."""
    floor = sentence.start
    subject = _goes_on(page, sentence)
    labels: list[tuple[Cue, list[Cue | According], Subject | None]] = []
    marks: list[Cue | According] = sorted([*cues, *according], key=lambda m: m.start)
    for k, mark in enumerate(marks):
        following = marks[k + 1 :]
        if isinstance(mark, According):
            floor = read_according(page, sentence, mark, following, floor)
            continue
        cue = mark
        around = page.quotes.around(cue.start)
        if around is not None:
            split_quote(page, around, cue)
            continue
        if cue.negated:
            continue
        inverted = read_inverted(page, sentence, cue, floor)
        if inverted is not None:
            floor, subject = inverted
            continue
        if cue.clitic and prefixed_by_comma(page, cue) is not None:
            continue
        if cue.unreal and not _is_narrated(page, cue):
            continue
        if any(closes_all(page, sentence, mark) for mark in following[-2:]):
            # *X estime que A, a déclaré son porte-parole*: the whole is the spokesman's
            continue
        found = content_after(page, sentence, cue, following)
        if found is None:
            # *« A », a-t-il dit, qualifiant le texte d'« agression »*
            labels.append((cue, following, subject if cue.shape == "gerund" else None))
        else:
            subject = read_subject_first(page, sentence, cue, found, subject)
    for cue, following, before in labels:
        # *a dénoncé une « agression »* yields to a frame that holds the whole sentence
        if (found := label(page, sentence, cue, following)) is not None:
            read_subject_first(page, sentence, cue, found, before)
        else:
            read_closing_clause(page, sentence, cue)


def _is_narrated(page: Page, cue: Cue) -> bool:
    """*le ministre indiquera que « A »*, *il dira : « A »*: the future of a chronicle; what is quoted has been said."""
    if cue.grade != "say" or page.words.folded[cue.first].endswith(("rait", "raient")):
        return False
    behind = page.folded_text[cue.end : cue.end + 6]
    lead = re.match(r" ?(?:que |qu'|: ?)", behind)
    inside = page.quotes.between(cue.end, cue.end + lead.end() + 2) if lead is not None else []
    return bool(inside) and len(page.text[inside[0].inner : inside[0].outer].split()) > 4


def _goes_on(page: Page, sentence: Sentence) -> Subject | None:
    """*X a précisé que « A. B », et ajouté que C*: who says the quotation inside which a sentence begins."""
    around = page.quotes.around(sentence.start)
    if around is None or around.end >= sentence.end or around.start == sentence.start:
        return None
    told = page.told_before(around.outer)
    return told[0].subject if told is not None and told[0].content.end == around.outer else None


def read_inverted(page: Page, sentence: Sentence, cue: Cue, floor: int) -> tuple[int, Subject | None] | None:
    """*« A », a dit X*: the content before a cue, closed by a comma; where the cue's phrase ends, and its subject."""
    stop = prefixed_by_comma(page, cue)
    governed = cue.shape == "infinitive" and not _GOVERNORS.isdisjoint(page.words.folded[cue.first : cue.first + 2])
    if stop is None or (cue.shape in ("gerund", "infinitive", "participle") and not governed):
        return None
    quote = page.quote_ends.get(stop)
    if quote is not None and part_of_phrase(page, quote):
        quote = None
    if quote is None and cue.unreal:
        return None
    quoted_only = cue.grade in ("manner", "request", "label") and cue.lemma not in RESUMING
    closes = quote is None and quoted_only and not quoted_in_part(page, max(floor, sentence.start), stop)
    if closes and cue.lemma not in _CLOSING:
        return None
    subject, after = subject_after(page, cue, quoted=quote is not None)
    if subject is None:
        return None
    if quote is None and (takes_clause(page, cue) or not may_resume(cue, subject) or not agrees(page, cue, subject)):
        return None
    if quote is None and cue.clitic:
        floor = behind_colon(page, sentence, max(floor, sentence.start), stop)
    content = content_before(page, sentence, stop, floor, quote)
    if content is not None and cue.lemma == "dire" and is_alias(page, content, subject):
        return None
    end = page.words.stop(after - 1)
    before = page.folded_text[max(0, stop - 6) : stop]
    relative = quote is None and before.endswith((" ou", " dont", " d'ou"))
    open_ended = relative or (quote is None and before.endswith((" mais", " et", " que")))
    behind = behind_circumstance(page, sentence, end) if quote is None else None
    if behind is not None and (later := resumed(page, sentence, stop, behind, open_ended=open_ended)) is not None:
        # *Il ne croit pas, dit-il, que A*, *X a rejeté l'idée et, croit savoir Y, étudie B*: the second half
        return (sentence.end, subject) if page.add(later, (cue.start, cue.end), subject, cue.start) else None
    if open_ended and content is not None and not relative:
        # *Ce n'est pas un abandon mais, a ajouté X, une volonté de partir*: both halves
        page.add(content, (cue.start, cue.end), subject, cue.start)
    told = content is not None and not open_ended and speechlike(page, content, quote)
    if closes and not (told and content and is_main(page, content) and is_last(page, sentence, subject, end)):
        # *L'ONG, qui suit le dossier, dénonce le préfet*, *Après le vote, il accuse le maire d'avoir menti*
        return None
    if told and quote is None and not cue.clitic and content is not None and is_object(page, content, after):
        # *L'équipe, qui réunit dix sages, a annoncé les dates du vote*
        return None
    if content is not None and behind is not None and quote is None and is_dependent(page, content):
        # *Si la base ferme, a expliqué X, les employés partiront*: both halves
        whole = read_clause(page.text, content.start, clause_end(page, sentence, behind, []), page.quotes, whole=True)
        if page.add(whole, (cue.start, cue.end), subject, cue.start):
            return sentence.end, subject
        return None
    if content is None or not (told or (not open_ended and closes_sentence(page, cue, content, subject))):
        # *La France, a indiqué X, enverra 500 soldats.*
        if stop > floor and behind is not None:
            # *Ce document, assure-t-il, ne peut pas être faux*: what a cue parts is one
            parted = content is not None and not open_ended and (cue.clitic or parts_subject(page, content, behind))
            start = content.start if content is not None and parted else behind
            whole = read_clause(page.text, start, clause_end(page, sentence, behind, []), page.quotes, whole=True)
            if page.add(whole, (cue.start, cue.end), subject, cue.start):
                return sentence.end, subject
        return None
    if not page.add(content, (cue.start, cue.end), subject, cue.start) and quote is not None:
        # *« A, a-t-il dit, B », a raconté X*
        page.name_speaker(quote.inner, quote.outer, subject)
    after_inverted(page, sentence, cue, end, subject)
    return end, subject


def after_inverted(page: Page, sentence: Sentence, cue: Cue, end: int, subject: Subject | None) -> None:
    """*"A", a dit X, "B"*: the quotation goes on behind its cue."""
    nearby = page.quotes.between(end, sentence.end)
    if not nearby:
        return
    quote = nearby[0]
    lead = page.text[end : quote.start]
    if page.cues_between(end, quote.start) or _OTHERS.search(page.folded_text, end, quote.start):
        return
    tight = re.fullmatch(r"[\s,:;–—-]*", lead)
    if (tight and re.search(r"[,:;–—-]", lead)) or (lead.rstrip().endswith((":", ",")) and len(lead) < 90):
        goes_on = tight and page.text[quote.inner].islower()
        if quote.outer - quote.inner < 12 and not goes_on and not lead.rstrip().endswith(":"):
            # *« La pénurie », affirme X, « est finie »* is one
            return
        page.add(direct(quote), (cue.start, cue.end), subject, cue.start)


def read_subject_first(
    page: Page, sentence: Sentence, cue: Cue, found: tuple[Content, bool], before: Subject | None
) -> Subject | None:
    """*X a dit que A*: the content behind a cue; the subject, which the next cue of the sentence may share."""
    content, quoted = found
    subject = subject_before(page, sentence, cue, before, quoted=quoted)
    if subject is None and (voice := voiced(page, cue, content)) is not None:
        # *Même ton du côté russe, qui indique par la voix de X que A*
        subject = voice
    if subject is None and page.words.folded[cue.first - 1] == "qui" and cue.first:
        # *a dit X malgré des sondages qui indiquent que A*: X does not
        return before
    if subject is None and before is None and (cue.shape not in ("gerund", "infinitive") or cue.grade == "label"):
        return before
    page.add(content, (cue.start, cue.end), voiced(page, cue, content) or subject or before, cue.start)
    return subject or before


def read_closing_clause(page: Page, sentence: Sentence, cue: Cue) -> None:
    """*« A », X a dit aux députés*: a clause in plain order behind the quotation."""
    subject = subject_before(page, sentence, cue, None, quoted=True)
    if not isinstance(subject, Phrase) or subject.lead > cue.start or cue.grade == "request":
        return
    lead = subject.lead
    while lead and page.text[lead - 1] in " ,–—":
        lead -= 1
    quote = page.quote_ends.get(lead)
    if quote is None or page.text[subject.end : cue.start].strip():
        return
    # *« Rien ne presse. » Cette homélie intervient …*: a sentence of its own says nothing of the one before
    if quote.end > sentence.start or page.text[quote.outer - 1] in "!?…":
        page.add(direct(quote), (cue.start, cue.end), subject, cue.start)


def split_quote(page: Page, quote: Quote, cue: Cue) -> None:
    before = page.text[quote.inner : cue.start].rstrip()
    if not before.endswith((",", "–", "—")) or cue.shape != "finite" or cue.grade == "label":
        return
    subject, after = subject_after(page, cue, quoted=True)
    if subject is None or takes_clause(page, cue):
        return
    end = page.words.stop(after - 1)
    for _ in range(2):
        if (aside := CIRCUMSTANCE.match(page.text, end, quote.outer)) is not None:
            end = aside.end()
    if end > quote.outer or (isinstance(subject, str) and cue.clitic is None and subject not in ("ils", "elles")):
        return
    if (cut := _CUT.match(page.text, end, quote.outer)) is not None:
        # *« A, a dit X (...) B »*
        end = cut.end()
    elif page.text[end : end + 2].lstrip()[:1] not in (",", ".", "–", "—") and end < quote.outer:
        return
    stop = quote.inner + len(before.rstrip(",–— "))
    if page.add(Content(quote.inner, stop, "direct"), (cue.start, cue.end), subject, cue.start):
        start = end
        while start < quote.outer and page.text[start] in " ,.–—\n":
            start += 1
        if quote.outer - start > 3:
            page.add(Content(start, quote.outer, "direct"), (cue.start, cue.end), subject, cue.start)
