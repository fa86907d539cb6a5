"""Link petition.yml: demands, claims, and where to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.load.documents import date
from toolkit.model.petition import Claim, Demand, Petition

if TYPE_CHECKING:
    from toolkit.load.documents import Documents
    from toolkit.load.reader import Written
    from toolkit.load.shapes_petition import PetitionShape


def petition(docs: Documents) -> Petition | None:
    """Return the petition, None where there is none or it cannot be read."""
    written = docs.read("petition")
    if not written:
        return None
    shape: PetitionShape = written.shape
    return Petition(
        place=written.at("preamble"),
        to=docs.accounts(written, shape.to, ("to",)),
        demands=tuple(
            Demand(
                written.at("demands", i),
                docs.said(written, d.core, "demands", i, "core"),
                docs.said(written, d.detail, "demands", i, "detail"),
            )
            for i, d in enumerate(shape.demands)
        ),
        claims=_claims(docs, written, shape),
        sign_url=shape.sign_url or "",
        sign_email=shape.sign_email or "",
        count=shape.count,
        goal=shape.goal,
        counted_on=date(shape.counted_on),
        alphabetical=shape.order == "alphabetical",
        **docs.all(written, "preamble", "appeal", "closing", "statement"),
    )


def _claims(docs: Documents, written: Written, shape: PetitionShape) -> tuple[Claim, ...]:
    return tuple(
        Claim(
            written.at("claims", i),
            docs.said(written, c.text, "claims", i, "text"),
            docs.said(written, c.source, "claims", i, "source"),
            c.url or "",
            written.day(c.as_of, ("claims", i, "as_of")),
        )
        for i, c in enumerate(shape.claims)
    )
