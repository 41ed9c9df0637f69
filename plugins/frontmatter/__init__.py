"""Text to front matter that remembers where it stands, and problems as values.

Reads YAML (or Pelican's plain ``Key: value`` header) into nodes that know file, line and column, and
keeps every value as it was typed; what a value means is for others to say.  Also holds `Problem`, its
wording, and the small readers that turn nodes into Python values or say why not.

Knows nothing of Pelican, of clinics or of what the keys mean.
"""

from plugins.frontmatter.header import Document, read_document
from plugins.frontmatter.nodes import Entry, Mapping, Node, Scalar, Sequence
from plugins.frontmatter.problems import Place, Problem, Refusal, Severity, refuse, report
from plugins.frontmatter.yaml_nodes import parse_yaml, read_yaml

__all__ = [
    "Document",
    "Entry",
    "Mapping",
    "Node",
    "Place",
    "Problem",
    "Refusal",
    "Scalar",
    "Sequence",
    "Severity",
    "parse_yaml",
    "read_document",
    "read_yaml",
    "refuse",
    "report",
]
