"""Who the subject of a cue is when it stands before its verb."""

import re
from dataclasses import replace

from spacy.tokens import Token

from natoextract.components.statements.antecedents import antecedent, described, name_before, qui_before
from natoextract.components.statements.cues import Cue
from natoextract.components.statements.documents import issuer, voice
from natoextract.components.statements.inverted import source_of_on, takes_clause
from natoextract.components.statements.page import Page, Sentence, Subject
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.phrases import quoted_name, read_phrase
from natoextract.components.statements.syntax import finite
from natoextract.components.statements.topics import begins, main_clause, sentence_subject
from natoextract.components.statements.vocabulary import PRONOUNS, phrase_words
from natoextract.grammar import SUBJECTS

_ASIDE = re.compile(r"\([^()\n]*\)")
#: Where *on* speaks for a body: *A l'Elysée, on assure*, *Du côté de l'armée, on précise*.
_HOUSE = re.compile(r"\W*(?:a|au|aux|chez|cote|du cote d(?:e|u|es)|dans(?= l'entourage)|de(?= sources?\b)) ")
#: *Dans un communiqué publié par l'armée, on indique*: whoever issued it.
_IN_DOCUMENT = re.compile(
    r"\W*dans (?=(?:un|une|le|la|l'|son|sa|ce|cette) ?(?:communique|note|message|lettre|declaration|rapport|texte))"
)
#: *celui-ci*, in three tokens.
_NEARER = {"celui": "celui-ci", "celle": "celle-ci", "ceux": "ils", "celles": "elles"}
_AT = frozenset({"a", "au", "aux", "en"})
#: *Ces derniers précisent que*
_LATTER = {"derniers": "ils", "dernieres": "elles"}
#: *, qui ont revendiqué l'attaque, *: one relative between commas.
_RELATIVE_ASIDE = re.compile(r" ?, (?:qui|dont|ou) [^,;.:]{3,120}, ")
_CONCEDING = phrase_words("conceding")
#: How many words the subject of a gerund may have.
_REACH = 16
#: How many words an office, a name and its apposition may have.
_LONG_REACH = 34


def subject_before(page: Page, sentence: Sentence, cue: Cue, before: Subject | None, *, quoted: bool) -> Subject | None:
    """Who says what follows a cue: *X a dit que*, *il affirme*, or the subject of the cue `before` it."""
    folded = page.words.folded
    if cue.shape in ("gerund", "infinitive") or cue.clitic:
        if cue.clitic and cue.clitic != "on":
            return cue.clitic
        if cue.clitic == "on":
            return source_of_on(page, cue.last)[0] or "on"
        if before is None and cue.shape == "infinitive" and (beside := _beside(page, sentence, cue)) is not None:
            return beside
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
        return PRONOUNS[form]
    if (qui := qui_before(page, sentence, cue.first)) is not None:
        return antecedent(page, sentence, qui, quoted=quoted)
    if (named := _named_beside(page, sentence, cue) or _titled(page, sentence, cue)) is not None:
        return named
    if cue.shape == "finite" and (beside := _beside(page, sentence, cue)) is not None and _opens_clause(page, beside):
        # *les voisins sont prêts, mais le Ghana a fait savoir que*
        return beside
    if cue.shape == "finite" and (new := _behind_and(page, sentence, cue)) is not None:
        return new
    if cue.shape == "finite" and (far := _behind_joint(page, sentence, cue)) is not None:
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


def _behind_and(page: Page, sentence: Sentence, cue: Cue) -> Phrase | None:
    """*Le centre a parlé d'un séisme et l'institut (IGM) a déclaré que*: a clause with a subject of its own."""
    words = page.words
    for i in range(cue.first - 2, max(sentence.first, cue.first - _REACH), -1):
        if words.pos[i] in ("VERB", "AUX") or words.forms[i] in ",;:":
            return None
        if words.folded[i] != "et":
            continue
        phrase = read_phrase(words, i + 1) if words.opens(i + 1) else None
        if phrase is None or "document" in phrase.sorts or phrase.determiner == "bare":
            return None
        if words.behind_aside(words.token_over(phrase.end - 1) + 1) != cue.first:
            return None
        told = any(words.pos[k] in ("VERB", "AUX") and finite(page, words.tokens[k]) for k in range(sentence.first, i))
        apart = "qui" not in words.folded[sentence.first : i] and page.quotes.around(words.offsets[i]) is None
        return phrase if told and apart else None
    return None


def _behind_joint(page: Page, sentence: Sentence, cue: Cue) -> Phrase | None:
    """*…, mais les talibans, qui ont revendiqué l'attaque, ont assuré que*; *Alors que X hésite, Y, qui …, affirme*."""
    words = page.words
    if words.folded[cue.first - 1] != ",":
        return None
    conceded = words.folded[sentence.first] in _CONCEDING
    for i in range(cue.first - 2, max(sentence.first - 1, cue.first - _LONG_REACH) - 1, -1):
        joined = i < sentence.first or words.folded[i] in ("mais", "car") or (conceded and words.folded[i] == ",")
        if not joined or not words.opens(i + 1) or page.quotes.around(words.offsets[i + 1]) is not None:
            continue
        phrase = read_phrase(words, i + 1)
        if phrase is None or "document" in phrase.sorts or (phrase.kind == "anonymous" and i >= sentence.first):
            continue
        aside = page.folded_text[phrase.end : cue.start]
        if _RELATIVE_ASIDE.fullmatch(aside):
            return phrase
    return None


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
    return (
        phrase if phrase is not None and (phrase.kind == "institution" or phrase.head in ("source", "siege")) else None
    )


def _beside(page: Page, sentence: Sentence, cue: Cue) -> Phrase | None:
    """*…, la mission tient à préciser*: the phrase that ends where the group begins."""
    for i in range(max(sentence.first, cue.first - 8), cue.first):
        if begins(page, i) and (i == sentence.first or page.words.pos[i - 1] != "ADP"):
            phrase = read_phrase(page.words, i)
            if phrase is not None and phrase.end == page.words.stop(cue.first - 1) and "document" not in phrase.sorts:
                return phrase
    return None


def _named_beside(page: Page, sentence: Sentence, cue: Cue) -> Phrase | None:
    """*… et Paul Durand, président du directoire, estime que*: the person told right before the verb, set apart."""
    words = page.words
    if words.folded[cue.first].endswith(("ont", "ent")):
        return None
    for i in range(max(sentence.first, cue.first - _LONG_REACH), cue.first):
        apart = i == sentence.first or words.pos[i - 1] in ("PUNCT", "CCONJ", "SPACE")
        if not apart or not words.opens(i):
            continue
        phrase = read_phrase(words, i)
        if phrase is None or phrase.name is None:
            continue
        end = max(phrase.end, (phrase.role_span or (0, 0))[1])
        # what is apposed is closed by a comma: *à l'issue d'un entretien avec Paul Durand, M. Martin a dit*
        apposed = words.folded[i - 1] == "," and phrase.lead < phrase.name.start and words.folded[cue.first - 1] == ","
        joins = words.folded[i - 1] == "et" or apposed
        shared = joins and i > sentence.first + 1 and name_before(page, i - 1) < i - 1
        if shared and not _behind_place(page, i - 2):
            # *Paul Durand, chef du parti Nord, a dit*, *Paul Durand et Anne Martin*
            continue
        if end <= cue.start and not _ASIDE.sub("", page.text[end : cue.start]).strip(" ,"):
            return phrase
    return None


def _behind_place(page: Page, i: int) -> bool:
    """*lors d'une visite à Gao, le ministre X a dit*: whether the name that ends at a token is where it was said."""
    words = page.words
    while i and (words.pos[i] == "PROPN" or words.folded[i] == "-"):
        i -= 1
    name = words.name_starts.get(words.offsets[i + 1])
    return words.folded[i] in _AT and (name is None or (not name.sure and len(name.words) == 1))


def _titled(page: Page, sentence: Sentence, cue: Cue) -> Phrase | None:
    """*« Quotidien » a affirmé que*: a programme or a paper at the head of its sentence."""
    quote = page.quote_ends.get(page.words.stops[cue.first - 1]) if cue.first > sentence.first else None
    if quote is None or quote.start != sentence.start or not takes_clause(page, cue):
        return None
    return quoted_name(page.words, page.words.token_at(quote.start))


def _opens_clause(page: Page, phrase: Phrase) -> bool:
    first = page.words.token_at(phrase.lead)
    return first > 0 and page.words.folded[first - 1] in ("mais", "car", ";")


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
