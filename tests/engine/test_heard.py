"""What a run says is kept, but for what is of the moment."""

import logging
import sys

from plugins.engine.heard import heard


def test_what_is_written_and_warnings_are_kept_and_shown(capsys, caplog):
    with heard() as said:
        sys.stderr.write("a problem\n")
        logging.getLogger("heard").warning("a %s", "warning")
        logging.getLogger("heard").info("of no interest")
        sys.stderr.unheard.write("a bar\n")
        sys.stderr.flush()
    sys.stderr.write("later\n")
    logging.getLogger("heard").warning("another")

    assert "".join(said) == "a problem\nWARNING a warning\n"
    assert capsys.readouterr().err == "a problem\na bar\nlater\n"
    assert "a warning" in caplog.text
