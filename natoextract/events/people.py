"""Which state or organisation a person acts for: *le Premier ministre italien Silvio Berlusconi* is Italy's."""

from natoextract.events.military import is_office
from natoextract.events.reading import Reading
from natoextract.officials import officials


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
    return known
