"""The model's tokenizer, reading `surface(text)` and remembering words."""

from typing import Any

from spacy.tokens import Doc

from natoextract.layers import keep_surface
from natoextract.text import surface

#: Words that the tokenizer remembers. An archive holds more, which are rare.
_REMEMBERED = 50_000
#: Elided words before a space that should not be there: *l' Irak*, *qu' il*. The model knows them as one word.
_ELIDED = ("l'", "d'", "qu'", "n'", "s'", "c'", "j'", "m'", "t'", "jusqu'", "lorsqu'", "puisqu'")


class SurfaceTokenizer:
    """Reads plain spaces and apostrophes: a no-break space would be a token of its own."""

    def __init__(self, tokenizer: Any) -> None:
        self.tokenizer = tokenizer
        self.tokenizer.max_cache_size = _REMEMBERED
        self._learned: set[str] = set()
        for word in (*_ELIDED, *map(str.capitalize, _ELIDED)):
            self.tokenizer.add_special_case(word, [{"ORTH": word}])

    def __call__(self, text: str) -> Doc:
        plain = surface(text)
        self._learn(plain)
        doc: Doc = self.tokenizer(plain)
        keep_surface(doc, plain)
        return doc

    def _learn(self, plain: str) -> None:
        """Read each new word by itself first.

        spaCy remembers how it cut a word, but no word of a text after an exception (*M.*, *s'*): most of an article
        would go through all patterns again.
        """
        # the words of a memory zone are kept by nobody
        if len(self._learned) < _REMEMBERED and not self.tokenizer.vocab.in_memory_zone:
            new = set(plain.split()) - self._learned
            for word in new:
                self.tokenizer(word)
            self._learned |= new

    def __getattr__(self, name: str) -> Any:
        # copying and pickling ask for attributes before `tokenizer` is set
        if name == "tokenizer":
            raise AttributeError(name)
        return getattr(self.tokenizer, name)
