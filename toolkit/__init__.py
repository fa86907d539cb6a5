"""Social Toolkit: from YAML lists to share cards and a copy-ready static site."""

__version__ = "0.1.0"
