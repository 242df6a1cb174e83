/**
 * Texts that YAML writers get wrong. Whatever the library writes must read back the same with each of them, or stop synthesis with an
 * error that names the construct.
 */
export const TRICKY_STRINGS: readonly string[] = [
  // booleans of YAML 1.1, in all their spellings
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'n', 'N', 'no', 'No', 'NO', 'true', 'True', 'TRUE', 'false', 'False', 'FALSE'],
  ...['on', 'On', 'ON', 'off', 'Off', 'OFF', 'yES', 'oN', 'NOT', 'Yes.'],
  // nothing
  ...['', '~', 'null', 'Null', 'NULL', 'nil', 'none', 'None', 'undefined'],
  // integers: octal of 1.1, of 1.2 and of Go, hexadecimal, binary, grouped, signed, huge, sexagesimal
  ...['0', '-0', '+1', '007', '0755', '08', '0o17', '0O17', '-0o17', '0o8', '0o', '0x1F', '0X1F', '0x_1', '0xg', '0b101', '0B101', '0b-1', '0b2'],
  ...['1_000', '1__0', '_1', '-_1', '+_1', '0_X9', '1_', '12345678901234567890', '18446744073709551616', '0XFFFFFFFFFFFFFFFFF', '-0B1', '+-1'],
  ...['12:30', '1:30:45', '190:20:30', '-1:30', '12:30:45.5', '22:22', '80:80', '127.0.0.1:80'],
  // floats
  ...['1e3', '1E3', '1e+3', '1e-3', '+1e3', '1e', 'e3', '1.', '.5', '+.5', '-.5', '.5e3', '.', '..', '1.0', '1.0.0', '1_000.5', '-_.08', '7e_8'],
  ...['0e1_', '1e999', '1e9_99', '.inf', '.Inf', '.INF', '-.inf', '+.inf', '.nan', '.NaN', '.NAN', 'NaN', 'Infinity', 'inf', '4.2e', '685.230_15e+03'],
  // dates
  ...['2001-12-14', '2001-1-1', '2001-12-14T21:59:43Z', '2001-12-14t21:59:43.10-05:00', '2001-12-14 21:59:43.10 -5', '2001-12-14 21:59:43', '2001-99-99', '20011214'],
  // indicators
  ...['-', '- x', '-x', '--', '?', '? x', '?x', ':', ': x', ':x', 'x:', 'x: y', 'x:y', '::', '#', '#c', ' #c', 'x #c', 'x#c', ',', ', x', 'x, y'],
  ...['[', ']', '[]', '[x]', '{', '}', '{}', '{uuid}', '{{ }}', '{{ .Values.x }}', '{{- if }}', '${x}', '&', '&a', '& a', '*', '*a', '* a', '!', '!tag', '!!str x'],
  ...['!!binary aGk=', '|', '|-', '| x', '>', '>-', '> x', '%', '%YAML', '%YAML 1.1', '%d', '@', '@a', '`', '`a`', '=', '==', '=x', '<', '<<', '<<: *a', '<<<', '>>', '^', '~x', '$'],
  // the ends of documents
  ...['---', '--- x', '...', '... x', '---\n', 'a\n---\nb', 'a\n...\nb', '\n---\nb', 'a\n%YAML 1.1\n'],
  // quotes and backslashes
  ...["'", '"', "''", '""', `'"`, `"'`, "'a'", '"a"', `it's`, `"a" and 'b'`, `'a': "b"`, '\\n', '\\', '\\\\', 'C:\\temp\\new', '"\\"', 'a\\', '\\u0041', '\\x41', "a'\nb"],
  // blanks and lines
  ...[' ', '  ', ' a', 'a ', ' a ', '\t', '\ta', 'a\t', 'a\tb', 'a  b', '\n', '\n\n', 'a\n', 'a\n\n', '\na', '\n\na', 'a\nb', 'a\n\nb', 'a\nb\n', 'a\nb\n\n\n'],
  ...['a \nb', 'a\n b', ' a\nb', '  a\n b\nc', 'a\n  \nb', 'a\n ', 'a\n \n', 'a\n\t', ' \n', '  \n', '\n \n', ' \na', '\ta\nb', '\n\ta', '\t\n', ' \ta\n', '\t\n\n', ' \t\n'],
  ...['a\n\tb', 'a:\n\t- b', 'a\tb\nc', 'a\r', 'a\rb', '\r', 'a\r\nb', 'a\r\nb\r\n', '\r\n', '- a\n- b', 'a: b\nc: d\n', '# a\nb', 'a # b\nc', '{\n  "a": 1\n}\n'],
  ...['key:\n  - name: x\n    value: "y"\n', '#!/bin/sh\nset -e\n\techo hi\n', '\t#!/bin/sh\nset -e\n', '-----BEGIN CERTIFICATE-----\nMIIB+/==\n-----END CERTIFICATE-----\n'],
  ...[' \n\r a line that is long enough to be folded in quotes\n \nand one more\r\n', 'short\r\n \n', 'a line that is long enough to be folded in quotes\n \n '],
  // characters that some reader takes for a line break, refuses or drops
  ...['\u0085', 'a\u0085b', 'a\u2028b', 'a\u2029b', '\u2028', 'a\u2028', '\u2028a', '"\u2028"', ' \u2028 ', '-\u2028 ', 'a\u2028\nb', 'a\n\u2028b', 'x: \u2028y', '\ra\u2028b', 'a\u2028 b: '],
  ...['\ufeff', '\ufeffa', 'a\ufeffb', '\u0000', 'a\u0000b', '\u0001', '\u0007', '\b', '\v', '\f', '\u001b[0m', '\u007f', 'a\u007fb', '\u0080', '\u009f', '\u00a0', 'a\u00a0', '\u00a0a'],
  ...['\u200b', '\u200e', '\u202e', '\u2060', '\u3000', '\ufffd', '\ufffe', '\uffff', 'a\uffffb', '\ud800', 'a\udc00b', '\udc00\ud800', '\ue000'],
  ...['é', 'e\u0301', 'ß', 'ñandú', '日本語', 'العربية', '😀', 'a😀b', '👩‍👩‍👧', '😀\n😀', '\u{10ffff}', '\u{1fffe}'],
  // long lines and long words
  'a word '.repeat(40),
  'x'.repeat(200),
  'x'.repeat(1100),
  'é'.repeat(1030),
  '"'.repeat(600),
  `${'a word '.repeat(30)}\n${'another '.repeat(30)}`,
  ` ${'a word '.repeat(40)}`,
  `https://example.com/?${'a=b&'.repeat(60)}#c`,
  // names and values of this field
  ...['redis:6379', 'kafka-0:9092,kafka-1:9092', 'a=b', 'a=b,c=d', 'dapr.io/app-id', 'consecutiveFailures > 8', 'event.type == "a" && event.data.x > 1'],
  ...['$.data', '/orders/{id}', '/orders/*', '**', 'https://a.b/c?d=e&f=g', 'a@b.c', '@every 1h', '*/5 * * * *', '@hourly', '0h30m0s', '5s', '1h', '100%', '50%', '1Gi', '500m'],
  ...['1.18', '1.18.3', 'v1', 'v1alpha1', '5001', 'constructor', '__proto__', 'toString', 'length', 'host=db user=a password=b port=5432', '[{"a":1}]', '{"a":"b"}', '<xml/>', '!important'],
];
