"""The preview: `python -m plugins.engine.serve content -s pelicanconf.py -o output --port 8000`.

A process that serves the output and watches the sources (`loop.py`, `web/`), and another that builds and
stays warm (`worker.py`).  A change of code or settings replaces only the second, so that the browser never
loses the first, and nothing that a plugin does can end it.
"""
