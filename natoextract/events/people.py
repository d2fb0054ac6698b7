"""Which state or organisation a person acts for: *le Premier ministre italien Silvio Berlusconi* is Italy's."""

from collections import Counter

from natoextract.events.military import is_office
from natoextract.events.reading import Reading
from natoextract.layers import SpeakerRecord
from natoextract.officials import officials
from natoextract.text import fold


def affiliations(reading: Reading) -> dict[str, str]:
    """`{last name: code}` of the persons of an article, from its speakers and from titles before names."""
    known = dict(officials().leaders)
    doc = reading.tokens
    offices = officials().offices
    for i in [i for i, name in enumerate(reading.nouns) if name in offices and is_office(reading, i)]:
        _, end = reading.sentence(i)
        code: str | None = None
        for j in range(i + 1, min(end, i + 14)):
            word = doc[j]
            actors = reading.actor_at.get(j)
            if actors:
                # the first told: *ministre allemande de la Défense*, *secrétaire général de l'Otan*
                code = code or actors[0].code
                continue
            if word.pos_ == "VERB" or word.pos_ == "AUX" or (word.pos_ == "PUNCT" and word.text != ","):
                break
            if word.text[:1].isupper() and word.pos_ == "PROPN" and code is not None and len(word) > 2:
                last = j
                while (
                    last + 1 < end
                    and doc[last + 1].text[:1].isupper()
                    and doc[last + 1].pos_ in ("PROPN", "NOUN", "ADJ")
                ):
                    if reading.actor_at.get(last + 1):
                        break
                    last += 1
                if last > j or doc[j - 1].is_punct or doc[j - 1].pos_ in ("ADJ", "NOUN", "PROPN"):
                    known.setdefault(doc[last].text, code)
                break
    for speaker in reading.speakers:
        if speaker["kind"] == "person" and speaker["affiliation"]:
            known[speaker["name"].split()[-1]] = speaker["affiliation"]
    for speaker in reading.speakers:
        name = speaker["name"].split()[-1]
        if speaker["kind"] == "person" and name not in known and (state := _spoken_of(reading, speaker)):
            known[name] = state
    return known


def _spoken_of(reading: Reading, speaker: SpeakerRecord) -> str | None:
    """*Le Canada enverra des renforts, a dit la ministre Anita Anand*: the state that an official speaks of."""
    role = fold(speaker["role"] or "").split()
    if not role or role[0] not in officials().offices:
        return None
    said = [s for s in reading.statements if s["speaker"] == speaker["id"]]
    told = Counter(
        a.code for s in said for a in reading.scene.actors_in(s["start"], s["end"]) if a.form in ("name", "capital")
    )
    (best, times), *others = [*told.most_common(2), (None, 0)][:2]
    return best if best is not None and (not others or others[0][1] < times) else None
