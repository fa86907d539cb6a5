"""Which hashtags a card shows in its sentence, and which only at its foot."""

from __future__ import annotations

import pytest

from toolkit.plan.cards import without_edge_tags


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("#FreeThemAll Nobody should wait. #Mexico", "Nobody should wait."),
        ("#FreeThemAll #COVID19: open the doors.", "open the doors."),
        ("Open the doors. #FreeThemAll #Mexico.", "Open the doors."),
        ("Open the doors now #FreeThemAll", "Open the doors now"),
        ("#FreeThemAll #COVID19 hits hardest there.", "#COVID19 hits hardest there."),
        ("#México debe liberarlas. #DDHH", "#México debe liberarlas."),
        ("Detention violates their #DDHH.", "Detention violates their #DDHH."),
        (
            "كما تطالب الهيئات المعنية بـ #حقوق_الإنسان.",
            "كما تطالب الهيئات المعنية بـ #حقوق_الإنسان.",
        ),
        ("#扉を いますぐ開けて。 #人権", "いますぐ開けて。"),
        ("#FreeThemAll #Mexico", "#FreeThemAll #Mexico"),
    ],
)
def test_a_hashtag_that_is_a_word_of_its_sentence_stays_and_others_go(
    text: str, shown: str
) -> None:
    assert without_edge_tags(text) == shown
