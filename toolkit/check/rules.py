"""Read a whole toolkit by every rule; each problem stands at the line that causes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.check import (
    campaigns,
    examples,
    handles,
    lengths,
    letters,
    pictures,
    releases,
    tags,
    texts,
    versions,
)
from toolkit.check.context import context as prepared
from toolkit.check.finding import Found
from toolkit.check.severity import FILE, RULES, severities
from toolkit.check.suppress import mistaken, switches, without_allowed
from toolkit.compose.targets import pool
from toolkit.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.check.context import Context, Project
    from toolkit.model import Campaign, Post, Words


def check(project: Project) -> tuple[Problem, ...]:
    """Return what an editor would say of a project."""
    serious, problems = severities(project.files.get(FILE))
    off = switches(project.files)
    problems += tuple(
        Problem(f.place, f.finding.message, f.finding.hint, f.finding.rule, severity)
        for f in without_allowed(findings(prepared(project)), off)
        if (severity := serious[f.finding.rule])
    )
    return (*problems, *mistaken(off, RULES))


def findings(context: Context) -> Iterator[Found]:
    """Yield what every rule finds, whatever anybody thinks of it."""
    toolkit = context.project.toolkit
    yield from tags.of_list(toolkit)
    yield from examples.of_files(context)
    yield from campaigns.of_accounts(toolkit, context.project.today)
    for campaign in toolkit.campaigns:
        yield from campaigns.of_campaign(campaign)
        yield from letters.of_letter(campaign)
        yield from releases.of_documents(campaign, context.project.today)
        if campaign.card:
            yield from pictures.of_card(campaign.card, campaign.title.languages, context)
        for post in campaign.posts:
            yield from _of_post(campaign, post, context)


def _of_post(campaign: Campaign, post: Post, context: Context) -> Iterator[Found]:
    for words in post.all_words:
        yield from _of_words(campaign, post, words, context)
    yield from versions.of_post(post)
    yield from lengths.of_post(context, campaign, post)
    if post.card:
        yield from pictures.of_card(post.card, post.languages, context)


def _of_words(campaign: Campaign, post: Post, words: Words, context: Context) -> Iterator[Found]:
    """Yield what is wrong in any wording of a text, once, where it stands."""
    has_link = bool(post.link or campaign.link)
    dated = campaign.issued is not None
    targets = bool(pool(post, campaign))
    for place, pieces in versions.versions(words):
        seen = dict.fromkeys(
            finding
            for text in versions.samples(pieces)
            for finding in (
                *texts.of_text(text, has_link=has_link, dated=dated),
                *tags.of_text(text, context),
                *handles.of_text(text, context, targets=targets),
            )
        )
        for finding in seen:
            at = context.place_of(finding.needle, place, len(words.text))
            yield Found(finding, at, place)
