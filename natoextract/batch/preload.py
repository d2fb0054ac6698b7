"""Imported once by the process that workers are forked from: they are born with the model in memory, and share it."""

from natoextract.pipeline import load

load()
