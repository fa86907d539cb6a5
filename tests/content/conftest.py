"""Load the repository's own campaigns once for all tests about them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.network_ids import NETWORKS
from toolkit.load import Loaded, load, read_files

if TYPE_CHECKING:
    from toolkit.model import Campaign

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def loaded() -> Loaded:
    files, problems = read_files(ROOT)
    assert not problems, "\n".join(map(str, problems))
    return load(files, NETWORKS)


@pytest.fixture(scope="session")
def campaigns(loaded: Loaded) -> dict[str, Campaign]:
    return {campaign.id: campaign for campaign in loaded.toolkit.campaigns}
