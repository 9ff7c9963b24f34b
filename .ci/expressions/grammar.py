"""Well-formed random expressions over all types, operators, macros and functions.

Every choice comes from the generator's seed. About one operand in 100 has a type that does not fit.
"""

import random

INTS = ["0", "1", "-1", "2", "3", "7", "-13", "63", "100", "4294967296", "9007199254740993",
        "9223372036854775807", "-9223372036854775808", "0x1F", "-0x1F", "- 1", "1700000000", "-62135596800",
        "253402300799", "253402300800", "5", "10", "24"]
UINTS = ["0u", "1u", "2u", "7u", "64u", "9007199254740993u", "9223372036854775808u",
         "18446744073709551615u", "0xFFu", "3u", "10u"]
DOUBLES = ["0.0", "-0.0", "0.5", "1.0", "-1.5", "2.5", "3.0", "100.0", "1e21", "1e20", "123456789.125",
           "1e308", "5e-324", "1e-7", "0.000012345", "9223372036854775807.0", "9007199254740992.0",
           "-9223372036854775808.0", "18446744073709551616.0", "(0.0 / 0.0)", "(1.0 / 0.0)",
           "(-1.0 / 0.0)", "0.1", ".5", "1E+2", "1e100", "1.7976931348623157e308", "3.4028234e38"]
STRINGS = ["''", "'a'", "'b'", "'abc'", "'aXbXc'", "'ab ab'", "'é'", "'e\\u0301'", "'中文'",
           "'a😀b'", "' x '", "'\\u00a0x\\u3000'", "'1'", "'-5'", "'+5'", "'007'", "'1.5'", "'1e3'",
           "'nan'", "'inf'", "'true'", "'True'", "'0'", "'f'", "'a,b,,c'", "','", "'\\n\\t\"\\\\'",
           "'2024-02-29T12:34:56Z'", "'2023-06-01T00:00:00.25+02:00'", "'1h30m'", "'-1.5s'", "'9999h'",
           "'aGk='", "'aGk'", "r'\\d'", "'İ'", "'ß'", "'0x1F'", "'9223372036854775808'", "' 1'",
           "'1_000'", "'''it's'''", 'R"\\x"', '"a\\x62\\142\\u0063"', "'Infinity'", "'.5'", "'5.'", "'-'", "'1ns'", "'1us2ms'", "'0'", "'1.5h'"]
BYTES = ["b''", "b'a'", "b'abc'", "b'\\xff'", "b'\\x00\\x01'", "b'é'", "b'\\xc3'"]
TIMES = ["timestamp('2024-02-29T12:34:56Z')", "timestamp('1969-12-31T23:59:59.999999999Z')",
         "timestamp('0001-01-01T00:00:00Z')", "timestamp('9999-12-31T23:59:59.999999999Z')",
         "timestamp('2000-01-01T00:00:00.5Z')", "timestamp('2023-07-04T05:06:07.089-07:00')",
         "timestamp(0)", "timestamp(1700000000)"]
SPANS = ["duration('0s')", "duration('1s')", "duration('-1.5s')", "duration('1h2m3.004s')",
         "duration('86400s')", "duration('0.000000001s')", "duration('-24h')", "duration('100ms')",
         "duration('2540400h')", "duration('3us')"]
ZONES = ["'UTC'", "'America/Los_Angeles'", "'+05:30'", "'-02:15'", "'Asia/Shanghai'", "'02:00'",
         "'Europe/Berlin'", "'Nowhere'"]
PATTERNS = ["'a'", "'^a.*c$'", "'[a-c]+'", "'(a|b)*X'", "'\\\\d+'", "r'\\w+ \\w+'", "'^$'", "'é|中'",
            "'(?i)ABC'", "r'\\bab\\b'", "'a{2,3}'", "'.'", "'(?:a)(b)?'", "'[^a]'", "r'\\pL'"]
TYPES = ["int", "uint", "double", "string", "bytes", "bool", "list", "map", "null_type", "type",
         "google.protobuf.Timestamp", "google.protobuf.Duration"]
SCALARS = ["int", "uint", "double", "string", "bytes", "bool", "time", "span", "null", "type"]
ORDERED = ["int", "uint", "double", "string", "bytes", "bool", "time", "span"]
KEYS = ["int", "uint", "string", "bool"]

# The first of each list come oftener than the rest, which are mostly beyond some limit.
COMMON = 5

# Variables and their values; those of other types are written as literals.
VARIABLES = {
    "int": [("i", {"int": "42"}), ("j", {"int": "-9223372036854775808"})],
    "double": [("d", {"double": "2.5"}), ("e", {"double": "-1e300"})],
    "string": [("s", {"string": "Hello, 世界"}), ("t", {"string": "a-b-c"})],
    "bool": [("p", {"bool": True}), ("q", {"bool": False})],
    "bytes": [("y", {"bytes": "/2Fi"})],
    "null": [("n", {"null": None})],
    "list:int": [("li", {"list": [{"int": "3"}, {"int": "1"}, {"int": "2"}]})],
    "list:string": [("ls", {"list": [{"string": "x"}, {"string": "yy"}, {"string": ""}]})],
    "map:string:int": [("m", {"map": [[{"string": "a"}, {"int": "1"}], [{"string": "b"}, {"int": "2"}]]})],
}
BINDINGS = {name: value for group in VARIABLES.values() for name, value in group}


class Grammar:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.locals = []  # (name, type)
        self.parts = []

    def one(self, items):
        return self.random.choice(items)

    def chance(self, share):
        return self.random.random() < share

    def expression(self, depth=4):
        """A text and the texts within it that stand by themselves."""
        self.locals, self.parts = [], []
        text = self.of(self.any_type(), self.random.randint(1, depth))
        return text, self.parts

    def wrap(self, text):
        """Mostly in parentheses; without them the parts may belong together otherwise."""
        if self.chance(0.6):
            return f"({text})"
        if self.chance(0.2) and "'" not in text and '"' not in text:
            return text.replace(" ", self.one(["  ", "\t", " \n", " // note\n "]))
        return text

    def any_type(self):
        r = self.random.random()
        if r < 0.3:
            return "bool"
        if r < 0.8:
            return self.one(SCALARS)
        if r < 0.9:
            return "list:" + self.one(SCALARS)
        return "map:" + self.one(KEYS) + ":" + self.one(SCALARS)

    def of(self, kind, depth):
        """An expression of a type; now and then of another."""
        if self.chance(0.01):
            kind = self.any_type()
        mark = len(self.locals)
        if depth <= 0 or self.chance(0.15):
            text = self.leaf(kind)
        else:
            text = self.compound(kind, depth)
        assert mark == len(self.locals)
        if not self.locals:
            self.parts.append(text)
        return text

    def leaf(self, kind):
        known = [name for name, type in self.locals if type == kind]
        known += [name for name, _ in VARIABLES.get(kind, [])]
        if known and self.chance(0.4):
            return self.one(known)
        if kind.startswith("list:"):
            count = self.one([0, 1, 2, 3])
            return "[" + ", ".join(self.leaf(kind[5:]) for _ in range(count)) + "]"
        if kind.startswith("map:"):
            _, key, value = kind.split(":", 2)
            keys = sorted({self.one(self.literals(key)) for _ in range(self.one([0, 1, 2, 3]))})
            return "{" + ", ".join(f"{k}: {self.leaf(value)}" for k in keys) + "}"
        literals = self.literals(kind)
        return self.one(literals[:COMMON] if self.chance(0.5) else literals)

    def literals(self, kind):
        return {"int": INTS, "uint": UINTS, "double": DOUBLES, "string": STRINGS, "bytes": BYTES,
                "bool": ["true", "false"], "time": TIMES, "span": SPANS, "null": ["null"],
                "type": TYPES}[kind]

    def compound(self, kind, depth):
        d = depth - 1
        if self.chance(0.12):
            return self.wrap(f"{self.of('bool', d)} ? ({self.of(kind, d)}) : {self.of(kind, d)}")
        if self.chance(0.06):
            return f"dyn({self.of(kind, d)})"
        if self.chance(0.08):
            return f"{self.of('list:' + kind, d)}[{self.of('int', 0)}]"
        if self.chance(0.06):
            key = self.one(KEYS)
            return f"{self.of(f'map:{key}:{kind}', d)}[{self.leaf(key)}]"
        if kind.startswith("list:"):
            return self.list(kind, d)
        if kind.startswith("map:"):
            return self.map(kind, d)
        return getattr(self, "of_" + kind)(d)

    def arithmetic(self, kind, d, operators):
        return self.wrap(f"{self.of(kind, d)} {self.one(operators)} {self.of(kind, d)}")

    def of_null(self, d):
        return "null"

    def of_type(self, d):
        return f"type({self.of(self.any_type(), d)})"

    def of_int(self, d):
        r = self.random.randrange(12)
        if r < 4:
            return self.arithmetic("int", d, ["+", "-", "*", "/", "%"])
        if r == 4:
            return self.wrap(f"-{self.of('int', d)}")
        if r == 5:
            return f"int({self.of(self.one(['int', 'uint', 'double', 'string', 'time']), d)})"
        if r == 6:
            return f"size({self.of(self.one(['string', 'bytes', 'list:int', 'map:string:int']), d)})"
        if r == 7:
            return f"{self.of(self.one(['string', 'bytes', 'list:int', 'map:int:bool']), d)}.size()"
        if r == 8:
            call = self.one(["indexOf", "lastIndexOf"])
            extra = f", {self.of('int', 0)}" if self.chance(0.4) else ""
            return f"{self.of('string', d)}.{call}({self.of('string', d)}{extra})"
        part = self.one(["getFullYear", "getMonth", "getDate", "getDayOfMonth", "getDayOfWeek",
                         "getDayOfYear", "getHours", "getMinutes", "getSeconds", "getMilliseconds"])
        if r == 9:
            return f"{self.of('span', d)}.{self.one(['getHours', 'getMinutes', 'getSeconds', 'getMilliseconds'])}()"
        zone = self.one(ZONES) if self.chance(0.4) else ""
        return f"{self.of('time', d)}.{part}({zone})"

    def of_uint(self, d):
        if self.chance(0.75):
            return self.arithmetic("uint", d, ["+", "-", "*", "/", "%"])
        return f"uint({self.of(self.one(['int', 'uint', 'double', 'string']), d)})"

    def of_double(self, d):
        r = self.random.randrange(6)
        if r < 4:
            return self.arithmetic("double", d, ["+", "-", "*", "/"])
        if r == 4:
            return self.wrap(f"-{self.of('double', d)}")
        return f"double({self.of(self.one(['int', 'uint', 'double', 'string']), d)})"

    def of_string(self, d):
        r = self.random.randrange(14)
        s = lambda: self.of("string", d)
        i = lambda: self.of("int", 0 if self.chance(0.7) else d)
        if r < 2:
            return self.wrap(f"{s()} + {s()}")
        if r == 2:
            return f"string({self.of(self.one(['int', 'uint', 'double', 'string', 'bytes', 'bool', 'time', 'span']), d)})"
        if r == 3:
            return f"{s()}.charAt({i()})"
        if r == 4:
            return f"{s()}.substring({i()}{', ' + i() if self.chance(0.5) else ''})"
        if r == 5:
            return f"{s()}.{self.one(['lowerAscii', 'upperAscii', 'trim', 'reverse'])}()"
        if r == 6:
            return f"{s()}.replace({s()}, {s()}{', ' + i() if self.chance(0.4) else ''})"
        if r == 7:
            return f"{self.of('list:string', d)}.join({s() if self.chance(0.6) else ''})"
        if r == 8:
            return f"strings.quote({s()})"
        if r == 9:
            return f"base64.encode({self.of('bytes', d)})"
        return self.format(d)

    def format(self, d):
        clauses, values = [], []
        for _ in range(self.one([0, 1, 1, 2])):
            clause = self.one(["%s", "%d", "%f", "%.2f", "%e", "%.3e", "%b", "%o", "%x", "%X", "%%", "%.0f"])
            clauses.append(clause)
            kinds = {"s": [self.any_type()], "d": ["int", "uint"], "f": ["double", "int"],
                     "e": ["double"], "b": ["int", "bool", "uint"], "o": ["int", "uint"],
                     "x": ["int", "string", "bytes", "uint"], "X": ["int", "string", "bytes"]}
            if clause != "%%":
                values.append(self.of(self.one(kinds[clause[-1]]), d))
        return f"'{' - '.join(clauses)}'.format([{', '.join(values)}])"

    def of_bytes(self, d):
        r = self.random.randrange(4)
        if r == 0:
            return self.wrap(f"{self.of('bytes', d)} + {self.of('bytes', d)}")
        if r == 1:
            return f"base64.decode({self.of('string', d)})"
        return f"bytes({self.of(self.one(['string', 'bytes']), d)})"

    def of_time(self, d):
        r = self.random.randrange(4)
        if r == 0:
            return f"timestamp({self.of(self.one(['string', 'int', 'time']), d)})"
        if r == 1:
            return self.wrap(f"{self.of('span', d)} + {self.of('time', d)}")
        return self.wrap(f"{self.of('time', d)} {self.one(['+', '-'])} {self.of('span', d)}")

    def of_span(self, d):
        r = self.random.randrange(4)
        if r == 0:
            return f"duration({self.of(self.one(['string', 'span']), d)})"
        if r == 1:
            return self.wrap(f"{self.of('time', d)} - {self.of('time', d)}")
        return self.wrap(f"{self.of('span', d)} {self.one(['+', '-'])} {self.of('span', d)}")

    def of_bool(self, d):
        r = self.random.randrange(16)
        if r < 3:
            return self.wrap(f"{self.of('bool', d)} {self.one(['&&', '||'])} {self.of('bool', d)}")
        if r == 3:
            return self.wrap(f"!{self.of('bool', d)}")
        if r < 6:
            kind = self.any_type()
            other = kind if self.chance(0.7) else self.any_type()
            return self.wrap(f"{self.of(kind, d)} {self.one(['==', '!='])} {self.of(other, d)}")
        if r < 9:
            kind = self.one(ORDERED)
            other = self.one(["int", "uint", "double"]) if kind in ("int", "uint", "double") else kind
            return self.wrap(f"{self.of(kind, d)} {self.one(['<', '<=', '>', '>='])} {self.of(other, d)}")
        if r == 9:
            kind = self.one(SCALARS)
            return self.wrap(f"{self.of(kind, d)} in {self.of('list:' + kind, d)}")
        if r == 10:
            key = self.one(KEYS)
            return self.wrap(f"{self.of(key, d)} in {self.of(f'map:{key}:int', d)}")
        if r == 11:
            call = self.one(["contains", "startsWith", "endsWith"])
            return f"{self.of('string', d)}.{call}({self.of('string', d)})"
        if r == 12:
            return f"{self.of('string', d)}.matches({self.one(PATTERNS)})"
        if r == 13:
            return f"bool({self.of(self.one(['string', 'bool']), d)})"
        if r == 14:
            return f"has({self.of('map:string:int', d)}.{self.one(['a', 'b', 'c'])})"
        return self.loop(self.one(["all", "exists", "exists_one"]), d)

    def loop(self, macro, d, element=None, body="bool", condition=False):
        element = element or self.one(SCALARS)
        over = f"list:{element}" if element not in KEYS or self.chance(0.8) else f"map:{element}:int"
        base = self.of(over, d)
        name = f"v{len(self.locals)}"
        self.locals.append((name, element))
        test = self.of("bool", d) + ", " if condition else ""
        inner = self.of(body, d)
        self.locals.pop()
        return f"{base}.{macro}({name}, {test}{inner})"

    def list(self, kind, d):
        element = kind[5:]
        r = self.random.randrange(6)
        if r == 0:
            return self.wrap(f"{self.of(kind, d)} + {self.of(kind, d)}")
        if r == 1:
            return self.loop("filter", d, element=element)
        if r < 4 and ":" not in element:
            return self.loop("map", d, body=element, condition=r == 3)
        if element == "string" and r == 4:
            limit = f", {self.of('int', 0)}" if self.chance(0.4) else ""
            return f"{self.of('string', d)}.split({self.of('string', 0)}{limit})"
        count = self.one([0, 1, 2, 3])
        return "[" + ", ".join(self.of(element, d) for _ in range(count)) + "]"

    def map(self, kind, d):
        _, key, value = kind.split(":", 2)
        keys = sorted({self.leaf(key) for _ in range(self.one([0, 1, 2]))})
        return "{" + ", ".join(f"{k}: {self.of(value, d)}" for k in keys) + "}"
