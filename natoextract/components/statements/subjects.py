"""Who the subject of a cue is when it stands before its verb."""

import re
from dataclasses import replace

from spacy.tokens import Token

from natoextract.components.statements.antecedents import antecedent, described, qui_before
from natoextract.components.statements.cues import Cue
from natoextract.components.statements.documents import issuer, voice
from natoextract.components.statements.inverted import source_of_on
from natoextract.components.statements.neighbours import (
    behind_and,
    behind_joint,
    named_beside,
    opens_clause,
    phrase_beside,
    titled,
)
from natoextract.components.statements.page import Page, Sentence, Subject
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.phrases import read_phrase
from natoextract.components.statements.topics import begins, main_clause, sentence_subject
from natoextract.components.statements.vocabulary import PRONOUNS
from natoextract.grammar import SUBJECTS

#: Where *on* speaks for a body: *A l'Elysée, on assure*, *Du côté de l'armée, on précise*.
_HOUSE = re.compile(r"\W*(?:a|au|aux|chez|cote|du cote d(?:e|u|es)|dans(?= l'entourage)|de(?= sources?\b)) ")
#: *Dans un communiqué publié par l'armée, on indique*: whoever issued it.
_IN_DOCUMENT = re.compile(
    r"\W*dans (?=(?:un|une|le|la|l'|son|sa|ce|cette) ?(?:communique|note|message|lettre|declaration|rapport|texte))"
)
#: *celui-ci*, in three tokens.
_NEARER = {"celui": "celui-ci", "celle": "celle-ci", "ceux": "ils", "celles": "elles"}
#: *Ces derniers précisent que*
_LATTER = {"derniers": "ils", "dernieres": "elles"}
_STRESSED = frozenset({"lui", "elle", "eux", "elles"})
#: How many words the subject of a gerund may have.
_REACH = 16


def subject_before(page: Page, sentence: Sentence, cue: Cue, before: Subject | None, *, quoted: bool) -> Subject | None:
    """Who says what follows a cue: *X a dit que*, *il affirme*, or the subject of the cue `before` it."""
    folded = page.words.folded
    if cue.shape in ("gerund", "infinitive") or cue.clitic:
        if cue.clitic and cue.clitic != "on":
            return cue.clitic
        if cue.clitic == "on":
            return source_of_on(page, cue.last)[0] or "on"
        narrated = folded[cue.first] in ("de", "d'") and folded[cue.first - 1] not in ("et", "puis", ",")
        free = before is None or narrated
        if cue.shape == "infinitive" and free and (near := phrase_beside(page, sentence, cue)) is not None:
            return near
        if cue.shape == "gerund" and (own := own_subject(page, sentence, cue, agent=before is None)) is not None:
            return own
        if cue.first == sentence.first and (main := main_clause(page, cue.last, sentence.end)) is not None:
            # *Soulignant que A, le procureur a avancé …*
            return sentence_subject(page, replace(sentence, first=main), sentence.last)
        topic = before or sentence_subject(page, sentence, cue.first)
        if topic is None and cue.shape == "infinitive" and cue.first - sentence.first < 3:
            return _goes_on_from(page, sentence)
        main = main_clause(page, cue.last, sentence.end) if topic is None else None
        # *Sur RTL, rappelant que A, X a dénoncé …*
        return topic if main is None else sentence_subject(page, replace(sentence, first=main), sentence.last)
    k = cue.first - 1
    while k > sentence.first and (page.words.pos[k] == "ADV" and folded[k] not in PRONOUNS):
        k -= 1
    form = folded[k] if k >= sentence.first else ""
    if k - 3 >= sentence.first and folded[k - 2 : k + 1 : 2] == [",", ","] and folded[k - 1] in _STRESSED:
        # *La CGT, elle, dénonce …*
        contrasted = phrase_over(page, sentence, page.words.tokens[k - 3], quoted=quoted)
        if contrasted is not None:
            return contrasted
    if form == "qui":
        return antecedent(page, sentence, k, quoted=quoted)
    if form in _LATTER and k > sentence.first and folded[k - 1] == "ces":
        return _LATTER[form]
    if form in ("dernier", "derniere") and k > sentence.first and folded[k - 1] in ("ce", "cette"):
        # *Quand Anne donne la parole à Paul, ce dernier répond que*
        return read_phrase(page.words, k - 1)
    if form == "ci" and k - 2 >= sentence.first and folded[k - 2] in _NEARER:
        return _NEARER[folded[k - 2]]
    if form in PRONOUNS and k >= sentence.first:
        if form == "on":
            # *on note que* is everybody
            return source_of_on(page, cue.last)[0] or _where_on_speaks(page, sentence, k)
        if folded[k - 1] in ("d'", "entre"):
            # *l'une d'elles*, *certains d'entre eux*
            return "elles" if form == "elles" else "ils"
        if folded[k - 1] == "car" or folded[k - 2 : k] == ["parce", "qu'"]:
            return _acting(page, sentence, k, form) or PRONOUNS[form]
        return PRONOUNS[form]
    if (qui := qui_before(page, sentence, cue.first)) is not None:
        return antecedent(page, sentence, qui, quoted=quoted)
    if (named := named_beside(page, sentence, cue) or titled(page, sentence, cue)) is not None:
        return named
    beside = phrase_beside(page, sentence, cue) if cue.shape == "finite" else None
    if beside is not None and opens_clause(page, beside):
        # *les voisins sont prêts, mais le Ghana a fait savoir que*
        return beside
    if cue.shape == "finite" and (new := behind_and(page, sentence, cue)) is not None:
        return new
    if cue.shape == "finite" and (far := behind_joint(page, sentence, cue)) is not None:
        return far
    subject = syntactic_subject(page, cue)
    if subject is not None and ":" in page.words.forms[subject.i : cue.first]:
        # *Mali : l'Elysée annonce …*: the theme of a headline
        subject = None
    if subject is not None and page.overlaps(subject.idx, subject.idx + 1):
        # *X, après avoir rappelé que les élus s'engagent, évoque …*: who is told of in what was said
        subject = None
    if subject is not None and sentence.first <= subject.i < cue.first and page.quotes.around(subject.idx) is None:
        if folded[subject.i] in PRONOUNS:
            return PRONOUNS[folded[subject.i]]
        if folded[subject.i] == "qui":
            return antecedent(page, sentence, subject.i, quoted=quoted)
        phrase = phrase_over(page, sentence, subject, quoted=quoted or cue.grade == "opinion")
        if phrase is not None:
            return voice(page, described(page, sentence, phrase))
        if cue.first - subject.i <= 2:
            # *beaucoup craignaient que*: a subject that names nobody
            return None
    if form in ("et", "puis", "mais", ",") and before is not None and subject is None:
        return before
    return sentence_subject(page, sentence, cue.first)


def _acting(page: Page, sentence: Sentence, pronoun: int, form: str) -> Phrase | None:
    """*La CGT fait grève car elle estime que A*: the body that acts gives its reason."""
    tokens = page.words.tokens.between(sentence.first, pronoun)
    subject = next((t for t in tokens if t.dep_ in SUBJECTS), None)
    if subject is None or form not in ("il", "elle"):
        return None
    phrase = phrase_over(page, sentence, subject, quoted=False)
    if phrase is None or phrase.kind != "institution" or phrase.plural:
        return None
    article = page.words.folded[page.words.token_at(phrase.lead)]
    return phrase if article not in ("la" if form == "il" else "le", "les") else None


def _goes_on_from(page: Page, sentence: Sentence) -> Subject | None:
    """*X a présenté son plan. Et d'ajouter que …*: the subject of the sentence before, if it told no speech."""
    index = page.sentence_of(sentence.first)
    if not index:
        return None
    before = page.sentences[index - 1]
    told = page.told_before(sentence.start)
    if told is not None and told[1] > before.start:
        return None
    topic = sentence_subject(page, before, before.last)
    return topic if isinstance(topic, str) or (topic is not None and topic.kind == "person") else None


def syntactic_subject(page: Page, cue: Cue) -> Token | None:
    """The parser's subject of a verb, of its auxiliaries, or of the verb it is joined to."""
    token: Token = page.words.tokens[cue.first] if cue.verb.i != cue.first else cue.verb
    for candidate in (cue.verb, token, *page.words.tokens.between(cue.first, cue.last)):
        verb = candidate
        for _ in range(4):
            found = [c for c in verb.children if c.dep_ in SUBJECTS and c.i < cue.first]
            if found:
                return found[-1]
            if verb.dep_ not in ("conj", "xcomp") or verb.head.i == verb.i:
                break
            verb = verb.head
    return None


def own_subject(page: Page, sentence: Sentence, cue: Cue, *, agent: bool = False) -> Phrase | None:
    """The subject beside a gerund: *son homologue Paul Durand confirmant que*, as an `agent` *par X, affirmant que*."""
    words = page.words
    last = cue.first - 1
    by_agent = last > sentence.first and words.folded[last] == ","
    if by_agent:
        if not agent:
            return None
        last -= 1
    for i in range(max(sentence.first, last - _REACH), last + 1):
        if not words.opens(i) or (by_agent and (i == 0 or words.folded[i - 1] != "par")):
            continue
        phrase = read_phrase(words, i)
        if phrase is None or phrase.end != words.stops[last] or "document" in phrase.sorts:
            continue
        if (
            phrase.name is not None
            or phrase.determiner == "definite"
            or (phrase.codes and phrase.kind == "institution")
        ):
            return phrase
    return None


def _where_on_speaks(page: Page, sentence: Sentence, on: int) -> Phrase | None:
    """*Au Foreign Office, on indique que*; *On ajoute que* in the next sentence."""
    if (document := _IN_DOCUMENT.match(page.folded_text, sentence.start)) is not None:
        told = read_phrase(page.words, page.words.token_at(document.end()))
        author = issuer(page, told) if told is not None else None
        if author is not None and author.end < page.words.offsets[on]:
            return author
    found = _HOUSE.match(page.folded_text, sentence.start)
    if found is None and on == sentence.first and on:
        previous = page.sentences[page.sentence_of(on - 1)]
        if ", on " in page.text[previous.start : previous.end]:
            found = _HOUSE.match(page.folded_text, previous.start)
    if found is None:
        return None
    phrase = read_phrase(page.words, page.words.token_at(found.end()))
    speaks = phrase is not None and (phrase.kind == "institution" or phrase.head in ("source", "siege", "entourage"))
    return phrase if speaks else None


def phrase_over(page: Page, sentence: Sentence, subject: Token, *, quoted: bool) -> Phrase | None:
    """The speaker phrase that holds a subject's token."""
    left = max(subject.left_edge.i, sentence.first)
    for i in (left, *range(subject.i, max(sentence.first - 1, subject.i - 8), -1)):
        phrase = read_phrase(page.words, i, generic=False)
        if phrase is None or not begins(page, i):
            continue
        if phrase.lead <= subject.idx <= max(phrase.end, (phrase.role_span or (0, 0))[1]):
            return _longest(page, sentence, phrase)
    if quoted:
        phrase = read_phrase(page.words, left, generic=True)
        if phrase is not None and "document" not in phrase.sorts and phrase.lead <= subject.idx <= phrase.end:
            return phrase
    return None


def _longest(page: Page, sentence: Sentence, phrase: Phrase) -> Phrase:
    """*le quotidien suisse Le Temps*: the phrase that begins further left and ends where a proper name ends."""
    words = page.words
    first = words.token_at(phrase.lead)
    if phrase.kind != "institution" or phrase.name is not None or first == sentence.first:
        return phrase
    for i in range(max(sentence.first, first - 8), first):
        if words.opens(i) and begins(page, i) and words.pos[i - 1] != "ADP":
            longer = read_phrase(words, i)
            if longer is not None and longer.end == phrase.end and longer.name is None:
                return longer
    return phrase
