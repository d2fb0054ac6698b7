"""The views of the DuckDB file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """A view: what its rows hold, and its query."""

    name: str
    holds: str
    query: str


VIEWS = (
    View(
        "troop_events",
        "a movement or presence of one state's or organisation's troops that is told once, with its figures",
        """
        SELECT article_id, published, type, status, unnest(actors) AS actor, troops_minimum, troops_maximum,
               troops_qualifier, level_before_minimum, level_after_minimum, location, place, mission, date,
               date_earliest, date_latest, speaker, trigger, sentence
        FROM events
        WHERE type IN ('deployment', 'withdrawal', 'presence') AND merged_into IS NULL
        """,
    ),
    View(
        "statements_by_speaker",
        "a speaker over the whole corpus, with the number of statements and articles, and when first and last",
        """
        SELECT speaker, any_value(speaker_kind) AS kind, mode(speaker_role) AS role,
               mode(speaker_affiliation) AS affiliation, count(*) AS statements,
               count(DISTINCT article_id) AS articles, min(published) AS first, max(published) AS last
        FROM statements
        WHERE speaker IS NOT NULL
        GROUP BY speaker
        ORDER BY statements DESC, speaker
        """,
    ),
    View(
        "timeline",
        "an event, by the day it happens, or else by the day its article appeared",
        """
        SELECT coalesce(date_earliest, published) AS day, date_earliest IS NOT NULL AS dated, type, status,
               array_to_string(actors, ', ') AS actors, troops_minimum, troops_maximum, location, trigger,
               speaker, article_id, sentence
        FROM events
        WHERE merged_into IS NULL
        ORDER BY day, article_id, trigger_start
        """,
    ),
    View(
        "strengths",
        "what is said of the troops of a contributor in a country, by day of publication",
        """
        SELECT published, unnest(contributors) AS contributor, location, mission, minimum, maximum, qualifier,
               article_id, sentence
        FROM troop_counts
        ORDER BY published, article_id, start
        """,
    ),
)
