"""One field changed, and what follows; what is refused changes nothing and says why in one line."""

import msgspec
import pytest

from playground.data import GENERATORS, DataError
from playground.engine import ACTIVATIONS, COSTS, INITIALIZERS, OPTIMIZERS, allowed_costs
from playground.files import (
    FIELDS,
    CsvSource,
    FileError,
    FormulaSource,
    IdxSource,
    LayerSettings,
    PointsSource,
    csv_experiment,
    open_target,
    override,
    read_preset,
)
from playground.training import TrainingError, TrainingSession
from playground.training.commands import ChangeField, Load, NewSample
from playground.training.edits import edited

CIRCLES = read_preset("circles")
CLASSES = [name for name, generator in GENERATORS.items() if generator.problem == "classification"]
NUMBERS = [name for name, generator in GENERATORS.items() if generator.problem == "regression"]


def with_source(name: str):
    """The circles' network on other data."""
    return edited(CIRCLES, "data.source", name)


def trains(experiment) -> TrainingSession:
    session = TrainingSession(experiment)
    session.step_epoch()
    assert session.loop.divergence is None
    assert session.epoch == 1
    assert experiment.training.cost in allowed_costs(experiment.network.output_activation)
    return session


@pytest.mark.parametrize("after", GENERATORS)
@pytest.mark.parametrize("before", GENERATORS)
def test_any_data_after_any_other(before, after):
    session = trains(with_source(before))
    ChangeField("data.source", after).apply(session)
    generator, experiment = GENERATORS[after], session.experiment
    session.step_epoch()
    assert session.loop.divergence is None
    assert session.run.examples.dataset.problem == generator.problem
    assert experiment.training.cost in allowed_costs(experiment.network.output_activation)
    if generator.problem == "regression":
        assert not COSTS[experiment.training.cost].classification
    else:
        assert experiment.network.output_activation == ("softmax" if len(generator.classes) > 2 else "sigmoid")
        assert COSTS[experiment.training.cost].classification
    assert all(any(f"x{i}" in formula for formula in experiment.data.features) for i in range(1, generator.inputs + 1))
    assert session.run.examples.train.m + session.run.examples.test.m >= 4


@pytest.mark.parametrize("output", ACTIVATIONS)
@pytest.mark.parametrize("source", CLASSES)
def test_any_output_activation_tells_classes_apart(source, output):
    session = trains(with_source(source))
    ChangeField("network.output_activation", output).apply(session)
    session.step_epoch()
    assert session.loop.divergence is None
    assert session.experiment.training.cost in allowed_costs(output)
    usual = {"sigmoid": "binary_cross_entropy", "softmax": "cross_entropy"}
    if output != with_source(source).network.output_activation:
        assert session.experiment.training.cost == usual.get(output, "half_squared_error")


@pytest.mark.parametrize("output", [name for name in ACTIVATIONS if name != "softmax"])
@pytest.mark.parametrize("source", NUMBERS)
def test_any_output_activation_predicts_numbers_with_a_cost_for_numbers(source, output):
    session = trains(with_source(source))
    ChangeField("network.output_activation", output).apply(session)
    session.step_epoch()
    assert session.loop.divergence is None
    assert not COSTS[session.experiment.training.cost].classification


@pytest.mark.parametrize("source", NUMBERS)
def test_probabilities_of_classes_are_no_numbers(source):
    refused(TrainingSession(with_source(source)), ChangeField("network.output_activation", "softmax"), "softmax gives")


@pytest.mark.parametrize(
    ("path", "choices"),
    [
        ("training.optimizer", OPTIMIZERS),
        ("network.initializer", INITIALIZERS),
        ("network.dtype", ("float32", "float64")),
        ("training.cost", allowed_costs("sigmoid", 1)),
        (
            "network.hidden",
            [(LayerSettings(3, name),) for name in ACTIVATIONS if not ACTIVATIONS[name].output_only],
        ),
        ("network.hidden", [(LayerSettings(2, "tanh"),) * layers for layers in range(9)]),
    ],
    ids=["optimizer", "initializer", "dtype", "cost", "activation", "layers"],
)
def test_any_choice_trains(path, choices):
    session = TrainingSession(CIRCLES)
    for choice in choices:
        ChangeField(path, choice).apply(session)
        epoch = session.epoch
        session.step_epoch()
        assert session.loop.divergence is None
        assert session.epoch == epoch + 1


def test_noise_above_the_new_maximum_is_clipped():
    noisy = edited(read_preset("plane"), "data.noise", max(g.noise_maximum for g in GENERATORS.values()))
    for name, generator in GENERATORS.items():
        changed = edited(noisy, "data.source", name)
        assert changed.data.noise == min(noisy.data.noise, generator.noise_maximum)
        trains(changed)


def test_a_cost_that_fits_stays():
    huber = edited(CIRCLES, "training.cost", "huber")
    assert edited(huber, "data.source", "moons").training.cost == "huber"
    assert edited(huber, "network.output_activation", "sigmoid").training.cost == "huber"
    input_slice = edited(read_preset("plane"), "training.cost", "absolute_error")
    assert edited(input_slice, "data.source", "bumps").training.cost == "absolute_error"
    assert edited(input_slice, "network.output_activation", "tanh").training.cost == "absolute_error"


def test_an_output_activation_a_person_chose_stays():
    tanh = edited(CIRCLES, "network.output_activation", "tanh")
    assert edited(tanh, "data.source", "blobs").network.output_activation == "tanh"
    heart = read_preset("heart")
    assert edited(heart, "data.source", "heart").network.output_activation == "sigmoid"


def test_features_that_the_inputs_allow_stay():
    wide = edited(CIRCLES, "data.features", ("x1**2", "x1*x2", "sin(x1)"))
    assert edited(wide, "data.source", "sine").data.features == ("x1**2", "sin(x1)")
    assert edited(wide, "data.source", "moons").data.features == ("x1**2", "x1*x2", "sin(x1)")
    only = edited(CIRCLES, "data.features", ("x1*x2",))
    assert edited(only, "data.source", "sine").data.features == ("x1",)
    assert edited(read_preset("sine"), "data.source", "circles").data.features == ("x1", "x2")


def test_the_truth_table_trains_on_all_it_has_and_others_do_not():
    table = edited(CIRCLES, "data.source", "xor_points")
    assert (table.data.samples, table.data.train_fraction) == (4, 1.0)
    again = edited(table, "data.source", "circles")
    assert (again.data.samples, again.data.train_fraction) == (GENERATORS["circles"].samples, 0.5)
    whole = edited(edited(CIRCLES, "data.train_fraction", 1.0), "data.samples", 50)
    moons = edited(whole, "data.source", "moons")
    assert (moons.data.samples, moons.data.train_fraction) == (50, 1.0)
    assert edited(edited(CIRCLES, "data.samples", 4), "data.source", "blobs").data.samples == 4


@pytest.fixture
def table(tmp_path):
    """Numbers to predict from three columns, and classes."""
    rows = "".join(f"{i},{i * i % 7},{-i},{i * 0.3 + 0.05}\n" for i in range(40))
    (tmp_path / "numbers.csv").write_text("a,b,c,value\n" + rows)
    kinds = "".join(f"{i},{i * i % 7},{'cat' if i % 3 else 'dog'}\n" for i in range(40))
    (tmp_path / "kinds.csv").write_text("a,b,kind\n" + kinds)
    return tmp_path


def test_from_a_table_to_a_generator(table):
    for name in ("numbers.csv", "kinds.csv"):
        experiment = csv_experiment(table / name)
        for generator in ("circles", "three_spirals", "plane", "heart"):
            changed = edited(experiment, "data.source", generator)
            assert changed.classes is changed.columns is None
            trains(changed)


def test_the_output_of_a_table(table):
    for output in ACTIVATIONS:
        kinds = edited(csv_experiment(table / "kinds.csv"), "network.output_activation", output)
        assert trains(kinds).experiment.training.cost in allowed_costs(output)
        numbers = edited(csv_experiment(table / "numbers.csv"), "network.output_activation", output)
        assert not COSTS[numbers.training.cost].classification or output == "softmax"
        if output != "softmax":
            trains(numbers)


def test_a_cost_for_several_classes_does_not_stay_with_two():
    several = override(
        read_preset("three_spirals"), ["network.output_activation=sigmoid", "training.cost=cross_entropy"]
    )
    assert trains(several).run.network.sizes[-1] == 3
    two = edited(edited(several, "network.output_activation", "sigmoid"), "data.source", "circles")
    assert trains(two).experiment.training.cost == "binary_cross_entropy"


def test_what_only_the_data_can_tell_of_a_cost(table):
    kinds = msgspec.structs.replace(csv_experiment(table / "kinds.csv"), classes=None)
    session = TrainingSession(kinds)
    with pytest.raises(TrainingError, match=r"^training\.cost: cross_entropy needs one output per class"):
        session.change(edited(kinds, "training.cost", "cross_entropy"))
    numbers = edited(csv_experiment(table / "numbers.csv"), "network.output_activation", "sigmoid")
    with pytest.raises(
        TrainingError, match=r"^training\.cost: binary_cross_entropy needs values to predict from 0 to 1; those of the"
    ):
        TrainingSession(edited(numbers, "training.cost", "binary_cross_entropy"))
    assert session.experiment is kinds


def test_drawn_points():
    points = PointsSource(points=((0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (0.0, 1.0, 1.0), (1.0, 0.5, 0.0)))
    session = TrainingSession(CIRCLES)
    ChangeField("data.source", points).apply(session)
    for output in ACTIVATIONS:
        ChangeField("network.output_activation", output).apply(session)
        session.step_epoch()
        assert session.experiment.training.cost in allowed_costs(output)
    assert session.snapshot().undo_label == "Epoch"


def drawn(experiment, points, **options):
    return edited(experiment, "data.source", PointsSource(points=points, **options))


TWO = ((0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (0.0, 1.0, 1.0), (1.0, 0.5, 0.0))


def test_points_on_data_of_the_same_inputs_and_classes_change_nothing_else():
    wide = edited(CIRCLES, "data.features", ("x1**2",))
    points = drawn(edited(wide, "training.cost", "huber"), TWO)
    assert points.data.features == ("x1**2",)
    assert (points.network, points.training.cost) == (CIRCLES.network, "huber")
    assert (points.name, points.description) == ("Drawn points", {})
    assert (points.classes, points.columns) == (("0", "1"), ("x1", "x2"))
    more = drawn(points, (*TWO, (2.0, 2.0, 1.0)))
    assert more == msgspec.structs.replace(points, data=more.data)
    trains(more)


@pytest.mark.parametrize("before", GENERATORS)
def test_points_after_any_data(before):
    generator, points = GENERATORS[before], drawn(with_source(before), TWO)
    classes = max(2, len(generator.classes))
    assert points.data.source.classes == (classes if generator.classes else 0)
    assert points.classes == tuple(map(str, range(classes)))
    assert points.network.output_activation == ("softmax" if classes > 2 else "sigmoid")
    assert COSTS[points.training.cost].classification
    assert all(name in " ".join(points.data.features) for name in ("x1", "x2"))
    trains(points)


def test_a_class_stays_when_its_last_point_goes():
    three = drawn(CIRCLES, (*TWO, (2.0, 2.0, 2.0)))
    assert three.network.output_activation == "softmax"
    erased = drawn(three, TWO)
    assert erased.classes == ("0", "1", "2")
    assert erased.network == three.network
    session = trains(three)
    weights = session.run.network.parameters.tobytes()
    session.change(erased)
    assert session.run.network.parameters.tobytes() == weights
    # Unless it is said how many there are.
    assert drawn(erased, TWO, classes=2).classes == ("0", "1")


def test_points_keep_their_side_and_the_axes_stay():
    session = trains(drawn(CIRCLES, TWO))
    problem_info = session.snapshot().problem_info
    assert problem_info.domain == ((-6, 6), (-6, 6))
    sides = {tuple(x) for x in problem_info.train_X.T.tolist()}
    more = tuple((x / 7, -x / 5, float(x % 2)) for x in range(1, 20))
    session.change(drawn(session.experiment, (*TWO, *more)))
    problem_info = session.snapshot().problem_info
    assert problem_info.domain == ((-6, 6), (-6, 6))
    assert {tuple(x) for x in problem_info.train_X.T.tolist()} & {point[:2] for point in TWO} == sides
    session.change(drawn(session.experiment, (*TWO, (7.0, 0.0, 1.0))))
    assert session.snapshot().problem_info.domain == ((-10, 10), (-6, 6))


def test_standardization_is_rebuilt_and_the_weights_stay():
    session = trains(CIRCLES)
    weights = session.run.network.parameters.tobytes()
    ChangeField("data.standardize", True).apply(session)
    train = session.run.examples.train
    assert train.F.mean(axis=1) == pytest.approx([0, 0], abs=1e-12)
    assert train.F.std(axis=1) == pytest.approx([1, 1])
    problem_info = session.snapshot().problem_info
    assert (problem_info.input_mean.ravel() == train.X.mean(axis=1)).all()
    assert session.run.network.parameters.tobytes() == weights
    ChangeField("data.standardize", False).apply(session)
    assert (session.run.examples.train.F == session.run.examples.train.X).all()
    session.undo()
    assert session.experiment.data.standardizes


def test_standardization_of_a_table(table):
    session = trains(csv_experiment(table / "numbers.csv"))
    assert session.run.examples.scale.max() > 2
    ChangeField("data.standardize", False).apply(session)
    assert (session.run.examples.scale == 1).all()
    assert not session.run.examples.mean.any()
    assert edited(session.experiment, "data.source", "circles").data.standardize is None


def test_a_constant_column_is_not_scaled(tmp_path):
    # 0.1 added ten times is not 1: a mean that is rounded must not become a spread.
    (tmp_path / "c.csv").write_text("a,b,kind\n" + "".join(f"0.1,{i},{'xy'[i % 2]}\n" for i in range(10)))
    target = open_target(str(tmp_path / "c.csv"), inputs=["a", "b"])  # it is no input unless somebody says so
    examples = trains(target.experiment).run.examples
    assert examples.scale[0, 0] == 1
    assert not examples.train.F[0].any()


@pytest.mark.parametrize("size", ["1e-300", "1", "1e150", "1e300"])
def test_numbers_of_any_size_are_standardized(tmp_path, size):
    rows = "".join(f"{'-' if i % 3 else ''}{size},{i},{'xy'[i % 2]}\n" for i in range(40))
    (tmp_path / "c.csv").write_text("a,b,kind\n" + rows)
    examples = trains(csv_experiment(tmp_path / "c.csv")).run.examples
    assert examples.train.F.std(axis=1) == pytest.approx([1, 1])
    assert examples.train.F.mean(axis=1) == pytest.approx([0, 0], abs=1e-9)


def refused(session: TrainingSession, command, words: str) -> None:
    experiment, problem_info = session.experiment, session.snapshot().problem_info
    parameters = session.run.network.parameters.tobytes()
    running, label = session.loop.running, session.snapshot().undo_label
    with pytest.raises(ValueError, match=r"^[^\n]+$") as caught:
        command.apply(session)
    assert words in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1
    assert session.experiment is experiment
    snapshot = session.snapshot()
    assert snapshot.problem_info is problem_info
    assert snapshot.undo_label == label
    assert session.loop.running == running
    assert session.run.network.parameters.tobytes() == parameters


REFUSED = [
    ("training.cost", "cross_entropy", "training.cost: cross_entropy needs one output per class (softmax); with one"),
    ("data.features", ("x1", "sin("), "data.features[1]"),
    ("data.features", ("x1", "x3"), "data.features[1]"),
    ("data.features", ("x1", "x1"), "listed twice"),
    ("data.features", ("log(x1)",), "no finite value"),
    ("data.features", ("__import__('os')",), "data.features[0]"),
    ("data.features", (), "1 to 4096"),
    ("data.source", "moebius", "'moebius' is not known"),
    ("data.source", CsvSource(csv="/no/such.csv"), "such.csv"),
    ("data.source", PointsSource(points=()), "points"),
    ("data.source", PointsSource(points=((1.0, 2.0, 0.0),), classes=11), "data.source.classes"),
    ("data.source", CsvSource(csv="a.csv", delimiter="||"), "data.source.delimiter"),
    ("data.source", IdxSource(idx="/no/such-images"), "such-images"),
    ("data.standardize", "yes", "data.standardize"),
    ("data.standardize", 1, "data.standardize"),
    ("data.source", None, "data.source"),
    ("data.noise", 0.6, "data.noise"),
    ("data.noise", -0.1, "data.noise"),
    ("data.samples", 3, "data.samples"),
    ("data.samples", 10**9, "data.samples"),
    ("data.train_fraction", 0.0, "data.train_fraction"),
    ("data.train_fraction", float("nan"), "data.train_fraction"),
    ("data.seed", -1, "data.seed"),
    ("network.hidden", (LayerSettings(0, "tanh"),), "network.hidden[0].units"),
    ("network.hidden", (LayerSettings(4, "tanh"), LayerSettings(10**6, "tanh")), "network.hidden[1].units"),
    ("network.hidden", (LayerSettings(4, "tanhh"),), "did you mean 'tanh'?"),
    ("network.hidden", (LayerSettings(4, "softmax"),), "network.hidden[0].activation"),
    ("network.hidden", (LayerSettings(4, "tanh"),) * 9, "9 elements"),
    ("network.output_activation", "sigmoyd", "did you mean 'sigmoid'?"),
    ("network.initializer", "she", "network.initializer"),
    ("network.dtype", "float16", "network.dtype"),
    ("training.cost", "hubert", "did you mean 'huber'?"),
    ("training.optimizer", "sdg", "did you mean 'sgd'?"),
    ("training.learning_rate", 1e9, "training.learning_rate"),
    ("training.learning_rate", -1.0, "training.learning_rate"),
    ("training.learning_rate", float("inf"), "training.learning_rate"),
    ("training.learning_rate", "fast", "training.learning_rate"),
    ("training.batch_size", 0, "training.batch_size"),
    ("training.batch_size", 2.5, "training.batch_size"),
    ("training.l2", -1.0, "training.l2"),
    ("training.epochs", 0, "training.epochs"),
    ("training.speed", 3, "there is no field 'training.speed'"),
    ("network.hidden[].units", 3, "there is no field 'network.hidden[].units'"),
    ("", 3, "there is no field ''"),
]


@pytest.mark.parametrize("running", [False, True])
@pytest.mark.parametrize(("path", "value", "words"), REFUSED)
def test_what_is_refused_changes_nothing(path, value, words, running):
    session = TrainingSession(CIRCLES)
    session.step_epoch()
    if running:
        session.start()
    refused(session, ChangeField(path, value), words)


def test_a_cost_that_cannot_take_the_output_is_refused():
    session = TrainingSession(edited(CIRCLES, "network.output_activation", "tanh"))
    refused(session, ChangeField("training.cost", "binary_cross_entropy"), "one of squared_error")


def test_an_experiment_that_cannot_be_trained_is_not_loaded():
    session = TrainingSession(CIRCLES)
    input_slice = read_preset("plane")
    refused(
        session,
        Load(edited(edited(input_slice, "network.output_activation", "softmax"), "training.cost", "huber")),
        "softmax",
    )


def test_every_field_can_be_changed():
    """Each to its own default: there is a way for every record of the table."""
    for path, field in FIELDS.items():
        if "[]" not in path:
            edited(CIRCLES, path, field.default)


def test_a_table_that_is_gone_does_not_hinder_what_does_not_read_it(table):
    session = TrainingSession(csv_experiment(table / "kinds.csv"))
    (table / "kinds.csv").unlink()
    NewSample().apply(session)
    ChangeField("data.train_fraction", 0.5).apply(session)
    ChangeField("data.features", ("x1", "x1*x2")).apply(session)
    session.step_epoch()
    session.undo()
    session.undo()
    assert session.experiment.data.train_fraction == 0.5
    assert session.experiment.classes == ("cat", "dog")


def test_other_data_give_the_experiment_their_name():
    experiment = edited(read_preset("xor"), "data.source", "moons")
    assert (experiment.title, experiment.description) == (GENERATORS["moons"].label, {})


def test_a_cost_that_follows_is_told():
    session = TrainingSession(read_preset("circles"))
    ChangeField("network.output_activation", "linear").apply(session)
    assert "Half squared error" in session.loop.message
    ChangeField("training.cost", "huber").apply(session)
    assert session.loop.message == ""


@pytest.mark.parametrize("before", ["circles", "sine", "three_spirals"])
@pytest.mark.parametrize("formula", ["sin(x1) > x2", "x1*x2 + noise", "x1 < 2"])
def test_a_formula_brings_what_its_data_need_and_undo_takes_it_back(before, formula):
    session = TrainingSession(read_preset(before))
    old = session.experiment
    ChangeField("data.source", FormulaSource(formula=formula)).apply(session)
    session.step_epoch()
    experiment = session.experiment
    numbers = "+" in formula
    assert experiment.name == formula
    assert experiment.network.output_activation == ("linear" if numbers else "sigmoid")
    assert COSTS[experiment.training.cost].classification != numbers
    assert {"x1"} <= set(experiment.data.features)
    assert experiment.standardizes_targets == numbers
    assert session.run.examples.domain[0][1] >= 6
    NewSample().apply(session)
    assert session.experiment.data.seed != experiment.data.seed
    for _ in range(3):
        session.undo()
    assert session.experiment == old


def test_a_formula_that_draws_nothing_changes_nothing():
    session = TrainingSession(CIRCLES)
    for formula, words in (("x1 >", "column 5"), ("sqrt(x1) > 0", "no finite value")):
        with pytest.raises((FileError, DataError), match=words):
            ChangeField("data.source", FormulaSource(formula=formula)).apply(session)
        assert session.experiment == CIRCLES
