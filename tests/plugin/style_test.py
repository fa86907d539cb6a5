"""Pages of ours get as much of the theme's style as they wear, and never none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.mkdocs_plugin import policy, style
from toolkit.mkdocs_plugin.settling import settle

if TYPE_CHECKING:
    from pathlib import Path

THEME = """@charset "utf-8";@import "other.css";
:root{--md-icon:url("data:image/svg+xml,<svg>}</svg>");--md-other:url('data:x');--md-ink:#000}
html{color:var(--md-ink)}a,.md-nav{color:red}.md-tabs{color:blue}
.md-nav .md-tabs,.md-nav[dir=ltr]>a:not(.md-tabs){margin:0}
.md-nav table{border:0}.md-nav:is(.md-tabs,.md-nav){top:0}
.md-nav:after{content:"}";mask-image:var(--md-icon)}
@media print{.md-tabs,.md-nav{display:none}}@media (width>9px){.md-nav{left:0}.md-tabs{left:9px}}
@keyframes turn{from{top:0}to{top:9px}}"""
PAGE = f"""<!doctype html><html><head>
<link rel="stylesheet" href="../assets/stylesheets/{style.PENDING}" data-tk-light>
<link rel="stylesheet" href="../assets/toolkit/own.css"></head>
<body class="md-nav"><a href="x">x</a><template data-tk-program data-tk-failed="no">
<link rel="stylesheet" href="../assets/stylesheets/main.min.css"><script src="b.js"></script>
</template></body></html>"""


def site(tree: Path, *, theme: str = THEME) -> Path:
    """Write a tree of one page of ours and one of the theme's, and return ours."""
    for name, text in {
        "assets/stylesheets/main.min.css": theme,
        "assets/toolkit/own.css": ".tk{mask-image:var(--md-other)}",
        "ours/index.html": policy.with_pending_policy(PAGE),
        "guide/index.html": policy.with_pending_policy('<head></head><p class="md-tabs">'),
    }.items():
        path = tree / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tree / "ours/index.html"


def test_what_could_touch_a_page_stays_and_the_rest_goes() -> None:
    made = style.only(THEME, style.wears(PAGE))

    assert made == (
        '@charset "utf-8";@import "other.css";'
        ":root{--md-icon:url(\"data:image/svg+xml,<svg>}</svg>\");--md-other:url('data:x');"
        "--md-ink:#000}html{color:var(--md-ink)}a,.md-nav{color:red}"
        ".md-nav[dir=ltr]>a:not(.md-tabs){margin:0}.md-nav:is(.md-tabs,.md-nav){top:0}"
        '.md-nav:after{content:"}";mask-image:var(--md-icon)}'
        "@media print{.md-nav{display:none}}"
        "@media (width>9px){.md-nav{left:0}}@keyframes turn{from{top:0}to{top:9px}}"
    )


def test_drawings_stay_where_a_sheet_uses_them(tmp_path: Path) -> None:
    site(tmp_path)
    unused = tmp_path / "assets/toolkit/own.css"

    _, body = style.light(tmp_path, [PAGE]) or ("", b"")
    assert b"--md-icon:" in body
    assert b"--md-other:" in body
    unused.write_text(".tk{top:0}", encoding="utf-8")
    _, body = style.light(tmp_path, [PAGE]) or ("", b"")
    assert b"--md-icon:" in body
    assert b"--md-other:" not in body


def test_pages_name_the_style_that_was_made_for_them(tmp_path: Path) -> None:
    page = site(tmp_path)

    settle(tmp_path, [])

    (made,) = tmp_path.glob("assets/stylesheets/light.*.css")
    assert f'href="../assets/stylesheets/{made.name}" data-tk-light>' in page.read_text("utf-8")
    assert b".md-tabs{" not in made.read_bytes()
    for path in tmp_path.rglob("*.html"):
        assert style.PENDING not in path.read_text("utf-8")
        assert policy.PENDING not in path.read_text("utf-8")


def test_a_theme_whose_sheets_are_elsewhere_is_named_whole(tmp_path: Path) -> None:
    page = site(tmp_path)
    (tmp_path / "assets/stylesheets/main.min.css").unlink()

    settle(tmp_path, [])

    head = page.read_text("utf-8").partition("</head>")[0]
    assert '<link rel="stylesheet" href="../assets/stylesheets/main.min.css">' in head
    assert "data-tk-light" not in head
    assert style.PENDING not in page.read_text("utf-8")


def test_where_nobody_waits_nothing_is_made(tmp_path: Path) -> None:
    site(tmp_path)

    assert style.light(tmp_path, ["<p>x</p>"]) is None
