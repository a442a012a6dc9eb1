"""The one-slot mailbox."""

import threading

from playground.bridge.mailbox import Mailbox


def test_the_newest_takes_the_place_of_what_was_not_fetched():
    box, first, second = Mailbox(), object(), object()
    assert box.is_empty
    assert box.take() is None
    assert box.put(first)
    assert not box.is_empty
    assert not box.put(second)
    assert box.take() is second
    assert box.is_empty
    assert box.take() is None
    assert box.put(first)


def test_between_threads_there_is_one_notice_for_each_fetch():
    box, notices, fetched = Mailbox(), threading.Semaphore(0), []

    def put() -> None:
        for number in range(20_000):
            if box.put(number):
                notices.release()
        box.put(None)
        notices.release()

    writer = threading.Thread(target=put)
    writer.start()
    while True:
        notices.acquire()
        if (value := box.take()) is None:
            break
        fetched.append(value)
    writer.join()
    assert fetched == sorted(set(fetched))
