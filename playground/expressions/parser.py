"""Typed text to computational graph.

Python's own parser reads the text into a syntax tree; nothing is ever compiled or run. Only the kinds of tree nodes
named here are understood, everything else is refused where it stands.
"""

import ast
from collections.abc import Mapping
from types import MappingProxyType

from playground.messages import Message

from .graph import CONSTANT, INPUT, Array, FreshNames, Graph, Node
from .literals import array_of, constant_name, linspace, literal_in
from .operations import BINARY_OPERATORS, CONSTANTS, FUNCTIONS, LINSPACE, OPERATIONS, RESERVED
from .source import MAX_NODES, Source, read_source

_REFUSED: Mapping[type[ast.AST], str] = MappingProxyType(
    {
        ast.Compare: Message("comparisons have no derivative; max(a, b) and min(a, b) choose"),
        ast.BoolOp: Message("and, or are not understood"),
        ast.IfExp: Message("if is not understood; max(a, b) and min(a, b) choose"),
        ast.Attribute: Message("a dot after a name is not understood"),
        ast.Tuple: Message("a list of values is written in square brackets: [1, 2]"),
        ast.Starred: Message("a star in front of a name is not understood"),
        ast.BinOp: Message("between two values only + - * / ** @ are understood"),
    }
)
_NOT_UNDERSTOOD = Message("only numbers, names, + - * / ** @, functions and arrays are understood")
_NO_PLACE = Message("a component is picked by its number, written out: u[1], or W[1, 2] of a matrix")


def parse(text: str) -> Graph:
    """Read one or several lines ``name = expression`` into a graph; the last one is the output.

    Lines end at a line break or a semicolon; ``#`` starts a comment. The last line may be a bare expression. Names that
    are never assigned are the inputs. A literal constant is one node, however often it stands in the text.

    Raises `ExpressionError` for anything that is not understood, with line and column.
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
                reason = Message("only the last line can go without a name: write q = … here")
                raise self._source.error(statement, reason)
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
            raise self._source.error(statement, Message("expected name = expression, such as q = x + y"))
        target = statement.targets[0]
        if len(statement.targets) > 1 or not isinstance(target, ast.Name):
            reason = Message("expected one name on the left of one =, such as q = x + y")
            raise self._source.error(statement.targets[-1], reason)
        if target.id in CONSTANTS:
            raise self._source.error(target, Message("{name} is a constant; choose another name", name=target.id))
        if target.id in RESERVED:
            raise self._source.error(target, Message("{name} is a function; choose another name", name=target.id))
        before = self._nodes.get(target.id)
        if before is not None:
            taken = {"name": target.id, "line": before.line}
            if before.operation == INPUT:
                reason = Message(
                    "{name} is already used in line {line}; define it before, or choose another name", **taken
                )
            else:
                reason = Message("{name} is already defined in line {line}; choose another name", **taken)
            raise self._source.error(target, reason)
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
            if part.id in RESERVED:
                raise self._source.error(part, Message("{name} is a function: write {name}(…)", name=part.id))
            if part.id in self._nodes:
                return part.id
            if part.id == self._target:
                reason = Message("{name} is used before it is defined; choose another name on the left", name=part.id)
                raise self._source.error(part, reason)
            return self._add(part, part.id, INPUT, named=True)
        literal = literal_in(part)
        shown: str | None
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id == LINSPACE:
            shown, value = linspace(part, self._source)
        elif literal is not None:
            value = array_of(literal, part, self._source)
            shown = part.id if isinstance(part, ast.Name) else constant_name(value)
        else:
            return None
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
                    raise self._source.error(part, Message("an array needs at least one element: [1, 2]"))
                return "stack", elements
            case ast.Subscript(value=value, slice=place):
                places = place.elts if isinstance(place, ast.Tuple) else [place]
                if len(places) > 2:
                    raise self._source.error(place, _NO_PLACE)
                for each in places:
                    self._check_place(each, value)
                return "component", [value, *places]
            case _:
                raise self._source.error(part, _REFUSED.get(type(part), _NOT_UNDERSTOOD))

    def _check_place(self, place: ast.expr, value: ast.expr) -> None:
        """Refuse what is not the number of a component, counted from 1."""
        number = place.operand if isinstance(place, ast.UnaryOp) and isinstance(place.op, ast.USub) else place
        if not (isinstance(number, ast.Constant) and type(number.value) is int and 1 <= len(str(number.value)) <= 9):
            raise self._source.error(place, _NO_PLACE)
        if number is not place or number.value == 0:
            name = value.id if isinstance(value, ast.Name) else "u"
            reason = Message("components are counted from 1: the first one is {name}[1]", name=name)
            raise self._source.error(place, reason)

    def _function(self, call: ast.Call) -> str:
        if not isinstance(call.func, ast.Name):
            reason = Message("a sign is missing before a bracket: a product is written a*(b)")
            raise self._source.error(call, reason)
        name, count = call.func.id, len(call.args)
        choices = FUNCTIONS.get(name)
        if choices is None:
            reason = Message(
                "{name} is not a known function (a product is written {name}*(…)); there are {functions}",
                name=name,
                functions=" ".join(sorted(RESERVED)),
            )
            raise self._source.error(call, reason)
        if call.keywords:
            raise self._source.error(call, Message("{name} takes values only, not name = value", name=name))
        for choice in choices:
            arity = OPERATIONS[choice].arity
            if arity == count or (arity is None and count):
                return choice
        wanted = OPERATIONS[choices[0]].arity
        reason = Message(
            "{name} takes {wanted} {wanted:input|inputs}, not {count}", name=name, wanted=wanted, count=count
        )
        raise self._source.error(call, reason)

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
            reason = Message("the graph has more than {most} nodes; write a shorter formula", most=MAX_NODES)
            raise self._source.error(part, reason)
        line, column = self._source.place(part.lineno, part.col_offset)
        self._nodes[name] = Node(name, operation, inputs, constant, named, line, column)
        return name
