"""Which class is taken for which, as a figure: a cell for every pair, with its count."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QRectF

from playground.messages import Message
from playground.training.queries.predictions import Predicted, PredictedPart, Predictions
from playground.training.queries.results import AskResults, ClassScores, Results
from playground.training.results import ProblemInfo
from playground.training.snapshot import Snapshot
from playground.views.figures.sheet import Sheet
from playground.views.results.confusion_drawing import ConfusionDrawing, words

EVERY_EXAMPLE, EVERY_RESULT = Predictions(limit=None), AskResults(limit=None)
"""What has to be asked for a figure of all examples, and for this one."""


def title(snapshot: Snapshot) -> str:
    if snapshot.problem_info.test_X.shape[1]:
        return QCoreApplication.translate("figures", "Confusion matrix of the test examples")
    return QCoreApplication.translate("figures", "Confusion matrix of the training examples")


def lacks(problem_info: ProblemInfo) -> Message | None:
    """Return why there is no such figure, or None."""
    if problem_info.problem == "classification":
        return None
    return Message("A confusion matrix needs classes; this problem has numbers to predict.")


def predicted_part(snapshot: Snapshot) -> tuple[PredictedPart, "np.ndarray[tuple[int, ...], np.dtype[np.intp]]"]:
    """Return the predictions of the test examples, or where there are none of the training examples; and their classes.

    Raises `KeyError` if `EVERY_EXAMPLE` was not asked with this snapshot.
    """
    answer: Predicted = snapshot.answers[EVERY_EXAMPLE]
    problem_info = snapshot.problem_info
    is_test = bool(problem_info.test_X.shape[1])
    part, labels = (answer.test, problem_info.test_labels) if is_test else (answer.train, problem_info.train_labels)
    assert labels is not None, "examples of classes have labels"
    return part, labels[part.index]


def paint(sheet: Sheet, area: QRectF, snapshot: Snapshot) -> None:
    """Draw the matrix with recall and precision, as the results do."""
    results: Results = snapshot.answers[EVERY_RESULT]
    scores = results.scores["test" if snapshot.problem_info.test_X.shape[1] else "train"]
    assert isinstance(scores, ClassScores), "of classes"
    ConfusionDrawing(snapshot.problem_info.classes, area, sheet.font, sheet.theme, words()).paint(sheet.painter, scores)
