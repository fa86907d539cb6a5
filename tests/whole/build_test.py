"""One command builds the site, says what it made, and makes the same bytes every time."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from tests.whole import project

if TYPE_CHECKING:
    from pathlib import Path


def test_a_build_says_what_it_made_and_how_long_it_took(built: Path) -> None:
    said = (built / "said.txt").read_text(encoding="utf-8").splitlines()[-1]

    found = re.fullmatch(
        r"Built (\d+) campaigns, (\d+) posts,.* (\d+) cards \((\d+) newly painted\), (\d+) pages"
        r" in [\d.]+ s\.",
        said,
    )
    assert found, said
    assert int(found[1]) == 5
    assert int(found[3]) == int(found[4]) == len(list((built / "site/cards").rglob("*.png")))


def test_every_post_has_a_page_in_every_language_it_is_written_in(built: Path) -> None:
    from toolkit.load import load, read_files
    from toolkit.networks import builtin

    campaigns = load(read_files(built)[0], builtin()).toolkit.campaigns
    for campaign in campaigns:
        for post in campaign.posts:
            for language in post.languages:
                tree = "" if language == "en" else f"{language}/"
                assert (built / f"site/{tree}{campaign.id}/{post.id}/index.html").is_file()


def test_a_second_build_paints_nothing_again(built: Path) -> None:
    said = project.toolkit(built, "build").stdout

    assert "(0 newly painted)" in said


def test_two_builds_are_the_same_byte_for_byte_with_one_worker_and_with_two(
    built: Path, tmp_path: Path
) -> None:
    other = project.copied(tmp_path / "elsewhere" / "project")

    done = project.toolkit(other, "build", "--strict", TOOLKIT_WORKERS="1")

    assert done.returncode == 0, done.stderr
    assert project.hashes(other / "site") == project.hashes(built / "site")


def test_plain_mkdocs_builds_the_same_pages_in_strict_mode(built: Path, tmp_path: Path) -> None:
    out = tmp_path / "plain"

    done = project.run(
        built, [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(out)]
    )

    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    assert project.hashes(out) == project.hashes(built / "site")


def test_bad_input_leaves_the_old_site_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    project.copied(folder)
    (folder / "site").mkdir()
    (folder / "site/index.html").write_text("the old site")
    with (folder / "campaigns/free-them-all/posts.yml").open("a", encoding="utf-8") as posts:
        posts.write("- id: broken\n  txt: oops\n")

    done = project.toolkit(folder, "build")

    assert done.returncode == 1
    assert 'the name "txt" is not known here' in done.stderr
    assert "The site was not changed." in done.stderr
    assert project.hashes(folder / "site").keys() == {"index.html"}
    assert not (folder / ".toolkit/site").exists()


def test_without_an_address_a_build_says_loudly_what_breaks(tmp_path: Path) -> None:
    folder = project.copied(tmp_path / "project")

    said = project.toolkit(folder, "check", SITE_URL="")

    assert said.returncode == 0
    assert "site_url" in said.stdout
    assert "preview" in said.stdout
