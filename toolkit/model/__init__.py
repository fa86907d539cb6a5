"""What a toolkit is made of: frozen values that know where they were written."""

from toolkit.model.accounts import Account, Channels, Handle, Role
from toolkit.model.campaigns import (
    Campaign,
    CardPicture,
    CardWords,
    Post,
    Sender,
    Toolkit,
    Topic,
)
from toolkit.model.days import Day
from toolkit.model.hashtags import Hashtag, TagRole
from toolkit.model.moments import Report, Storm, Totals
from toolkit.model.variation import (
    Choice,
    Pick,
    Pieces,
    Variation,
    combinations,
    everything,
    spoken,
)
from toolkit.model.words import Translated, Words, is_right_to_left

__all__ = [
    "Account",
    "Campaign",
    "CardPicture",
    "CardWords",
    "Channels",
    "Choice",
    "Day",
    "Handle",
    "Hashtag",
    "Pick",
    "Pieces",
    "Post",
    "Report",
    "Role",
    "Sender",
    "Storm",
    "TagRole",
    "Toolkit",
    "Topic",
    "Totals",
    "Translated",
    "Variation",
    "Words",
    "combinations",
    "everything",
    "is_right_to_left",
    "spoken",
]
