"""Turn a YAML file into values that know where they were written, or say all that is wrong."""

from toolkit.read.documents import Document, parse
from toolkit.read.events import Path
from toolkit.read.shapes import Shape, shaped

__all__ = ["Document", "Path", "Shape", "parse", "shaped"]
