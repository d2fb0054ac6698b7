"""Which state or organisation a person acts for: *le Premier ministre italien Silvio Berlusconi* is Italy's."""

from collections import Counter
from collections.abc import Iterator

from natoextract.events.military import beside, is_office
from natoextract.events.reading import Reading
from natoextract.layers import SpeakerRecord
from natoextract.officials import officials, portfolio_at
from natoextract.text import fold

#: What may stand between a name and its office: *, ancien*, *est le nouveau*.
_BEFORE_OFFICE = frozenset(["le", "la", "l'", "nouveau", "nouvelle", "actuel", "actuelle", "premier", "vice", "-"])
_OF = frozenset(["de", "du", "des", "d'", "la", "l'"])
_BEING = frozenset(["est", "etait", "reste", "devient"])


def affiliations(reading: Reading) -> dict[str, str]:
    """`{last name: code}` of the persons of an article, from its speakers and from titles before names."""
    known: dict[str, str] = {}
    doc = reading.tokens
    offices = officials().offices
    portfolios = officials().portfolios
    for i, name in enumerate(reading.nouns):
        portfolio = portfolio_at(reading.folded, name, doc[i].idx) if name in portfolios else None
        if portfolio is None and not (name in offices and is_office(reading, i)):
            continue
        if reading.pos[i] == "ADJ" and i and reading.pos[i - 1] == "NOUN" and portfolio is None:
            # *l'Assemblée générale de l'ONU*: nobody's title
            continue
        _, end = reading.sentence(i)
        code: str | None = None
        for j in range(i + 1, min(end, i + 14)):
            word = doc[j]
            actors = reading.actor_at.get(j)
            if actors:
                # the first told: *ministre allemande de la Défense*, *secrétaire général de l'Otan*
                code = code or actors[0].code
                continue
            if reading.words[j] == "pour" and code is None and portfolio is None:
                # *le médiateur pour la Syrie, Kofi Annan*: he is not of it
                break
            another = reading.nouns[j] in offices and reading.words[j - 1] in ("le", "la", "l'")
            if j > i + 1 and another and reading.words[j - 2] == "et":
                # *le général McChrystal et le président Karzaï*: another office begins
                break
            if word.pos_ == "VERB" or word.pos_ == "AUX" or (word.pos_ == "PUNCT" and word.text != ","):
                break
            state = code or portfolio
            if word.text[:1].isupper() and word.pos_ == "PROPN" and state is not None and len(word) > 2:
                last = j
                while (
                    last + 1 < end
                    and doc[last + 1].text[:1].isupper()
                    and doc[last + 1].pos_ in ("PROPN", "NOUN", "ADJ", "VERB", "X", "ADV")
                ):
                    if any(actor.form != "person" for actor in reading.actor_at.get(last + 1, ())):
                        break
                    last += 1
                if last > j or doc[j - 1].is_punct or doc[j - 1].pos_ in ("ADJ", "NOUN", "PROPN"):
                    known.setdefault(doc[last].text, state)
                break
    named = {doc[a.last].text: a.code for a in reading.actors if a.form == "person"}
    known |= {name: code for name, code in (*named.items(), *_titled(reading)) if name not in known}
    for speaker in reading.speakers:
        if speaker["kind"] == "person" and speaker["affiliation"]:
            known[speaker["name"].split()[-1]] = speaker["affiliation"]
    for speaker in reading.speakers:
        name = speaker["name"].split()[-1]
        if speaker["kind"] == "person" and name not in known and (state := _spoken_of(reading, speaker)):
            known[name] = state
    # what the article says of a man goes before what is known of another of his name
    envoys = {name: code for name, code in officials().leaders.items() if code == "UN"}
    # *l'émissaire pour la Syrie Kofi Annan* is of no state
    return officials().leaders | known | envoys


def _titled(reading: Reading) -> Iterator[tuple[str, str]]:
    """Names whose office is told behind them: *Jean Martin, ministre belge*, *Ali Bongo est président du Gabon*."""
    words, tokens = reading.words, reading.tokens
    for i, name in enumerate(reading.nouns):
        if name not in officials().offices or i < 2 or not is_office(reading, i):
            continue
        j = i - 1
        while j > 0 and words[j] in _BEFORE_OFFICE:
            j -= 1
        if j < 1 or not (words[j] == "," or words[j] in _BEING):
            continue
        last = tokens[j - 1]
        if not last.text[:1].isupper() or last.pos_ == "DET" or reading.actor_at.get(last.i) or len(last) < 3:
            continue
        if last.pos_ != "PROPN" and not tokens[max(0, j - 2)].text[:1].isupper():
            continue
        right = beside(reading, i, 9)
        named = any(
            tokens[k].pos_ == "PROPN" and not reading.actor_at.get(k) and words[k - 1] not in _OF for k in right
        )
        code = next((a.code for k in right for a in reading.actor_at.get(k, ())), None)
        # *François Hollande, le président malien Ibrahim Keïta et*: a list
        if code is not None and not named:
            yield last.text, code


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
