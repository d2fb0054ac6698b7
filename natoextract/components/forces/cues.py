"""What stands around a number of people and tells whether they are military: words of armies, of sending, of others."""

import re

from natoextract.components.forces.words import any_word, whole_word

MILITARY = re.compile(whole_word("military"))
MOVES = re.compile(whole_word("moves"))
SENT = re.compile(whole_word("sent"))
CIVIL = re.compile(whole_word("civil"))
IRREGULAR = re.compile(whole_word("irregular"))
_OF = (
    r"(?:de |du |des |d')(?:l'|une? (?!compagnie|mission|coalition|ligne|defense)|la |les |leurs? |ses |sa |son |nos "
    r"|notre |cette |ce )?"
)
_ADJECTIVE = r"(?: (?!qui|que|dont|ont|sont|de\b|du\b|des\b|en\b|au\b|dans\b)[\w-]+)?"
COMPLEMENT = re.compile(
    rf"{_ADJECTIVE} (?:issus |membres |venus )?{_OF}(?:\d+ ?(?:er?|re|eme) )?(?:{any_word('complements')})(?!\w)"
    rf"| militaires?\b|{_ADJECTIVE} {_OF}\d+ ?(?:er?|re|eme) (?:regiment|r[a-z]{{2,5}}\b|bataillon|division|brigade)"
)
SOLDIERS = re.compile(rf"\b(?:{any_word('soldiers')}) $")
IRREGULAR_AFTER = re.compile(rf"{_ADJECTIVE} {_OF}(?:{any_word('irregular')})(?!\w)")
NOT_AFTER = re.compile(rf" (?:{any_word('not_after')})(?!\w)|,? et (?:\w+ )?(?:femmes?|enfants?)\b|, (?:\w+ )?femmes\b")
NOT_AFTER_PEOPLE = re.compile(rf" (?:{any_word('not_after_people')})(?![\w-])")
NOT_BEFORE = re.compile(rf"(?<!\w)(?:{any_word('not_before')}) ?$")
NOT_DEMONYM_AFTER = re.compile(rf" (?:{any_word('not_demonym_after')})(?!\w)")
_COUNTING = rf"(?:{any_word('counting')})(?: de| d'| actuellement| aujourd'hui| desormais)*"
_STANDING = (
    rf"(?:{any_word('standing')})(?: desormais| encore| reduite?s?| ramenee?s?| portee?s?| limitee?s?)?(?: de| a| d')?"
)
_FILLER = r"(?: (?!(?:ont|a|sont|est|contre|qui|que|dont)\b)[\w'-]+)"
_NOW = "(?: aujourd'hui| desormais| actuellement| deja)?"
_OF_STRENGTH = (
    rf"{_FILLER}{{0,4}}?,?(?: de| d'| d'un effectif de| forte?{_NOW} de| dispose de| estimee? a| reduite? a| limitee? a"
    rf"| avec| allant| :|, soit|,| \()|{_FILLER}{{0,9}}?,?(?: qui)? {_COUNTING}|{_FILLER}{{0,8}}? {_STANDING}"
)
_NOT_ARMY = "(?! (?:de police|de l'ordre|de securite))"


def _head(nouns: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{nouns})(?!\w){_NOT_ARMY}(?:{_OF_STRENGTH})[\"«“ ]*(?:les |ses |un total de )?$")


#: *un contingent de*, *l'armée irakienne compte*, *la coalition en Irak et en Syrie regroupe*
HEAD = _head(any_word("heads"))
# *deux contingents, à 2.000 soldats près*
WITHIN = re.compile(r" pres(?! (?:de|du|des)\b| d')\b")
OF_UNITS = re.compile(r"\b(?:bataillons?|compagnies?|contingents?|regiments?|brigades?|sections?)\b[^.;]{0,40}$")
OTHERS_AMONG = re.compile(
    r"\b(?:personnes|passagers|civils|ressortissants|otages|expatries|evacues)\b(?! (?:militaires|deployees))"
    r"[^.;]{0,40}\bdont (?:\w+ )?$"
)
# *9.660 hommes au sol et 1.758 personnes dans la flotte navale*
OF_COMPONENT = re.compile(
    r" (?:dans|de|pour) (?:la |l'|le )(?:flotte|marine|composante|force|armee de l'air|aviation|contingent)\b"
)
NUMBER_OF_TROOPS = re.compile(
    r"\b(?:nombre|effectifs?)(?: total| actuel| global)? (?:de |des |d')(?:ses |leurs )?"
    r"(?:soldats|militaires|troupes|casques bleus)\b(?:[^.;]|\.(?=\d)){0,70}"
    r"(?: a| de|:) (?:environ |quelque |pres de |plus de )?$"
)
NO_STATE = re.compile(rf"\b(?:{any_word('stateless')})\b")
WEAK_HEAD = _head(any_word("weak_heads"))
# *la mission de leurs troupes (1.300 hommes)*, whoever else is spoken of
TROOPS_IN_BRACKETS = re.compile(r"^(?:troupes|effectifs)(?: \w+)? \($")
THE_COMING = re.compile(
    r" (?:prevus|attendus|deployes|supplementaires|qui (?:doivent|devront|vont|remplac|relev|renforc))"
)
ITS = re.compile(r"\bde (?:ses|leurs) $")
OF_ITS_OWN = re.compile(r" de (?:ses|leurs|nos) hommes\b")
OF_NAME = re.compile(r" (?:\w+ )?(?:de la |de l'|du |des |d')(?:(?:force|mission|operation) )?")
# *avec l'arrivée de 150 Suédois*, beside troops
ARRIVING = re.compile(
    r"\b(?:arrivee|venue|renfort|apport|contingents?|relève) (?:prochaine? )?(?:de |d'|des )(?:quelque |environ )?$"
)
OF_FORCE = re.compile(r" (?:de la|de l'|du|des) (?:force|mission|contingent|forces)\b(?! (?:de l'ordre|de police))")
CONTRIBUTING = re.compile(r"\b(?:contribut\w+|contingents?|des troupes)\b")
COUNTED = re.compile(r"\b(?:compt|dispos|compren|comport|regroup|fort|dote)\w*\b(?: [\w']+){0,5} ?$")
DEPLOYED = re.compile(
    rf" (?:encore |toujours |actuellement |deja |ainsi )?(?:{any_word('deployed')})e?s"
    r" (?:a|au|en|aux|dans|sur)\b"
)
# *les 8.000 hommes qui la composaient*
COMPOSING = re.compile(r" qui (?:la|le|les|l') ?(?:compos|constitu|form)\w+")
LOST = re.compile(r"\bperd\w* (?:\w+ )?$")
BESIDE = re.compile(r"\b(?:contre|dont|puis|soit) $")
BRACKET = re.compile(r" ?\( ?$")
# *100.000 hommes ont été retirés*: who did it need not be said
PASSIVE = re.compile(
    r" (?:(?:ont|avaient|auront) (?:deja )?ete|sont|seront|etaient|seraient|y sont|y seront|devraient etre)"
    rf" (?:deja |encore |ainsi )?(?:{any_word('withdrawn')})"
)
# *Rome fournira 250 hommes*, *compte laisser 10.000 hommes*, *l'envoi de 17.000 hommes*
MOVED = re.compile(
    rf"\b(?:{any_word('moved')})"
    r"(?: (?:encore|aussi|deja|ensuite|alors|immediat|rapide|prochain|progressif|sur place|dans le pays))?"
    r" (?:de |d'|des )?[\"«“]?$"
)
# *garde 1.500 hommes au Niger*, *la France a 300 hommes au Gabon*
KEPT = re.compile(
    rf"\b(?:{any_word('kept')})"
    r"(?: (?:encore|aussi|deja|toujours|actuellement))? (?:de |d'|quelque |environ )?$"
)
# *porter de 550 à 900 hommes son dispositif*
STRENGTH_AFTER = re.compile(
    r" (?:le plafond de |le nombre de )?(?:son|sa|ses|leurs?) (?:dispositif|contingent|presence militaire)\b"
)
OUR_MEN = re.compile(r"\b(?:nous|on) (?:avons|a|avions|avait|y avons) (?:deja |encore )?$")
ON_THE_GROUND = re.compile(r" (?:deja |actuellement )?(?:sur le terrain|sur place|sur zone|en operation)\b")
# *contre les djihadistes*: they are fought, and the troops are another's
AGAINST = re.compile(rf"\b(?:{any_word('fighting')})\b[^.;]{{0,30}}$")
# *une brigade qui compte en outre 1.432 Espagnols*
UNIT_OF = re.compile(
    r"\b(?:brigade|bataillon|contingent|division|detachement|regiment|force)\b[^.;,]{0,30}"
    r"\b(?:compt|compren|compos|regroup|rassembl|reuni|form)\w*\b[^.;]{0,30}$"
)
# *500 Tanzaniens sont par ailleurs « déjà sur place »*
ON_SITE = re.compile(r" (?:sont|etaient|seront) [^.;,]{0,30}\bsur (?:place|le terrain)\b")
