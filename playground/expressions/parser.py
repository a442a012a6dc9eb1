"""Typed text to computational graph.

Python's own parser reads the text into a syntax tree; nothing is ever compiled or run. Only the kinds of tree nodes
named here are understood, everything else is refused where it stands.
"""

import ast
from collections.abc import Mapping
from types import MappingProxyType

from .graph import CONSTANT, INPUT, Array, FreshNames, Graph, Node
from .limits import MAX_NODES
from .literals import array_of, constant_name, literal_in
from .operations import BINARY_OPERATORS, CONSTANTS, FUNCTIONS, OPERATIONS
from .source import Source, read_source

_REFUSED: Mapping[type[ast.AST], str] = MappingProxyType(
    {
        ast.Compare: "comparisons have no derivative; max(a, b) and min(a, b) choose",
        ast.BoolOp: "and, or are not understood",
        ast.IfExp: "if is not understood; max(a, b) and min(a, b) choose",
        ast.Attribute: "a dot after a name is not understood",
        ast.Subscript: "picking elements with [ ] is not understood",
        ast.Tuple: "a list of values is written in square brackets: [1, 2]",
        ast.Starred: "a star in front of a name is not understood",
        ast.BinOp: "between two values only + - * / ** @ are understood",
    }
)
_NOT_UNDERSTOOD = "only numbers, names, + - * / ** @, functions and arrays are understood"


def parse(text: str) -> Graph:
    """Read one or several lines ``name = expression`` into a graph; the last one is the output.

    Lines end at a line break or a semicolon; ``#`` starts a comment. The last line may be a bare expression. Names that
    are never assigned are the inputs. A literal constant is one node, however often it stands in the text.

    Parameters
    ----------
    text : str
        For example ``"q = x + y; f = q*z"``.

    Returns
    -------
    Graph

    Raises
    ------
    ExpressionError
        For anything that is not understood, with line and column.
    """
    source = read_source(text)
    builder = _GraphBuilder(source, source.syntax_tree().body)
    return builder.build()


class _GraphBuilder:
    """Walks the statements and collects nodes in topological order."""

    def __init__(self, source: Source, statements: list[ast.stmt]) -> None:
        self._source = source
        self._statements = statements
        self._nodes: dict[str, Node] = {}
        self._target = ""
        typed = {part.id for statement in statements for part in ast.walk(statement) if isinstance(part, ast.Name)}
        self._names = FreshNames("v", typed)
        self._array_names = FreshNames("array", typed)

    def build(self) -> Graph:
        """All statements, the last one being the output."""
        last = self._statements[-1]
        for statement in self._statements[:-1]:
            if isinstance(statement, ast.Expr):
                raise self._source.error(statement, "only the last line can go without a name: write q = … here")
            self._assignment(statement)
        if isinstance(last, ast.Expr):
            name = self._expression(last.value, None)
            if name != next(reversed(self._nodes)):
                # The output is a node from further up: a copy of it ends the graph.
                self._add(last.value, next(self._names), "copy", (name,))
        else:
            self._assignment(last)
        return Graph(self._nodes.values())

    def _assignment(self, statement: ast.stmt) -> None:
        if not isinstance(statement, ast.Assign):
            raise self._source.error(statement, "expected name = expression")
        target = statement.targets[0]
        if len(statement.targets) > 1 or not isinstance(target, ast.Name):
            raise self._source.error(statement.targets[-1], "expected one name on the left of one =")
        if target.id in CONSTANTS:
            raise self._source.error(target, f"{target.id} is a constant; choose another name")
        if target.id in FUNCTIONS:
            raise self._source.error(target, f"{target.id} is a function; choose another name")
        before = self._nodes.get(target.id)
        if before is not None:
            verb = "used" if before.operation == INPUT else "defined"
            raise self._source.error(target, f"{target.id} is already {verb} in line {before.line}")
        self._target = target.id
        name = self._expression(statement.value, target.id)
        if name != target.id:
            # `y = x`: nothing was made that could bear the name.
            self._add(target, target.id, "copy", (name,), named=True)

    def _expression(self, root: ast.expr, root_name: str | None) -> str:
        """Add the nodes of one expression, its root under the given name; return what the root is called.

        An explicit stack, not recursion: a sum of a thousand terms is a tree a thousand deep.
        """
        while isinstance(root, ast.UnaryOp) and isinstance(root.op, ast.UAdd):
            root = root.operand
        pending: list[tuple[ast.expr, bool]] = [(root, False)]
        done: list[str] = []
        while pending:
            part, has_inputs = pending.pop()
            name = root_name if part is root else None
            leaf = None if has_inputs else self._leaf(part, name)
            if leaf is not None:
                done.append(leaf)
                continue
            operation, operands = self._operation(part)
            if has_inputs:
                inputs = tuple(done[len(done) - len(operands) :])
                del done[len(done) - len(operands) :]
                done.append(self._add(part, name or next(self._names), operation, inputs, named=name is not None))
            else:
                pending.append((part, True))
                pending.extend((operand, False) for operand in reversed(operands))
        return done[0]

    def _leaf(self, part: ast.expr, name: str | None) -> str | None:
        """Find or add an input or a constant; None if the part is neither."""
        if isinstance(part, ast.Name) and part.id not in CONSTANTS:
            if part.id in FUNCTIONS:
                raise self._source.error(part, f"{part.id} is a function: write {part.id}(…)")
            if part.id in self._nodes:
                return part.id
            if part.id == self._target:
                raise self._source.error(part, f"{part.id} is used before it is defined")
            return self._add(part, part.id, INPUT, named=True)
        literal = literal_in(part)
        if literal is None:
            return None
        value = array_of(literal, part, self._source)
        shown = part.id if isinstance(part, ast.Name) else constant_name(value)
        name_or_shown = name or shown or next(self._array_names)
        if name_or_shown not in self._nodes:
            self._add(part, name_or_shown, CONSTANT, constant=value, named=name is not None)
        return name_or_shown

    def _operation(self, part: ast.expr) -> tuple[str, list[ast.expr]]:
        """Name of the operation and its operands, for a part that is no leaf."""
        match part:
            case ast.BinOp(left=left, op=operator, right=right) if type(operator) in BINARY_OPERATORS:
                return BINARY_OPERATORS[type(operator)], [left, right]
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return "negative", [operand]
            case ast.UnaryOp(op=ast.UAdd(), operand=operand):
                return "copy", [operand]
            case ast.Call(args=arguments):
                return self._function(part), arguments
            case ast.List(elts=elements):
                if not elements:
                    raise self._source.error(part, "an array needs at least one element")
                return "stack", elements
            case _:
                raise self._source.error(part, _REFUSED.get(type(part), _NOT_UNDERSTOOD))

    def _function(self, call: ast.Call) -> str:
        if not isinstance(call.func, ast.Name):
            raise self._source.error(call, "a sign is missing before a bracket: a product is written a*(b)")
        name, count = call.func.id, len(call.args)
        choices = FUNCTIONS.get(name)
        if choices is None:
            reason = (
                f"{name} is not a known function (a product is written {name}*(…)); there are {' '.join(FUNCTIONS)}"
            )
            raise self._source.error(call, reason)
        if call.keywords:
            raise self._source.error(call, f"{name} takes values only, not name = value")
        for choice in choices:
            arity = OPERATIONS[choice].arity
            if arity == count or (arity is None and count):
                return choice
        wanted = OPERATIONS[choices[0]].arity
        raise self._source.error(call, f"{name} takes {wanted} input{'s' if wanted != 1 else ''}, not {count}")

    def _add(
        self,
        part: ast.expr,
        name: str,
        operation: str,
        inputs: tuple[str, ...] = (),
        *,
        constant: Array | None = None,
        named: bool = False,
    ) -> str:
        if len(self._nodes) >= MAX_NODES:
            raise self._source.error(part, f"the graph has more than {MAX_NODES} nodes")
        line, column = self._source.place(part.lineno, part.col_offset)
        self._nodes[name] = Node(name, operation, inputs, constant, named, line, column)
        return name
