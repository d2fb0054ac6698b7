"""Imported once by the process that workers are forked from: they are born with the model in memory, and share it."""

import gc
import signal

from natoextract.pipeline import load

# Ctrl-C goes to every process of the terminal: the one that writes decides
signal.signal(signal.SIGINT, signal.SIG_IGN)
load()
# what is here for good is not looked through again: a page that is not written to stays shared
gc.collect()
gc.freeze()
