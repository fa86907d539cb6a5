"""Accounts and hashtags of a small campaign, and posts to compose for every network."""

from __future__ import annotations

from toolkit.compose import Composed, Setting, compose_text, directory
from toolkit.model import Account, Handle, Hashtag, Role, TagRole, Translated, Words
from toolkit.networks import builtin
from toolkit.problems import Place

HERE = Place("accounts.yml")
URL = "https://example.org/free-them-all/dry/"


def translated(**texts: str) -> Translated:
    return Translated(tuple(Words(text, tag, HERE) for tag, text in texts.items()))


def account(id_: str, name: Translated, role: Role = Role.TARGET, **handles: str) -> Account:
    owned = tuple(Handle(network, handle, HERE) for network, handle in handles.items())
    return Account(id_, name, role, HERE, handles=owned)


INM = account(
    "inm",
    translated(en="National Institute of Migration", es="Instituto Nacional de Migración"),
    x="INAMI_mx",
    bluesky="inami.example.org",
    mastodon="inami@social.example",
)
GUARD = account("guard", translated(en="National Guard", es="Guardia Nacional"), x="GN_MEXICO_")
WHO = account("who", translated(en="World Health Organization"), Role.ALLY, x="WHO")
FORMER = account("former", translated(en="A Former Guard"), instagram="gn_mexico_")
EVERYBODY = (INM, GUARD, WHO)
KNOWN = directory(EVERYBODY)
FREE = Hashtag("FreeThemAll", HERE, TagRole.MAIN)
RIGHTS = Hashtag("DDHH", HERE, translations=translated(en="HumanRights"))
SPANISH = Hashtag("LibertadYa", HERE, languages=("es",))
NETWORKS = builtin()


def composed(
    text: str,
    network: str = "x",
    *,
    language: str = "en",
    url: str = "",
    tags: tuple[Hashtag, ...] = (),
    targets: tuple[Account, ...] = (),
) -> Composed:
    setting = Setting(NETWORKS[network], language, KNOWN, url, "Free them all", targets)
    return compose_text(text, tags, setting)
