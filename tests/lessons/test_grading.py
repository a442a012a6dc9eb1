import shutil

import msgspec
import numpy as np
import pytest

from playground.files import FileError, read_preset
from playground.files.sources import folder
from playground.lessons.commands import AnswerStep, BeginLesson, EnterStep, LookAtGoal, play_of
from playground.lessons.course import course_lesson
from playground.lessons.decode import encode_lesson
from playground.lessons.deeds import DEEDS
from playground.lessons.grading import Grade, grade_file, grade_folder
from playground.lessons.questions import QUESTIONS
from playground.lessons.record import encode_record
from playground.training import TrainingSession
from tests.lessons.conftest import lesson_of, saved

LESSON = course_lesson("one_weight")
QUESTION_COUNT = len(LESSON.questions)


def student(right, *, goal):
    """A session in which the first questions are answered rightly, the others wrongly; the goal reached or not."""
    session = TrainingSession(read_preset("xor"))
    BeginLesson(encode_lesson(LESSON).decode()).apply(session)
    asked = 0
    for index, step in enumerate(LESSON.steps):
        if index:
            EnterStep(index).apply(session)
        if step.ask is not None:
            play = play_of(session)
            answer = QUESTIONS[step.ask.kind].answer(step.ask, play.names())
            wrong = {"order": [1, 2, 3, 4], "sign": "0", "number": 123.0}[step.ask.kind]
            AnswerStep(answer if asked < right else wrong).apply(session)
            asked += 1
        if step.until and goal:
            DEEDS["epochs"].do(session, 200)
            LookAtGoal().apply(session)
    return session


def changed(session, change):
    """Write something into what a session keeps of its lesson."""
    session.keep_lesson(encode_record(change(play_of(session).record)))
    return session


def with_verdicts_turned(record):
    answered = [
        msgspec.structs.replace(each, tries=tuple(msgspec.structs.replace(t, right=True) for t in each.tries))
        for each in record.answered
    ]
    return msgspec.structs.replace(record, answered=tuple(answered))


def with_goal_claimed(record):
    from playground.lessons.record import Reached

    return msgspec.structs.replace(record, reached=(Reached("again", record.begun),))


def with_other_start(record):
    parameters = np.frombuffer(record.begun.parameters) + 0.1
    return msgspec.structs.replace(record, begun=msgspec.structs.replace(record.begun, parameters=parameters.tobytes()))


def with_easier_lesson(record):
    text = record.lesson.replace('"tolerance": "1 %"', '"tolerance": "50 %"')
    assert text != record.lesson
    return msgspec.structs.replace(record, lesson=text)


TAMPERED = {
    "verdicts": (2, False, with_verdicts_turned),
    "goal": (2, False, with_goal_claimed),
    "start": (QUESTION_COUNT, True, with_other_start),
    "lesson": (QUESTION_COUNT, True, with_easier_lesson),
}


@pytest.fixture(scope="module")
def classroom(tmp_path_factory):
    """Thirty files: of every number of right answers with and without the goal, four tampered, others that are none."""
    folder = tmp_path_factory.mktemp("class")
    for right in range(QUESTION_COUNT + 1):
        for goal in (False, True):
            saved(student(right, goal=goal), folder / f"right{right}_{'goal' if goal else 'short'}.playground")
    for name, (right, goal, change) in TAMPERED.items():
        saved(changed(student(right, goal=goal), change), folder / f"tampered_{name}.playground")
    saved(TrainingSession(read_preset("xor")), folder / "foreign_session.playground")
    for index in range(10):
        shutil.copy(folder / f"right{index % 6}_goal.playground", folder / f"copy{index}.playground")
    (folder / "foreign_notes.txt").write_text("homework")
    (folder / "foreign_empty.playground").write_bytes(b"")
    (folder / "foreign_zip.playground").write_bytes(b"PK\x03\x04" + bytes(100))
    (folder / "foreign_folder.playground").mkdir()
    return folder


@pytest.fixture(scope="module")
def grades(classroom):
    return {grade.file: grade for grade in grade_folder(classroom)}


def test_there_are_thirty_files(grades):
    assert len(grades) == 29 + 1


@pytest.mark.parametrize("right", range(QUESTION_COUNT + 1))
@pytest.mark.parametrize("goal", [False, True])
def test_an_honest_file_is_judged_as_it_was_answered(grades, right, goal):
    file = f"right{right}_{'goal' if goal else 'short'}.playground"
    assert grades[file] == Grade(file, "one_weight", right, QUESTION_COUNT, (("again", goal),))


@pytest.mark.parametrize(("name", "right", "goal"), [(name, row[0], row[1]) for name, row in TAMPERED.items()])
def test_a_tampered_file_is_named_and_judged_by_its_weights(grades, name, right, goal):
    grade = grades[f"tampered_{name}.playground"]
    assert grade.tampered
    assert (grade.right, grade.goals) == (right, (("again", goal),))


def test_foreign_files_are_told_one_line_each_and_stop_nothing(grades):
    foreign = [grade for grade in grades.values() if grade.file.startswith("foreign")]
    assert len(foreign) == 4
    assert all(grade.problem and "\n" not in grade.problem and not grade.asked for grade in foreign)


def test_weights_moved_to_where_a_wrong_answer_would_be_right_count_by_the_weights(tmp_path):
    def moved(record):
        answered = record.at("predict")
        parameters = np.frombuffer(answered.state.parameters).copy()
        parameters[0] += 1
        state = msgspec.structs.replace(answered.state, parameters=parameters.tobytes())
        return record.with_answered(msgspec.structs.replace(answered, state=state))

    path = tmp_path / "moved.playground"
    saved(changed(student(QUESTION_COUNT, goal=True), moved), path)
    grade = grade_file(path)
    assert grade.tampered
    assert grade.right == QUESTION_COUNT - 1


def test_an_own_lesson_must_be_named(tmp_path, session):
    lesson = lesson_of({"ask": {"kind": "number", "answer": "m"}})
    BeginLesson(encode_lesson(lesson).decode()).apply(session)
    AnswerStep(1).apply(session)
    saved(session, tmp_path / "own.playground")
    (without,) = grade_folder(tmp_path)
    assert "--lesson" in without.problem
    (named,) = grade_folder(tmp_path, lesson)
    assert (named.right, named.asked, named.tampered) == (1, 1, False)


def test_another_lesson_than_the_one_given_out_is_no_proof(tmp_path, session):
    lesson = lesson_of({"ask": {"kind": "number", "answer": "m"}})
    BeginLesson(encode_lesson(lesson).decode()).apply(session)
    AnswerStep(1).apply(session)
    saved(session, tmp_path / "own.playground")
    (grade,) = grade_folder(tmp_path, LESSON)
    assert (grade.right, grade.asked, grade.tampered) == (0, QUESTION_COUNT, True)


def test_a_folder_that_is_none(tmp_path):
    with pytest.raises(FileError, match="a folder of sessions"):
        grade_folder(tmp_path / "nowhere")


def test_data_from_the_lessons_own_table_are_found_wherever_the_student_has_gone_on(tmp_path):
    lesson = course_lesson("your_own_table")
    session = TrainingSession(read_preset("xor"))
    BeginLesson(encode_lesson(lesson).decode()).apply(session)
    for index, step in enumerate(lesson.steps):
        EnterStep(index).apply(session)
        if step.ask is not None:
            AnswerStep(QUESTIONS[step.ask.kind].answer(step.ask, play_of(session).names())).apply(session)
    DEEDS["preset"].do(session, "large_targets")  # a table of her own
    DEEDS["epochs"].do(session, 5)
    LookAtGoal().apply(session)
    session.keep_lesson(session.lesson.replace(str(folder("presets")), "/home/somebody/elsewhere/presets"))
    saved(session, tmp_path / "ann.playground")
    assert grade_file(tmp_path / "ann.playground") == Grade("ann.playground", "your_own_table", 3, 3, (("own", True),))


def test_a_goal_reached_with_other_data_than_were_locked_is_tampered_with(tmp_path):
    session = TrainingSession(read_preset("xor"))
    BeginLesson(encode_lesson(course_lesson("fitting_too_well")).decode()).apply(session)
    EnterStep(2).apply(session)
    EnterStep(3).apply(session)
    four = {"network.hidden": [{"units": 4, "activation": "tanh"}]}
    DEEDS["set"].do(session, {"data.source": "gaussians", **four})
    DEEDS["epochs"].do(session, 300)
    LookAtGoal().apply(session)
    saved(session, tmp_path / "ann.playground")
    grade = grade_file(tmp_path / "ann.playground")
    assert grade.goals == (("small", True),)
    assert grade.tampered


@pytest.mark.parametrize(
    "change",
    [
        lambda record: msgspec.structs.replace(record, step=99),
        lambda record: msgspec.structs.replace(record, answered=(*record.answered, record.at("predict"))),
        lambda record: record.with_answered(msgspec.structs.replace(record.at("predict"), step="invented")),
        lambda record: msgspec.structs.replace(record, reached=(*record.reached, *record.reached)),
    ],
)
def test_a_record_of_what_the_lesson_has_not_is_tampered_with(tmp_path, change):
    path = tmp_path / "ann.playground"
    saved(changed(student(QUESTION_COUNT, goal=True), change), path)
    assert grade_file(path) == Grade(path.name, "one_weight", QUESTION_COUNT, QUESTION_COUNT, (("again", True),), True)
