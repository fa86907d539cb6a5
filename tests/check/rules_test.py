"""Each rule, what it says, and where; read them aloud as somebody who wrote that post."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.check.samples import ACCOUNTS, CAMPAIGN, HASHTAGS, POSTS, found, post, said

LONG = "The river is dry, and the fish are dying in what is left of it. " * 5


def test_a_post_without_mistakes_gets_no_remark() -> None:
    assert said(post("The Water Board must open the sluice, @WaterBoard! #SaveTheRiver")) == []


CASES = {
    "leftover": (
        "Write to [email protected] now.",
        (
            f'{POSTS}:3:14: "[email protected]" was left in this text\n'
            "  hint: a website hid an address here; write the real one"
        ),
    ),
    "leftover, a name": (
        "We want water.\nSincerely, [YOUR NAME]",
        (
            f'{POSTS}:4:16: "[YOUR NAME]" was left in this text\n'
            "  hint: fill it in, or take it out: people copy this text exactly as it stands"
        ),
    ),
    "leftover, a bookmark": (
        "We want water. _GoBack",
        (
            f'{POSTS}:3:20: "_GoBack" was left in this text\n'
            "  hint: a word processor left this behind; delete it"
        ),
    ),
    "fancy-letters": (
        "We want 𝘄𝗮𝘁𝗲𝗿.",
        (
            f'{POSTS}:3:13: warning: "𝘄𝗮𝘁𝗲𝗿" is written in mathematical symbols: screen readers'
            " spell it out or skip it, and X counts each as two\n"
            '  hint: write "water"'
        ),
    ),
    "accent-alone": (
        "The city´s river is ours.",
        (
            f'{POSTS}:3:9: warning: "city´s" has an accent where an apostrophe belongs\n'
            '  hint: write "city’s"'
        ),
    ),
    "many-emoji": (
        "Water 🐟🐟🐟🐟🐟",
        (
            f"{POSTS}:2:9: warning: 5 emoji in one text: a screen reader says the name of each\n"
            "  hint: keep at most 4, at the end of a sentence"
        ),
    ),
    "unknown-tag": (
        "#After the summer there was no water.",
        (
            f"{POSTS}:3:5: warning: there is no hashtag #After in hashtags.yml\n"
            '  hint: did you mean "#Water"? If no hashtag is meant, take the # away'
        ),
    ),
    "unknown-tag, mistyped": (
        "Open the sluice. #SaveTheRivr",
        (
            f"{POSTS}:3:22: warning: there is no hashtag #SaveTheRivr in hashtags.yml\n"
            '  hint: did you mean "#SaveTheRiver"? If no hashtag is meant, take the # away'
        ),
    ),
    "tag-case": (
        "Open the sluice. #savetheriver",
        (
            f"{POSTS}:3:22: warning: #savetheriver is written #SaveTheRiver elsewhere\n"
            "  hint: write #SaveTheRiver: with a capital at each word, screen readers can say it"
        ),
    ),
    "unlinked-tag": (
        "Open the sluice (#Water).",
        (
            f"{POSTS}:3:22: warning: #Water will not be a hashtag on Bluesky and Mastodon\n"
            '  hint: write a space in front of it, where "(" stands now'
        ),
    ),
    "unlinked-tag, a number": (
        "The drought of #2026.",
        (
            f"{POSTS}:3:20: warning: #2026 will not be a hashtag on any network\n"
            "  hint: a hashtag needs a letter; if none is meant, write it without the #"
        ),
    ),
    "many-tags": (
        "Dry. #Water #SaveTheRiver #Water #SaveTheRiver #Water #SaveTheRiver",
        (
            f"{POSTS}:2:9: warning: 6 hashtags in one text: Instagram takes 5\n"
            "  hint: keep those that people follow; the others cost attention"
        ),
    ),
    "unknown-handle": (
        "Open the sluice, @WaterBord!",
        (
            f"{POSTS}:3:22: warning: @WaterBord is not in accounts.yml\n"
            '  hint: did you mean "@WaterBoard"?'
        ),
    ),
    "unknown-handle, a stranger": (
        "Open the sluice, @zzz!",
        (
            f"{POSTS}:3:22: warning: @zzz is not in accounts.yml\n"
            "  hint: add the account to accounts.yml; until then it is copied as it stands to every"
            " network, where it may be somebody else"
        ),
    ),
    "starts-with-mention": (
        "@WaterBoard must open the sluice.",
        (
            f"{POSTS}:2:9: warning: this text starts with a mention: some networks show such a"
            " post to few people\n"
            "  hint: put a word or two in front of it"
        ),
    ),
    "unknown-place": (
        "Open the sluice, {targets}!",
        (
            f"{POSTS}:3:22: nothing is filled in where {{targets}} stands\n"
            "  hint: the one place there is, is {target}; take the braces away if none is meant"
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_slip_in_a_text_is_said_at_its_word(name: str) -> None:
    text, message = CASES[name]

    (problem,) = found(post(text))
    assert str(problem) == message
    assert problem.rule == name.partition(",")[0]


def test_a_word_is_found_in_a_folded_text_as_well() -> None:
    posts = "- id: dry\n  text:\n    en: >-\n      The river is\n      dry. #Watr\n"

    assert said(posts)[0].startswith(f"{POSTS}:5:12: warning: there is no hashtag #Watr")


def test_a_handle_of_two_accounts_is_refused() -> None:
    twice = ACCOUNTS.replace("WaterBoard.museum", "waterboard")

    assert said(post("Open the sluice, @WaterBoard!"), accounts=twice) == [
        (
            f'{POSTS}:3:23: @WaterBoard may be "water-board" and "museum", on different networks\n'
            "  hint: write a handle that only one of them has, or the name"
        )
    ]


def test_a_mention_that_something_beside_it_breaks_is_said() -> None:
    assert said(post("Open the sluice, @WaterBoard@!")) == [
        (
            f"{POSTS}:3:23: warning: @WaterBoard will not be a mention on X\n"
            "  hint: put a space in front of it and after it"
        )
    ]


def test_a_promise_of_a_link_without_one_is_said() -> None:
    campaign = CAMPAIGN.replace("link: https://example.org/river\n", "")

    assert said(post("Click here to help."), campaign=campaign) == [
        (
            "campaigns/river/campaign.yml:1:8: warning: this campaign has no link to more"
            " information\n"
            "  hint: add link: https://… to it, so that readers can find out more"
        ),
        (
            f'{POSTS}:3:5: warning: "Click here" promises a link, and this post has none\n'
            "  hint: add link: https://… to the post, or reword it"
        ),
    ]


def test_yesterday_is_only_wrong_in_dated_material() -> None:
    yesterday = post("Yesterday the river fell dry.")

    assert said(yesterday) == []
    assert said(yesterday, campaign=CAMPAIGN + "issued: 2026-08-01\n") == [
        (
            f'{POSTS}:3:5: warning: "Yesterday" is only true for a day or two, and this is dated'
            " material\n"
            "  hint: write the date itself"
        )
    ]


def test_a_text_that_is_too_long_says_where_and_by_how_much() -> None:
    (problem,) = (p for p in said(post(LONG)) if "too long" in p)

    assert problem == (
        f"{POSTS}:2:9: warning: this text is too long for X (by 64: 344 of 280)"
        " and Bluesky (by 46: 346 of 300)\n"
        "  hint: shorten it, or give the network a text of its own under networks:"
    )


def test_a_text_of_its_own_answers_for_that_network_and_must_fit_there() -> None:
    short = post(LONG, more="networks:\n  x: The river is dry.\n")
    long = post("The river is dry.", more=f"networks:\n  x: {LONG}\n")

    assert [p for p in said(short) if "too long for X" in p] == []
    (problem,) = (p for p in found(long) if p.rule == "too-long-own")
    assert str(problem) == (
        f"{POSTS}:5:8: this text was written for X and is too long for it\n"
        "  hint: shorten it: X (by 63: 343 of 280)"
    )


def test_each_part_of_a_thread_must_fit_where_threads_are() -> None:
    thread = post("First.", more=f"thread:\n  - The second.\n  - {LONG}\n")

    (problem,) = (p for p in found(thread) if p.rule.startswith("too-long"))
    assert str(problem) == (
        f"{POSTS}:6:7: part 3 of this thread is too long for X (by 39: 319 of 280)"
        " and Bluesky (by 19: 319 of 300)\n"
        "  hint: shorten it, or make two parts of it"
    )


def test_the_longest_wording_of_a_part_must_fit_too() -> None:
    part = "The river is [dry|" + "empty and dry and " * 16 + "gone]."
    thread = post("First.", more=f"thread:\n  - {part}\n")

    (problem,) = (p for p in found(thread) if p.rule.startswith("too-long"))
    assert problem.rule == "too-long-part"
    assert problem.message.startswith("part 2 of this thread is too long for X")


def test_a_thread_is_counted_as_one_text_where_no_threads_are() -> None:
    parts = "".join(f"  - {'w' * 240} {n}\n" for n in range(10))

    (problem,) = (
        p for p in found(post("First.", more=f"thread:\n{parts}")) if p.rule == "too-long"
    )
    assert problem.message.startswith("this text is too long for Instagram (by ")


def test_a_network_with_a_text_of_its_own_is_not_asked_for_its_parts() -> None:
    more = f"networks:\n  x: Short.\n  bluesky: Short.\nthread:\n  - {LONG}\n"

    assert [p.rule for p in found(post("First.", more=more)) if "too long" in p.message] == []


def test_every_part_is_read_by_the_rules_for_texts() -> None:
    thread = post("First.", more="thread:\n  - Write to [YOUR NAME] today.\n")

    assert "leftover" in {p.rule for p in found(thread)}


def test_a_wording_that_is_too_long_is_refused_even_when_others_fit() -> None:
    text = "The river is [dry|" + "empty and dry and " * 16 + "gone]."

    (problem,) = (p for p in found(post(text)) if p.rule == "too-long-choice")
    assert problem.message == (
        "some wordings of this text are too long for X (by 50: 330 of 280) and Bluesky"
        " (by 32: 332 of 300)"
    )
    assert problem.hint.startswith("shorten the longest one: The river is empty and dry")


def test_more_wordings_than_can_be_tried_are_refused() -> None:
    text = "Dry " + " ".join(["[#Water|@WaterBoard]"] * 10)

    (problem, *_) = (p for p in found(post(text)) if p.rule == "too-many-wordings")
    assert str(problem) == (
        f"{POSTS}:2:9: this text has too many wordings to make sure that each fits X"
        " and Bluesky\n"
        "  hint: use fewer choices, or keep signs such as # and @ outside of the brackets"
    )


def test_what_there_is_no_room_for_is_said_with_the_longest_handle() -> None:
    text = "w" * (280 - 24 - 5)

    (problem,) = found(post(text))
    assert str(problem) == (
        f"{POSTS}:2:9: warning: there is no room for a mention such as @WaterBoard (7 too many)"
        " on X\n"
        "  hint: people can share it without; shorten the text if it should be there"
    )


def test_a_fact_is_said_word_for_word_in_every_version() -> None:
    posts = (
        "- id: dry\n  facts: 14 fish\n  text:\n    en:\n      - All 14 fish died.\n"
        "      - Many fish died.\n      - In the end [14 fish|all of them] died.\n"
    )

    assert said(posts) == [
        (
            f'{POSTS}:6:9: this version does not say "14 fish", which is a fact of this post\n'
            "  hint: say it word for word, or take it out of facts:"
        ),
        (
            f'{POSTS}:7:9: "14 fish" is a fact of this post, and a choice changes it\n'
            "  hint: move it out of the brackets: facts are the same for everybody"
        ),
    ]


def test_a_choice_without_brackets_is_said() -> None:
    assert said("- id: dry\n  text: [now|today]\n") == [
        (
            f"{POSTS}:2:10: warning: a | stands here outside of brackets, so people will see it\n"
            "  hint: write a choice in brackets, and the text after >- or in quotes:"
            ' "[now|today]"'
        )
    ]


def test_a_text_said_twice_is_said_so_even_among_versions() -> None:
    posts = "- id: dry\n  text: The river is dry.\n- id: gone\n  text: [Gone., the river is DRY.]\n"

    assert said(posts) == [
        (
            f"{POSTS}:4:17: warning: this text already stands in line 2\n"
            "  hint: say it in another way: networks hide posts that are all the same"
        )
    ]


def test_a_place_for_nobody_is_refused() -> None:
    campaign = CAMPAIGN.replace("accounts: [water-board, mayor]\n", "")

    assert said(post("Open it, {target}!"), campaign=campaign) == [
        (
            f"{POSTS}:3:14: nobody can be named where {{target}} stands\n"
            "  hint: give the post targets: [...], or the campaign accounts with role: target"
        )
    ]


def test_a_picture_without_a_description_is_refused() -> None:
    card = "card:\n  image: river.jpg\n  credit: Ana Ríos\n  licence: CC BY 4.0\n"
    picture = frozenset({"campaigns/river/images/river.jpg"})

    assert said(post("Dry.", more=card), pictures=picture) == [
        (
            f"{POSTS}:5:12: nobody has described this picture in en\n"
            "  hint: add alt: to the card, with what the picture shows and says"
        )
    ]


def test_a_picture_without_its_author_and_its_terms_is_said() -> None:
    card = "card:\n  image: river.jpg\n  alt: A dry river.\n"
    picture = frozenset({"campaigns/river/images/river.jpg"})

    assert said(post("Dry.", more=card), pictures=picture) == [
        (
            f"{POSTS}:5:12: nobody is named who took this picture\n"
            "  hint: add credit: with the name, as its author wants to be named"
        ),
        (
            f"{POSTS}:5:12: warning: nothing says on which terms you may use this picture\n"
            "  hint: add licence: such as CC BY 4.0, or: with permission"
        ),
    ]


def test_a_description_longer_than_networks_take_is_said() -> None:
    card = f"card:\n  alt: {'A dry river. ' * 80}\n"

    assert said(post("Dry.", more=card)) == [
        (
            f"{POSTS}:5:10: warning: this description has 1,039 characters; X takes 1,000, Threads"
            " takes 1,000, Instagram takes 1,000, LinkedIn takes 120 and Reddit takes 180\n"
            "  hint: say first what matters most, then shorten the rest"
        )
    ]


def test_an_account_nobody_has_looked_at_for_a_year_is_said_once() -> None:
    old = ACCOUNTS.replace("  handles:\n    x", "  checked_on: 2025-11-20\n  handles:\n    x")

    assert said(post("Dry."), accounts=old) == [
        (
            'accounts.yml:1:7: warning: nobody has looked at the account "water-board" since'
            " 2025-11-20\n"
            "  hint: look up its handles again, and write the day into checked_on:"
        )
    ]
    assert said(post("Dry."), accounts=old, today=dt.date(2026, 11, 20)) == []


def test_nobody_is_asked_to_look_up_the_accounts_of_a_campaign_that_ended() -> None:
    old = ACCOUNTS.replace("  handles:\n    x", "  checked_on: 2019-11-20\n  handles:\n    x")

    assert said(post("Dry."), accounts=old, campaign=CAMPAIGN + "deadline: 2020-07\n") == []


def test_a_tag_whose_words_run_together_gets_the_spelling_of_its_words() -> None:
    running = HASHTAGS + "- tag: riverisdry\n- tag: deutschland\n"

    assert said(post("The river is dry."), hashtags=running) == [
        (
            "hashtags.yml:4:8: warning: #riverisdry may be several words: in one letter case nobody"
            " can hear where they end\n"
            "  hint: write RiverIsDry"
        ),
        (
            "hashtags.yml:5:8: warning: #deutschland may be several words: in one letter case"
            " nobody can hear where they end\n"
            "  hint: begin each word with a capital, as in #SaveTheRiver; one single word may stay"
        ),
    ]


def test_a_missing_translation_is_said() -> None:
    campaign = CAMPAIGN.replace("[en]", "[en, es]")

    assert said(post("Dry."), campaign=campaign) == [
        f'{POSTS}:1:7: warning: the post "dry" is not written in es yet\n  hint: add it under text:'
    ]
