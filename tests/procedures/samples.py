"""A bicycle workshop: repairs instead of treatments, so that nothing here can lean on a clinic's names."""

import datetime

from plugins.editorial import Body, House
from plugins.editorial.house import Comments, Detail
from plugins.editorial.shelf import Shelf
from plugins.editorial.sources import Source
from plugins.frontmatter import Document, Place, Refusal, Scalar, parse_yaml
from plugins.procedures import Catalogue, Field, read_comparison, read_procedure
from plugins.procedures.fields import TYPES

PATH = "content/procedures/true-a-wheel.md"
PLACE = Place(PATH, 1, 1)


def typed(text, kind):
    """Read `text` as an author of a fact would have typed it, with the type `kind`."""
    return kind.parse(Scalar(PLACE, text))


def refusal(read, *arguments):
    """Give the problems that `read` refuses its arguments with, as they are printed."""
    try:
        found = read(*arguments)
    except Refusal as refused:
        return "\n".join(map(str, refused.problems))
    return f"taken as {found!r}"


def field(name, type_name, *, group="The work", browse=False, label="", **options):
    ask, picture, role = (options.pop(key, "") for key in ("ask", "picture", "decision_aid"))
    filters = {"filter": options.pop("filter", False)}
    kind = TYPES[type_name](**options)
    label = label or name.capitalize().replace("_", " ")
    return Field(
        name,
        label,
        kind,
        type_name,
        group,
        f"About {name}.",
        browse,
        ask,
        picture,
        {},
        PLACE,
        role,
        **filters,
    )


FIELDS = (
    field("method", "text"),
    field("parts", "list"),
    field("place", "choice", choices=("road", "home", "workshop"), browse=True),
    field("tools", "choices", choices=("spoke key", "jack", "glue"), browse=True, filter=True),
    field("done_at_once", "yes_no"),
    field("time", "duration"),
    field("visits", "count", unit="visits", per="year"),
    field("held", "frequency", group="The result"),
    field("slack", "percent", group="The result"),
    field("price", "money", unit="USD", group="The result"),
)
BY_ID = {one.id: one for one in FIELDS}


def document(header, path=PATH):
    return Document(path, parse_yaml(header, path, line=2), "", header.count("\n") + 3)


def repair(slug="true-a-wheel", more="", *, fields=FIELDS, body=None, **keys):
    """Read a procedure that says what `keys` and the lines `more` say."""
    keys = {"title": slug.replace("-", " ").capitalize(), "category": "Wheels", "summary": "It runs.", **keys}
    header = "\n".join([*(f"{key}: {value}" for key, value in keys.items()), more])
    path = f"content/procedures/{slug}.md"
    return read_procedure(document(header, path), body or Body(), fields)


def facts(slug="true-a-wheel", **lines):
    """Read a procedure with one line of front matter for each fact."""
    return repair(slug, "\n".join(["facts:", *(f"  {name}: {line}" for name, line in lines.items())]))


def page(slug, header):
    text = f"title: {slug}\nsummary: Repairs side by side.\n{header}"
    return read_comparison(document(text, f"content/comparisons/{slug}.md"), Body())


def catalogue(*procedures, comparisons=(), fields=FIELDS, left_out=()):
    by_slug = {procedure.slug: procedure for procedure in procedures}
    return Catalogue(fields, by_slug, tuple(comparisons), frozenset(left_out))


def source(key, **changes):
    values = {
        "title": f"Handbook {key}",
        "publisher": "The Guild",
        "url": f"https://guild.example/{key}",
        "date": "2020-05",
        "accessed": datetime.date(2026, 11, 1),
        "kind": "",
        "note": "",
        "tier": "A",
    }
    return Source(key=key, place=PLACE, **(values | changes))


def house(*keys):
    shelf = Shelf("content/sources.yaml", {key: source(key) for key in keys})
    details = {"clinic.phone": Detail("clinic.phone", "555 0100", PLACE)}
    return House(
        "Spokes", "", details, Comments(), (), (), (), ("en",), {}, shelf, Shelf("content/people.yaml")
    )
