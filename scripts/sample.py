"""Make a project of any size, to measure with: the same number gives the same files."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MKDOCS = """site_name: Sample
site_url: https://example.org/
theme: {name: material, font: false}
plugins: [search, toolkit]
"""
SENTENCES = {
    "en": (
        "Three thousand people are held in crowded rooms where nobody can keep a distance.",
        "The law says detention is the last resort; in these stations it is the first.",
        "Families, children and the sick wait without a lawyer, a doctor or an answer.",
        "We ask for one thing that can be done today: open the doors and let them go.",
        "A fever in one room is a fever in all of them, for those inside and those outside.",
    ),
    "es": (
        "Tres mil personas están encerradas en salas llenas donde nadie puede guardar distancia.",
        "La ley dice que la detención es el último recurso; en estas estaciones es el primero.",
        "Familias, niñas, niños y personas enfermas esperan sin abogado, médico ni respuesta.",
        "Pedimos algo que puede hacerse hoy: abrir las puertas y dejarles salir.",
        "Una fiebre en una sala es una fiebre en todas, para quien está dentro y fuera.",
    ),
}


def make_project(folder: Path, posts: int, languages: tuple[str, ...] = ("en", "es")) -> None:
    """Write a project with one campaign of so many posts, each in each language."""
    campaign = folder / "campaigns" / "sample"
    campaign.mkdir(parents=True)
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Sample\n\n<!-- campaigns -->\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    (folder / "hashtags.yml").write_text("- tag: OpenTheDoors\n  role: main\n", encoding="utf-8")
    (campaign / "campaign.yml").write_text(
        "title: {en: Open the doors, es: Abran las puertas}\n"
        f"languages: [{', '.join(languages)}]\n"
        "link: https://example.org/more\nhashtags: [OpenTheDoors]\n",
        encoding="utf-8",
    )
    rows = "".join(_post(number, languages) for number in range(posts))
    (campaign / "posts.yml").write_text(rows, encoding="utf-8")


def _post(number: int, languages: tuple[str, ...]) -> str:
    texts = "".join(f'    {lang}: "{sentence(lang, number)}"\n' for lang in languages)
    return f"- id: post-{number:04}\n  text:\n{texts}  hashtags: [OpenTheDoors]\n"


def sentence(language: str, number: int) -> str:
    """Return one of many different texts of about 180 characters."""
    parts = SENTENCES[language]
    first, second = parts[number % 5], parts[(number // 5 + number + 1) % 5]
    return f"{number + 1}. {first} {second} #OpenTheDoors"
