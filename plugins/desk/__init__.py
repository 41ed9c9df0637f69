"""The desk: where all content is read and judged once, for the commands of the staff and for the build.

Knows every other room of content; none of them knows it.
"""

from plugins.desk.edition import Edition
from plugins.desk.examine import examine
from plugins.desk.gate import register

__all__ = ["Edition", "examine", "register"]
