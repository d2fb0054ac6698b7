"""spaCy components: each finds and normalises one kind of thing."""
