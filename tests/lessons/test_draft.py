"""A lesson while it is being made: its form's table, its steps, what is recorded, its check beside the training."""

import json

import msgspec
import pytest

from playground.files import FileError, override, read_preset
from playground.lessons import draft
from playground.lessons.check_job import CheckLesson
from playground.lessons.course import COURSE, course, lesson_folder
from playground.lessons.decode import encode_lesson, read_lesson
from playground.lessons.deeds import DEEDS
from playground.lessons.errors import LessonError
from playground.lessons.format import (
    FORMAT,
    PARTED,
    conditions_text,
    line_text,
    names_text,
    parts_of,
    read_conditions,
    read_names,
    read_table,
    table_text,
)
from playground.lessons.lesson import Ask, Lesson, Show, Step
from playground.lessons.offers import deed_offers
from playground.lessons.questions import QUESTIONS
from tests.lessons.conftest import lesson_of

LEFT_OUT = {(Lesson, "schema_version"), (Lesson, "steps"), (Step, "examples"), (Step, "misconceptions")}
"""Keys that no form fills in: the version, the steps, which are a list of their own, what only the course counts."""


def checked(session, lesson, number=3):
    CheckLesson(encode_lesson(lesson).decode(), "", number).apply(session)
    while session.jobs.advance(0.5):
        pass
    return session.snapshot().work["lesson_check"]


@pytest.mark.parametrize("struct", FORMAT, ids=lambda struct: struct.__name__)
def test_the_table_has_every_key_of_the_format(struct):
    keys = {(struct, field.name) for field in msgspec.structs.fields(struct)} - LEFT_OUT
    assert {(struct, part.key) for part in FORMAT[struct]} == keys


@pytest.mark.parametrize("kind", QUESTIONS.values(), ids=list(QUESTIONS))
def test_a_question_has_what_its_kind_needs_and_nothing_of_others(kind):
    keys = {part.key for part in parts_of(Ask(kind.name))}
    assert {"kind", "hide", "hints", *kind.needs} <= keys
    assert ("choices" in keys) == ("choices" in kind.needs)
    assert ("of" in keys) == (kind.name == "cell")


def test_what_lessons_hold_is_the_same_after_being_lines_of_text():
    for lesson in course():
        for step in lesson.steps:
            assert read_table(table_text(step.do, PARTED), PARTED) == step.do
            assert read_table(table_text(step.solve, PARTED), PARTED) == step.solve
            assert read_table(table_text(step.do)) == step.do
            assert read_names(names_text(step.lock)) == step.lock
            assert read_conditions(conditions_text(step.until)) == step.until


def test_lines_as_they_are_typed():
    assert read_table('epochs = 5\npreset = xor\nset = {"a": 1}\n\nname') == {
        "epochs": 5,
        "preset": "xor",
        "set": {"a": 1},
        "name": "",
    }
    assert table_text({"note": "5"}) == 'note = "5"'
    parted = "set.training.learning_rate = 0.5\nset.network.cost = mse\nweights.W[1][2,1] = 1\nepochs = 5"
    deeds = {
        "set": {"training.learning_rate": 0.5, "network.cost": "mse"},
        "weights": {"W[1][2,1]": 1},
        "epochs": 5,
    }
    assert read_table(parted, PARTED) == deeds
    assert table_text(deeds, PARTED) == parted
    assert read_table(table_text(deeds), PARTED) == deeds  # also as it was typed before
    assert read_conditions("test_cost<=0.05\nepoch") == {"test_cost": "<= 0.05", "epoch": ""}


def is_taken(preset, settings):
    """Whether an experiment can have these settings."""
    try:
        override(
            read_preset(preset), [f"{path}={msgspec.json.encode(value).decode()}" for path, value in settings.items()]
        )
    except FileError:
        return False
    return True


def test_what_is_offered_is_known_and_fits():
    for offer in deed_offers():
        for value in offer.values:
            ((name, deed),) = read_table(line_text(offer.key, value), PARTED).items()
            assert DEEDS[name].fits(deed), offer.key
            if name == "set":
                assert any(is_taken(preset, deed) for preset in ("circles", "plane", "digits")), (offer.key, value)


def test_a_draft_that_cannot_be_played_is_written_and_read(tmp_path):
    lesson = draft.new_lesson()
    draft.write_draft(tmp_path / "a.json", lesson)
    assert draft.read_draft(tmp_path / "a.json") == lesson
    with pytest.raises(FileError, match="a text was expected"):
        read_lesson(tmp_path / "a.json")


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"steps": 3}', b'{"steps": []}'])
def test_what_is_no_lesson_at_all_is_refused(tmp_path, content):
    (tmp_path / "a.json").write_bytes(content)
    with pytest.raises(FileError, match=r"a\.json"):
        draft.read_draft(tmp_path / "a.json")


def test_steps_are_added_copied_moved_and_removed():
    lesson = lesson_of({}, {})
    more = draft.added(lesson, 1)
    assert [step.id for step in more.steps] == ["s0", "step_3", "s1"]
    copied = draft.added(more, 3, more.steps[0])
    assert [step.id for step in copied.steps] == ["s0", "step_3", "s1", "step_4"]
    assert copied.steps[3].text == more.steps[0].text
    assert [step.id for step in draft.moved(copied, 3, -2).steps] == ["s0", "step_4", "step_3", "s1"]
    assert [step.id for step in draft.moved(copied, 0, -1).steps] == [step.id for step in copied.steps]
    assert [step.id for step in draft.removed(copied, 0).steps] == ["step_3", "s1", "step_4"]
    single = lesson_of({})
    assert draft.removed(single, 0) is single


def test_there_are_bounds():
    lesson = lesson_of(*({} for _ in range(100)))
    with pytest.raises(LessonError, match="at most 100"):
        draft.added(lesson, 0)


def test_hiding_cells_asks_for_the_first_of_them():
    step = draft.with_hidden(lesson_of({}).steps[0], "dW[1][1,1]")
    assert step.ask == Ask("number", answer="dW[1][1,1]", hide=("dW[1][1,1]",))
    step = draft.with_hidden(step, "dA[1][1]")
    assert (step.ask.answer, step.ask.hide) == ("dW[1][1,1]", ("dW[1][1,1]", "dA[1][1]"))
    step = draft.with_hidden(step, "dW[1][1,1]")
    assert (step.ask.answer, step.ask.hide) == ("dA[1][1]", ("dA[1][1]",))


def test_a_formula_of_ones_own_stays_the_answer():
    ask = Ask("number", answer="cost")
    step = draft.with_hidden(msgspec.structs.replace(lesson_of({}).steps[0], ask=ask), "dW[1][1,1]")
    assert step.ask.answer == "cost"


def test_the_start_is_recorded_as_a_preset_and_what_differs():
    experiment = override(read_preset("xor"), ["training.learning_rate=0.25", "network.hidden=[3]"])
    lesson = draft.recorded_start(lesson_of({}), experiment)
    assert lesson.start.preset == "xor"
    assert lesson.start.set["training.learning_rate"] == 0.25
    assert set(lesson.start.set) == {"training.learning_rate", "network.hidden"}
    assert draft.settings_before(lesson, 0).network == experiment.network


def test_a_step_records_what_is_shown_and_what_was_set_since():
    lesson = lesson_of({"do": {"set": {"training.learning_rate": 0.5}}}, {"do": {"epochs": 2}})
    experiment = override(draft.settings_before(lesson, 1), ["training.batch_size=1", "training.l2=0.01"])
    show = Show("backprop", "walk", "dW 1")
    step = draft.recorded_step(lesson, 1, show, experiment, None).steps[1]
    assert step.show == show
    assert step.do == {"set": {"training.l2": 0.01}, "epochs": 2} or step.do["set"]["training.l2"] == 0.01
    assert "training.learning_rate" not in step.do["set"]


def test_data_of_a_file_are_not_recorded(tmp_path):
    before = read_preset("xor")
    (tmp_path / "t.csv").write_text("a,b,y\n1,2,p\n3,4,q\n")
    after = override(before, [f"data.source={json.dumps({'csv': str(tmp_path / 't.csv'), 'label': ['y']})}"])
    with pytest.raises(LessonError, match="beside the lesson"):
        draft.settings_between(before, after)


@pytest.mark.parametrize("name", COURSE)
def test_the_course_can_be_edited_and_stays_as_it_is(name, tmp_path):
    path = lesson_folder() / f"{name}.json"
    draft.write_draft(tmp_path / "copy.json", draft.read_draft(path))
    assert read_lesson(tmp_path / "copy.json") == read_lesson(path)


def test_the_check_tells_every_step_with_its_answer(session):
    lesson = lesson_of({"ask": {"kind": "sign", "answer": "cost"}}, {"until": {"train_cost": "< 0.2"}})
    check = checked(session, lesson)
    assert (check.number, check.done, check.problem) == (3, True, "")
    assert [(step.id, step.answer) for step in check.checked] == [("s0", "+"), ("s1", None)]


@pytest.mark.parametrize(
    ("steps", "changes", "step", "told"),
    [
        (({}, {"ask": {"kind": "number", "answer": "dW[7][1,1]"}}), {}, 1, "there is no dW[7]"),
        (({}, {}), {"start": {"preset": "nowhere"}}, None, "start: "),
    ],
)
def test_the_check_tells_what_cannot_be_played_at_its_step(session, steps, changes, step, told):
    check = checked(session, lesson_of(*steps, **changes))
    assert (check.step, check.done) == (step, True)
    assert told in check.problem
    assert not check.problem.startswith("step ")


def test_the_check_tells_what_is_no_lesson_at_its_step(session):
    lesson = lesson_of({}, {}, {})
    lesson = draft.with_step(lesson, 2, msgspec.structs.replace(lesson.steps[2], ask=Ask("guess")))
    check = checked(session, lesson)
    assert (check.step, len(check.checked)) == (2, 0)
    assert "ask.kind: guess is not known" in check.problem
