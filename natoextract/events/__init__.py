"""Who sends, keeps, loses or withdraws how many troops, and who meets whom."""

from spacy.language import Language

from natoextract.events.component import Events

__all__ = ["Events", "create_events"]


@Language.factory("natoextract_events")
def create_events(nlp: Language, name: str) -> Events:
    return Events()
