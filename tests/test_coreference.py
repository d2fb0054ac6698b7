"""Who is meant: speakers are led back over whole passages."""

import pytest

import natoextract
from natoextract import Article


def attributed(article: Article) -> list[str]:
    """The speaker's name of each statement."""
    names = {s.id: s.name for s in article.speakers}
    return [names[s.speaker] for s in article.statements if s.speaker is not None]


OPENING = "La ministre belge de la Défense Anne Martin a reçu lundi son homologue français Paul Durand à Bruxelles. "


@pytest.mark.parametrize(
    ("cue", "speaker"),
    [
        ("a-t-elle dit", "Anne Martin"),
        ("a-t-il dit", "Paul Durand"),
        ("a dit Mme Martin", "Anne Martin"),
        ("a dit M. Durand", "Paul Durand"),
        ("a dit Durand", "Paul Durand"),
        ("a dit la ministre", "Anne Martin"),
        ("a dit la ministre belge", "Anne Martin"),
    ],
)
def test_gender_surname_and_office_decide(cue: str, speaker: str) -> None:
    assert attributed(natoextract.extract(f"{OPENING}« Nous irons ensemble », {cue}.")) == [speaker]


def test_the_speaker_is_carried_through_quotations() -> None:
    text = (
        "« Un premier pas », a dit Anne Martin. « Nous irons ensemble », a-t-elle ajouté. "
        "« Rien ne presse », a-t-elle conclu."
    )
    article = natoextract.extract(text)
    assert attributed(article) == ["Anne Martin"] * 3
    assert len(article.speakers) == 1


def test_a_new_subject_takes_over() -> None:
    text = (
        "« Nous irons ensemble », a dit Anne Martin. Le président Paul Durand a quitté la salle. "
        "« Rien ne presse », a-t-il dit."
    )
    assert attributed(natoextract.extract(text)) == ["Anne Martin", "Paul Durand"]


def test_the_office_of_a_headline_is_the_holder_named_below() -> None:
    text = "« Rien ne presse », a dit le Premier ministre. « Nous irons ensemble », a ajouté Paul Durand."
    article = natoextract.extract(text)
    assert attributed(article) == ["Paul Durand"] * 2
    assert article.speakers[0].role == "Premier ministre"


def test_an_acronym_is_the_body_it_abbreviates() -> None:
    text = (
        "La Banque nationale suisse (BNS) reste prudente. Elle estime que rien ne presse. "
        "« Tout va bien », note la BNS."
    )
    article = natoextract.extract(text)
    assert [s.name for s in article.speakers] == ["Banque nationale suisse"]


def test_any_noun_for_a_body_leads_back_to_it() -> None:
    text = "Volaris a confirmé que l'usine fermera. « Rien ne presse », a ajouté le groupe."
    assert attributed(natoextract.extract(text)) == ["Volaris", "Volaris"]


def test_an_anonymous_source_stays_itself() -> None:
    text = (
        "Le convoi est parti, a indiqué une source militaire. Il arrivera lundi, a-t-on précisé. "
        "Il compte dix camions, a ajouté la même source. « Tout va bien », a dit ce responsable."
    )
    article = natoextract.extract(text)
    assert [s.name for s in article.speakers] == ["source militaire"]
    assert len(article.statements) == 4


def test_the_spokesman_of_before_needs_no_more_words() -> None:
    text = "Le convoi est parti, a indiqué un porte-parole de l'armée. Il arrivera lundi, a précisé le porte-parole."
    assert [s.name for s in natoextract.extract(text).speakers] == ["porte-parole de l'armée"]


def test_a_state_decides_between_two_ministries() -> None:
    text = (
        "Le ministère allemand de la Défense affirme que rien ne presse. Le ministère italien de la Défense affirme "
        "que tout va bien. Le ministère italien ajoute que la base fermera."
    )
    names = attributed(natoextract.extract(text))
    assert names[1] == names[2] != names[0]


def test_nobody_is_invented_for_a_pronoun_without_antecedent() -> None:
    assert natoextract.extract("« Rien ne presse », a-t-il dit.").statements == []


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Dix personnes ont été tuées, a annoncé le gouverneur de la région. « La ville tient », a expliqué le "
            "gouverneur et lieutenant-colonel Paul Sorgo. « Nous tiendrons », a dit M. Sorgo.",
            ["Paul Sorgo"] * 3,
        ),
        (
            "La ministre belge des Armées : « la situation reste difficile ». La ministre belge des Armées Anne Martin "
            "a déclaré que la situation restait difficile.",
            ["Anne Martin"] * 2,
        ),
        # an officer's rank says nothing of the office
        (
            "Dix personnes ont été tuées, a annoncé le chef du contingent. « La ville tient », a dit le général Paul "
            "Sorgo.",
            ["chef du contingent", "Paul Sorgo"],
        ),
        # another minister
        (
            "Rien n'est prêt, a dit le ministre de la Défense. Tout l'est, a dit le ministre de la Santé Paul Durand.",
            ["ministre de la Défense", "Paul Durand"],
        ),
    ],
)
def test_an_office_is_led_to_its_holder_named_later(text: str, speakers: list[str]) -> None:
    assert attributed(natoextract.extract(text)) == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Onze soldats ont péri, a indiqué le ministre Paul Durand. L'armée turque a annoncé que la base tenait. "
            "La ville est détruite, a ajouté la même source.",
            ["Paul Durand", "armée turque", "armée turque"],
        ),
        (
            "Le porte-parole du Kremlin, Dimitri Peskov, a dit que rien ne pressait. Tout va bien, a ajouté le "
            "porte-parole de la présidence russe, Dmitri Peskov.",
            ["Dimitri Peskov"] * 2,
        ),
        (
            "Paul Durand a dit que rien ne pressait. Tout est prêt, a dit Pierre Durand.",
            ["Paul Durand", "Pierre Durand"],
        ),
    ],
)
def test_one_speaker_in_two_wordings(text: str, speakers: list[str]) -> None:
    assert attributed(natoextract.extract(text)) == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Le président français Paul Durand est à Kiev. « Rien ne presse », a dit le chef de l'Etat français.",
            ["Paul Durand"],
        ),
        (
            "« Rien ne presse », a dit Paul Durand, secrétaire fédéral du syndicat. « Tout est prêt », a ajouté le "
            "responsable syndical. « Nous irons », a conclu le syndicaliste.",
            ["Paul Durand"] * 3,
        ),
        (
            "Le chef de l'opposition Paul Durand a dit que rien ne pressait. « Nous irons », a ajouté le chef libéral.",
            ["Paul Durand"] * 2,
        ),
        # another's spokesman, another state's president, and whoever is new
        (
            "Le président Paul Durand a dit que rien ne pressait. « Nous irons », a dit le porte-parole du ministère.",
            ["Paul Durand", "porte-parole du ministère"],
        ),
        (
            "Le président français Paul Durand a dit que rien ne pressait. « Nous irons », a dit le président turc.",
            ["Paul Durand", "président turc"],
        ),
        (
            "Le secrétaire du syndicat Paul Durand a dit que rien ne pressait. « Nous irons », a dit un responsable.",
            ["Paul Durand", "responsable"],
        ),
    ],
)
def test_wider_nouns_lead_to_who_spoke(text: str, speakers: list[str]) -> None:
    assert attributed(natoextract.extract(text)) == speakers
