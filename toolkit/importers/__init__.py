"""Other people's documents become our YAML, with a question wherever they leave one open."""

from toolkit.importers.contacts import Asking, Imported, contacts

__all__ = ["Asking", "Imported", "contacts"]
