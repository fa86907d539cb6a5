"""Decide everything that will exist and under which name, before anything is written."""

from toolkit.memory import Memory
from toolkit.plan.build import CACHE, build
from toolkit.plan.drawing import tidy
from toolkit.plan.options import Options
from toolkit.plan.plan import Plan, PlannedPage
from toolkit.plan.schemas import schema_files

__all__ = ["CACHE", "Memory", "Options", "Plan", "PlannedPage", "build", "schema_files", "tidy"]
