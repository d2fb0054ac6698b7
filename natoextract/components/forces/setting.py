"""Whether people that are counted are military: by the noun phrase, by what stands before it, by the sentence.

*Hommes*, *personnels* or *500 Britanniques* are troops only beside an army, a mission or a deployment.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from spacy.tokens import Doc

from natoextract.components.forces.phrases import any_of, word_of
from natoextract.components.forces.quantities import Quantity
from natoextract.components.forces.units import Need
from natoextract.layers import sentence_starts, surface_of
from natoextract.lexicon import read_toml

_WORDS: dict[str, list[str]] = read_toml("force_context")
_MILITARY = re.compile(word_of(_WORDS["military"]))
_MOVES = re.compile(word_of(_WORDS["moves"]))
_SENT = re.compile(word_of(_WORDS["sent"]))
_CIVIL = re.compile(word_of(_WORDS["civil"]))
_IRREGULAR = re.compile(word_of(_WORDS["irregular"]))

_OF = r"(?:de |du |des |d')(?:l'|la |les |leurs? |ses |sa |son |nos |notre |cette |ce )?"
_ADJECTIVE = r"(?: (?!qui|que|dont|ont|sont|de\b|du\b|des\b|en\b|au\b|dans\b)[\w-]+)?"
_COMPLEMENT = re.compile(
    rf"{_ADJECTIVE} (?:issus |membres |venus )?{_OF}(?:\d+ ?(?:er?|re|eme) )?(?:{any_of(_WORDS['complements'])})(?!\w)"
    rf"| militaires?\b|{_ADJECTIVE} {_OF}\d+ ?(?:er?|re|eme) (?:regiment|r[a-z]{{2,5}}\b|bataillon|division|brigade)"
)
_IRREGULAR_AFTER = re.compile(rf"{_ADJECTIVE} {_OF}(?:{any_of(_WORDS['irregular'])})(?!\w)")
_NOT_AFTER = re.compile(
    rf" (?:{any_of(_WORDS['not_after'])})(?!\w)|,? et (?:\w+ )?(?:femmes?|enfants?)\b|, (?:\w+ )?femmes\b"
)
_NOT_AFTER_PEOPLE = re.compile(rf" (?:{any_of(_WORDS['not_after_people'])})(?![\w-])")
_NOT_BEFORE = re.compile(rf"(?<!\w)(?:{any_of(_WORDS['not_before'])}) ?$")
_NOT_DEMONYM_AFTER = re.compile(rf" (?:{any_of(_WORDS['not_demonym_after'])})(?!\w)")
_COUNTING = (
    r"(?:compt|align|regroup|reuni|rassembl|totalis|represent|comprend|compos|constitu|mobilis)\w*"
    r"(?: de| d'| actuellement| aujourd'hui| desormais)*"
)
_STANDING = (
    r"(?:est|sont|etait|etaient|sera|seront|atteint|atteign\w+|s'eleve\w*|(?:(?:re)?tomb|pass|descend|mont|remont|grimp)\w+)"
    r"(?: desormais| encore| reduite?s?| ramenee?s?| portee?s?| limitee?s?)?(?: de| a| d')?"
)
_FILLER = r"(?: (?!(?:ont|a|sont|est|contre|qui|que|dont)\b)[\w'-]+)"
_NOW = "(?: aujourd'hui| desormais| actuellement| deja)?"
_OF_STRENGTH = (
    rf"{_FILLER}{{0,4}}?(?: de| d'| d'un effectif de| forte?{_NOW} de| dispose de| estimee? a| reduite? a| limitee? a"
    rf"| avec| :|, soit|,| \()|{_FILLER}{{0,9}}?,?(?: qui)? {_COUNTING}|{_FILLER}{{0,8}}? {_STANDING}"
)
_NOT_ARMY = "(?! (?:de police|de l'ordre|de securite))"


def _head(nouns: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{nouns})(?!\w){_NOT_ARMY}(?:{_OF_STRENGTH})[\"«“ ]*(?:les |ses |un total de )?$")


#: *un contingent de*, *l'armée irakienne compte*, *la coalition en Irak et en Syrie regroupe*
_HEAD = _head(any_of(_WORDS["heads"]))
_WEAK_HEAD = _head(any_of([*_WORDS["weak_heads"], "effectif", "effectifs"]))
_CONTRIBUTING = re.compile(r"\b(?:contribut\w+|contingents?|des troupes)\b")
_COUNTED = re.compile(r"\b(?:compt|dispos|compren|comport|regroup|fort|dote)\w*\b(?: [\w']+){0,5} ?$")
_DEPLOYED = re.compile(
    r" (?:encore |toujours |actuellement |deja |ainsi )?(?:deploye|engage|stationne|affecte)e?s"
    r" (?:a|au|en|aux|dans|sur)\b"
)
# *les 8.000 hommes qui la composaient*
_COMPOSING = re.compile(r" qui (?:la|le|les|l') ?(?:compos|constitu|form)\w+")
_LOST = re.compile(r"\bperd\w* (?:\w+ )?$")
_BESIDE = re.compile(r"\b(?:contre|dont|puis|soit) $")
_BRACKET = re.compile(r" ?\( ?$")
# *100.000 hommes ont été retirés*: who did it need not be said
_PASSIVE = re.compile(
    r" (?:(?:ont|avaient|auront) (?:deja )?ete|sont|seront|etaient|seraient|y sont|y seront|devraient etre)"
    r" (?:deja |encore |ainsi )?(?:retir|deploy|envoy|rapatri|stationn|depech|engag|redeploy)"
)
# *Rome fournira 250 hommes*, *compte laisser 10.000 hommes*, *l'envoi de 17.000 hommes*
_MOVED = re.compile(
    r"\b(?:fourni\w*|enverr\w+|envoy\w+|envoie\w*|envoi|deplo\w+|depech\w+|retir\w+|retrait|rapatri\w+|mobilis\w+"
    r"|laiss\w+|maintenir|maintien\w*|maintiendr\w+|redeploi\w*|mass\w+|amass\w+|concentr\w+|stationn\w+)"
    r"(?: (?:encore|aussi|deja|ensuite|alors|immediat|rapide|prochain|progressif|sur place|dans le pays))?"
    r" (?:de |d'|des )?[\"«“]?$"
)
# *garde 1.500 hommes au Niger*, *la France a 300 hommes au Gabon*
_KEPT = re.compile(
    r"\b(?:gard\w+|conserv\w+|entret\w+|possede\w*|dispos\w+|compt\w+|a|avait|ont|avaient|aura)"
    r"(?: (?:encore|aussi|deja|toujours|actuellement))? (?:de |d'|quelque |environ )?$"
)
# *porter de 550 à 900 hommes son dispositif*
_STRENGTH_AFTER = re.compile(
    r" (?:le plafond de |le nombre de )?(?:son|sa|ses|leurs?) (?:dispositif|contingent|presence militaire)\b"
)
_OUR_MEN = re.compile(r"\b(?:nous|on) (?:avons|a|avions|avait|y avons) (?:deja |encore )?$")
_ON_THE_GROUND = re.compile(r" (?:deja |actuellement )?(?:sur le terrain|sur place|sur zone|en operation)\b")
# *contre les djihadistes*: they are fought, and the troops are another's
_AGAINST = re.compile(
    r"\b(?:contre|combatt\w*|face a|face aux|chass\w*|traqu\w*|lutt\w*|affront\w*|attaqu\w*)\b[^.;]{0,30}$"
)

#: A band of three may be burglars: fewer men than this are troops only by their own noun phrase.
_FEW = 10
#: Without a military word in the sentence, a deployment is told in round strengths.
_MANY = 50
#: No decision looks further in a sentence, so that a text without full stops is read in linear time.
_REACH = 1000
#: Further than this, a bracket does not break a figure down.
_NEAR = 30
_ARMED_ALLIANCES = frozenset({"NATO", "BUNDESWEHR", "PENTAGON", "CSTO"})


@dataclass
class Setting:
    """A document as the decisions read it; nothing is searched before a noun asks for it."""

    doc: Doc
    folded: str

    @cached_property
    def surface(self) -> str:
        """The text with its accents and capitals."""
        return surface_of(self.doc)

    @cached_property
    def sentence_starts(self) -> list[int]:
        return sentence_starts(self.doc)

    @cached_property
    def demonyms(self) -> dict[int, int]:
        """Start and end of the names of peoples."""
        return {c["start"]: c["end"] for c in self.doc._.countries if c["form"] == "demonym"}

    @cached_property
    def states_ending(self) -> frozenset[int]:
        """Where mentions of states end."""
        return frozenset(c["end"] for c in self.doc._.countries)

    @cached_property
    def powers(self) -> list[int]:
        """Where states, alliances and missions are named."""
        return sorted(
            r["start"] for layer in ("countries", "organisations", "missions") for r in getattr(self.doc._, layer)
        )

    @cached_property
    def armed(self) -> list[int]:
        """Where an alliance in arms or a mission is named."""
        alliances = [o["start"] for o in self.doc._.organisations if o["code"] in _ARMED_ALLIANCES]
        return sorted([*alliances, *(m["start"] for m in self.doc._.missions)])

    @cached_property
    def armed_words(self) -> int:
        """How much the article is about armed forces: its first words of it, and one for an alliance in arms."""
        return sum(1 for _ in islice(_MILITARY.finditer(self.folded), 2)) + bool(self.armed)

    @property
    def martial(self) -> bool:
        """Whether the article is about armed forces: two words of it, or an alliance in arms and one."""
        return self.armed_words >= 2

    def sentence(self, offset: int) -> tuple[int, int]:
        """The characters of the sentence at `offset`, as far as a decision looks."""
        starts = self.sentence_starts
        at = bisect_right(starts, offset)
        last = starts[at] if at < len(starts) else len(self.folded)
        return max(starts[at - 1], offset - _REACH), min(last, offset + _REACH)

    def previous(self, offset: int) -> int:
        """Where the sentence before that of `offset` begins."""
        first, _ = self.sentence(offset)
        return self.sentence(first - 1)[0] if first else 0

    def military_noun(
        self, need: Need, quantity: Quantity, start: int, end: int, *, among_counts: bool = False
    ) -> bool:
        """Whether the noun at `[start, end)`, counted by `quantity`, is of military people."""
        if _NOT_AFTER.match(self.folded, end) or _NOT_BEFORE.search(self.folded[max(0, start - 12) : start]):
            return False
        if _NOT_BEFORE.search(self.folded[max(0, quantity.lead - 12) : quantity.lead]):
            return False
        if _IRREGULAR_AFTER.match(self.folded, end):
            return False
        if need == "nothing":
            return True
        if need == "head":
            # *75 personnes encore déployées à Kaboul*
            return self._headed(quantity) or (self.martial and bool(_DEPLOYED.match(self.folded, end)))
        if _NOT_AFTER_PEOPLE.match(self.folded, end):
            return False
        if _COMPLEMENT.match(self.folded, end) or (need == "complement" and self._headed(quantity)):
            return True
        if need == "arms":
            first, last = self.sentence(quantity.start)
            sent_abroad = self._abroad(quantity, first, last) and _SENT.search(self.folded, first, last)
            armed = self.martial or self._arms(first, last) or sent_abroad
            return bool(armed) and not _CIVIL.search(self.folded, first, last)
        if need == "context" and among_counts:
            # *700 militaires contre un millier d'hommes prévus*
            return bool(_BESIDE.search(self.folded, max(0, quantity.lead - 8), quantity.lead))
        return need == "context" and self._military_context(quantity, end)

    def military_demonym(self, quantity: Quantity, end: int, *, among_counts: bool) -> bool:
        """Whether *500 Britanniques* are troops: beside a count of them, or moved in a military article."""
        first, last = self.sentence(quantity.start)
        if _NOT_DEMONYM_AFTER.match(self.folded, end) or _CIVIL.search(self.folded, first, last):
            return False
        if among_counts:
            return True
        # *il reste 75 Belges en Afghanistan, répartis dans les états-majors de l'Isaf*
        if self.martial and quantity.size >= _FEW and _within(self.armed, first, last):
            return True
        sent = bool(_SENT.search(self.folded, first, last))
        return sent and (self.martial or (bool(self.armed_words) and quantity.size >= _MANY))

    def military_strength(self, quantity: Quantity, *, sure: bool = False) -> bool:
        """Whether a figure alone may be a strength: in a military sentence or article that speaks of nobody else.

        `sure`: what has the strength is troops, so that others may be spoken of too.
        """
        first, last = self.sentence(quantity.start)
        told = self.martial or bool(_MILITARY.search(self.folded, first, last))
        return told and (sure or not _CIVIL.search(self.folded, first, last))

    def opens_bracket(self, end: int, lead: int) -> bool:
        """Whether a bracket opens between a figure and the next: *839 Marocains (836 soldats*."""
        return lead - end < _NEAR and bool(_BRACKET.search(self.folded, end, lead))

    def _military_context(self, quantity: Quantity, end: int) -> bool:
        first, last = self.sentence(quantity.start)
        if self._headed(quantity) or _COMPOSING.match(self.folded, end):
            return True
        # *les parlementaires ont autorisé le déploiement immédiat de 900 hommes*
        moved = bool(_MOVED.search(self.folded, max(first, quantity.lead - 40), quantity.lead))
        theirs = moved and self.martial and not self._of_a_band(quantity.lead)
        if theirs and quantity.size >= _MANY and not _CIVIL.search(self.folded, quantity.lead, last):
            return True
        # *la Minuad doit compter 26.000 hommes et des policiers*, *les 7.000 hommes venus de l'Amisom*
        if self._strength_of_mission(quantity, first) or _within(self.armed, end, min(last, end + _NEAR)):
            return True
        # *avec 4.500 hommes, le plus gros des troupes*, *premier contributeur avec 900 hommes*
        if self.martial and _CONTRIBUTING.search(self.folded, max(first, quantity.lead - 50), min(last, end + 50)):
            return True
        if _CIVIL.search(self.folded, first, last):
            return False
        # *sont britanniques (1.200 hommes)*: whose they are is said, so they are a state's
        opened = _BRACKET.search(self.folded, max(0, quantity.lead - 3), quantity.lead)
        if opened and opened.start() in self.states_ending:
            return self.martial
        if quantity.size < _FEW or self._of_a_band(quantity.lead):
            return False
        # *nous avons perdu 12 hommes*
        if self.martial and _LOST.search(self.folded, max(first, quantity.lead - 24), quantity.lead):
            return True
        armed = _within(self.armed, first, last)
        told = bool(_MOVES.search(self.folded, first, last))
        named = armed or _within(self.powers, first, last)
        if armed or _MILITARY.search(self.folded, first, last):
            return told or named or quantity.size >= _MANY
        # *Elle compte 12.000 personnels* stands beside the sentence that names the mission
        named = named or _within(self.armed, self.previous(first), first)
        # *La France a déployé 500 hommes au Mali*
        if self._abroad(quantity, first, last) and _SENT.search(self.folded, first, last):
            return quantity.size >= _MANY
        if quantity.size >= _MANY and self._kept(quantity, end, first, last):
            return True
        # *Rome fournira 250 hommes à la force*, *l'envoi de 17.000 hommes*, *nous avons 1.200 hommes sur le terrain*
        if moved or _ON_THE_GROUND.match(self.folded, end):
            return quantity.size >= _MANY and (self.martial or _within(self.powers, first, last) or bool(armed))
        passive = _PASSIVE.match(self.folded, end)
        return told and bool(named or passive) and self.martial and quantity.size >= _MANY

    def _strength_of_mission(self, quantity: Quantity, first: int) -> bool:
        """Whether an alliance or a mission right before counts them: *la Minuad doit compter 26.000 hommes*."""
        last = bisect_left(self.armed, quantity.lead)
        named = self.armed[last - 1] if last else -1
        near = max(first, quantity.lead - 90) <= named
        return near and bool(_COUNTED.search(self.folded, named, quantity.lead))

    def _kept(self, quantity: Quantity, end: int, first: int, last: int) -> bool:
        """Whether a state has these men abroad, or says *we* of them: *Paris garde 1.500 hommes au Niger*."""
        lead = max(first, quantity.lead - 40)
        if _OUR_MEN.search(self.folded, lead, quantity.lead) and _ON_THE_GROUND.match(self.folded, end):
            return True
        if _STRENGTH_AFTER.match(self.folded, end):
            return _within(self.powers, first, quantity.lead)
        return bool(_KEPT.search(self.folded, lead, quantity.lead)) and self._abroad(quantity, first, last)

    def _abroad(self, quantity: Quantity, first: int, last: int) -> bool:
        """Whether a state is named before the number, and another by its name after it."""
        states = [c for c in self.doc._.countries if first <= c["start"] < last and c["form"] in ("name", "capital")]
        before = {c["code"] for c in states if c["start"] < quantity.start}
        after = {c["code"] for c in states if c["start"] > quantity.start and c["form"] == "name"}
        return bool(before and after - before)

    def _headed(self, quantity: Quantity) -> bool:
        """Whether a body of troops has this strength: *un contingent de 500 hommes*."""
        first, _ = self.sentence(quantity.lead)
        before = self.folded[max(first, quantity.lead - 90) : quantity.lead]
        if _HEAD.search(before):
            return True
        first, last = self.sentence(quantity.lead)
        weak = _WEAK_HEAD.search(before)
        if weak is None or _CIVIL.search(self.folded, first, last):
            return False
        # *les effectifs américains en Irak tomberont à 50.000 hommes*
        beside = max(first, quantity.lead - 90) + weak.start() + len("effectifs ")
        return (
            self.martial
            or self._arms(first, last)
            or (weak[0].startswith("effectifs") and _within(self.powers, beside, beside + 1))
        )

    def _arms(self, first: int, last: int) -> bool:
        return _within(self.armed, first, last) or bool(_MILITARY.search(self.folded, first, last))

    def _of_a_band(self, lead: int) -> bool:
        """Whether the name nearest before is of insurgents: *Daech aurait mobilisé 4.000 hommes*."""
        first, _ = self.sentence(lead)
        bands = [m for m in _IRREGULAR.finditer(self.folded, first, lead) if not self._fought(first, m.start())]
        if not bands:
            return False
        powers = self.powers[bisect_left(self.powers, first) : bisect_left(self.powers, lead)]
        others = [p for p in powers if not any(b.start() <= p < b.end() for b in bands)]
        return not others or others[-1] < bands[-1].start()

    def _fought(self, first: int, start: int) -> bool:
        return bool(_AGAINST.search(self.folded[max(first, start - 50) : start]))


def _within(starts: list[int], first: int, last: int) -> bool:
    return bisect_left(starts, first) < bisect_left(starts, last)
