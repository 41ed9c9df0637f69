"""What a theme's files become on their way out: small, and few.

A last step of a build (see `LAST_STEPS` in plugins/engine): it changes files of the finished output, before
that takes the place of the old one.  Knows no clinic and no template.
"""

from plugins.assets.styles import join_style_sheets

__all__ = ["join_style_sheets"]
