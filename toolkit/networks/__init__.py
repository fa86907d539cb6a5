"""How each network counts, what it links and how its composer opens: one row of data each."""

from toolkit.networks.address import valid_url
from toolkit.networks.counting import Count, count
from toolkit.networks.links import ComposeLink, compose_link
from toolkit.networks.page import page_data
from toolkit.networks.recognise import (
    byte_span,
    entities,
    reply_to,
    valid_handle,
    valid_hashtag,
)
from toolkit.networks.rows import builtin, read_table
from toolkit.networks.signs import Entity
from toolkit.networks.table import Fact, Grade, Network, Table, Unit, stale

__all__ = [
    "ComposeLink",
    "Count",
    "Entity",
    "Fact",
    "Grade",
    "Network",
    "Table",
    "Unit",
    "builtin",
    "byte_span",
    "compose_link",
    "count",
    "entities",
    "page_data",
    "read_table",
    "reply_to",
    "stale",
    "valid_handle",
    "valid_hashtag",
    "valid_url",
]
