"""The small word classes of the rules, read from `data/event_words.toml`."""

from functools import cache

from natoextract.lexicon import Entry, Words, read_whole


class Vocabulary(Entry):
    """The lists of `event_words.toml`, accentless."""

    operations: Words
    armaments: Words
    vessels: Words
    deploying: Words
    duties: Words
    mandates: Words
    contributions: Words
    helping: Words
    lasting: Words
    growing: Words
    intransitive: Words
    activities: Words
    tasks: Words
    holding: Words
    shares: Words
    about_to: Words
    civil_owners: Words
    ground: Words
    movement_ground: Words
    home: Words
    homeward: Words
    both_ways: Words
    after_intransitive: Words
    states: Words
    weak: Words
    taken_up: Words
    judging: Words
    needing_troops: Words
    units: Words
    carriers: Words
    forces: Words
    pronouns: Words
    modals: Words
    ready: Words
    modifiers: Words
    describing: Words
    apposed: Words
    listed: Words
    held: Words
    object_control: Words
    decisions: Words
    deciding: Words
    launching: Words
    measuring: Words
    scheduling: Words
    under_way: Words
    only_of_troops: Words
    partners: Words
    telling: Words
    national: Words
    next_in_rank: Words
    ranks: Words
    parts_of_land: Words
    given: Words
    measures: Words
    bodies: Words
    phases: Words
    told_as_one: Words
    organisations: Words
    named_by: Words
    owned_stays: Words
    over: Words
    coming: Words
    boarding: Words
    some_of_them: Words
    from_land: Words
    packing: Words
    speak_at_home: Words
    broad: Words
    cutting: Words
    steps: Words
    landing_gear: Words
    alert: Words
    carrying: Words
    care: Words
    treaties: Words
    more: Words


@cache
def vocabulary() -> Vocabulary:
    """The lists of `event_words.toml`. Raises `LexiconError`."""
    return read_whole("event_words", Vocabulary)
