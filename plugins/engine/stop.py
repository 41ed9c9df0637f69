"""The one exception by which parts of the engine end a run on purpose."""


class Stop(Exception):  # noqa: N818 (not an error in the program: an end, with its reason)
    """Ends a run with a sentence for a person and an exit status."""

    def __init__(self, sentence: str, status: int = 1) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.status = status
