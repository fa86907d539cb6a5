"""Lead from an account to a post that is addressed to it, where there is one to compose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.compose.targets import pool
from toolkit.pages import paths

if TYPE_CHECKING:
    from toolkit.model import Campaign
    from toolkit.pages.frame import Frame

# After the # of the posts page, and then the id of an account.
MARK = "to="


def addressed(page: Frame, campaign: Campaign) -> dict[str, str]:
    """Return the way to the composer for each account, by its id, whom some post may address.

    None where taking part can put people at risk: nothing composes there.
    """
    if campaign.sensitive:
        return {}
    spoken = [post for post in campaign.posts if page.tag in post.languages]
    found = dict.fromkeys(account.id for post in spoken for account in pool(post, campaign))
    way = page.to(paths.posts(page.site, page.tree, campaign.id))
    return {account_id: f"{way}#{MARK}{account_id}" for account_id in found}
