"""Texts put together at random: no rule may fail on any, and every offset is exact."""

from hypothesis import given, settings
from hypothesis import strategies as st

import natoextract
from tests.test_offsets import wrong_spans

#: What the rules look for, and what stands between: most texts of these are nonsense, and all look like a wire.
PIECES = (
    "La France", "l’Otan", "les Etats-Unis", "Washington", "américains", "des Belges", "Barkhane", "la Minusma",
    "Bamako", "BRUXELLES", "(AFP)", "M. Obama", "Mme Merkel", "le ministre de la Défense", "une source militaire",
    "500", "2.000", "16 000", "un millier", "dizaines de milliers d'", "environ", "quelque", "près de", "entre",
    "400 à", "soldats", "hommes", "casques bleus", "troupes", "effectifs",
    "vendredi", "27 nov 2009", "le 3 et 4 décembre", "mi-octobre", "il y a presque 20 ans", "16H30 (14H30 GMT)",
    "2017-11", "d'ici à", "jusqu'en 2020", "en début d'année", "cet été", "la semaine dernière",
    "99/99/9999", "le 31 février",
    "a déployé", "enverra", "va retirer", "ne maintiendra pas", "retrait", "renforts", "réunion", "ont été tués",
    "pourrait", "devrait", "si", "refuse de", "a demandé", "à la demande de",
    "a déclaré", "a-t-il ajouté", "a indiqué", "selon", "d'après", "précisant que", "que", "il", "ce responsable",
    '"', "«", "»", "“", "”", "'", "’", "(", ")", "[", "-", "–", ":", ";", ",", ".", "...", "…", "!", "?", "%", "/",
    " ", "\n", "\r\n", "\t", "\u00a0", "\u202f", "\ufeff", "\u200b", "\u00ad", "\u0301", "İ", "ﬁ", "🪖", "\x00", "\x1b",
)  # fmt: skip

wires = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)
glued = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
any_text = st.text(max_size=300)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(text=wires | glued | any_text)
def test_any_text(text: str) -> None:
    article = natoextract.extract(text, "2017-11")
    assert wrong_spans(article.model_dump(), text) == []
