"""What makes a verb of meeting something else: a call for something, a swap, a cabinet, a match, home affairs."""

from spacy.tokens import Token

from natoextract.events.frames import Frame
from natoextract.events.meeting_subjects import is_reflexive
from natoextract.events.military import is_office
from natoextract.events.syntax import objects
from natoextract.events.travels import Travels
from natoextract.events.words import trigger_words


class MeetingDoubts(Travels):
    """Asks of a verb whether it tells no meeting after all, in one article."""

    def _calls_for(self, frame: Frame) -> bool:
        """*X appelle Y à retirer ses troupes*, *appelle au calme*: a call for something is no telephone call."""
        reading, token = self.reading, frame.token
        _, end = reading.sentence(token.i)
        opens = self._opens_clause(frame)
        for j in range(token.i + 1, min(end - 1, token.i + 24)):
            if (opens and reading.words[j] == ",") or reading.words[j] in ("mais", "pour", "afin", "apres", "avant"):
                # *appellera son homologue aujourd'hui, mais cela prendra du temps*
                return False
            if reading.words[j] in ("a", "au", "aux") and reading.tokens[j + 1].pos_ in ("VERB", "NOUN", "PRON"):
                return True
        return False

    def _swaps(self, token: Token) -> bool:
        """*échanger des prisonniers avec Moscou*: things change hands."""
        things = (found for found in objects(token) if found.i not in self.reading.date_at)
        return any(found.pos_ == "NOUN" and not self.is_party(found.i) for found in things)

    def _takes_thing(self, frame: Frame) -> bool:
        """*accueillera les manoeuvres de l'Otan*: what is received is no one."""
        reading = self.reading
        if frame.group is None or frame.group.passive:
            return False
        end = min(self._end(frame.token), frame.last + 12)
        for j in range(frame.last + 1, end):
            if reading.pos[j] == "VERB" or reading.words[j] in (",", ";"):
                return False
            placed = j in reading.date_at or j in reading.place_at or j in reading.locative_at
            if reading.pos[j] in ("NOUN", "PROPN") and not placed and self._lead(j) in ("", "des"):
                return reading.pos[j] == "NOUN" and not self._is_side(j)
        return False

    def _is_cabinet(self, frame: Frame) -> bool:
        """*réunis mardi autour du chancelier*; *autour d'une table* is anybody's."""
        around = range(frame.last + 1, min(self._end(frame.token), frame.last + 5))
        at = next((j for j in around if self.reading.words[j] == "autour"), None)
        return at is not None and is_reflexive(frame) and any(is_office(self.reading, j) for j in range(at, at + 4))

    def _speaks_of_talks(self, token: Token) -> bool:
        """*a parlé de la réunion avec Vladimir Poutine*: who is to meet, not whom one talks to."""
        reading = self.reading
        if reading.words[token.i + 1 : token.i + 2] not in (["de"], ["du"], ["d'"], ["des"]):
            return False
        near = range(token.i + 2, min(self._end(token), token.i + 5))
        talks = (trigger_words().nouns.get(reading.nouns[j], ()) for j in near)
        return any(sense.frame == "talks" for senses in talks for sense in senses)

    def _is_placed(self, token: Token) -> bool:
        """*se retrouvent à Minsk*; *risque de se retrouver sous pression* is no meeting."""
        reading = self.reading
        near = range(token.i + 1, min(self._end(token), token.i + 8))
        if reading.words[token.i + 1 : token.i + 3] == ["aux", "cotes"]:
            # *se retrouvent aux côtés de la France*
            return False
        if any(j in reading.locative_at or j in reading.place_at or reading.words[j] == "avec" for j in near):
            return True
        # *Les ministres des trois pays se retrouveront les 9 et 10 septembre*
        first, _ = reading.sentence(token.i)
        officials = (j for j in range(first, token.i) if is_office(reading, j))
        at = next(officials, None)
        dated = any(j in reading.date_at for j in range(token.i + 1, min(self._end(token), token.i + 4)))
        return dated and at is not None and reading.words[at].endswith("s")

    def _is_match(self, doer: Token, others: list[Token]) -> bool:
        """*l'Allemagne rencontre la France*: teams, where neither an official nor a government is named."""
        forms = [[actor.form for actor in self.reading.actor_at.get(t.i, ())] for t in (doer, *others[:1])]
        return all(form[:1] == ["name"] for form in forms)

    def _is_domestic(self, sides: dict[str, list[str]], others: list[Token]) -> bool:
        """*le président français a reçu le Premier ministre français*: affairs of one state."""
        if not others:
            return False
        codes = {code for side in sides.values() for code in side}
        return len(codes) == 1 and all(sides.values()) and not codes & {"NATO", "UN", "EU", "AU"}
