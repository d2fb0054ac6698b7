"""Who meets whom: *un sommet entre A et B*, *X a appelé son homologue italien*, *la visite de Y à Z*.

A meeting is one of officials, states or alliances; a match, an interview, a visit to a museum are none.
"""

import re

from spacy.tokens import Token

from natoextract.events.frames import Frame
from natoextract.events.military import is_office, noun_lemma, owner_word
from natoextract.events.reading import Reading
from natoextract.events.resolver import Finding, Resolver, unique
from natoextract.events.syntax import agent, objects, subject
from natoextract.grammar import SUBJECTS, features, lemma
from natoextract.text import fold

#: Nouns that name a meeting only where two sides, or an official's errand, are told.
_COMMON = frozenset(
    {
        "visite",
        "entretien",
        "rencontre",
        "discussion",
        "deplacement",
        "venue",
        "conversation",
        "tournee",
        "consultation",
        "dialogue",
        "voyage",
    }
)
#: One official's errand, and the words that make it a state's.
_ERRANDS = frozenset(["visite", "deplacement", "venue", "tournee", "voyage"])
_FORMAL = frozenset(
    ["officielle", "officiel", "etat", "travail", "eclair", "historique", "surprise", "diplomatique", "regionale"]
)
_STOPS = frozenset(
    [
        "qui",
        "que",
        "qu'",
        "dont",
        "sur",
        "afin",
        "apres",
        "avant",
        "mais",
        "car",
        "contre",
        "selon",
        "lors",
        "lorsque",
        ";",
    ]
)
_PARTNER = frozenset({"avec", "entre", "aupres", "aux cotes"})
_PRESS = re.compile(
    r"\b(?:entretien|interview|rencontre)s? (?:\w+ ){0,3}?"
    r"(?:a la|au|aux|a|avec|diffuse|publie|accorde|paru|dans|d'embauche|individuel|telephonique exclusif)\w* "
    r"(?:[^.;]{0,20}?)(?:journal|quotidien|chaine|hebdomadaire|magazine|radio|television|televis|presse|journaliste"
    r"|afp|reuters|bbc|cnn|abc|figaro|monde)"
)
_SPORT = re.compile(
    r"\b(?:match|football|rugby|tennis|coupe du monde|championnat|ligue des champions|finale|joueurs?|entraineur"
    r"|stade|buteur|selectionneur|olympi\w+|equipe de france|quart de finale|medaille|cycliste"
    r"|basket\w*|handball|score)\b"
)


def is_about_sport(reading: Reading) -> bool:
    """Whether an article is of sport, whose *rencontres* are none of ours."""
    return len(set(_SPORT.findall(reading.folded))) >= 3


class Meetings:
    """Licenses meeting triggers and finds their parties, in one article."""

    def __init__(self, reading: Reading, resolver: Resolver) -> None:
        self.reading = reading
        self.resolver = resolver
        self.sport = is_about_sport(reading)

    def parties(self, frame: Frame) -> Finding | None:
        """The codes of those who meet, or None where the trigger is no meeting of ours."""
        found = self._noun(frame) if frame.group is None else getattr(self, f"_{frame.frame}")(frame)
        return found

    # -- nouns

    def _noun(self, frame: Frame) -> Finding | None:
        reading, token = self.reading, frame.token
        name = noun_lemma(reading, token.i)
        if self.sport and name in _COMMON | {"reunion"}:
            return None
        around = reading.folded[token.idx : token.idx + 90]
        if _PRESS.match(around) or self._is_other(frame, name):
            return None
        if name == "visioconference" and reading.words[token.i - 1] == "en":
            return None
        memory = self.resolver.memory
        right, partner = self._right(frame)
        owner = owner_word(reading, token.i)
        owned = self.resolver.owner_codes(owner) if owner is not None else []
        codes = unique([*owned, *self._adjectives(frame), *right])
        host = self._organisation(token)
        running = memory.last_meeting if not host or set(host) & set(memory.last_meeting) else []
        if not codes and running and name not in _ERRANDS and self._is_definite(token):
            # *la réunion*, *cette visioconférence*: the one just told
            return Finding(list(running), "running meeting")
        if (partner or not codes) and not (partner == "entre" and len(right) > 1):
            codes = unique([*self._left(frame), *codes])
        if not codes and name not in _COMMON:
            codes = host or self._headline(token)
        if not codes or (name in _COMMON and not self._is_official(frame, name, codes, partner)):
            return None
        return Finding(codes, "parties", token.idx, token.idx + len(token))

    def _adjectives(self, frame: Frame) -> list[str]:
        """*sommet franco-allemand*, *négociations interafghanes*."""
        reading = self.reading
        last = min(reading.sentence(frame.token.i)[1], frame.last + 5)
        return [
            actor.code
            for j in range(frame.last + 1, last)
            if reading.tokens[j].pos_ in ("ADJ", "PROPN", "NOUN", "VERB")
            for actor in reading.actor_at.get(j, ())
            if actor.form == "adjective" and actor.first == j
        ]

    def _headline(self, token: Token) -> list[str]:
        """*Ukraine : les négociations de paix au point mort*."""
        first, _ = self.reading.sentence(token.i)
        told = self.reading.locative_at.get(first)
        return [told.code] if told is not None and told.rule == "headline" else []

    def _is_other(self, frame: Frame, name: str) -> bool:
        """*réunion de parents*, *visite guidée*, *point de presse*, a visit to a thing."""
        reading = self.reading
        _, end = reading.sentence(frame.token.i)
        following = reading.words[frame.last + 1 : min(end, frame.last + 5)]
        if following[:1] and following[0] in ("guidee", "guidees", "medicale", "publique", "familiale", "sportive"):
            return True
        if name in ("visite", "decouverte") and following[:1] in (["d'"], ["de"], ["du"], ["des"]):
            target = next(
                (
                    reading.tokens[j]
                    for j in range(frame.last + 2, min(end, frame.last + 6))
                    if reading.tokens[j].pos_ in ("NOUN", "PROPN")
                ),
                None,
            )
            person = target is not None and (
                is_office(reading, target.i)
                or bool(reading.actor_at.get(target.i))
                or self._is_person(target)
                or reading.words[target.i] in ("travail", "etat", "courtoisie", "soutien", "deux", "trois")
            )
            return not person and not any(w in ("jours", "jour", "heures") for w in following)
        return name == "sommet" and (
            following[:2] in (["de", "la"], ["du", "mont"]) and not self._organisation(frame.token)
        )

    def _is_person(self, token: Token) -> bool:
        return token.text in self.resolver.memory.people or fold(token.text) in ("m.", "mme")

    def _right(self, frame: Frame) -> tuple[list[str], str | None]:
        """Parties told after the noun: by *de*, *entre*, *avec*."""
        reading = self.reading
        _, end = reading.sentence(frame.token.i)
        codes: list[str] = []
        mode: str | None = None
        partner: str | None = None
        j = frame.last + 1
        # *le sommet Etats-Unis-Afrique*
        codes.extend(a.code for a in reading.actor_at.get(j, ()) if a.form in ("name", "organisation") and a.first == j)
        while j < min(end, frame.last + 32):
            word, token = reading.words[j], reading.tokens[j]
            if word in _STOPS or (
                token.pos_ in ("VERB", "AUX") and token.dep_ not in ("acl", "amod", "nmod") and partner is None
            ):
                break
            if token.pos_ in ("VERB", "AUX") and "Fin" in features(token, "VerbForm"):
                break
            if word == "pour" and not codes:
                break
            if word in _PARTNER:
                mode = partner = word
            elif word in ("de", "du", "des", "d'") and partner is None:
                mode = "de"
            elif word in ("a", "au", "aux", "en", "dans", "sous") and partner is None:
                mode = None
            elif token.text in (",", "(") and partner is None:
                break
            elif mode is not None and token.pos_ in ("NOUN", "PROPN", "ADJ", "PRON", "NUM"):
                codes.extend(self._party(token, strict=mode == "de"))
            j += 1
        return unique(codes), partner

    def _party(self, token: Token, strict: bool) -> list[str]:
        """The codes of one word of a list of parties."""
        reading = self.reading
        here = reading.actor_at.get(token.i)
        if here:
            return [a.code for a in here if a.first == token.i]
        if token.pos_ == "ADJ":
            return []
        if (
            is_office(reading, token.i)
            or self._is_person(token)
            or fold(token.lemma_) in ("allie", "homologue", "pays", "partenaire")
        ):
            return self.resolver.codes_of(token)
        if token.pos_ == "PRON" and token.lower_ in ("lui", "eux", "elle", "elles", "nous"):
            return self.resolver.codes_of(token)
        return []

    def _left(self, frame: Frame) -> list[str]:
        """The side that holds, attends or proposes the meeting: the subject above, and *à son homologue*."""
        reading = self.reading
        codes: list[str] = []
        token = frame.token
        if noun_lemma(reading, token.i) in _ERRANDS:
            return self._traveller(token)
        for up in token.ancestors:
            if up.pos_ in ("VERB", "AUX") and lemma(up) != "être":
                doer = subject(up)
                if doer is not None and doer.i not in range(token.i, frame.last + 1) and not self._within(doer, token):
                    codes = self.resolver.codes_of(doer)
                    if codes:
                        break
            # *le chef de la diplomatie, en visite en Inde*
            official = up.pos_ in ("NOUN", "PROPN") and (is_office(reading, up.i) or self._is_person(up))
            if official and up.i < token.i and (codes := self.resolver.codes_of(up)):
                break
        first, _ = reading.sentence(token.i)
        if not codes:
            for j in range(token.i - 1, first - 1, -1):
                candidate = reading.tokens[j]
                topic = (candidate.dep_ in SUBJECTS and lemma(candidate.head) == "être") or any(
                    lemma(c) == "être" for c in candidate.head.children if c.dep_ == "cop"
                )
                actor = (
                    is_office(reading, j) or self._is_person(candidate) or (candidate.dep_ in SUBJECTS and not topic)
                )
                if actor and (codes := self.resolver.codes_of(candidate)):
                    break
        for j in range(max(first, token.i - 12), token.i):
            if reading.words[j].startswith("homologue"):
                codes = unique([*codes, *self.resolver.named(reading.tokens[j])])
        return codes

    def _traveller(self, token: Token) -> list[str]:
        """*le général Michon, en déplacement à Nouakchott*: the nearest official before, else the subject."""
        first, _ = self.reading.sentence(token.i)
        for j in range(token.i - 1, first - 1, -1):
            candidate = self.reading.tokens[j]
            if is_office(self.reading, j) or self._is_person(candidate) or self.resolver.seat(candidate):
                return self.resolver.codes_of(candidate)
        doer = next((subject(up) for up in token.ancestors if up.pos_ in ("VERB", "AUX")), None)
        return self.resolver.codes_of(doer) if doer is not None and self._acts(doer) else []

    def _within(self, doer: Token, token: Token) -> bool:
        return token.i == doer.i or doer.is_ancestor(token)

    def _is_definite(self, token: Token) -> bool:
        before = [self.reading.words[j] for j in range(max(0, token.i - 3), token.i)]
        return any(w in ("la", "le", "cette", "ce", "les", "ces", "du", "l'", "des") for w in before)

    def _organisation(self, token: Token) -> list[str]:
        """*au siège de l'Otan*: an alliance of the sentence holds the meeting that no one else does."""
        first, end = self.reading.sentence(token.i)
        told = [a for a in self.reading.actors_between(first, end) if a.form == "organisation"]
        if told:
            return [min(told, key=lambda a: abs(a.first - token.i)).code]
        return []

    def _is_official(self, frame: Frame, name: str, codes: list[str], partner: str | None) -> bool:
        """A common noun needs two sides (*entretien*), or an official and a place (*visite*)."""
        reading = self.reading
        first, end = reading.sentence(frame.token.i)
        people = any(
            is_office(reading, j) or self._is_person(reading.tokens[j])
            for j in range(first, end)
            if reading.tokens[j].pos_ in ("NOUN", "PROPN")
        )
        if name not in _ERRANDS:
            # *la rencontre entre la Suisse et le Brésil*: a match
            return (len(codes) > 1 and (people or name != "rencontre")) or (partner is not None and people)
        after = range(frame.last + 1, min(end, frame.last + 16))
        there = any(j in reading.locative_at or j in reading.place_at for j in after)
        formal = any(reading.words[j] in _FORMAL for j in range(frame.last + 1, min(end, frame.last + 4)))
        return (people or len(codes) > 1) and (name == "tournee" or there or formal or len(codes) > 1)

    # -- verbs

    def _meets(self, frame: Frame) -> Finding | None:
        """*X a rencontré Y*, *X s'est entretenu avec Y*, *les ministres se réunissent*."""
        if self.sport:
            return None
        reading, token = self.reading, frame.token
        name = fold(token.lemma_)
        doer = frame.agent
        group = frame.group
        assert group is not None
        if doer is None or (name == "appeler" and self._calls_for(token)):
            return None
        pair = self._pair(doer)
        if pair or (group.passive and not self._acts(doer)):
            # *les deux présidents se rencontreront*, *X a été reçu par Y*
            hosts = agent(token)
            codes = pair if hosts is None else unique([*self.resolver.codes_of(doer), *self.resolver.codes_of(hosts)])
            return Finding(codes, "parties", doer.idx, doer.idx + len(doer)) if codes else None
        if not self._acts(doer):
            return None
        main = self.resolver.codes_of(doer)
        partners = self._partners(frame)
        if group.passive and (hosts := agent(token)) is not None:
            partners = unique([*partners, *self.resolver.codes_of(hosts)])
        alone = any(w in ("se", "s'") for w in reading.words[max(0, token.i - 4) : token.i]) or name in (
            "negocier",
            "consulter",
        )
        named = self._named_partner(frame)
        if not partners and not named and not (alone and self._is_body(doer)):
            return None
        codes = unique([*main, *partners])
        if not codes:
            codes = self._organisation(token) or (
                [self.resolver.memory.alliance] if self.resolver.memory.alliance and self._is_body(doer) else []
            )
        if not codes:
            return None
        return Finding(codes, "parties", doer.idx, doer.idx + len(doer))

    def _calls_for(self, token: Token) -> bool:
        """*X appelle Y à retirer ses troupes*, *appelle au calme*: a call for something is no telephone call."""
        reading = self.reading
        _, end = reading.sentence(token.i)
        near = range(token.i + 1, min(end - 1, token.i + 9))
        return any(
            reading.words[j] in ("a", "au", "aux") and reading.tokens[j + 1].pos_ in ("VERB", "NOUN") for j in near
        )

    def _pair(self, doer: Token) -> list[str]:
        """*les deux chefs d'Etat*: those of the meeting just told."""
        words = self.reading.words[max(0, doer.i - 2) : doer.i]
        return (
            list(self.resolver.memory.last_meeting) if "deux" in words and not self.reading.actor_at.get(doer.i) else []
        )

    def _named_partner(self, frame: Frame) -> bool:
        """*s'est entretenu avec Ali Bongo*: a name whose state the text does not say."""
        reading, i = self.reading, frame.token.i
        _, end = reading.sentence(i)
        for j in range(i + 1, min(end - 1, i + 7)):
            if reading.words[j] == "avec":
                return reading.tokens[j + 1].text[:1].isupper() and reading.tokens[j + 1].pos_ == "PROPN"
        return False

    def _acts(self, token: Token) -> bool:
        """Whether a subject is an official, a person of state, a state or an organisation."""
        reading = self.reading
        if token.pos_ == "PRON" or fold(token.text) in ("il", "elle", "ils", "elles", "nous", "je"):
            return bool(self.resolver.codes_of(token))
        return bool(
            is_office(reading, token.i)
            or reading.actor_at.get(token.i)
            or self._is_person(token)
            or self.resolver.seat(token)
            or self.resolver.person(token)
        )

    def _is_body(self, token: Token) -> bool:
        return is_office(self.reading, token.i) or bool(self.reading.actor_at.get(token.i)) or self._acts(token)

    def _partners(self, frame: Frame) -> list[str]:
        """The other side: the object, *avec X*, *à X*."""
        reading, token = self.reading, frame.token
        _, end = reading.sentence(token.i)
        codes: list[str] = []
        for found in objects(token):
            codes.extend(self._partner(found))
            break
        for j in range(token.i + 1, min(end, token.i + 14)):
            word = reading.words[j]
            if word in _STOPS or word == "pour" or reading.tokens[j].pos_ == "VERB":
                break
            if word in ("avec", "a", "au", "aux", "aupres") and j + 1 < end:
                for k in range(j + 1, min(end, j + 5)):
                    if reading.tokens[k].pos_ in ("NOUN", "PROPN", "PRON"):
                        if word == "avec" or k not in reading.locative_at:
                            codes.extend(self._partner(reading.tokens[k]))
                        break
            elif reading.words[j].startswith("homologue"):
                codes.extend(self._partner(reading.tokens[j]))
        return unique(codes)

    def _partner(self, token: Token) -> list[str]:
        if token.i in self.reading.locative_at and not is_office(self.reading, token.i):
            return []
        if self._acts(token) or fold(token.lemma_) in ("allie", "pays", "partenaire", "puissance"):
            codes = self.resolver.named(token) or self.resolver.codes_of(token)
            if not codes and self.resolver.memory.alliance and fold(token.lemma_) == "allie":
                codes = [self.resolver.memory.alliance]
            return codes or []
        return []

    def _travels(self, frame: Frame) -> Finding | None:
        """*le ministre s'est rendu à Bagdad*: an official, and a place."""
        if self.sport:
            return None
        reading, doer = self.reading, frame.agent
        passive = frame.group is not None and frame.group.passive
        if fold(frame.token.lemma_) == "attendre" and not passive:
            return None
        if doer is None or not (is_office(reading, doer.i) or self._is_person(doer) or self.resolver.person(doer)):
            return None
        _, end = reading.sentence(frame.token.i)
        window = range(frame.token.i + 1, min(end, frame.token.i + 10))
        visited = any(a.form == "name" for j in window[:3] for a in reading.actor_at.get(j, ()))
        visited = visited and fold(frame.token.lemma_) == "visiter"
        if not visited and not any(j in reading.locative_at or j in reading.place_at for j in window):
            return None
        codes = self.resolver.codes_of(doer)
        return Finding(codes, "traveller", doer.idx, doer.idx + len(doer)) if codes else None

    def _held(self, frame: Frame) -> Finding | None:
        """*Il pourrait avoir lieu à la mi-juin*: the meeting named in the sentence before."""
        # the model calls this *il* an expletive
        first, _ = self.reading.sentence(frame.token.i)
        before = self.reading.words[max(first, frame.token.i - 4) : frame.token.i]
        if not {"il", "elle", "ils", "elles", "celui-ci", "celle-ci"} & set(before):
            return None
        return (
            Finding(list(self.resolver.memory.last_meeting), "running meeting")
            if self.resolver.memory.last_meeting
            else None
        )
