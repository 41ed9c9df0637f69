"""Samples: what a component is given in each of its states, and what must then be seen.

A file is called like the template of its component and holds::

    about: What the component is for.
    scripts: [notes]             # modules that it needs
    parts: [&entry {title: A}]   # what several states share, as anchors; nothing reads it
    states:
      - name: one entry
        from: entry_list                            # the template of the macro, default: the file's name
        macro: entry_list                           # default: the name of its template
        with: {entries: [*entry]}                   # the macro's parameters; `root` is given if it asks
        call: !html <p>…</p>                        # what stands between the tags of a call block
        frame: <dl><dt>Time</dt>{}</dl>             # what must stand around it, as HTML
        has: {h3: A, b: null}                       # CSS selector → words in what it finds, or null: nothing

``!html`` marks text that is HTML already, ``!gives [true]`` a method that returns the value, and
``!times [40, [*cell]]`` is a list, or a text, as many times.  Files in ``data/`` are copied as they are, for
scripts that fetch some.
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


def _gives(loader: _Loader, node: yaml.SequenceNode) -> Callable[..., Any]:
    (value,) = loader.construct_sequence(node, deep=True)
    return lambda *_: value


def _times(loader: _Loader, node: yaml.SequenceNode) -> Any:
    number, value = loader.construct_sequence(node, deep=True)
    return number * value


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _sample)
_Loader.add_constructor("!html", _html)
_Loader.add_constructor("!gives", _gives)
_Loader.add_constructor("!times", _times)


@dataclass(frozen=True, slots=True)
class State:
    """One state of a component: its name, the template and macro that print it, and what must be seen."""

    name: str
    template: str
    macro: str
    given: Mapping[str, Any]
    call: Markup | None
    frame: str
    has: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Component:
    """A component: what it is for, and its states."""

    name: str
    about: str
    scripts: tuple[str, ...]
    states: tuple[State, ...]


def components(folder: Path) -> tuple[Component, ...]:
    """Return the components that have samples in a folder, in the order of their names.

    Raises yaml.YAMLError for a file that is no YAML, and KeyError for one without `about` or `states`.
    """
    return tuple(_component(path) for path in _files(folder))


def component_names(folder: Path) -> tuple[str, ...]:
    """Return their names, in the same order, without reading their files."""
    return tuple(path.stem for path in _files(folder))


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yaml"))


def _component(path: Path) -> Component:
    read = yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506 - a safe loader, extended
    states = tuple(_state(state, path.stem) for state in read["states"])
    return Component(path.stem, read["about"], tuple(read.get("scripts", ())), states)


def _state(read: Sample, name: str) -> State:
    template = read.get("from", name)
    return State(
        read["name"],
        template,
        read.get("macro", template),
        read.get("with", {}),
        read.get("call"),
        read.get("frame", "{}"),
        read.get("has", {}),
    )
