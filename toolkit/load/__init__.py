"""Turn the files of a project into one linked toolkit, or say all that is wrong with them."""

from toolkit.load.files import Files, read_files
from toolkit.load.toolkit import Loaded, load

__all__ = ["Files", "Loaded", "load", "read_files"]
