"""Every lesson of the course, played once in the real window: what a step shows comes into sight, its question is
answered rightly, its goal is reached."""

import pytest

from playground.lessons.commands import BeginLesson, EnterStep, play_of
from playground.lessons.course import COURSE, course_lesson
from playground.lessons.decode import encode_lesson
from playground.lessons.deeds import DEEDS
from playground.lessons.questions import QUESTIONS
from playground.lessons.record import decode_record
from playground.training.commands.command import Kind
from playground.views.backprop.view import PAGES, BackpropView


def _reach(session, solve):
    """Do what the lesson says reaches the goal, and train where that alone does not."""
    for name, value in solve.items():
        DEEDS[name].do(session, value)
    if not play_of(session).look_at_goal():
        session.start(())


Reach = Kind(_reach)


def _answer_rightly(session):
    """Answer the question of the step as it is now."""
    play = play_of(session)
    play.answer(QUESTIONS[play.ask.kind].answer(play.ask, play.names()))
    play.keep()


AnswerRightly = Kind(_answer_rightly)


def check_sight(window, show, wait):
    """What a step names is in front: its workspace, the page of it, the step of the walk."""
    if not show.workspace:
        return
    assert window._area.workspaces.name == show.workspace
    page = window._area.workspaces.current
    if isinstance(page, BackpropView):
        assert not show.page or page.tabs.currentIndex() == PAGES.index(show.page)
        if show.phase:
            wait(lambda: page.walk.position is not None)
            phase = page.walk.position.phase
            assert f"{phase.name} {phase.layer}".startswith(show.phase)


@pytest.mark.parametrize("name", COURSE)
def test_played_in_the_window(qtbot, make_window, name):
    lesson, window, failed = course_lesson(name), make_window(), []
    window._worker.failed.connect(failed.append)
    window._worker.refused.connect(lambda _command, text: failed.append(text))

    def wait(until):
        qtbot.waitUntil(lambda: bool(failed) or bool(until()), timeout=60_000)
        assert not failed

    def record():
        return decode_record(window.snapshot.lesson, "lesson")

    window.post(BeginLesson(encode_lesson(lesson).decode()))
    wait(lambda: window.snapshot.lesson and window.lessons.view is not None)
    player = window.lessons.view.player
    is_followed = name != list(COURSE)[-1]
    for index, step in enumerate(lesson.steps):
        if index:
            window.post(EnterStep(index))
        wait(lambda index=index: record().step == index and player.progress.value() == index + 1)
        assert player.text.text() == step.text["en"]
        assert window.lessons.locks == frozenset(step.lock)
        check_sight(window, step.show, wait)
        if step.ask is not None:
            wait(player.field.isVisible)
            window.post(AnswerRightly())
            wait(lambda step=step: record().at(step.id).tries)
            assert record().at(step.id).right, step.id
            wait(lambda: player.verdict.text() == "Right.")
        if step.until:
            window._worker.post(Reach(step.solve))
            wait(lambda step=step: record().has_reached(step.id))
            if step.ask is None:
                wait(lambda: player.verdict.text() == "Reached.")
        last = index + 1 == len(lesson.steps)
        wait(lambda last=last: player.next.isEnabled() == (is_followed or not last))
    assert player.end.isVisible()
    assert (player.next.text() == "Next lesson") == is_followed
    assert window.lessons._done == {lesson.id}
