"""The check for what is not public: no file of it is there, and nothing leads to it."""

import re
from collections.abc import Callable, Iterable, Iterator
from json import loads

from plugins.engine.verify.addresses import INDEX, as_address, as_file
from plugins.engine.verify.output import Output, Withheld
from plugins.engine.verify.problem import Problem
from plugins.engine.verify.rules import Rules

_DATA = (".json", ".csv", ".xml", ".atom", ".rss", ".txt", ".webmanifest")
_STATES = ("draft", "hidden")  # Pelican takes an article of tomorrow for a draft
_TITLES = ("title", "name", "headline")
_NOT_PUBLIC = "something that is not public"


def withheld_by(rules: Rules, contents: Iterable[object]) -> dict[str, Withheld]:
    """Return what must not be public by the file of its page: what plugins name, and drafts and hidden items.

    Pelican writes hidden items on purpose, for those who know the address.
    """
    found = {as_file(url.lstrip("/")): title for url, title in (rules.withheld or {}).items()}
    withheld = {file: Withheld(file, title) for file, title in found.items()}
    for content in contents if rules.public else ():
        status, file = getattr(content, "status", ""), getattr(content, "save_as", "")
        if status in _STATES and file:
            title, source = str(getattr(content, "title", "")), getattr(content, "source_path", "")
            withheld.setdefault(file, Withheld(file, title, source or "", may_exist=status == "hidden"))
    return withheld


def leaks(output: Output) -> Iterator[Problem]:
    """Yield pages that must not be there, and links to them from pages that are."""
    for file, item in output.withheld.items():
        if file in output.files and not item.may_exist:
            message = f'is in the output, but "{item.title}" is not public'
            yield Problem(_NOT_PUBLIC, message, file, "no page of it")
    for page, facts in output.facts.items() if output.withheld else ():
        if page not in output.withheld:
            for target in facts.links + facts.loads:
                if target.partition("#")[0] in output.withheld:
                    message = f'leads to "{as_address(target)}", which is not public'
                    yield Problem(_NOT_PUBLIC, message, page, "no link to it", target)


def leaks_in_data(output: Output, read: Callable[[str], bytes]) -> Iterator[Problem]:
    """Yield data files that name the address, or in JSON the title, of something that is not public."""
    if not output.withheld:
        return
    addresses = re.compile("|".join(map(_pattern, sorted(output.withheld))).encode())
    titles = {item.title for item in output.withheld.values() if item.title}
    for name in sorted(output.files):
        if not name.lower().endswith(_DATA):
            continue
        data = read(name)
        named = {match.decode().replace("\\/", "/") for match in addresses.findall(data)}
        listed = titles & set(_titles(data)) if name.endswith(".json") else set()
        for what in named | listed:
            yield Problem(_NOT_PUBLIC, f'names "{what}", which is not public', name, "nothing of it")


def _pattern(file: str) -> str:
    """Match the address of a page in any text, however its slashes are written."""
    address = file.removesuffix(INDEX).rstrip("/")
    escaped = re.escape(address).replace("/", r"\\?/")
    return rf"(?<![\w-]){escaped}(?![\w-])"


def _titles(data: bytes) -> Iterator[str]:
    """Yield all titles in a JSON file; one that is no JSON has none."""
    try:
        waiting = [loads(data)]
    except ValueError:
        return
    while waiting:
        match waiting.pop():
            case list() as items:
                waiting += items
            case dict() as mapping:
                yield from (text for key in _TITLES if isinstance(text := mapping.get(key), str))
                waiting += mapping.values()
