"""Speaker phrases by their head: a common noun, a proper name, a state."""

from dataclasses import replace

from natoextract.components.statements.appositions import apposed, body_after, name_after, role_after
from natoextract.components.statements.kinds import ending_gender, kind_of
from natoextract.components.statements.modifiers import complement, extend
from natoextract.components.statements.persons import Name
from natoextract.components.statements.phrase import Phrase
from natoextract.components.statements.titles import behind_title
from natoextract.components.statements.vocabulary import Noun, is_first_name, phrase_words
from natoextract.components.statements.words import Determiner, Words

#: They tell of people around somebody: a name behind them is not their own.
_AROUND = phrase_words("around_somebody")
#: Articles that open a title.
_OWN_ARTICLES = frozenset(["La", "Le", "Les", "L'"])
#: Determiners that show a plural where the noun does not.
_MANY = frozenset({"les", "plusieurs", "certains", "certaines", "quelques", "ces", "leurs"})
_WITHIN = ["dans", "le"]
#: Nouns of the press.
_PRESS = phrase_words("press")
#: Bodies whose name tells what they are in charge of: *le Haut-Commissariat aux réfugiés*.
_IN_CHARGE = phrase_words("in_charge")


def coded_phrase(words: Words, j: int, code: tuple[int, int, str], lead: int, determiner: Determiner) -> Phrase:
    """The phrase of a state or an organisation that is named: *l'Otan*, *les Etats-Unis*."""
    start, end, value = code
    stop = extend(words, words.token_over(end - 1) + 1, office=False)
    end = words.stop(stop - 1)
    plural = words.folded[words.token_at(lead)] in ("les", "des")
    if start in words.demonyms and not plural and determiner == "definite":
        # *a déclaré le Français*: the athlete named before
        return Phrase(
            start,
            end,
            words.text[start:end],
            "person",
            words.folded_text[code[0] : code[1]],
            determiner,
            words.gender_of(lead),
            False,
            sorts=frozenset({"person"}),
            lead=lead,
            codes=[value],
        )
    return Phrase(
        start,
        end,
        words.text[start:end],
        "institution",
        words.folded_text[code[0] : code[1]],
        determiner,
        None,
        plural,
        lead=lead,
        codes=[value] if value else [],
    )


def named(words: Words, name: Name, lead: int, determiner: Determiner, *, told: bool = False) -> Phrase:
    """A phrase that begins with a proper name, and its apposition: *Mark Lavelle, PDG de Magento*."""
    role_span = role_after(words, name.end)
    end = name.end
    codes: list[str] = []
    gender = name.gender
    noun = None
    head = name.last
    # a lone word that no fuller name explains is rather a firm or an office (*Enedis*)
    known = len(name.words) > 1 or name.last in words.surnames or is_first_name(name.last)
    # *une Martin nerveuse*: an article before a surname that is known
    bare = determiner == "bare" or (determiner == "indefinite" and name.last in words.surnames)
    person = told or name.sure or role_span is not None or (not name.body and bare and known)
    if person and not name.sure and not told and body_after(words, name.end):
        person = False
    if role_span:
        end = role_span[1]
        codes = words.speaks_for(*role_span)
        noun = words.noun(words.skip_premodifiers(words.token_at(role_span[0])))[0]
        # *Sally, une autre élève*: the article tells
        article = words.token_at(role_span[0]) - 1
        gender = gender or (noun.gender if noun else None) or words.gender_of(words.offsets[max(0, article)])
    if not person:
        codes = words.speaks_for(name.start, name.end)
        return Phrase(
            name.start, name.end, name.text, "institution", head, determiner, None, False, lead=lead, codes=codes
        )
    role = words.text[role_span[0] : role_span[1]] if role_span else None
    sorts = noun.sorts if noun else frozenset()
    return Phrase(
        name.start,
        end,
        name.text,
        "person",
        head,
        determiner,
        gender,
        name.plural,
        name,
        role,
        role_span,
        sorts=sorts,
        lead=lead,
        codes=codes,
    )


def _is_full(words: Words, i: int) -> bool:
    """*un responsable de la présidence Kyrylo Petit*: a first name, or two words that are no body's."""
    name = words.name_starts.get(words.offsets[i]) if i < words.size else None
    return name is not None and not name.body and name.sure and len(name.words) > 1


def headed(words: Words, first: int, head: int, after: int, noun: Noun, lead: int, determiner: Determiner) -> Phrase:
    """A phrase with a common noun for its head, and the name that may follow it."""
    doc = words.tokens
    people = bool(noun.sorts & {"office", "rank", "person", "anonymous"})
    acronym = None if people else words.explained.get(words.offsets[head])
    stop = words.token_at(acronym.end) if acronym else extend(words, after, office=people)
    coded = None if people else words.coded_at(head)
    if coded is not None:
        # *la Mission intégrée de stabilisation de l'ONU en Centrafrique*
        stop = max(stop, words.token_over(coded[1] - 1) + 1)
    if noun.lemma in _IN_CHARGE and words.folded[stop : stop + 1] in (["aux"], ["a"], ["au"]):
        # *le Haut-Commissariat aux réfugiés*
        stop = complement(words, stop + 1) or stop
    start, end = words.offsets[first], words.stop(stop - 1)
    if not noun.plural and words.folded[words.token_at(lead)] in _MANY:
        # *les porte-parole*, *plusieurs ONG*
        noun = replace(noun, plural=True)
    member = _one_of(words, first) if noun.plural and determiner == "indefinite" else None
    if member is not None:
        # *un des chercheurs*, *l'une de ses avocates*
        noun = replace(noun, plural=False)
    kind = kind_of(noun, determiner)
    if member is not None and kind == "anonymous":
        # *une des sources militaires*: one of them is none of the many
        start = words.offsets[member]
    codes = words.speaks_for(start, end)
    text = words.text[start:end]
    phrase = Phrase(
        start,
        end,
        text,
        kind,
        noun.lemma,
        determiner,
        noun.gender,
        noun.plural,
        sorts=noun.sorts,
        lead=lead,
        codes=codes,
    )
    # *dans le cadre de l'Otan, Donald Trump*: no executive
    within = words.folded[max(0, head - 2) : head] == _WITHIN
    bears = people and not noun.plural and noun.lemma not in _AROUND and not within
    direct = determiner != "indefinite" or _is_full(words, stop)
    if bears and (name := name_after(words, stop, direct=direct)) is not None:
        phrase.name, phrase.kind, phrase.head = name, "person", name.last
        phrase.role, phrase.role_span = text, (start, end)
        phrase.gender = name.gender or noun.gender or words.gender_of(lead)
        phrase.start, phrase.end, phrase.text = name.start, name.end, name.text
        # *le général X, commandant de la force*: the apposition says more than the rank
        further = role_after(words, name.end)
        if further and noun.sorts <= {"rank", "person"}:
            phrase.role, phrase.role_span = words.text[further[0] : further[1]], further
            phrase.codes = words.speaks_for(*further) or codes
        if further:
            phrase.end = further[1]
    elif kind == "institution":
        phrase.gender = words.gender_of(lead) or ending_gender(noun.lemma)
        whole = words.name_starts.get(words.offsets[head])
        if whole is not None and whole.body and whole.end > end:
            # *Société Dark Star*, *l'Institut C.D. Howe*
            stop = words.token_over(whole.end - 1) + 1
            phrase.end, phrase.text = whole.end, words.text[start : whole.end]
    if kind == "person" and phrase.name is None:
        phrase.role, phrase.role_span = text, (start, end)
        # *la procureur*: the article tells
        phrase.gender = words.gender_of(lead) if words.gender_of(lead) == "f" else noun.gender or words.gender_of(lead)
    if kind == "anonymous" and phrase.gender is None and not noun.plural:
        # *un père de famille*
        phrase.gender = words.gender_of(lead)
    if kind == "institution" and phrase.name is None and (name := apposed(words, stop)) is not None:
        # *l'office européen de statistiques, Eurostat*
        phrase.start, phrase.end, phrase.text, phrase.head = name.start, name.end, name.text, name.last
        return phrase
    whole = words.name_starts.get(start)
    if kind == "institution" and whole is not None and whole.end > phrase.end and not whole.sure:
        # *le Centre Athénas*
        phrase.end, phrase.text = whole.end, words.text[start : whole.end]
        return phrase
    if kind == "institution" and noun.sorts and (behind := words.behind_quoted(stop)) > stop:
        # *le quotidien « Glas Javnosti »*
        phrase.end, phrase.text = words.stops[behind - 1], words.text[start : words.stops[behind - 1]]
        return phrase
    if kind == "institution" and phrase.name is None and stop < len(doc) and (proper := words.proper(stop)):
        # *l'agence Chine nouvelle*, *le journal Le Monde*
        phrase.end, phrase.text = proper, words.text[start:proper]
        phrase.codes = codes or words.speaks_for(words.offsets[stop], proper)
        return phrase
    if kind == "institution" and noun.lemma in _PRESS and (titled := behind_title(words, stop)):
        # *le journal L'Œil du fleuve*
        phrase.end, phrase.text = words.stop(titled - 1), words.text[start : words.stop(titled - 1)]
        return phrase
    if (
        kind == "institution"
        and phrase.name is None
        and (name := words.name_starts.get(words.offsets[stop] if stop < len(doc) else -1))
    ):
        # *l'agence Anatolie*, *la firme californienne Adobe Systems*
        phrase.end, phrase.text = name.end, words.text[start : name.end]
        phrase.codes = codes or words.speaks_for(start, name.end)
    elif kind == "institution" and noun.sorts and (title := _titled(words, stop)) is not None:
        phrase.end, phrase.text = title, words.text[start:title]
    return phrase


def _one_of(words: Words, first: int) -> int | None:
    """The *un* of *un des chercheurs*, *une de ses avocates*, by the token of their noun."""
    for i in (first - 2, first - 3):
        if i >= 0 and words.folded[i] in ("un", "une") and words.folded[i + 1] in ("des", "de"):
            return i
    return None


def _titled(words: Words, i: int) -> int | None:
    """The end of a name that begins with its own article: *le quotidien La Nation*."""
    if i + 1 >= words.size or words.forms[i] not in _OWN_ARTICLES:
        return None
    name = words.name_starts.get(words.offsets[i + 1])
    return name.end if name is not None else None
