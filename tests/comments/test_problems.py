"""What is wrong with a comment is said exactly, and the others go on."""

import os

import pytest

FILE = "comments/nerve-block/first.yaml"
KEYS = "keys: name, date, text, reply_to"
SHAPE = "date, time and offset, like 2026-10-07T14:05:00-05:00"
NEVER = "e-mail addresses are never stored in the repository"

BAD_KEYS = {
    "no name": ({"name": None}, f'{FILE}:1:1: "name" is missing\n    expected a line name: ...'),
    "no date": ({"date": None}, f'{FILE}:1:1: "date" is missing\n    expected a line date: ...'),
    "no text": ({"text": None}, f'{FILE}:1:1: "text" is missing\n    expected a line text: ...'),
    "empty name": ({"name": ""}, f'{FILE}:1:1: "name" is empty\n    expected a value'),
    "quoted nothing": (
        {"text": '"  "'},
        f"{FILE}:3:7: text: nothing where a text belongs\n    expected a text",
    ),
    "a list": ({"text": "[a, b]"}, f"{FILE}:3:7: text: a list where a text belongs\n    expected a text"),
    "unknown key": (
        {"nane": "Ann"},
        f'{FILE}:4:1: unknown key "nane"\n    expected {KEYS}; did you mean "name"?',
    ),
    "email": ({"email": "a@b.example"}, f'{FILE}:4:1: key "email": {NEVER}\n    expected no such line'),
    "empty email": ({"E-Mail": ""}, f'{FILE}:4:1: key "E-Mail": {NEVER}\n    expected no such line'),
    "address in the text": (
        {"text": "write to ann+x@b-c.example, please"},
        f"{FILE}:3:7: text: holds an e-mail address; {NEVER}\n    expected the words without it",
    ),
    "address as name": (
        {"name": "ann@b.example"},
        f"{FILE}:1:7: name: holds an e-mail address; {NEVER}\n    expected the words without it",
    ),
    "long name": (
        {"name": "n" * 101},
        f"{FILE}:1:7: name: 101 characters are too long\n    expected at most 100",
    ),
    "long text": (
        {"text": "é" * 5001},
        f"{FILE}:3:7: text: 5,001 characters are too long\n    expected at most 5,000",
    ),
    "name of two lines": (
        {"name": '"Ann\\nBea"'},
        f"{FILE}:1:7: name: a name of several lines\n    expected one line",
    ),
    "escaped NUL": (
        {"text": '"a\\0b"'},
        f"{FILE}:3:7: text: control character U+0000\n    expected text without it; delete it",
    ),
    "escaped return": (
        {"text": '"a\\rb"'},
        f"{FILE}:3:7: text: control character U+000D\n    expected text without it; delete it",
    ),
    "a day only": (
        {"date": "2026-10-07"},
        f'{FILE}:2:7: date: "2026-10-07" has no offset from UTC\n    expected {SHAPE}',
    ),
    "no offset": (
        {"date": "2026-10-07T14:05:00"},
        f'{FILE}:2:7: date: "2026-10-07T14:05:00" has no offset from UTC\n    expected {SHAPE}',
    ),
    "no such day": (
        {"date": "2026-02-30T14:05:00-05:00"},
        f'{FILE}:2:7: date: "2026-02-30T14:05:00-05:00" is not a date with time\n    expected {SHAPE}',
    ),
    "in the future": (
        {"date": "2026-12-01T07:00:01-05:00"},
        (
            f'{FILE}:2:7: date: "2026-12-01T07:00:01-05:00" lies in the future\n'
            "    expected when the comment was written"
        ),
    ),
    "seconds in the offset": (
        {"date": "2026-10-07T14:05:00-05:00:30"},
        f"{FILE}:2:7: date: an offset with seconds\n    expected hours and minutes, like -05:00",
    ),
    "answers itself": (
        {"reply_to": "first"},
        (
            f"{FILE}:4:11: reply_to: a comment that answers itself\n"
            "    expected the id of another comment, or no reply_to"
        ),
    ),
    "answers nobody": (
        {"reply_to": "god"},
        (
            f'{FILE}:4:11: reply_to: this article has no comment "god"\n'
            '    expected the file name of another comment, without .yaml; did you mean "good"?'
        ),
    ),
    "no id": (
        {"reply_to": "../good"},
        (
            f'{FILE}:4:11: reply_to: "../good" cannot be an address\n'
            "    expected small letters a to z, digits and single hyphens, like first-visit"
        ),
    ),
}


@pytest.mark.parametrize(("keys", "message"), BAD_KEYS.values(), ids=BAD_KEYS)
def test_a_bad_comment_is_refused_and_the_good_one_stays(desk, keys, message):
    desk.comment("good")
    desk.comment("first", **keys)

    assert desk.problems() == message
    assert [comment.id for comment in desk.read()[0]["nerve-block"]] == ["good"]


BAD_FILES = {
    "a NUL byte": (
        b"name: A\0",
        f"{FILE}:1:8: control character U+0000\n    expected text without it; delete it",
    ),
    "not UTF-8": (
        b"name: \xe9",
        (
            f"{FILE}:1:7: byte 0xE9 is not UTF-8 text\n"
            "    expected a file saved as UTF-8 (in the editor: Save with encoding)"
        ),
    ),
    "a tab": ("text: |\n\tThanks", f"{FILE}:2:1: a tab\n    expected spaces"),
    "a list": ("- a", f"{FILE}:1:1: a list where keys with values belong\n    expected {KEYS}"),
    "nothing": ("", f"{FILE}:1:1: nothing where keys with values belong\n    expected {KEYS}"),
}


@pytest.mark.parametrize(("content", "message"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_is_refused_and_the_good_one_stays(desk, content, message):
    desk.comment("good")
    desk.put("first.yaml", content)

    assert desk.problems() == message
    assert [comment.id for comment in desk.read()[0]["nerve-block"]] == ["good"]


def test_all_that_is_wrong_with_a_comment_is_said_at_once(desk):
    desk.comment("first", name="", email="a@b.example", date="today")

    assert len(desk.read()[1]) == 3


def test_a_message_never_repeats_an_e_mail_address(desk):
    desk.comment("first", name="a@b.example", text="a@b.example", email="a@b.example")

    assert "b.example" not in desk.problems()


def test_a_file_name_that_cannot_be_an_address_is_refused(desk):
    desk.comment("First one")

    assert desk.problems() == (
        'comments/nerve-block/First one.yaml: file name: "First one" cannot be an address\n'
        "    expected small letters a to z, digits and single hyphens, like first-visit"
    )


def test_a_circle_is_told_of_each_that_is_in_it_and_of_no_other(desk):
    desk.comment("a", reply_to="b")
    desk.comment("b", reply_to="a")
    desk.comment("beside", reply_to="a")
    circle = (
        "reply_to: comments that answer each other in a circle\n    expected one of them without reply_to"
    )

    assert desk.problems() == (
        f"comments/nerve-block/a.yaml:4:11: {circle}\ncomments/nerve-block/b.yaml:4:11: {circle}\n"
        'comments/nerve-block/beside.yaml:4:11: notice: reply_to: left out with "a", which it answers\n'
        "    expected that comment put right"
    )


def test_answers_to_a_refused_comment_are_left_out_with_a_notice_each(desk):
    desk.comment("bad", name="")
    desk.comment("answer", reply_to="bad")
    desk.comment("further", reply_to="answer")
    threads, problems = desk.read()

    assert threads == {}
    assert [problem.message for problem in problems if problem.severity.name == "NOTICE"] == [
        'left out with "bad", which it answers',
        'left out with "answer", which it answers',
    ]


def test_a_folder_of_no_article_is_refused_with_the_nearest_one(desk):
    (desk.comments / "nerve-blok").mkdir(parents=True)

    assert desk.problems() == (
        'comments/nerve-blok: there is no article "nerve-blok"\n'
        '    expected a folder that is named by the slug of an article; did you mean "nerve-block"?'
    )


def test_a_file_beside_the_folders_is_refused(desk):
    desk.put("../first.yaml", "name: Ann")

    assert desk.problems() == (
        "comments/first.yaml: is not a folder\n    expected a folder that is named by the slug of an article"
    )


def test_a_file_with_another_ending_is_refused(desk):
    desk.put("first.yml", "name: Ann")

    assert desk.problems() == (
        'comments/nerve-block/first.yml: is not a comment\n    expected a file whose name ends in ".yaml"'
    )


def test_a_folder_among_the_comments_is_refused(desk):
    (desk.comments / "nerve-block/more.yaml").mkdir(parents=True)

    assert desk.problems() == (
        "comments/nerve-block/more.yaml: is a folder\n"
        "    expected comments directly in the folder of their article"
    )


def test_a_pipe_is_refused_without_waiting_for_it(desk):
    desk.comment("good")
    os.mkfifo(desk.comments / "nerve-block/first.yaml")

    assert desk.problems() == f"{FILE}: is not a regular file\n    expected a text file"


@pytest.mark.parametrize("name", ["nerve-block/first.yaml", "spinal-cord-stimulation", "."])
def test_links_are_refused_wherever_they_stand(desk, tmp_path, name):
    (tmp_path / "secret").mkdir()
    link = desk.comments / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(tmp_path / "secret")
    place = f"comments/{name}".removesuffix("/.")

    assert desk.problems() == f"{place}: is a link\n    expected the file itself, copied here"


def test_a_folder_that_cannot_be_read_is_told(desk):
    desk.comments.write_text("a file")

    assert desk.problems() == "comments: cannot be read: Not a directory"
