"""The command line: parse, press one button, say what came of it, and exit with an honest code."""

from __future__ import annotations

import os
import sys
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from toolkit import __version__
from toolkit.problems import Severity, errors
from toolkit.publish import publish
from toolkit.report import FORMATS, many, report, tally

if TYPE_CHECKING:
    import datetime as dt

    from toolkit.plan import Plan
    from toolkit.problems import Problem

CLEAN, CONTENT, USAGE, BUG = 0, 1, 2, 3

# Material announces its own end of life on every start; our documentation says it once.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The project's folder, with mkdocs.yml in it (default: here).",
)
today_option = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Build as if it were this day: 2021-10-01.",
)

file_option = click.Path(path_type=Path)


preview_option = click.option(
    "--preview",
    is_flag=True,
    help="Show releases under embargo, marked. Never publish such a site.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="toolkit")
def commands() -> None:
    """Turn lists of posts, hashtags and accounts into share cards and a copy-ready site."""


@commands.command("build")
@root_option
@today_option
@preview_option
@click.option("--strict", is_flag=True, help="Stop at MkDocs' warnings as well.")
def build_command(root: Path, today: dt.datetime | None, *, preview: bool, strict: bool) -> int:
    """Build the site into site/. If the content has mistakes, say them all and leave it."""
    from toolkit.mkdocs_plugin import SiteError, build_site  # noqa: PLC0415 - takes half a second

    began = time.perf_counter()
    _pretend(today)
    if preview:
        os.environ["TOOLKIT_PREVIEW"] = "1"
    try:
        plan = build_site(_project(root), strict=strict)
    except SiteError as error:
        click.echo(f"\n{error}\n\nThe site was not changed.", err=True)
        return CONTENT
    for problem in plan.problems:
        click.echo(problem, err=True)
    click.echo(tally(plan, time.perf_counter() - began))
    return CLEAN


@commands.command("serve")
@root_option
@today_option
@click.option("--address", help="Where to serve: 127.0.0.1:8000")
def serve_command(root: Path, today: dt.datetime | None, address: str | None) -> int:
    """Show the site in your browser. Whenever you save a file, it is built again."""
    from toolkit.mkdocs_plugin import serve_site  # noqa: PLC0415 - takes half a second

    _pretend(today)
    serve_site(_project(root), address)
    return CLEAN


@commands.command("check")
@root_option
@today_option
@click.option("--format", "style", type=click.Choice(FORMATS), default="text", help="How to print.")
def check_command(root: Path, today: dt.datetime | None, style: str) -> int:
    """Say all that is wrong. Reads everything, as a build would, and builds nothing."""
    plan = _plan(root, today)
    click.echo(report(plan.problems, style))
    return _code(plan.problems)


@commands.command("export")
@root_option
@today_option
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def export_command(root: Path, today: dt.datetime | None, folder: Path) -> int:
    """Write the site for other builders. Pages (Markdown), cards, downloads go to FOLDER."""
    plan = _plan(root, today)
    if errors(plan.problems):
        click.echo(report(plan.problems, "text"), err=True)
        return CONTENT
    done = publish(plan.exported(), folder)
    click.echo(f"{folder}: {done.written} written, {done.kept} unchanged, {done.removed} removed.")
    return CLEAN


@commands.command("cards")
@root_option
@today_option
@click.option(
    "--only", multiple=True, metavar="POST", help="A post, or campaign/post; again for more."
)
@click.option("--format", "formats", multiple=True, help="link, wide, square, portrait or story.")
@click.option("--language", "languages", multiple=True, help="A language tag: es")
@click.option("--theme", "themes", multiple=True, help="Try this theme on.")
@click.option("--layout", "layouts", multiple=True, help="Try this layout on.")
@click.option("--out", type=file_option, help="Where to put the pictures (.toolkit/drawn).")
@click.option("--contact-sheet", "sheet", type=file_option, help="Put all on one .html or .png.")
@click.option("--guides", is_flag=True, help="Lay boxes, baselines and what apps cover over it.")
@click.option("--watch", is_flag=True, help="Keep the sheet up to date while you save designs.")
@click.option("--diff", "against", metavar="REV|FOLDER", help="Show what changed since then.")
@click.option("--page", type=file_option, help="Where --diff writes (.toolkit/difference.html).")
@click.option(
    "--sign", is_flag=True, help="Say that you looked: hand-made cards show today's words."
)
def cards_command(root: Path, today: dt.datetime | None, **told: Any) -> int:  # noqa: ANN401 - click's
    r"""Draw cards. Tells where they are, puts them on one sheet, or shows what changed.

    Without --only, a sheet shows every layout in every theme and format.

    \b
      toolkit cards --contact-sheet sheet.html --watch
      toolkit cards --diff HEAD
    """
    from toolkit.mkdocs_plugin import SiteError, site_options  # noqa: PLC0415 - half a second
    from toolkit.plan.choice import AskedWronglyError  # noqa: PLC0415 - only here
    from toolkit.plan.press import press  # noqa: PLC0415 - only here

    _pretend(today)
    try:
        said = press(_project(root), site_options(_project(root)), click.echo, **told)
    except (AskedWronglyError, SiteError) as wrong:
        raise click.UsageError(str(wrong)) from wrong
    for line in (*said.problems, *said.faults):
        click.echo(line, err=True)
    click.echo("\n".join(said.lines))
    return CONTENT if said.failed else CLEAN


@commands.group("petition")
def petition_commands() -> None:
    """Hand over what people signed elsewhere."""


@petition_commands.command("deliver")
@click.argument("table", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("campaign")
@root_option
@click.option("--language", default="", help="Language of the petition (default: its first).")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The PDF to write.")
def deliver_command(table: Path, campaign: str, root: Path, language: str, out: Path | None) -> int:
    """Write the petition of CAMPAIGN and everybody in TABLE, a platform's CSV, as one PDF.

    Only names and cities are taken, and the PDF is refused where a build would publish it.
    """
    from toolkit.plan.deliver import deliver  # noqa: PLC0415 - only here

    target = (out or table.with_suffix(".pdf")).resolve()
    project = _project(root)
    if any(project / name in target.parents for name in ("docs", "site", "campaigns", "cards")):
        raise click.UsageError(f"{target} would be published; choose a place outside, with --out")
    try:
        done = deliver(project, table.read_bytes(), campaign, language)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    target.write_bytes(done.pdf)
    click.echo(f"{target}: {many(done.count, 'signature')}. It holds names: keep it off the site.")
    if done.unreadable:
        click.echo(
            f"{many(done.unreadable, 'name')} with signs our font lacks; look them over.", err=True
        )
    return CLEAN


@commands.group("import")
def import_commands() -> None:
    """Turn other people's documents into our YAML."""


@import_commands.command("contacts")
@click.argument("file", type=click.File("rb"))
@root_option
@click.option("--country", default="", metavar="XX", help="Where the telephones stand: US")
def import_contacts_command(file: BinaryIO, root: Path, country: str) -> int:
    """Write the contact lines in FILE (- for what you paste) as accounts for accounts.yml.

    The YAML goes to standard output, questions about it go to the screen: nothing is guessed
    in silence, and words that find no place stay as comments.
    """
    from toolkit.importers import Asking, contacts  # noqa: PLC0415 - only here
    from toolkit.plan.reading import read_project  # noqa: PLC0415 - only here

    project = read_project(root.resolve())
    asking = Asking(project.networks, project.toolkit.accounts, country)
    name = "pasted" if file.name == "<stdin>" else Path(file.name).name
    done = contacts(file.read(), name, asking)
    click.echo(done.yaml, nl=False)
    for problem in done.asked:
        click.echo(problem, err=True)
    told = f"{many(done.count, 'account')}, {many(len(done.asked), 'question')} about them."
    click.echo(told, err=True)
    return _code(done.asked)


@commands.command("schema")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def schema_command(folder: Path) -> int:
    """Help your editor. JSON Schemas of our files, to complete and check, go to FOLDER."""
    from toolkit.plan import schema_files  # noqa: PLC0415 - only here

    publish(schema_files(), folder, prune=False)
    return CLEAN


def _project(root: Path) -> Path:
    if not (root / "mkdocs.yml").is_file():
        message = f"there is no mkdocs.yml in {root.resolve()}"
        raise click.UsageError(f"{message}; go to your project's folder, or name it with --root")
    return root.resolve()


def _pretend(today: dt.datetime | None) -> None:
    if today:
        os.environ["TOOLKIT_TODAY"] = today.date().isoformat()


def _plan(root: Path, today: dt.datetime | None) -> Plan:
    from toolkit.mkdocs_plugin import SiteError, plan_site  # noqa: PLC0415 - takes half a second

    _pretend(today)
    try:
        return plan_site(_project(root))
    except SiteError as error:
        raise click.UsageError(str(error)) from error


def _code(problems: tuple[Problem, ...]) -> int:
    return CONTENT if any(p.severity is Severity.ERROR for p in problems) else CLEAN


def main(arguments: list[str] | None = None) -> Any:  # noqa: ANN401 - an exit code, by SystemExit
    """Run a command; exit 0 clean, 1 your content, 2 usage, 3 our bug, 130 interrupted."""
    try:
        sys.exit(commands.main(arguments, standalone_mode=False) or CLEAN)
    except click.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(USAGE)
    except Exception:  # noqa: BLE001 - whatever it is, it is ours and must be said
        click.echo(traceback.format_exc(), err=True)
        click.echo(
            "This is a mistake in the toolkit, not in your files. Please report it", err=True
        )
        click.echo("with the lines above. Nothing was published.", err=True)
        sys.exit(BUG)
