"""Let `python -m toolkit` do what the command `toolkit` does."""

from toolkit.cli import main

main()
