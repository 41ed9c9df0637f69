"""Samples: what a component is given in each of its states, and what must then be seen.

A file is called like the template of its component and holds::

    about: What the component is for.
    macro: entry_list            # default: the file's name
    scripts: [notes]             # modules that it needs
    states:
      - name: one entry
        with: {entries: [{title: Nerve block}]}     # the macro's parameters; `root` is given if it asks
        call: !html <p>…</p>                        # what stands between the tags of a call block
        frame: <dl><dt>Time</dt>{}</dl>             # what must stand around it, as HTML
        has: {h3: Nerve block}                      # CSS selector → words that must be in what it finds

``!html`` marks text that is HTML already, ``!gives [true]`` a method that returns the value.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml
from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path


class Sample(dict[str, Any]):
    """A mapping whose keys are attributes too, before the methods of a mapping: `sample.values`."""

    def __getattribute__(self, name: str) -> Any:
        """Return the value of the key, where there is one."""
        return self[name] if name in self else super().__getattribute__(name)


class _Loader(yaml.SafeLoader):
    """YAML whose mappings are samples."""


def _sample(loader: _Loader, node: yaml.MappingNode) -> Iterator[Sample]:
    sample = Sample()
    yield sample  # PyYAML fills it afterwards, so that anchors may point to it
    sample.update({str(key): value for key, value in loader.construct_mapping(node, deep=True).items()})


def _html(loader: _Loader, node: yaml.ScalarNode) -> Markup:
    return Markup(loader.construct_scalar(node))  # noqa: S704 - the theme's own samples


def _gives(loader: _Loader, node: yaml.Node) -> Callable[[], Any]:
    value = loader.construct_object(node.value[0], deep=True)
    return lambda: value


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _sample)
_Loader.add_constructor("!html", _html)
_Loader.add_constructor("!gives", _gives)


@dataclass(frozen=True, slots=True)
class State:
    """One state of a component: its name, the macro's parameters, and what must be seen."""

    name: str
    given: Mapping[str, Any]
    call: Markup | None
    frame: str
    has: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Component:
    """A component: the template and the macro that print it, what it is for, and its states."""

    name: str
    macro: str
    about: str
    scripts: tuple[str, ...]
    states: tuple[State, ...]


def components(folder: Path) -> tuple[Component, ...]:
    """Return the components that have samples in a folder, in the order of their names.

    Raises yaml.YAMLError for a file that is no YAML, and KeyError for one without `about` or `states`.
    """
    return tuple(_component(path) for path in sorted(folder.glob("*.yaml")))


def _component(path: Path) -> Component:
    read = yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506 - a safe loader, extended
    states = tuple(
        State(
            state["name"],
            state.get("with", {}),
            state.get("call"),
            state.get("frame", "{}"),
            state.get("has", {}),
        )
        for state in read["states"]
    )
    scripts = tuple(read.get("scripts", ()))
    return Component(path.stem, read.get("macro", path.stem), read["about"], scripts, states)
