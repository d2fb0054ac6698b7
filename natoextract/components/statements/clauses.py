"""Where the content of a cue stands: the clause behind *que*, the quotation, the clause before an inverted cue."""

import re

from natoextract.components.statements.contents import Content, direct, read_clause
from natoextract.components.statements.cues import Cue
from natoextract.components.statements.endings import (
    clause_end,
    conceded_end,
    concedes,
    in_relative,
    opens_sentence,
    relative_end,
)
from natoextract.components.statements.inverted import subject_after
from natoextract.components.statements.page import According, Page, Sentence
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.preceding import speechlike
from natoextract.components.statements.quotes import Quote
from natoextract.components.statements.syntax import (
    BEFORE_INFINITIVE,
    after_adverbs,
    finite,
    has_object,
    infinitive,
    quote_at,
)
from natoextract.components.statements.topics import is_participle
from natoextract.components.statements.turns import before_turn
from natoextract.components.statements.vocabulary import phrase_words
from natoextract.lexicon import read_toml

_COMPARED = phrase_words("compared")
#: *affirme tout de même que*, *affirmant entre autres que*, *a dit le matin même que*
_NOT_COMPARED = frozenset(
    {(word, "meme") for word in ("de", "quand", "-", "matin", "jour", "soir")} | {("entre", "autres")}
)
#: What the source did not say: *sans donner plus de détails*.
_WITHOUT = re.compile(
    r",? sans (?:donner|fournir|preciser|plus de|autre|davantage|toutefois|pour autant|en dire|elaborer|etayer)\b"
)
# What follows a quotation at the end of a clause without being said: *…, à cinq jours du vote*.
_WHEN = re.compile(
    r", (?:a (?:\w+ )?(?:jours|heures|semaines|mois)|a la veille|au lendemain|lors|en marge|a l'(?:issue|occasion)"
    r"|au terme|avant|apres|devant|dans un (?:communique|entretien)|a son arrivee|au cours)\b"
)
_SINGULAR = frozenset({"a", "avait", "aurait", "ait"})
#: Before a title they tell where somebody spoke.
_AT = frozenset({"au", "a", "dans", "sur", "de"})
#: Verbs that take their hearers as an object: *a averti les alliés que*.
_TO_HEARERS = frozenset(read_toml("speech_verbs")["to_hearers"])


def content_after(
    page: Page, sentence: Sentence, cue: Cue, following: list[Cue | According]
) -> tuple[Content, bool] | None:
    """The clause or quotation behind a cue, over the adverbials between, and whether it is quoted."""
    doc, folded = page.words.tokens, page.words.folded
    clause = cue.grade in ("say", "opinion")
    limit = min(sentence.last, cue.last + 40)
    i, commas, adverbs = cue.last, 0, after_adverbs(page, cue.last)
    while i < limit:
        token, form = doc[i], folded[i]
        quote = quote_at(page, i)
        if quote is not None and folded[i - 1] in _AT and _is_title(page, quote):
            # *a assuré au « 20 Heures » de TF1 être prêt*
            i = page.words.token_at(quote.end)
            continue
        if quote is not None:
            return quoted_after(page, sentence, cue, quote, following)
        if form in ("que", "qu'", "combien") and clause:
            if i > adverbs and folded[i - 1] in _COMPARED and tuple(folded[i - 2 : i]) not in _NOT_COMPARED:
                return None
            # *a annoncé la suppression des emplois que compte le groupe*, but *insiste sur le fait que*
            # *a réaffirmé sa position, à savoir que A*
            told = folded[i - 1] == "fait" or folded[i - 2 : i] == ["a", "savoir"]
            if not told and has_object(page, adverbs, i) and cue.lemma not in _TO_HEARERS:
                return None
            return clause_from(page, sentence, i + 1, following, cue)
        if form in ("comment", "pourquoi") and clause and not has_object(page, adverbs, i):
            # *a raconté comment il avait « perdu pied »*
            asked = clause_from(page, sentence, i, following, cue)
            return asked if asked is not None and asked[0].kind != "indirect" else None
        if form in ("que", "qu'") and cue.grade in ("request", "manner", "label"):
            quote = quote_at(page, i + 1) if i + 1 < len(doc) else None
            return (direct(quote), True) if quote and quote.outer - quote.inner > 25 and cue.grade != "label" else None
        if form in (":", ";"):
            quote = quote_at(page, i + 1) if i + 1 < len(doc) else None
            if quote is not None and any(_closes(page, quote, mark) for mark in following):
                # *… dans un communiqué : « A », a écrit leur porte-parole X*
                return None
            if quote is not None:
                return direct(quote), True
            if form == ":" and clause and i + 1 < limit and i - cue.last < 12:
                found = clause_from(page, sentence, i + 1, following)
                denied = folded[i + 1] in ("pas", "plus", "rien") and "," not in folded[i + 2 : i + 6]
                return found if found and (denied or speechlike(page, found[0], None)) else None
            return None
        if (
            clause
            and (cue.shape != "infinitive" or folded[cue.first] != "pour")
            and infinitive(page, i)
            and (i == adverbs or page.words.pos[i - 1] not in ("ADP", "VERB", "AUX", "DET", "PRON"))
        ):
            while i > cue.last and folded[i - 1] in BEFORE_INFINITIVE:
                i -= 1
            if i > adverbs and folded[i - 1] == "pour":
                # *a insisté pour ne donner qu'un nom*
                return None
            if has_object(page, adverbs, i) or _asked_of(page, cue, i):
                # *pour assurer la sécurité des réfugiés, favoriser leur retour*
                return None
            return clause_from(page, sentence, i, following, cue)
        if cue.grade == "opinion" and i == adverbs and _judges(page, i):
            # *a jugé vital d'éviter A*, *estime indispensable que B*
            return clause_from(page, sentence, i, following)
        if (
            clause
            and cue.grade == "opinion"
            and cue.reflexive
            and form in ("de", "d'")
            and infinitive(page, after_adverbs(page, i + 1))
        ):
            return clause_from(page, sentence, i + 1, following)
        if form == "," and (behind := _behind_aside(page, i, limit)) > i:
            # *a affirmé, citant un rapport, que A*: the object is the aside's
            adverbs = adverbs if has_object(page, adverbs, i) else behind
            i = behind
            continue
        if form == ",":
            commas += 1
            if commas > 2:
                break
        elif (
            (token.pos_ in ("VERB", "AUX") and i > cue.last and finite(page, token))
            or form in ("qui", "dont", "ou", "si")
            or (
                form in ("avant", "apres") and i > adverbs and infinitive(page, i + 1 + (folded[i + 1] in ("de", "d'")))
            )
            or token.text in ".!?"
        ):
            break
        i += 1
    return None


def _judges(page: Page, i: int) -> bool:
    """Whether an adjective and what is judged so follow: *vital d'éviter A*, *inacceptable que B*."""
    words = page.words
    if i + 2 >= words.size or words.pos[i] not in ("ADJ", "VERB") or words.forms[i][:1].isupper():
        return False
    if words.folded[i + 1] in ("de", "d'"):
        return infinitive(page, i + 2)
    return words.folded[i + 1] in ("que", "qu'")


def _closes(page: Page, quote: Quote, mark: Cue | According) -> bool:
    """Whether an inverted cue with a subject of its own follows a quotation at once."""
    if not isinstance(mark, Cue) or mark.clitic or page.text[quote.end : mark.start].strip(" ,"):
        return False
    return mark.start >= quote.end and isinstance(subject_after(page, mark, quoted=True)[0], Phrase)


def _behind_aside(page: Page, comma: int, limit: int) -> int:
    """*a confié, depuis la ville où il se trouvait, que A*: the *que* behind an aside, else the comma."""
    for k in range(comma + 1, limit - 1):
        if page.words.forms[k] == ",":
            return k + 1 if page.words.folded[k + 1] in ("que", "qu'") else comma
        if page.words.forms[k] in '.;:«»"' or page.words.folded[k] in ("que", "qu'"):
            break
    return comma


def _is_title(page: Page, quote: Quote) -> bool:
    """Whether a quotation is short and begins like a name: *« 20 Heures »*, *« Quotidien »*."""
    inner = page.text[quote.inner : quote.outer]
    return len(inner.split()) < 5 and not inner[0].islower() and inner[-1] not in ".!?…"


def _asked_of(page: Page, cue: Cue, i: int) -> bool:
    """*la quantité qu'ils avaient dit attendre*: the object of the infinitive stands before."""
    folded = page.words.folded
    before = folded[max(0, cue.first - 3) : cue.first]
    if folded[i + 1 : i + 2] not in (["."], [","], [";"], []):
        return False
    return bool({"que", "qu'"} & set(before)) and before[-1:] != ["qui"] and "parce" not in before


def quoted_after(
    page: Page, sentence: Sentence, cue: Cue, quote: Quote, following: list[Cue | According]
) -> tuple[Content, bool] | None:
    """A quotation right behind the cue, or as part of the noun phrase behind it."""
    between = page.text[cue.end : quote.start].strip()
    if between.endswith((":", ";")):
        return direct(quote), True
    words = len(between.split())
    bare_object = between in ("", "par") or all(
        t.pos_ == "ADV" or t.i in page.words.dated
        for t in page.words.tokens.between(cue.last, page.words.token_at(quote.start))
    )
    if bare_object and (cue.grade != "request" or quote.outer - quote.inner > 25):
        if quote.outer - quote.inner < 12 and cue.grade == "request":
            return None
        if _is_subject_name(page, quote):
            return None
        inner = page.text[quote.inner : quote.outer]
        if cue.grade == "manner" and inner.isalpha() and inner.islower():
            # *les pompiers sont intervenus « immédiatement »*
            return None
        end = clause_end(page, sentence, quote.end, following)
        if cue.shape == "gerund" and opens_sentence(page, sentence, cue):
            # *Se disant « surpris », les élus se réunissaient*
            end = conceded_end(page, page.words.token_at(quote.end), end)
        content = read_clause(page.text, quote.start, max(end, quote.end), page.quotes)
        return (content, True) if content else None
    if words > 14:
        return None
    # *déclarait à la radio, en 1963, « [les] joueurs sont des esclaves »*
    opens = page.text[quote.inner].isupper() or page.text[quote.inner] == "["
    if opens and quote.outer - quote.inner > 40 and between.endswith(","):
        return direct(quote), True
    return None


def _is_subject_name(page: Page, quote: Quote) -> bool:
    """*Le joueur dit « le Roi » est mort*: a verb follows a short quotation at once."""
    i = page.words.token_at(quote.end)
    if len(page.text[quote.inner : quote.outer].split()) > 2 or i >= page.words.size:
        return False
    return page.words.pos[i] in ("VERB", "AUX") and finite(page, page.words.tokens[i])


def clause_from(
    page: Page, sentence: Sentence, i: int, following: list[Cue | According], cue: Cue | None = None
) -> tuple[Content, bool] | None:
    """The content that begins at a token, behind *que* or *:*, and whether it is quoted; None where there is none."""
    if i >= page.words.size:
        return None
    start = page.words.offsets[i]
    if cue is not None:
        following = [mark for mark in following if not _said_of_others(page, cue, mark)]
    end = clause_end(page, sentence, start, following)
    if cue is not None and cue.first and in_relative(page, cue):
        end = relative_end(page, i, end)
        if is_participle(page.words, sentence.first):
            # *Interrogé sur les mots de X, qui a dit que A, le ministre …*
            end = conceded_end(page, i, end)
    if cue is not None and cue.shape == "gerund" and _is_predicate(page, sentence, cue):
        # *Paul Durand, estimant que A, est parti*, *Paul Durand estimant que A, est parti*
        end = relative_end(page, i, end)
    if cue is not None and cue.first and page.words.folded[cue.first - 1] == "apres":
        # *X, après avoir rappelé que A, quittera la salle*, *Après avoir rappelé que A, X …*
        apart = cue.first - 1 > sentence.first
        end = relative_end(page, i, end) if apart else conceded_end(page, i, end)
    if concedes(page, sentence) or (cue is not None and cue.shape == "gerund" and opens_sentence(page, sentence, cue)):
        end = conceded_end(page, i, end)
    if cue is not None:
        end = before_turn(page, i, start, end)
    if (without := _WITHOUT.search(page.folded_text, start, end)) and page.quotes.around(without.start()) is None:
        end = without.start()
    end = _before_colon(page, start, _before_afterthought(page, start, end))
    content = read_clause(page.text, start, end, page.quotes)
    return (content, content.kind != "indirect") if content else None


def _before_colon(page: Page, start: int, end: int) -> int:
    """*X précise que A : « B. »*: a whole sentence quoted behind a colon is a statement of its own."""
    for quote in page.quotes.between(start + 12, end):
        before = page.text[start : quote.start].rstrip()
        inner = page.text[quote.inner : quote.outer]
        whole = len(inner.split()) > 4 or inner[-1] in ".!?…"
        if before.endswith(":") and inner[0].isupper() and whole and quote.end >= end - 1:
            return start + len(before[:-1].rstrip())
    return end


def _is_predicate(page: Page, sentence: Sentence, cue: Cue) -> bool:
    """*Paul Durand, estimant que A, est parti*: whether the sentence before a gerund has no verb yet."""
    words = page.words
    return cue.first > sentence.first and not any(
        words.pos[k] in ("VERB", "AUX") and finite(page, words.tokens[k]) for k in range(sentence.first, cue.first)
    )


def _before_afterthought(page: Page, start: int, end: int) -> int:
    """*X a dit que A était « B », à la veille du sommet*: where only when or where it was said follows the marks."""
    inside = page.quotes.between(start, end)
    found = _WHEN.match(page.folded_text, inside[-1].end, end) if inside and inside[-1].end < end else None
    if found is None:
        return end
    words = page.words
    rest = range(words.token_at(inside[-1].end), words.token_at(end))
    return (
        end if any(words.pos[i] in ("VERB", "AUX") and finite(page, words.tokens[i]) for i in rest) else inside[-1].end
    )


def _said_of_others(page: Page, cue: Cue, mark: Cue | According) -> bool:
    """*X a dit que les soldats croient et désirent A*: a plural verb behind *et* has not the singular subject."""
    if isinstance(mark, According) or mark.shape != "finite" or cue.shape != "finite" or mark.clitic:
        return False
    folded = page.words.folded
    return folded[mark.first - 1] == "et" and folded[mark.first].endswith("ent") and folded[cue.first] in _SINGULAR
