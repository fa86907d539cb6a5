"""The whole way: this repository's own site, built as a campaigner would build it."""
