"""Sites of a few files, written in place, and what the checks say of them."""

from plugins.engine.verify import Rules, Site, facts_of, verify
from plugins.engine.verify.facts import has_facts


def facts_in(files, siteurl=""):
    """Return the facts of files, given as text by path."""
    site = Site.of(siteurl)
    return {path: facts_of(text.encode(), path, site) for path, text in files.items() if has_facts(path)}


def problems_of(files, siteurl="", withheld=None, **rules):
    """Return what is wrong with a site as (file, message) pairs."""
    found = verify(facts_in(files, siteurl), files.keys(), Rules(**rules), withheld)
    return [(problem.page, problem.message) for problem in found]
