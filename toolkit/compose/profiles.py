"""Lead from a handle to its page, by the address each network has for that."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from toolkit.networks import Network


def profile_url(network: Network, handle: str) -> str:
    """Return the https address of a handle's page, or nothing where a network has none.

    `{user}` and `{host}` are the two halves of a federated handle, `{handle}` is the whole.
    """
    if not network.profile:
        return ""
    user, _, host = handle.partition("@")
    if "{host}" in network.profile and not host:
        return ""
    filled = network.profile
    for slot, value in (("{handle}", handle), ("{user}", user), ("{host}", host)):
        filled = filled.replace(slot, quote(value, safe="@._-~"))
    return filled
