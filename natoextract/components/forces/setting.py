"""Whether people that are counted are military: by the noun phrase, by what stands before it, by the sentence.

*Hommes*, *personnels* or *500 Britanniques* are troops only beside an army, a mission or a deployment.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from spacy.tokens import Doc

from natoextract.components.actors.lexicon import with_troops
from natoextract.components.forces import cues
from natoextract.components.forces.quantities import Quantity
from natoextract.components.forces.units import Need
from natoextract.layers import sentence_starts, surface_of

#: A band of three may be burglars: fewer men than this are troops only by their own noun phrase.
_FEW = 10
#: Without a military word in the sentence, a deployment is told in round strengths.
_MANY = 50
#: No decision looks further in a sentence, so that a text without full stops is read in linear time.
_REACH = 1000
#: Further than this, a bracket does not break a figure down.
_NEAR = 30


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
        armies = [o["start"] for o in self.doc._.organisations if o["code"] in with_troops("own")]
        return sorted([*armies, *(m["start"] for m in self.doc._.missions)])

    @cached_property
    def missions(self) -> frozenset[int]:
        """Where missions are named."""
        return frozenset(m["start"] for m in self.doc._.missions)

    @cached_property
    def armed_words(self) -> int:
        """How much the article is about armed forces: its first words of it, and one for an alliance in arms."""
        return sum(1 for _ in islice(cues.MILITARY.finditer(self.folded), 2)) + bool(self.armed)

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
        if cues.NOT_AFTER.match(self.folded, end) or cues.NOT_BEFORE.search(self.folded[max(0, start - 12) : start]):
            return False
        if cues.NOT_BEFORE.search(self.folded[max(0, quantity.lead - 12) : quantity.lead]):
            return False
        if cues.IRREGULAR_AFTER.match(self.folded, end) or cues.WITHIN.match(self.folded, end):
            return False
        if need == "nothing":
            return True
        if need == "head":
            # *75 personnes encore déployées à Kaboul*
            if among_counts and cues.OF_COMPONENT.match(self.folded, end):
                return True
            return self._headed(quantity) or (self.martial and bool(cues.DEPLOYED.match(self.folded, end)))
        if cues.NOT_AFTER_PEOPLE.match(self.folded, end):
            return False
        complement = cues.COMPLEMENT.match(self.folded, end)
        # *des FDS*: forces of defence in the Sahel, democratic ones in Syria
        syrian = any(o["code"] == "SDF" for o in self.doc._.organisations)
        if complement and syrian and complement.group().endswith(" fds"):
            complement = None
        # *une cinquantaine de membres de l'Eufor*, *60 éléments de la Minusma*
        of_mission = cues.OF_NAME.match(self.folded, end)
        if need == "complement" and of_mission and of_mission.end() in self.missions:
            return True
        if need == "complement" and self._its_members(quantity, start):
            return True
        if need == "complement" and self.martial and quantity.size >= _FEW and self._elements(quantity, start, end):
            return True
        if complement or (need == "complement" and self._headed(quantity)):
            return True
        if need == "arms":
            first, last = self.sentence(quantity.start)
            sent_abroad = self._abroad(quantity, first, last) and cues.SENT.search(self.folded, first, last)
            armed = self.martial or self._arms(first, last) or sent_abroad
            return bool(armed) and not cues.CIVIL.search(self.folded, first, last)
        if need == "context" and among_counts:
            # *700 militaires contre un millier d'hommes prévus*
            # *la Pologne, dont 2.500 soldats servent là, a perdu deux hommes*
            lost = cues.LOST.search(self.folded, max(0, quantity.lead - 24), quantity.lead)
            return bool(lost or cues.BESIDE.search(self.folded, max(0, quantity.lead - 8), quantity.lead))
        return need == "context" and self._military_context(quantity, end)

    def _its_members(self, quantity: Quantity, start: int) -> bool:
        """*La Monusco a perdu 185 de ses membres*."""
        first, _ = self.sentence(start)
        owned = cues.ITS.search(self.folded, quantity.end, start)
        # *La Finul compte 9.500 militaires. 563 de ses membres sont de nationalité française*
        opens = owned and not self.folded[first : quantity.lead].strip()
        first = max(0, first - 500) if opens and self.martial else first
        return bool(owned) and any(first <= m < quantity.start for m in self.missions)

    def _elements(self, quantity: Quantity, start: int, end: int) -> bool:
        """*plus de la moitié des 4.000 éléments prévus*, *des 3.800 éléments qui remplaceront la force*."""
        first, last = self.sentence(start)
        told = self.folded.startswith("elements", start) and cues.THE_COMING.match(self.folded, end)
        return bool(told) and not cues.CIVIL.search(self.folded, first, last) and not self._of_a_band(quantity.lead)

    def military_demonym(self, quantity: Quantity, end: int, *, among_counts: bool) -> bool:
        """Whether *500 Britanniques* are troops: beside a count of them, or moved in a military article."""
        first, last = self.sentence(quantity.start)
        if self.armed_words and cues.OF_FORCE.match(self.folded, end):
            # *une vingtaine d'Italiens de la force*, whatever they build
            return True
        lead = self.folded[max(first, quantity.lead - 60) : quantity.lead]
        if quantity.size < _FEW and self.surface[end - 1].islower() and cues.OF_UNITS.search(lead):
            # *deux bataillons ougandais, deux burundais*
            return False
        if cues.OTHERS_AMONG.search(lead):
            # *32 personnes, dont 15 Néerlandais*
            return False
        if cues.NOT_DEMONYM_AFTER.match(self.folded, end) or cues.CIVIL.search(self.folded, first, last):
            return False
        if among_counts:
            return True
        # *il reste 75 Belges en Afghanistan, répartis dans les états-majors de l'Isaf*
        if self.martial and quantity.size >= _FEW and _within(self.armed, first, last):
            return True
        if self.martial and (self._serves(end) or self._headed(quantity)):
            return True
        # *une brigade qui compte 1.432 Espagnols*, *500 Tanzaniens sont déjà sur place*
        if self.martial and quantity.size >= _FEW:
            before = self.folded[max(first, quantity.lead - 60) : quantity.lead]
            if cues.UNIT_OF.search(before) or cues.ON_SITE.match(self.folded, end):
                return True
        # *l'arrivée de 150 Suédois*
        lead = self.folded[max(first, quantity.lead - 30) : quantity.lead]
        if self.martial and cues.ARRIVING.search(lead):
            return True
        sent = bool(cues.SENT.search(self.folded, first, last))
        return sent and (self.martial or (bool(self.armed_words) and quantity.size >= _MANY))

    def _serves(self, end: int) -> bool:
        """Whether the people of a demonym are told as troops elsewhere: *des soldats français … les 174 Français*."""
        people = next(c["code"] for c in self.doc._.countries if c["end"] == end)
        return people in self.serving

    @cached_property
    def serving(self) -> frozenset[str]:
        """States whose soldiers the article tells of: *des casques bleus philippins*."""
        return frozenset(
            c["code"]
            for c in self.doc._.countries
            if c["form"] == "adjective" and cues.SOLDIERS.search(self.folded, max(0, c["start"] - 24), c["start"])
        )

    def military_strength(self, quantity: Quantity, *, sure: bool = False) -> bool:
        """Whether a figure alone may be a strength: in a military sentence or article that speaks of nobody else.

        `sure`: what has the strength is troops, so that others may be spoken of too.
        """
        first, last = self.sentence(quantity.start)
        told = self.martial or bool(cues.MILITARY.search(self.folded, first, last))
        return told and (sure or not cues.CIVIL.search(self.folded, first, last))

    def opens_bracket(self, end: int, lead: int) -> bool:
        """Whether a bracket opens between a figure and the next: *839 Marocains (836 soldats*."""
        return lead - end < _NEAR and bool(cues.BRACKET.search(self.folded, end, lead))

    def _military_context(self, quantity: Quantity, end: int) -> bool:
        first, last = self.sentence(quantity.start)
        if self._headed(quantity) or cues.COMPOSING.match(self.folded, end):
            return True
        # *les parlementaires ont autorisé le déploiement immédiat de 900 hommes*
        moved = bool(cues.MOVED.search(self.folded, max(first, quantity.lead - 40), quantity.lead))
        theirs = moved and self.martial and not self._of_a_band(quantity.lead)
        if theirs and quantity.size >= _MANY and not cues.CIVIL.search(self.folded, quantity.lead, last):
            return True
        # *l'Union doit déployer dans l'est du pays quelque 3.700 hommes pour protéger les réfugiés*
        sent = list(cues.SENT.finditer(self.folded, first, quantity.lead)) if self.martial else []
        named = sent and quantity.size >= _MANY and _within(self.powers, first, quantity.lead)
        # *des casques bleus sont otages, tandis que Paris dépêche un millier d'hommes*: a clause of its own
        words = ("tandis que", "alors que", ";")
        begin = max(first, *(self.folded.rfind(w, first, sent[-1].start()) for w in words)) if sent else first
        if named and not cues.CIVIL.search(self.folded, begin, end) and not self._of_a_band(quantity.lead):
            return True
        # *la Minuad doit compter 26.000 hommes et des policiers*, *les 7.000 hommes venus de l'Amisom*
        if self._strength_of_mission(quantity, first) or _within(self.armed, end, min(last, end + _NEAR)):
            return True
        # *avec 4.500 hommes, le plus gros des troupes*, *premier contributeur avec 900 hommes*
        if self.martial and cues.CONTRIBUTING.search(self.folded, max(first, quantity.lead - 50), min(last, end + 50)):
            return True
        if cues.CIVIL.search(self.folded, first, last):
            return False
        # *sont britanniques (1.200 hommes)*: whose they are is said, so they are a state's
        opened = cues.BRACKET.search(self.folded, max(0, quantity.lead - 3), quantity.lead)
        if opened and opened.start() in self.states_ending:
            return self.martial
        # *les soldats français … Quatre de ses hommes ont été blessés*
        if self.martial and cues.OF_ITS_OWN.match(self.folded, quantity.end):
            return not self._of_a_band(quantity.lead)
        if quantity.size < _FEW or self._of_a_band(quantity.lead):
            return False
        # *nous avons perdu 12 hommes*
        if self.martial and cues.LOST.search(self.folded, max(first, quantity.lead - 24), quantity.lead):
            return True
        armed = _within(self.armed, first, last)
        told = bool(cues.MOVES.search(self.folded, first, last))
        named = armed or _within(self.powers, first, last)
        if armed or cues.MILITARY.search(self.folded, first, last):
            return told or named or quantity.size >= _MANY
        # *Elle compte 12.000 personnels* stands beside the sentence that names the mission
        named = named or _within(self.armed, self.previous(first), first)
        # *La France a déployé 500 hommes au Mali*
        if self._abroad(quantity, first, last) and cues.SENT.search(self.folded, first, last):
            return quantity.size >= _MANY
        if quantity.size >= _MANY and self._kept(quantity, end, first, last):
            return True
        # *Rome fournira 250 hommes à la force*, *l'envoi de 17.000 hommes*, *nous avons 1.200 hommes sur le terrain*
        if moved or cues.ON_THE_GROUND.match(self.folded, end):
            return quantity.size >= _MANY and (self.martial or _within(self.powers, first, last) or bool(armed))
        passive = cues.PASSIVE.match(self.folded, end)
        if told and bool(named or passive) and self.martial and quantity.size >= _MANY:
            return True
        return self.martial and quantity.size >= _FEW and not cues.IRREGULAR.search(self.folded, first, last)

    def _strength_of_mission(self, quantity: Quantity, first: int) -> bool:
        """Whether an alliance or a mission right before counts them: *la Minuad doit compter 26.000 hommes*."""
        last = bisect_left(self.armed, quantity.lead)
        named = self.armed[last - 1] if last else -1
        near = max(first, quantity.lead - 90) <= named
        return near and bool(cues.COUNTED.search(self.folded, named, quantity.lead))

    def _kept(self, quantity: Quantity, end: int, first: int, last: int) -> bool:
        """Whether a state has these men abroad, or says *we* of them: *Paris garde 1.500 hommes au Niger*."""
        lead = max(first, quantity.lead - 40)
        if cues.OUR_MEN.search(self.folded, lead, quantity.lead) and cues.ON_THE_GROUND.match(self.folded, end):
            return True
        if cues.STRENGTH_AFTER.match(self.folded, end):
            return _within(self.powers, first, quantity.lead)
        return bool(cues.KEPT.search(self.folded, lead, quantity.lead)) and self._abroad(quantity, first, last)

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
        if cues.NUMBER_OF_TROOPS.search(before):
            # *le nombre de soldats passera de 47.000 à 38.000 personnes*
            return True
        if head := cues.HEAD.search(before):
            # *une armée kurde de 30.000 hommes*
            return not cues.NO_STATE.search(head.group())
        first, last = self.sentence(quantity.lead)
        weak = cues.WEAK_HEAD.search(before)
        if weak is not None and cues.TROOPS_IN_BRACKETS.search(weak.group()):
            return self.martial or self._arms(first, last)
        if weak is None or cues.CIVIL.search(self.folded, first, last):
            return False
        # *les effectifs américains en Irak tomberont à 50.000 hommes*
        told = weak[0].split(" ", 1)[0]
        beside = max(first, quantity.lead - 90) + weak.start() + len(told) + 1
        return (
            self.martial
            or self._arms(first, last)
            or (told in ("effectifs", "dispositif") and _within(self.powers, beside, beside + 1))
        )

    def _arms(self, first: int, last: int) -> bool:
        return _within(self.armed, first, last) or bool(cues.MILITARY.search(self.folded, first, last))

    def _of_a_band(self, lead: int) -> bool:
        """Whether the name nearest before is of insurgents: *Daech aurait mobilisé 4.000 hommes*."""
        first, _ = self.sentence(lead)
        bands = [m for m in cues.IRREGULAR.finditer(self.folded, first, lead) if not self._fought(first, m.start())]
        if not bands:
            return False
        powers = self.powers[bisect_left(self.powers, first) : bisect_left(self.powers, lead)]
        others = [p for p in powers if not any(b.start() <= p < b.end() for b in bands)]
        return not others or others[-1] < bands[-1].start()

    def _fought(self, first: int, start: int) -> bool:
        return bool(cues.AGAINST.search(self.folded[max(first, start - 50) : start]))


def _within(starts: list[int], first: int, last: int) -> bool:
    return bisect_left(starts, first) < bisect_left(starts, last)
