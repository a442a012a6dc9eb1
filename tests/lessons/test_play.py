import numpy as np
import pytest

from playground.files import read_preset
from playground.lessons.commands import (
    AnswerStep,
    BeginLesson,
    ComeBack,
    EndLesson,
    EnterStep,
    Explore,
    LookAtGoal,
    RevealAnswer,
    TakeHint,
    play_of,
)
from playground.lessons.decode import encode_lesson
from playground.lessons.errors import LessonError
from playground.training.commands import ChangeField, SetParameter, StepBatch
from playground.training.saved.jobs import read_memory
from playground.training.session import TrainingSession
from playground.training.walkthrough.one_update import OneUpdate
from tests.lessons.conftest import lesson_of, saved

ASK = {"kind": "number", "answer": "dW[1][1,1]", "hints": [{"en": "one"}, {"en": "two"}]}
LESSON = lesson_of(
    {"ask": ASK},
    {"do": {"updates": 2, "weights": {"W[1][1,1]": 0.25, "b[2][1]": -1}}},
    {"until": {"train_cost": "< 0.1"}},
)


@pytest.fixture
def begun(session):
    BeginLesson(encode_lesson(LESSON).decode()).apply(session)
    return session


def test_a_goal_that_speaks_of_scores_looks_into_no_update(begun, monkeypatch):
    monkeypatch.setattr(OneUpdate, "walkthrough", lambda *_: pytest.fail("an update is looked into"))
    EnterStep(2).apply(begun)
    LookAtGoal().apply(begun)
    assert not record(begun).has_reached("s2")
    with pytest.raises(pytest.fail.Exception):
        play_of(begun).names()


def test_names_stay_those_of_the_moment_at_which_they_were_asked_for(begun):
    names = play_of(begun).names()
    before = play_of(begun).names().value("dW[1][1,1]")
    StepBatch().apply(begun)
    assert names.value("dW[1][1,1]") == before != play_of(begun).names().value("dW[1][1,1]")


def record(session):
    return play_of(session).record


def test_it_begins_at_its_start_and_first_step(begun):
    assert record(begun).step == 0
    assert begun.experiment.name["en"] == "By hand"
    assert begun.inspection.walkthrough.example == 0


def test_answers_are_kept_with_the_state_they_were_given_at(begun):
    AnswerStep("1").apply(begun)
    AnswerStep("−0,0173").apply(begun)
    answered = record(begun).at("s0")
    assert [(each.value, each.right) for each in answered.tries] == [(1.0, False), (-0.0173, True)]
    stored = np.frombuffer(answered.state.parameters)
    assert np.array_equal(stored, begun.run.network.parameters)


def test_an_answer_that_cannot_be_read_is_no_try(begun):
    with pytest.raises(LessonError, match="a number was expected"):
        AnswerStep("many").apply(begun)
    assert record(begun).at("s0").tries == ()


def test_hints_come_one_by_one_and_no_more_than_there_are(begun):
    for _ in range(5):
        TakeHint().apply(begun)
    assert record(begun).at("s0").hints == 2
    assert not play_of(begun).is_done


def test_a_revealed_answer_lets_it_go_on_but_is_not_right(begun):
    RevealAnswer().apply(begun)
    assert play_of(begun).is_done
    assert not record(begun).at("s0").right


def test_a_step_does_what_it_says(begun):
    EnterStep(1).apply(begun)
    assert begun.update == 2
    assert begun.run.network.W[0][0, 0] == 0.25
    assert begun.run.network.b[1][0, 0] == -1


def test_a_goal_is_reached_by_training_and_stays_reached(begun):
    EnterStep(2).apply(begun)
    LookAtGoal().apply(begun)
    assert not play_of(begun).is_done
    for _ in range(40):
        StepBatch().apply(begun)
    LookAtGoal().apply(begun)
    assert play_of(begun).is_done
    begun.reset()
    LookAtGoal().apply(begun)
    assert play_of(begun).is_done


def test_exploring_and_coming_back_restores_the_step(begun):
    SetParameter(1, 0, 0, 0.75).apply(begun)
    Explore().apply(begun)
    before = begun.run.network.parameters.copy()
    ChangeField("training.learning_rate", 3.0).apply(begun)
    StepBatch().apply(begun)
    ComeBack().apply(begun)
    assert np.array_equal(begun.run.network.parameters, before)
    assert begun.experiment.training.learning_rate == 0.5
    assert record(begun).away is None


def test_the_next_step_begins_with_the_network_of_the_lesson_and_no_other(begun):
    before = begun.experiment
    Explore().apply(begun)
    begun.load(read_preset("spirals"))
    with pytest.raises(LessonError, match="go back to it first"):
        AnswerStep(1).apply(begun)
    EnterStep(1).apply(begun)
    assert begun.experiment == before
    assert record(begun).away is None
    assert begun.run.network.W[0][0, 0] == 0.25


def test_coming_back_brings_the_curve_and_the_timeline_of_the_step_also_from_a_file(begun, tmp_path):
    for _ in range(3):
        begun.step_epoch()
    Explore().apply(begun)
    epochs = begun.timeline.curves().epochs.tolist()
    moments = [moment.update for moment in begun.timeline.records]
    file = tmp_path / "left.playground"
    saved(begun, file)
    begun.load(read_preset("circles"))
    for session in (begun, TrainingSession.from_memory(read_memory(str(file)))):
        ComeBack().apply(session)
        assert session.timeline.curves().epochs.tolist() == epochs == [0, 1, 2, 3]
        assert [moment.update for moment in session.timeline.records] == moments
        assert session.epoch == 3
    begun.undo()
    assert begun.experiment.data == read_preset("circles").data


def test_it_goes_on_in_another_session(begun):
    AnswerStep(1).apply(begun)
    other = TrainingSession.from_memory(begun.memory())
    assert record(other) == record(begun)


def test_it_is_in_the_file_of_a_session(begun, tmp_path):
    AnswerStep(1).apply(begun)
    saved(begun, tmp_path / "student.playground")
    assert read_memory(str(tmp_path / "student.playground")).lesson == begun.lesson


def test_ended_it_leaves_nothing(begun):
    EndLesson().apply(begun)
    assert begun.lesson == ""
    with pytest.raises(LessonError, match="no lesson is under way"):
        AnswerStep(1).apply(begun)


@pytest.mark.parametrize("index", [-1, 3, 10**9])
def test_there_is_no_such_step(begun, index):
    with pytest.raises(LessonError, match="there is no step"):
        EnterStep(index).apply(begun)


def test_a_start_that_cannot_be_opened_changes_nothing(session):
    before = session.experiment
    lesson = lesson_of({}, start={"preset": "nowhere"})
    with pytest.raises(ValueError, match="'nowhere' is not a preset"):
        BeginLesson(encode_lesson(lesson).decode()).apply(session)
    assert session.experiment is before
    assert session.lesson == ""
