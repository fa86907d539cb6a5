"""The network ids that tests of reading use, so that they stand on no other room."""

NETWORKS = (
    *("x", "bluesky", "mastodon", "threads", "facebook", "instagram", "linkedin", "whatsapp"),
    *("telegram", "signal", "tiktok", "youtube", "reddit", "email", "sms"),
)
