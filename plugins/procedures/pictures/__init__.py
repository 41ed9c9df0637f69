"""Pictures drawn from the data: frozen values in, inline SVG out; nothing is read and nothing is kept.

Each picture carries its sentence as its accessible name; its colours, patterns and sizes are in the style
sheet of the same name.  Pictures never replace the words: these stand beside them.
"""

from plugins.procedures.pictures.axis import Axis, axis
from plugins.procedures.pictures.body_map import Way, body_map, body_map_of_ways
from plugins.procedures.pictures.icon_array import icon_array
from plugins.procedures.pictures.range_bar import range_bar

__all__ = ["Axis", "Way", "axis", "body_map", "body_map_of_ways", "icon_array", "range_bar"]
