"""Templates that are compiled when they print something: a page that is kept needs only a name."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateNotFound
from pelican.generators import PelicanTemplateNotFound

if TYPE_CHECKING:
    import jinja2
    from pelican.generators import Generator


class LazyTemplate:
    """A template of Jinja by its name; whatever else is asked of it, the compiled one answers."""

    def __init__(self, environment: jinja2.Environment, name: str) -> None:
        self.environment = environment
        self.name = name

    @cached_property
    def _compiled(self) -> jinja2.Template:
        return self.environment.get_template(self.name)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._compiled, name)


def offer_lazily(generator: Generator) -> None:
    """Let `get_template` of a generator give lazy templates, for the same names as ever."""
    known: dict[str, LazyTemplate] = {}

    def get_template(name: str) -> LazyTemplate:
        if name not in known:
            known[name] = LazyTemplate(generator.env, _file_of(generator, name))
        return known[name]

    generator.get_template = get_template


def _file_of(generator: Any, name: str) -> str:
    """Return the name of the template with its ending.  Raises PelicanTemplateNotFound."""
    for ending in generator.settings["TEMPLATE_EXTENSIONS"]:
        try:
            generator.env.loader.get_source(generator.env, name + ending)
        except TemplateNotFound:
            continue
        return f"{name}{ending}"
    endings = ", ".join(generator.settings["TEMPLATE_EXTENSIONS"])
    raise PelicanTemplateNotFound(f"[templates] unable to load {name}[{endings}]")
