"""`python -m natoextract`."""

from natoextract.cli import main

main()
