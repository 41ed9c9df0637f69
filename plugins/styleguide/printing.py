"""From samples to HTML, with the macros of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import TemplateError
from markupsafe import Markup

if TYPE_CHECKING:
    import jinja2

    from plugins.styleguide.samples import Component, State


def printed(env: jinja2.Environment, component: Component, state: State, root: str) -> Markup:
    """Return what a component prints in a state; `root` stands before every address.

    Raises ValueError, with the sample's name, where the macro does not take what the sample gives.
    """
    macro = getattr(env.get_template(f"components/{state.template}.html").module, state.macro)
    given = dict(state.given)
    if "root" in macro.arguments:
        given.setdefault("root", root)
    if state.call is not None:
        given["caller"] = lambda: state.call
    try:
        return Markup(state.frame).format(macro(**given))  # noqa: S704 - the theme's own macro, which escapes
    except (TypeError, TemplateError) as error:
        raise ValueError(f"styleguide/{component.name}.yaml: {state.name}: {error}") from error
