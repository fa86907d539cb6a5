"""What a toolkit is made of: frozen values that know where they were written."""

from toolkit.model.accounts import Account, Channels, Handle, Role
from toolkit.model.campaigns import Campaign, CardPicture, CardWords, Post, Sender, Toolkit
from toolkit.model.days import Day
from toolkit.model.hashtags import Hashtag, TagRole
from toolkit.model.words import Translated, Words, is_right_to_left

__all__ = [
    "Account",
    "Campaign",
    "CardPicture",
    "CardWords",
    "Channels",
    "Day",
    "Handle",
    "Hashtag",
    "Post",
    "Role",
    "Sender",
    "TagRole",
    "Toolkit",
    "Translated",
    "Words",
    "is_right_to_left",
]
