"""Figures that stand alone: what follows them is no noun that they could count."""

import re

# Words that may follow a figure whose noun is told elsewhere: *dont 40 dans la capitale*, *220 ont été blessés*.
_PREPOSITION = (
    r"(?:en|au|aux|à|a|dans|sur|pour|d'ici|depuis|par|parmi|sous|avant|après|apres|contre|lors|fin|début|debut|vers|dès|durant|pendant|fin|près"
    r"|pres|hors|avec|cette|cet|ce|le|la|dont|qui|que|et|ou|puis|mais|soit|venant|venus?|issus?|provenant|selon|alors"
    # *ils étaient 200 ces derniers jours*
    r"|il y a|une fois|ces (?:derniers|dernières) (?:jours|mois|semaines|années|temps))"
)
_VERB = (
    r"(?:ont|sont|seront|étaient|etaient|avaient|devraient|devaient|pourraient|doivent|furent|auraient|seraient|vont|iront"
    r"|attendent|restent|servent|gardent|partent|viennent|assurent|participent|quittent|rentrent|aura|sera|devra|devrait|doit"
    # *rentreront*, *serviraient*, *patrouillaient*: no noun ends so
    r"|\w{2,}(?:ront|raient|aient|èrent|irent)|\w{3,}era)"
)
_ADVERB = (
    r"(?:déjà|deja|encore|actuellement|aujourd'hui|seulement|au total|au moins|au plus|également|egalement|aussi"
    r"|environ|en tout|jusqu'ici|chacune?)"
)
# accents tell *blessés* from *personnes*
_PARTICIPLE = (
    # *deux unités*, *cinq années* are nouns
    r"(?!plus\b|\w*(?:ités|iétés|autés)\b|(?:députés|blindés|traités|côtés|alliés|armées|années|journées|soirées)\b)"
    r"\w{2,}(?:ée?s|is|ises|us|ues|its|ites|erts|ertes)"
)
_STOP = r"\s*[.,;:)\]»\"”!?\n-]|\s*$"
_NEXT = rf"(?:{_STOP}| l'| (?:{_PREPOSITION}|{_VERB}|{_ADVERB}|{_PARTICIPLE})(?!\w))"
_MORE = r" (?:autres|supplémentaires|supplementaires|de plus|en plus|encore en plus|en renfort)"

#: A figure alone.
ALONE = re.compile(rf"(?={_NEXT})(?! ?%|[.,]\d| à l'heure)", re.IGNORECASE)
#: A figure with *autres*, *supplémentaires*, *de plus*, and no noun.
MORE = re.compile(rf"{_MORE}(?={_NEXT})", re.IGNORECASE)
#: The dead and wounded of those just counted: *165 casques bleus tués et 687 blessés*.
HURT = re.compile(
    r" (?:de |autres )?(?:(?:ont été |sont |étaient )?(?:grièvement |légèrement |portés )?)?"
    r"(?:blessé|tué|mort|disparu|capturé)s?\b"
)
#: The rest of those counted: *les 1.500 restants*.
LEFT = re.compile(r" (?:restants?|derniers|autres)(?! \w+s\b)")
