"""What a student hands in: one page that says what was asked, answered and reached in the lesson of a session."""

from base64 import b64encode
from collections.abc import Iterator
from html import escape

from playground.files.errors import FileError
from playground.lessons.decode import decode_lesson
from playground.lessons.lesson import Ask, Lesson, Step
from playground.lessons.questions import said
from playground.lessons.record import Answered, PredictedVote, Record, Vote, decode_record, decode_votes
from playground.lessons.worksheet import answer_text, letter
from playground.messages import LocalText, Message
from playground.training.snapshot import Snapshot
from playground.views.lessons.paper import ANSWER, BEGINS, FRAME, Say, held_together, options, page, pdf
from playground.views.lessons.progress import goal_text
from playground.views.lessons.tally import option_text
from playground.views.pictures import figure_png
from playground.views.theme import LIGHT

PICTURE = (1200, 800)
SHOWN = 600


def hand_in_html(snapshot: Snapshot, say: Say) -> bytes:
    """Return the page of a session's lesson as one file that needs no other.

    Raises `FileError` if no lesson is under way in the session and no class has voted, or what is kept of it cannot be
    read.
    """
    return page(*_sheet(snapshot, say))


def hand_in_pdf(snapshot: Snapshot, say: Say) -> bytes:
    """Return the same as a PDF. Raises as `hand_in_html`."""
    return pdf(*_sheet(snapshot, say))


def _sheet(snapshot: Snapshot, say: Say) -> tuple[str, str]:
    """Return the title and the text of the page."""
    votes, written = decode_votes(snapshot.votes), held_together(say)
    if snapshot.lesson:
        record = decode_record(snapshot.lesson, "lesson")
        lesson = decode_lesson(record.lesson.encode(), "lesson")
        title, body = say(lesson.name), [*_answered(lesson, record, written)]
    elif votes:
        title, body = say(Message("Predictions of a class")), []
    else:
        raise FileError("there is no lesson in this session; begin one in the course first")
    rest = (*_predicted(votes, written), *_picture(snapshot, written))
    return title, "\n".join([f"<h2>{escape(title)}</h2>", *body, *rest])


def _answered(lesson: Lesson, record: Record, say: Say) -> Iterator[str]:
    right = sum(record.at(step.id).right for step in lesson.questions)
    count = Message("{right} of {asked} questions answered rightly", right=right, asked=len(lesson.questions))
    yield f"<p>{escape(say(Message('Name')))}: {'_' * 36}</p><p>{escape(say(count))}</p>"
    for number, step in enumerate(lesson.steps, start=1):
        if step.ask is not None or step.until:
            yield f'<div class="question">{"".join(_step(number, step, record, say))}</div>'


def _predicted(votes: tuple[PredictedVote, ...], say: Say) -> Iterator[str]:
    """Return what a class voted on predictions."""
    if votes:
        yield f"<h3>{escape(say(Message('Votes on predictions')))}</h3>"
    for number, each in enumerate(votes, start=1):
        where = each.formula or say(Message("epoch {epoch}", epoch=each.epoch))
        yield f'<div class="question"><p><b>{number}.</b> {escape(each.question)} = ? ({escape(where)})</p>'
        yield from _vote(None, each.vote, say)
        yield "</div>"


def _picture(snapshot: Snapshot, say: Say) -> Iterator[str]:
    picture = b64encode(figure_png("network", snapshot, LIGHT, PICTURE)).decode("ascii")
    title = say(Message("The network at the end, after {epochs} {epochs:epoch|epochs}", epochs=snapshot.epoch))
    yield f"<h3>{BEGINS}{escape(title)}</h3>"
    source = f"data:image/png;base64,{picture}"
    yield f'<p><a name="{ANSWER}">&#8203;</a><img width="{SHOWN}" alt="{escape(title)}" src="{source}"></p>'


def _step(number: int, step: Step, record: Record, say: Say) -> Iterator[str]:
    yield f"<p><b>{number}.</b> {escape(say(LocalText(step.text)))}</p>"
    if step.ask is not None:
        if step.ask.text:
            yield f"<p><b>{escape(say(LocalText(step.ask.text)))}</b></p>"
        yield from options(step.ask, (LocalText(choice.text) for choice in step.ask.choices), say)
        yield from _answers(step, record.at(step.id), say)
    for name, wish in step.until.items():
        word = Message("reached") if record.has_reached(step.id) else Message("not reached")
        yield f"<p>{escape(say(goal_text(name, wish)))}: <b>{escape(say(word))}</b></p>"


def _answers(step: Step, answered: Answered, say: Say) -> Iterator[str]:
    ask = step.ask
    assert ask is not None, "only of steps that ask"
    rows = "".join(
        f"<tr><td>{escape(answer_text(ask, each.value))}</td>"
        f"<td>{escape(say(Message('right') if each.right else Message('wrong')))}</td>"
        f"<td>{escape(say(said(ask, each.slip, each.value))) if not each.right else ''}</td></tr>"
        for each in answered.tries
    )
    if rows or answered.vote is None:
        yield f"<table {FRAME}>{rows}</table>" if rows else f"<p>{escape(say(Message('not answered')))}</p>"
    if answered.vote is not None:
        yield from _vote(ask, answered.vote, say)
    if answered.hints:
        yield f"<p>{escape(say(Message('{hints} {hints:hint|hints} taken', hints=answered.hints)))}</p>"
    if answered.revealed:
        shown = Message("the answer was shown: {answer}", answer=answer_text(ask, answered.answer))
        yield f"<p>{escape(say(shown))}</p>"


def _vote(ask: Ask | None, vote: Vote, say: Say) -> Iterator[str]:
    """Return what a class voted: each answer with its hands, the right ones marked."""
    rows = "".join(
        f"<tr><td>{letter(index + 1)}</td><td>{escape(option_text(ask, option, say))}</td><td>{count}</td>"
        f"<td>{escape(say(Message('right'))) if index in vote.right else ''}</td></tr>"
        for index, (option, count) in enumerate(zip(vote.options, vote.counts, strict=True))
    )
    title = say(Message("Vote: {hands} {hands:hand|hands}", hands=vote.hands))
    yield f"<p>{escape(title)}</p><table {FRAME}>{rows}</table>"
