import fc from 'fast-check';
import { readCel } from '../../src/rules/cel';

// Every line was given to the CEL of daprd 1.18, declared as Dapr declares it: what it takes, and what that gives.
const TAKEN: readonly (readonly [expression: string, type: string])[] = [
  ['event.type == "order.created"', 'bool'],
  [`event.type == 'order.created' && event.source == "shop"`, 'bool'],
  ['event.type.startsWith("order.")', 'bool'],
  [`event.type.endsWith('.created') || event.type.contains("x")`, 'bool'],
  ['event.type.matches("^order\\\\..*$")', 'bool'],
  ['matches(event.type, "^a")', 'bool'],
  ['has(event.data.kind) && event.data.kind == "vip"', 'bool'],
  ['"kind" in event.data', 'bool'],
  ['event.data.total > 100', 'bool'],
  ['event.data.total > 100.5', 'bool'],
  ['int(event.data.total) >= 100', 'bool'],
  ['double(event.data.total) * 2.0 > 1.5', 'bool'],
  ['size(event.data.items) > 0', 'bool'],
  ['event.data.items.size() == 0', 'bool'],
  ['event.data.items.all(i, i.price > 10)', 'bool'],
  ['event.data.items.exists(i, i == "a")', 'bool'],
  ['event.data.items.exists_one(i, i == 1)', 'bool'],
  ['event.data.items.filter(i, i > 1).size() > 0', 'bool'],
  ['event.data.items.map(i, i * 2) == [2, 4]', 'bool'],
  ['event.data.items.map(i, i > 1, i * 2).size() == 1', 'bool'],
  ['event["type"] == "a"', 'bool'],
  ['event.data["kind"] in ["a", "b"]', 'bool'],
  ['event.type in [1, 2, "a"]', 'bool'],
  ['{"a": 1, 2: "b"}[event.type] == 1', 'bool'],
  ['event.type == "a" ? true : false', 'bool'],
  ['timestamp(event.time) > timestamp("2024-01-01T00:00:00Z")', 'bool'],
  ['timestamp(event.time).getHours() < 12', 'bool'],
  ['duration("1h") > duration("30m")', 'bool'],
  ['type(event.data.x) == string', 'bool'],
  ['string(event.data.id) == "1"', 'bool'],
  ['!(event.type == "a")', 'bool'],
  ['!!event.ok', 'dyn'],
  ['event.x == null', 'bool'],
  ['event.a.b.c.d == 1u', 'bool'],
  ['true', 'bool'],
  [`event.type == r'a' || event.data == b"x"`, 'bool'],
  ['other == "a"', 'bool'],
  ['"a" + event.type == "ab"', 'bool'],
  ['dyn(1) == "a"', 'bool'],
  ['requests > 10 && double(totalFailures) / double(requests) > 0.5', 'bool'],
  ['consecutiveFailures > 5', 'bool'],
  ['[1].all(i, 1 < 2u)', 'bool'],
  ['google.protobuf.Int32Value{value: 1} == 1', 'bool'],
  ['[,] == []', 'bool'],
  ['event.type == "a" // comment', 'bool'],
  ['event.type == """a"""', 'bool'],
  ['event.if == 1', 'bool'],
  ['event.type', 'dyn'],
  ['event.data.total + 1', 'int'],
  ['"order"', 'string'],
  ['size(event.data)', 'int'],
  ['event.type == "a" || or', 'bool'],
];

// What the CEL of daprd 1.18 refuses, and how this library says it.
const REFUSED: readonly (readonly [expression: string, error: string])[] = [
  ['event.type = "a"', "unexpected '='; did you mean '=='?, at character 12"],
  ['event.type == "a', 'unterminated string, at character 15'],
  ['event.type == "a" &&', 'unexpected token: the end, at character 21'],
  ['(event.type == "a"', "expected ')', got the end, at character 19"],
  ['event.type === "a"', "unexpected '=', at character 14"],
  ['event.type == "a" and event.x == 1', "unexpected 'and'; did you mean '&&'?, at character 19"],
  ['event.type == order.created )', "unexpected ')', at character 29"],
  [`event.type == 'a' & event.x == 1`, "unexpected '&'; did you mean '&&'?, at character 19"],
  ['event.in == 1', "expected a name, got 'in', at character 7"],
  ['if (event.type) true', 'reserved identifier: if, at character 1'],
  ['event type == "a"', "unexpected 'type', at character 7"],
  ['$.type == "a"', "unexpected '$', at character 1"],
  ['event?.type == "a"', "unexpected token: '.', at character 7"],
  ['`event.type` == "a"', "unexpected '`', at character 1"],
  ['event.type == "\\q"', 'invalid escape sequence: \\q, at character 16'],
  ['contains(event.type, "x")', 'contains() is a method; write x.contains(…)'],
  ['startsWith(event.type, "x")', 'startsWith() is a method; write x.startsWith(…)'],
  ['foo(event.type)', "Dapr's CEL has no function foo()"],
  ['event.type.toLowerCase() == "a"', "Dapr's CEL has no function toLowerCase()"],
  ['event.type.lowerAscii() == "a"', "Dapr's CEL has no function lowerAscii()"],
  ['event.type.includes("x")', "Dapr's CEL has no function includes()"],
  ['event.data.items.any(i, i > 1)', "Dapr's CEL has no function any()"],
  ['event.type.split(".")[0] == "a"', "Dapr's CEL has no function split()"],
  ['event.items.length() > 1', "Dapr's CEL has no function length()"],
  ['math.greatest(1, 2) > 1', "Dapr's CEL has no function greatest()"],
  ['1 == "a"', "'==' compares two values of one type: got int and string"],
  ['1 < 1.5', "'<' does not take (int, double)"],
  ['event.type.startsWith(1)', 'startsWith() does not take (dyn, int)'],
  ['event.type.startsWith("a", "b")', 'startsWith() does not take (dyn, string, string)'],
  ['"a" && true', "'&&' needs a bool: got string"],
  ['event.type == "a" ? 1 : "a"', "both sides of '?:' have one type: got int and string"],
  ['"a".b == 1', 'a string has no fields'],
  ['-"a" == 1', "'-' does not take (string)"],
  ['!1', "'!' does not take (int)"],
  ['has(event)', 'has() takes the field of something, as in has(event.data)'],
  ['has(event["a"])', 'has() takes the field of something, as in has(event.data)'],
  ['1 in "abc"', "'in' needs a list or map: got string"],
  ['event.all(i, i > 1)', "all() needs a list or map, and 'event' is declared as neither"],
  ['"a" + 1 == "a1"', "'+' does not take (string, int)"],
  ['size(1) > 0', 'size() does not take (int)'],
  ['event.data.items.all(i.x, i.x > 1)', 'all(var, predicate) invalid predicate iteration variable, at character 24'],
];

test.each(TAKEN)('takes %s', (expression, type) => {
  const reading = readCel(expression);
  expect(reading.error).toBeUndefined();
  expect(['dyn', undefined, type]).toContain(reading.type);
});

test.each(REFUSED)('refuses %s', (expression, error) => {
  expect(readCel(expression).error).toBe(error);
});

test.each([
  ['foo(event.type)', 'foo'],
  ['event.type.toLowerCase() == "a"', 'toLowerCase'],
  ['contains(event.type, "x")', undefined],
])('knows that %s is tried for ever: %s', (expression, unknown) => {
  expect(readCel(expression).unknownFunction).toBe(unknown);
});

test('lists the names that an expression does not bind itself', () => {
  expect(readCel('event.items.all(i, i > limit) && type(x) == int').variables).toEqual(['event', 'limit', 'x']);
});

test('lists the longest chains of names, and which of them are asked for first', () => {
  expect(
    readCel('has(event.data.kind) && event.data.kind.name == "a" && event.type == "b" && "c" in event.d && event.d.c == 1').fields,
  ).toEqual([
    { path: ['event', 'data', 'kind'], guarded: true },
    { path: ['event', 'data', 'kind', 'name'], guarded: true },
    { path: ['event', 'type'], guarded: false },
    { path: ['event', 'd'], guarded: false },
    { path: ['event', 'd', 'c'], guarded: true },
  ]);
});

test('says nothing of an expression that is too deep or too long for the parser', () => {
  expect(readCel('('.repeat(300) + 'event' + ')'.repeat(300)).error).toBeUndefined();
  expect(readCel(Array(2000).fill('event.type == "a"').join(' || ')).error).toBeUndefined();
});

const PIECES = [
  'event',
  '.',
  'type',
  ' ',
  '==',
  '"a"',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '&&',
  '!',
  '1',
  ',',
  '?',
  ':',
  '\\',
  "'",
  'all(i, i)',
  'has(',
  '\u0000',
  'é',
];

test.each([
  ['names', Array(700).fill('a').join(' || ')],
  ['fields', `a${'.b'.repeat(1400)} == 1`],
  ['elements', `a${'[0]'.repeat(700)} == 1`],
  ['lists', '['.repeat(2400)],
  ['quotes', 'r"'.repeat(4900)],
])('reads a chain of %s', (_what, expression) => {
  const begin = performance.now();
  expect(readCel(expression).unknownFunction).toBeUndefined();
  expect(performance.now() - begin).toBeLessThan(2000);
});

test('never throws', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }), (pieces) => {
      const { error } = readCel(pieces.join(''));
      expect(error === undefined || error.length > 0).toBe(true);
    }),
  );
});
