"""The check of links: each leads to a file of the output and to a part of it that exists."""

from collections.abc import Iterator

from plugins.engine.verify.addresses import as_address
from plugins.engine.verify.facts import PageFacts
from plugins.engine.verify.output import Output
from plugins.engine.verify.problem import Problem


def broken_links(output: Output) -> Iterator[Problem]:
    """Yield links, and things that pages need, that lead nowhere. What is withheld has a check of its own."""
    everyone = output.facts.values()
    targets = set[str]().union(*(facts.links for facts in everyone), *(facts.loads for facts in everyone))
    lost = {target for target in output.missing(targets) if target.partition("#")[0] not in output.withheld}
    for page, facts in output.facts.items():
        if not lost.isdisjoint(facts.links):
            yield from (_link(output, page, target) for target in lost.intersection(facts.links))
        if not lost.isdisjoint(facts.loads):
            yield from (_load(page, target) for target in lost.intersection(facts.loads))
        yield from _astray(page, facts)


def _link(output: Output, page: str, target: str) -> Problem:
    shown = as_address(target)
    if output.find(target) is None:
        message, expected = (
            f'leads to "{shown}", and there is no such page or file',
            "a page or file of the site",
        )
        return Problem("a link that leads nowhere", message, page, expected, target)
    message = f'leads to "{shown}", and that page has no such part'
    return Problem("a link to a part that is not there", message, page, "an id of that page", target)


def _load(page: str, target: str) -> Problem:
    message = f'needs "{as_address(target)}", and there is no such file'
    return Problem("a file that is missing", message, page, "a file of the site", target)


def _astray(page: str, facts: PageFacts) -> Iterator[Problem]:
    for address in facts.astray:
        message = f'leads to "{address}", which is outside the site or no address'
        yield Problem("a link that leads out of the site", message, page, "an address inside the site")
