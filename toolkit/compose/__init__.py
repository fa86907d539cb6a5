"""A post as one network will see it: text, handles, hashtags, link, length and the way in."""

from toolkit.compose.post import Composed, compose
from toolkit.compose.profiles import profile_url

__all__ = ["Composed", "compose", "profile_url"]
