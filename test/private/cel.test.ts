import fc from 'fast-check';
import { readCel } from '../../src/private/cel';

test.each<[string, string[]]>([
  ['consecutiveFailures > 8', ['consecutiveFailures']],
  ['event.type == "a" && has(event.data.x)', ['event']],
  ['type(event) == map', ['event']],
  ['event.list.exists(x, x > requests)', ['event', 'requests']],
  ['event.list.map(a, b, a > b)', ['event']],
  ['requests>0&&totalFailures/requests>0.5', ['requests', 'totalFailures']],
  ['double(totalFailures) / double(requests) >= 5e-1', ['totalFailures', 'requests']],
  ["event.data.?size.orValue('x')", ['event']],
  ["event['x('] in ['a', 'b'] // don't (", ['event']],
  [String.raw`event.type.matches(r'a\') || event.type == 'it\'s' || b"""a"b""" == event.data`, ['event']],
  ['foo in bar', ['foo', 'bar']],
  ['google.protobuf.Int32Value{value: 5} == event', ['event']],
  ['{"a": b}.a ? x : y', ['b', 'x', 'y']],
  ['true', []],
])('finds the variables of %s', (expression, variables) => {
  expect(readCel(expression)).toEqual({ variables });
});

test.each([
  ['(a', "a ')' is missing"],
  ['[a', "a ']' is missing"],
  ['a)', "a ')' has no beginning"],
  ['(a]', "a ']' has no beginning"],
  ["a == 'b", "a ' is left open"],
  ['a == "b', 'a " is left open'],
])('says why %s cannot be read', (expression, broken) => {
  expect(readCel(expression)).toEqual({ broken, variables: [] });
});

test('whatever stands in a text is neither a bracket nor a variable', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readCel(`event.type == ${JSON.stringify(text)}`)).toEqual({ variables: ['event'] });
    }),
  );
});

test('brackets that match are never doubted', () => {
  const nested = fc.letrec<{ code: string }>((tie) => ({
    code: fc.oneof(
      { depthSize: 'small' },
      fc.constant('event'),
      tie('code').map((code) => `(${code})`),
      tie('code').map((code) => `[${code}]`),
      fc.tuple(tie('code'), tie('code')).map(([a, b]) => `size(${a}) < ${b}`),
    ),
  })).code;
  fc.assert(fc.property(nested, (code) => expect(readCel(code)).toEqual({ variables: ['event'] })));
});
