"""Read a toolkit like an editor: rules that yield problems, each at the line that causes it."""

from toolkit.check.context import Project
from toolkit.check.rules import check

__all__ = ["Project", "check"]
