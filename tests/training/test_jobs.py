"""Jobs: one of a kind, fair slices, results that stay."""

import pytest

from playground.data import DataError
from playground.messages import Message
from playground.training.jobs import AWAITED, Job, Jobs


class Counting(Job):
    """A job that counts its slices, and says how long each was to be."""

    def __init__(self, slices: int = 3, clock=None) -> None:
        super().__init__((_ for _ in ()), None)
        self.slices, self.given, self._clock = slices, [], clock

    def advance(self, seconds: float) -> bool:
        self.given.append(seconds)
        self.result = f"{len(self.given)} of {self.slices}"
        if self._clock is not None:
            self._clock.now += seconds
        return len(self.given) >= self.slices


def raising(error, after=0):
    """Yield some results, then raise."""
    for number in range(after):
        yield f"step {number}"
    raise error


class Telling(Job):
    """A job whose results can tell a problem."""

    def __init__(self, *arguments, error=None):
        super().__init__(*arguments)
        self.error = error

    def refused(self, problem):
        return problem

    def conclude(self, _session):
        if self.error is not None:
            raise self.error


def test_a_job_works_until_it_is_done():
    jobs, job = Jobs(), Counting(3)
    assert not jobs.busy
    assert jobs.result("count", str) is None
    jobs.start("count", job)
    assert jobs.busy
    left, changes = [], []
    for _ in range(4):
        jobs.advance(1.0)
        left.append(jobs.busy)
        changes.append(jobs.changes)
    assert left == [True, True, False, False]
    assert changes == [2, 3, 4, 4]
    assert len(job.given) == 3
    assert jobs.result("count", str) == "3 of 3"
    assert jobs.result("count", int) is None


@pytest.mark.parametrize("background", [None, 1.0])
def test_a_job_whose_end_gives_the_others_up(background):
    class Opening(Counting):
        def finish(self, session):
            jobs.clear()

    jobs, given_up = Jobs(), Counting(3)
    awaited = min(AWAITED)
    first, second = (awaited, "count") if background else ("count", "other")
    jobs.start(first, Opening(1))
    jobs.start(second, given_up)
    jobs.advance(1.0, background)
    assert not jobs.busy
    assert given_up.given == []


def test_time_is_shared_and_what_one_leaves_the_next_may_use(clock):
    jobs, slow, quick = Jobs(), Counting(99, clock), Counting(99)
    jobs.start("slow", slow)
    jobs.start("quick", quick)
    jobs.advance(0.008, clock=clock)
    assert slow.given == pytest.approx([0.004])
    assert quick.given == pytest.approx([0.004])
    jobs.cancel("slow")
    jobs.advance(0.008, clock=clock)
    assert quick.given[1] == pytest.approx(0.008)


def test_another_of_its_kind_takes_its_place_and_shows_the_old_result_until_it_has_its_own():
    jobs, old, new = Jobs(), Counting(9), Counting(9)
    jobs.start("count", old)
    jobs.advance(1.0)
    jobs.start("count", new)
    assert jobs.result("count", str) == "1 of 9"
    jobs.advance(1.0)
    assert len(old.given) == len(new.given) == 1


def test_a_cancelled_job_leaves_what_it_brought():
    jobs = Jobs()
    jobs.start("count", Counting(9))
    jobs.advance(1.0)
    jobs.cancel("count")
    jobs.cancel("never started")
    assert not jobs.busy
    jobs.advance(1.0)
    assert jobs.result("count", str) == "1 of 9"


def test_clearing_forgets_everything():
    jobs = Jobs()
    jobs.clear()
    assert jobs.changes == 0
    jobs.start("count", Counting(9))
    jobs.advance(1.0)
    before = jobs.changes
    jobs.clear()
    assert not jobs.busy
    assert jobs.result("count", str) is None
    assert jobs.changes == before + 1


def test_a_job_that_fails_is_given_up():
    jobs, other = Jobs(), Counting(9)
    jobs.start("bad", Job(raising(ZeroDivisionError(), after=1), None))
    jobs.start("good", other)
    with pytest.raises(ZeroDivisionError):
        jobs.advance(1.0)
    assert jobs.busy
    assert jobs.result("bad", str) == "step 0"
    jobs.advance(1.0)
    assert len(other.given) == 1


def test_a_job_takes_one_step_at_least_and_no_more_than_there_is_time_for(clock):
    def steps():
        for number in range(9):
            clock.now += 0.25
            yield number

    job = Job(steps(), None)
    assert not job.advance(0.0, clock=clock)
    assert job.result == 0
    assert not job.advance(0.5, clock=clock)
    assert job.result == 2
    assert job.advance(100.0, clock=clock)
    assert job.result == 8
    assert job.advance(100.0, clock=clock)


ERRORS = [
    (DataError(Message("{file}: no", file="a.csv")), "a.csv: no"),
    (MemoryError(), "a.csv: not enough memory; close other programs, or take fewer examples"),
    (
        UnicodeEncodeError("utf-8", "\udcb0", 0, 1, "surrogates not allowed"),
        "a.csv: something unexpected went wrong (UnicodeEncodeError: 'utf-8' codec can't encode character '\\udcb0' in "
        "position 0: surrogates not allowed); its details are in the log",
    ),
    (KeyError("k"), "a.csv: something unexpected went wrong (KeyError: 'k'); its details are in the log"),
]


@pytest.mark.parametrize("when", ["step", "finish"])
@pytest.mark.parametrize(("error", "problem"), ERRORS)
def test_whatever_goes_wrong_ends_a_job_and_is_told(make_session, caplog, error, problem, when):
    session = make_session()
    steps = raising(error, after=2) if when == "step" else (letter for letter in ())
    job = Telling(steps, "begin", "a.csv", error=error if when == "finish" else None)
    session.jobs.start("open", job)
    changes = session.jobs.changes
    assert not session.jobs.advance(1.0)
    assert session.snapshot().work["open"] == problem
    assert session.jobs.changes == changes + 1
    assert len(caplog.records) == (0 if isinstance(error, DataError | MemoryError) else 1)


def test_the_last_result_comes_with_the_end_and_not_a_slice_before():
    def steps():
        yield "half"
        return "whole"

    job = Job(steps(), None)
    assert not job.advance(0.0)
    assert job.result == "half"
    assert job.advance(0.0)
    assert job.result == "whole"


def test_a_job_can_be_worked_on_at_once(make_session):
    session = make_session()
    session.jobs.start("open", Telling((letter for letter in "ab"), "", "x"), at_once=1.0)
    assert not session.jobs.busy
    assert session.snapshot().work["open"] == "b"
    session.jobs.start("open", Telling((letter for letter in "ab"), "", "x"), at_once=0.0)
    assert session.jobs.busy
    assert session.snapshot().work["open"] == "a"


@pytest.mark.parametrize("kind", sorted(AWAITED))
def test_what_a_person_waits_for_has_its_own_time(clock, kind):
    jobs, awaited, other, third = Jobs(), Counting(99, clock), Counting(99, clock), Counting(99, clock)
    jobs.start("check", other)
    jobs.start(kind, awaited)
    jobs.start("slice", third)
    jobs.advance(0.008, 0.002, clock=clock)
    assert awaited.given == pytest.approx([0.008])
    assert [*other.given, *third.given] == pytest.approx([0.001, 0.001])
    jobs.advance(0.009, clock=clock)
    assert [awaited.given[1], other.given[1]] == pytest.approx([0.003, 0.003])


class Finishing(Counting):
    """A job that tells the session when it is done."""

    def finish(self, session) -> None:
        self.finished = session.jobs.busy, session
        session.loop.message = "done"


def test_a_job_that_is_done_can_change_the_session(make_session):
    session, job = make_session(), Finishing(2)
    session.jobs.start("import", job)
    session.jobs.start("check", other := Counting(9))
    assert session.jobs.advance(1.0)
    assert not hasattr(job, "finished")
    assert session.jobs.advance(1.0)
    assert job.finished == (True, session)  # the other one
    assert session.loop.message == "done"
    assert not session.jobs.is_under_way("import")
    session.jobs.advance(1.0)
    assert len(job.given) == 2
    assert len(other.given) == 3


def test_a_finish_may_begin_the_next_of_its_kind(make_session):
    session = make_session()

    class Chained(Counting):
        def finish(self, session) -> None:
            session.jobs.start("import", Counting(2))

    session.jobs.start("import", Chained(1))
    assert session.jobs.advance(1.0)
    assert session.jobs.advance(1.0)
    assert not session.jobs.advance(1.0)
