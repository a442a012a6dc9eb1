"""Every value of an experiment that a person can set: one record per path.

Validation, `--set`, the forms on screen and the tests are built from these records, so a bound or a default stands in
one place only. Labels and tooltips are plain English here; the views translate them.
"""

from collections.abc import Callable, Collection, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Literal

from msgspec import Struct

from playground.data.features import FEATURES_MAXIMUM
from playground.engine import ACTIVATIONS, COSTS, DTYPES, INITIALIZERS, OPTIMIZERS, SCHEDULES
from playground.messages import Message

MAX_LAYERS = 8
MAX_FORMULA_LENGTH = 200
MAX_SEED = 2**32 - 1
MAX_PARTS = 10_000

Kind = Literal["integer", "number", "choice", "formulas", "layers", "flag", "parts"]


class Field(Struct, frozen=True, kw_only=True):
    """One settable value.

    Attributes
    ----------
    path : str
        Its place in the experiment file; `[]` stands for any element of a list.
    kind : str
        "flag" is true or false; "integer" and "number" are bounded;
        "choice" is a name among `choices`; "formulas" is a list of features;
        "layers" the list of hidden layers, bounded in length; "parts" a list of layers ("2") and neurons ("2.3").
    minimum, maximum : float or None
        Inclusive bounds of a number, or of a list's length.
    slider : (float, float) or None
        The range that is useful to drag through, where the whole range is not.
    scale : str
        "log" where equal ratios feel like equal steps.
    decimals : int
        Digits shown behind the point.
    choices : mapping of name to record, or None
        The allowed names; each record has at least `name` and `label`.
    live : bool
        Whether it may change while the weights stay as they are.
    off : str
        What the minimum is called where it switches the whole thing off; else empty.
    only_with : (str, collection of str), or None
        Another choice, by its path, and the names there with which this value is of any use.
    is_optional : bool
        Whether it is left out of the file where it has its default; the format knows it since version 4.
    """

    path: str
    label: str
    tooltip: str
    kind: Kind
    default: Any
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    slider: tuple[float, float] | None = None
    scale: Literal["linear", "log"] = "linear"
    decimals: int = 0
    choices: Mapping[str, Any] | None = None
    formula: str = ""
    live: bool = True
    off: str = ""
    only_with: tuple[str, Collection[str]] | None = None
    is_optional: bool = False

    def applies(self, experiment: Any) -> bool:
        """Whether the value makes any difference in an experiment."""
        return self.only_with is None or attrgetter(self.only_with[0])(experiment) in self.only_with[1]

    @property
    def expected(self) -> Message:
        """What an acceptable value is, as the end of a sentence."""
        return EXPECTED[self.kind](self)


EXPECTED: Mapping[Kind, Callable[[Field], Message]] = MappingProxyType(
    {
        "integer": lambda f: Message("a whole number from {low:.12g} to {high:.12g}", low=f.minimum, high=f.maximum),
        "number": lambda f: Message("a number from {low:.12g} to {high:.12g}", low=f.minimum, high=f.maximum),
        "choice": lambda f: Message("one of {names}", names=", ".join(f.choices or ())),
        "formulas": lambda f: Message("a list of {low} to {high} formulas", low=f.minimum, high=f.maximum),
        "layers": lambda f: Message("a list of {low} to {high} layers", low=f.minimum, high=f.maximum),
        "flag": lambda _: Message("true or false"),
        "parts": lambda f: Message(
            'a list of at most {high} layers such as "2" and neurons such as "2.3"', high=f.maximum
        ),
    }
)
"""What an acceptable value of each kind is."""


class Precision(Struct, frozen=True):
    """One floating-point type, for people."""

    name: str
    label: str
    description: str
    source: str
    formula: str = ""


_PRECISIONS = {
    "float32": Precision(
        "float32",
        "Single precision",
        "About 7 decimal digits in 4 bytes: what graphics cards use.",
        "IEEE 754, binary32",
    ),
    "float64": Precision(
        "float64",
        "Double precision",
        "About 16 decimal digits in 8 bytes: what numpy computes with by default.",
        "IEEE 754, binary64",
    ),
}

_DECAYING = frozenset(name for name, record in OPTIMIZERS.items() if record.decays)
_SCHEDULED = SCHEDULES.keys() - {"constant"}

_RECORDS = (
    Field(
        path="data.samples",
        label="Samples",
        tooltip="How many examples are drawn, training and test examples together.",
        kind="integer",
        default=400,
        minimum=4,
        maximum=100_000,
        slider=(20, 2000),
        scale="log",
    ),
    Field(
        path="data.noise",
        label="Noise",
        tooltip="How far points, or the values to predict, are moved at random from where they belong.",
        kind="number",
        default=0.0,
        minimum=0.0,
        maximum=1000.0,
        slider=(0.0, 1.0),
        decimals=2,
    ),
    Field(
        path="data.train_fraction",
        label="Training share",
        tooltip="The share of the examples to learn from; the others test what was learned.",
        kind="number",
        default=0.5,
        minimum=0.01,
        maximum=1.0,
        decimals=2,
    ),
    Field(
        path="data.seed",
        label="Data seed",
        tooltip="The number the random examples start from: the same seed draws the same examples.",
        kind="integer",
        default=0,
        minimum=0,
        maximum=MAX_SEED,
    ),
    Field(
        path="data.features",
        label="Features",
        tooltip="What the network sees of an example: formulas in the inputs x1, x2 and so on.",
        kind="formulas",
        default=("x1", "x2"),
        minimum=1,
        maximum=FEATURES_MAXIMUM,
        live=False,
    ),
    Field(
        path="data.standardize",
        label="Standardize",
        tooltip="Whether every feature is shifted to mean 0 and scaled to spread 1 before the network sees it.",
        kind="flag",
        default=None,
        formula=r"\frac{F - \mu}{\sigma}",
    ),
    Field(
        path="data.standardize_targets",
        label="Standardize targets",
        tooltip="Whether the network learns the numbers to predict at mean 0 and spread 1. What you see of them stays "
        "in your own unit; only costs and gradients are of the standardized numbers.",
        kind="flag",
        default=None,
        formula=r"\frac{Y - \mu}{\sigma}",
    ),
    Field(
        path="network.hidden",
        label="Hidden layers",
        tooltip="The layers between the features and the output, in order.",
        kind="layers",
        default=(),
        minimum=0,
        maximum=MAX_LAYERS,
        live=False,
    ),
    Field(
        path="network.hidden[].units",
        label="Neurons",
        tooltip="How many neurons this layer has.",
        kind="integer",
        default=4,
        minimum=1,
        maximum=1024,
        slider=(1, 32),
        live=False,
    ),
    Field(
        path="network.hidden[].activation",
        label="Activation",
        tooltip="The function that each neuron of this layer applies to its weighted sum.",
        kind="choice",
        default="tanh",
        choices=MappingProxyType({name: record for name, record in ACTIVATIONS.items() if not record.output_only}),
        formula=r"A = g(Z)",
    ),
    Field(
        path="network.output_activation",
        label="Output activation",
        tooltip="The function of the last layer: it decides which values the network can answer with.",
        kind="choice",
        default="sigmoid",
        choices=ACTIVATIONS,
        formula=r"A = g(Z)",
    ),
    Field(
        path="network.initializer",
        label="Initial weights",
        tooltip="How the weights are drawn before the first update.",
        kind="choice",
        default="xavier",
        choices=INITIALIZERS,
        live=False,
    ),
    Field(
        path="network.seed",
        label="Seed",
        tooltip="The number the random weights and the shuffling start from: the same seed trains the same way.",
        kind="integer",
        default=0,
        minimum=0,
        maximum=MAX_SEED,
        live=False,
    ),
    Field(
        path="network.dtype",
        label="Precision",
        tooltip="How many digits every number of the network is kept with.",
        kind="choice",
        default="float64",
        choices=MappingProxyType({name: _PRECISIONS[name] for name in DTYPES}),
        live=False,
    ),
    Field(
        path="training.cost",
        label="Cost",
        tooltip="What training makes small: how far the outputs are from the targets.",
        kind="choice",
        default="binary_cross_entropy",
        choices=COSTS,
    ),
    Field(
        path="training.optimizer",
        label="Optimizer",
        tooltip="The rule that turns a gradient into a step.",
        kind="choice",
        default="adam",
        choices=OPTIMIZERS,
    ),
    Field(
        path="training.learning_rate",
        label="Learning rate",
        tooltip="How large a step every update takes against the gradient: too small is slow, too large diverges.",
        kind="number",
        default=0.03,
        minimum=0.0,
        maximum=1000.0,
        slider=(1e-5, 10.0),
        scale="log",
        decimals=5,
        formula=r"\theta \leftarrow \theta - \alpha \, d\theta \;\; \text{(SGD)}",
    ),
    Field(
        path="training.schedule",
        label="Rate schedule",
        tooltip="How the learning rate changes while training goes on; the rate in effect stands at the lower edge.",
        kind="choice",
        default="constant",
        choices=SCHEDULES,
        is_optional=True,
    ),
    Field(
        path="training.schedule_epochs",
        label="Schedule length",
        tooltip="How many epochs the schedule takes, or the step between two changes.",
        kind="integer",
        default=100,
        minimum=1,
        maximum=1_000_000,
        slider=(1, 1000),
        scale="log",
        only_with=("training.schedule", _SCHEDULED),
        is_optional=True,
    ),
    Field(
        path="training.schedule_factor",
        label="Schedule share",
        tooltip="The share of the learning rate that the schedule begins or ends with, or multiplies it by.",
        kind="number",
        default=0.1,
        minimum=0.0,
        maximum=1.0,
        decimals=3,
        only_with=("training.schedule", _SCHEDULED),
        is_optional=True,
    ),
    Field(
        path="training.weight_decay",
        label="Weight decay",
        tooltip="The share of itself, times the learning rate, that every weight and bias loses at each update of "
        "AdamW, apart from the gradient.",
        kind="number",
        default=0.01,
        minimum=0.0,
        maximum=10.0,
        slider=(0.0, 0.1),
        decimals=5,
        formula=r"\theta \leftarrow \theta - \alpha\,\lambda\,\theta",
        only_with=("training.optimizer", _DECAYING),
        is_optional=True,
    ),
    Field(
        path="training.clip_norm",
        label="Gradient clipping",
        tooltip="The longest that the gradient of all weights and biases together may be: a longer one is shortened "
        "to this length and keeps its direction.",
        kind="number",
        default=0.0,
        minimum=0.0,
        maximum=1_000_000.0,
        slider=(0.0, 10.0),
        decimals=4,
        formula=r"d\theta \leftarrow d\theta \cdot \min\left(1, \frac{c}{\lVert d\theta \rVert + 10^{-6}}\right)",
        off="never",
        is_optional=True,
    ),
    Field(
        path="training.dropout",
        label="Dropout",
        tooltip="The share of hidden neurons that every example of an update does without, chosen anew each time; "
        "those that stay count for more instead. Never when the network is judged or used.",
        kind="number",
        default=0.0,
        minimum=0.0,
        maximum=0.9,
        decimals=2,
        formula=r"A \leftarrow \frac{M \odot A}{1 - p}",
        off="never",
        is_optional=True,
    ),
    Field(
        path="training.frozen",
        label="Frozen",
        tooltip="Layers and neurons whose weights and biases stay as they are, whatever the gradient says.",
        kind="parts",
        default=(),
        minimum=0,
        maximum=MAX_PARTS,
        is_optional=True,
    ),
    Field(
        path="training.off",
        label="Switched off",
        tooltip="Hidden layers and neurons that the network does without: their weights to the layer above are 0 and "
        "stay 0.",
        kind="parts",
        default=(),
        minimum=0,
        maximum=MAX_PARTS,
        is_optional=True,
    ),
    Field(
        path="training.batch_size",
        label="Batch size",
        tooltip="How many examples one update looks at; the last update of an epoch takes those that are left.",
        kind="integer",
        default=10,
        minimum=1,
        maximum=100_000,
        slider=(1, 128),
        scale="log",
    ),
    Field(
        path="training.l1",
        label="L1 penalty",
        tooltip="Pulls every weight towards zero by the same amount whatever its size, so that many end close to zero.",
        kind="number",
        default=0.0,
        minimum=0.0,
        maximum=10.0,
        slider=(0.0, 0.1),
        decimals=5,
        formula=r"\lambda_1 \sum |W|",
    ),
    Field(
        path="training.l2",
        label="L2 penalty",
        tooltip="Pulls every weight towards zero in proportion to its size, which keeps weights from growing large.",
        kind="number",
        default=0.0,
        minimum=0.0,
        maximum=10.0,
        slider=(0.0, 0.1),
        decimals=5,
        formula=r"\frac{\lambda_2}{2} \lVert W \rVert^2",
    ),
    Field(
        path="training.epochs",
        label="Epochs",
        tooltip="How many times training from the command line goes through all the training examples.",
        kind="integer",
        default=300,
        minimum=1,
        maximum=1_000_000,
    ),
    Field(
        path="training.stop_at_epochs",
        label="Stop at this many epochs",
        tooltip="Whether a run in the window pauses when it has gone through the examples that many times.",
        kind="flag",
        default=False,
    ),
    Field(
        path="training.target_cost",
        label="Target cost",
        tooltip="Training pauses when the training cost has come down to this.",
        kind="number",
        default=0.0,
        minimum=0.0,
        maximum=1_000_000.0,
        slider=(0.0, 1.0),
        decimals=5,
        off="never",
    ),
    Field(
        path="training.patience",
        label="Patience",
        tooltip="Training pauses after this many epochs without a new low of the test cost, or of the training cost "
        "if there are no test examples.",
        kind="integer",
        default=0,
        minimum=0,
        maximum=1_000_000,
        slider=(0, 1000),
        off="never",
    ),
)

FIELDS: Mapping[str, Field] = MappingProxyType({record.path: record for record in _RECORDS})
"""Every settable value by its path."""

RESOLVED: Mapping[str, str] = MappingProxyType(
    {"data.standardize": "data.standardizes", "data.standardize_targets": "standardizes_targets"}
)
"""Where the value in force stands in an experiment, for a field that may leave it open."""
