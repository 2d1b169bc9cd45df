"""A pickle reader that can build plain containers, numbers and text, and nothing else.

Python's own Unpickler imports and calls what a pickle names, and hashes whatever it uses as a key.
This one interprets the opcodes itself: a global is only a name, the few functions that may be
called are given to it, keys are scalars, and every opcode not listed here is refused. Time and
memory are proportional to the pickle's size.
"""

import pickletools
from collections.abc import Callable
from typing import NamedTuple

from bashcoder_mlx.errors import InputError

MAX_BYTES = 4 << 20  # the structure of thousands of tensors; their values lie elsewhere


class Global(NamedTuple):
    """A function or class that a pickle names; it is never imported."""

    module: str
    name: str

    def __str__(self) -> str:
        return f"{self.module}.{self.name}"[:120]


class RefusedGlobal(InputError):
    """A pickle names something outside the list of what it may."""

    def __init__(self, path, wanted: Global):
        super().__init__(
            f"{path}: its pickle asks for {wanted}, which no plain checkpoint needs: "
            "refused, nothing was executed"
        )
        self.wanted = wanted


_LITERALS = {
    *("BININT", "BININT1", "BININT2", "LONG1", "BINFLOAT"),
    *("BINUNICODE", "SHORT_BINUNICODE", "BINUNICODE8", "BINBYTES", "SHORT_BINBYTES"),
}
_CONSTANTS = {"NONE": None, "NEWTRUE": True, "NEWFALSE": False}
_EMPTY = {"EMPTY_DICT": dict, "EMPTY_LIST": list, "EMPTY_TUPLE": tuple}
_TUPLES = {"TUPLE1": 1, "TUPLE2": 2, "TUPLE3": 3}


class Unpickler:
    """Reads one pickle.

    Args:
        path: named in errors.
        functions: what may be called; a global mapped to None may be named but not called.
        persistent_load: turns a persistent id into an object.
    """

    def __init__(
        self,
        path,
        functions: dict[Global, Callable | None],
        persistent_load: Callable[[object], object],
    ):
        self.path = path
        self.functions = functions
        self.persistent_load = persistent_load
        self.stack, self.marks, self.memo = [], [], {}

    def load(self, data: bytes) -> object:
        """The object pickled in `data`.

        Raises:
            RefusedGlobal: it names a function or class that it was not given.
            InputError: it uses an opcode not listed here, or is damaged or too large.
        """
        if len(data) > MAX_BYTES:
            raise InputError(f"{self.path}: a pickle of {len(data):,} bytes is too large: refused")
        try:
            for opcode, argument, _ in pickletools.genops(data):
                self._step(opcode.name, argument)
            return self.stack.pop()
        except InputError:
            raise
        except (ValueError, TypeError, LookupError) as error:
            reason = str(error)[:120]
            raise InputError(f"{self.path} holds a damaged pickle: {reason}") from error

    def _step(self, name: str, argument) -> None:
        stack = self.stack
        if name in _LITERALS:
            stack.append(argument)
        elif name in _CONSTANTS:
            stack.append(_CONSTANTS[name])
        elif name in _EMPTY:
            stack.append(_EMPTY[name]())
        elif name in _TUPLES:
            stack.append(tuple(self._take(len(stack) - _TUPLES[name])))
        else:
            self._act(name, argument)

    def _act(self, name: str, argument) -> None:
        match name:
            case "PROTO" | "FRAME" | "STOP":
                pass
            case "MARK":
                self.marks.append(len(self.stack))
            case "TUPLE":
                self.stack.append(tuple(self._take(self.marks.pop())))
            case "BINPUT" | "LONG_BINPUT":
                self.memo[argument] = self.stack[-1]
            case "MEMOIZE":
                self.memo[len(self.memo)] = self.stack[-1]
            case "BINGET" | "LONG_BINGET":
                self.stack.append(self.memo[argument])
            case "APPEND":
                self._extend(self._take(len(self.stack) - 1))
            case "APPENDS":
                self._extend(self._take(self.marks.pop()))
            case "SETITEM":
                self._update(self._take(len(self.stack) - 2))
            case "SETITEMS":
                self._update(self._take(self.marks.pop()))
            case _:
                self._build(name, argument)

    def _build(self, name: str, argument) -> None:
        match name:
            case "GLOBAL":
                self._global(*argument.split(" ", 1))
            case "STACK_GLOBAL":
                self._global(*self._take(len(self.stack) - 2))
            case "BINPERSID":
                self.stack.append(self.persistent_load(self.stack.pop()))
            case "REDUCE":
                self._call(*self._take(len(self.stack) - 2))
            case "BUILD":  # the attributes of an OrderedDict: versions of the modules
                self.stack.pop()
                self._expect(dict)
            case _:
                raise InputError(
                    f"{self.path}: its pickle uses {name}, which no plain checkpoint does: "
                    "refused, nothing was executed"
                )

    def _take(self, start: int) -> list:
        if not 0 <= start <= len(self.stack):
            raise ValueError("it takes more than it has put on the stack")
        items = self.stack[start:]
        del self.stack[start:]
        return items

    def _expect(self, kind: type):
        if type(self.stack[-1]) is not kind:
            raise ValueError(f"a {kind.__name__} was expected")
        return self.stack[-1]

    def _extend(self, items: list) -> None:
        self._expect(list).extend(items)

    def _update(self, items: list) -> None:
        keys = items[::2]
        # Hashing a tuple of tuples can take for ever, so it is never done.
        if len(items) % 2 or not all(isinstance(k, str | int | float | None) for k in keys):
            raise ValueError("a key is neither text nor a number")
        self._expect(dict).update(zip(keys, items[1::2], strict=True))

    def _global(self, module: str, name: str) -> None:
        if type(module) is not str or type(name) is not str:
            raise ValueError("a global whose name is not text")
        wanted = Global(module, name)
        if wanted not in self.functions:
            raise RefusedGlobal(self.path, wanted)
        self.stack.append(wanted)

    def _call(self, wanted, arguments) -> None:
        function = self.functions.get(wanted) if isinstance(wanted, Global) else None
        if function is None or type(arguments) is not tuple:
            raise ValueError("it calls something that is not a function")
        self.stack.append(function(*arguments))
