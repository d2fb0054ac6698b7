"""Speakers and statements: who said what, in which words, led back to one entry a speaker.

Quotation marks and cues are read on the surface (`quotes`, `cues`), then the frames they form (`frames`, `clauses`) and
the phrases that name a speaker (`phrases`, `persons`); speakers are resolved in document order (`coreference`).
"""

from spacy.language import Language
from spacy.tokens import Doc

from natoextract.components.statements.coreference import Resolver
from natoextract.components.statements.frames import find_statements
from natoextract.components.statements.page import Page
from natoextract.components.statements.sources import Source
from natoextract.components.statements.words import Words
from natoextract.layers import SpeakerRecord, StatementRecord, mention, set_layer

NAME = "natoextract_statements"


@Language.factory(NAME)
def create_statements(nlp: Language, name: str) -> "Statements":
    return Statements()


class Statements:
    """Fills `doc._.speakers` and `doc._.statements`."""

    def __call__(self, doc: Doc) -> Doc:
        words = Words(doc)
        page = Page(doc, words)
        attributions = find_statements(page)
        sources = Resolver(words, page, attributions).resolve() if attributions else []
        ids: dict[int, str] = {}
        speakers: list[SpeakerRecord] = []
        statements: list[StatementRecord] = []
        for attribution, source in zip(attributions, sources, strict=True):
            if source is None:
                continue
            if id(source) not in ids:
                ids[id(source)] = f"s{len(ids) + 1}"
                speakers.append(_speaker(doc, ids[id(source)], source))
            content = attribution.content
            statements.append(
                {
                    **mention(doc, content.start, content.end),
                    "kind": content.kind,
                    "cue": attribution.cue and mention(doc, *attribution.cue),
                    "speaker": ids[id(source)],
                }
            )
        doc._.speakers = speakers
        set_layer(doc, "statements", statements)
        return doc


def _speaker(doc: Doc, key: str, source: Source) -> SpeakerRecord:
    # an office is one person (*le président russe*), named or not; *l'accusé* is nobody in particular
    unnamed = source.kind == "person" and not source.named and not source.official and source.name.islower()
    kind = "anonymous" if unnamed else source.kind
    return {
        "id": key,
        "name": source.name,
        "kind": kind,
        "role": source.role if kind == "person" else None,
        "affiliation": source.codes[0] if source.codes else None,
        "mentions": [mention(doc, start, end) for start, end in sorted(source.mentions)],
    }
