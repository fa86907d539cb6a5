"""A letter, a petition and a release as values, for tests of the desk."""

from __future__ import annotations

from dataclasses import replace

from toolkit.model import Account, Campaign, Channels, Day, Handle, Role, Sender, Translated, Words
from toolkit.model.letters import Blank, Letter, Report, Wording
from toolkit.model.petition import Claim, Demand, Petition
from toolkit.model.press import Press, Quotation
from toolkit.problems import Place

HERE = Place("letters.yml", 3, 1)


def said(**versions: str) -> Translated:
    return Translated(tuple(Words(text, tag, HERE) for tag, text in versions.items()))


EMBASSY = Account(
    "embassy",
    said(en="Embassy of Mexico", es="Embajada de México"),
    Role.TARGET,
    HERE,
    handles=(Handle("x", "EmbamexEUA", HERE),),
    channels=Channels(
        email="mexembusa@sre.gob.mx",
        phone="(202) 728 – 1600",
        address="Embassy of Mexico\n1911 Pennsylvania Avenue NW\nWashington, DC 20006",
    ),
    country="US",
)
AMBASSADOR = Account(
    "ambassador",
    said(en="Esteban Moctezuma"),
    Role.TARGET,
    HERE,
    office=EMBASSY,
    title=said(en="Ambassador of Mexico", es="Embajador de México"),
    salutation=said(en="Dear Ambassador", es="Estimado embajador"),
    handles=(Handle("x", "emoctezumab", HERE),),
    channels=EMBASSY.channels,
    languages=("es", "en"),
    country="MX",
)
PRESIDENT = Account(
    "president",
    said(en="Andrés Manuel López Obrador"),
    Role.TARGET,
    HERE,
    title=said(en="President of Mexico"),
    salutation=said(en="Dear President López Obrador"),
    channels=Channels(address="Palacio Nacional\nCiudad de México, C.P. 06066\nMéxico"),
    languages=("es",),
    country="MX",
)
BODY = "Please act.\n\n{reason}\n\nÁ, é & “quotes”: 100%.\n\nSincerely,\n\n{name}\n{city}"
LETTER = Letter(
    HERE,
    (PRESIDENT, AMBASSADOR),
    said(en="Stop deportations", es="Alto a las deportaciones"),
    (
        Wording(HERE, said(en=BODY, es="Actúe.\n\n{name}")),
        Wording(HERE, said(en="Act now.\n\n{name}"), said(en="Shorter")),
    ),
    asks=(said(en="end mass deportations", es="poner fin a las deportaciones"),),
    blanks=(Blank("reason", HERE, said(en="why it matters"), long=True),),
    report=Report(HERE, reason=said(en="We count.")),
    embassy=EMBASSY,
    zone="America/Mexico_City",
)
CAMPAIGN = Campaign(
    "ua",
    Place("campaign.yml"),
    said(en="Stop mass deportations", es="Alto a las deportaciones masivas"),
    ("en", "es"),
    number="100.21",
    deadline=Day(2021, 12, None, HERE),
    country="MX",
    letter=LETTER,
)
PETITION = Petition(
    HERE,
    (EMBASSY,),
    said(en="People are locked up."),
    (Demand(HERE, said(en="Release everyone."), said(en="With a visa.")),),
    claims=(Claim(HERE, said(en="About 3,000 people are held."), as_of=Day(2020, 4, 2, HERE)),),
    statement=said(en="I sign."),
)
PETITIONED = replace(
    CAMPAIGN,
    letter=None,
    petition=PETITION,
    senders=(Sender("Ödland, e.V.", HERE), Sender("Aid, AC", HERE), Sender("oda", HERE)),
)
RELEASE = Press(
    HERE,
    said(en="Press release"),
    Day(2020, 1, None, HERE),
    said(en="Let NGOs in"),
    said(en="The INM shut the doors.\n\n{1}\n\nThe INM said visits would be “rescheduled”."),
    quotations=(Quotation(HERE, said(en="They “rescheduled” it"), said(en="Erika Guevara-Rosas")),),
    acronyms=(("INM", said(en="National Institute of Migration")),),
)


def without(letter: Letter = LETTER, **changes: object) -> Campaign:
    """Return the campaign with a letter that differs in some fields."""
    return replace(CAMPAIGN, letter=replace(letter, **changes))  # type: ignore[arg-type]
