"""Articles and figures for a person at a terminal, with Rich."""
