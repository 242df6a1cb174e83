import { blocks, run } from '../support/pages';

test("the README's first program writes what the README shows", () => {
  const [program, ...others] = blocks('README.md', 'ts');
  expect(others).toEqual([]);
  const written = run(`${program}\nprocess.stdout.write(app.synthYaml());\n`);
  const shown = blocks('README.md', 'yaml');
  expect(shown).toHaveLength(2);
  shown.forEach((part) => expect(written).toContain(part));
}, 60_000);

test("the README's mistakes give the messages that it shows", () => {
  const [program] = blocks('README.md', 'ts');
  const wrong = program
    .replace("redisHost: 'redis:6379',", "redisHosts: 'redis:6379', redisType: 'cluste',")
    .replace(
      /new dapr\.state\.Redis\(chart, 'statestore', (\{[\s\S]*?\})\);/,
      "try { new dapr.state.Redis(chart, 'statestore', $1 as any); } catch (e) { console.log((e as Error).message); }",
    );
  expect(run(wrong)).toBe(blocks('README.md', 'text')[0]);
}, 60_000);

test('the code of the guide is one program that compiles and runs', () => {
  const pieces = blocks('docs/guide.md', 'ts');
  expect(pieces.length).toBeGreaterThan(8);
  const yaml = run(`${pieces.join('\n')}\nprocess.stdout.write(app.synthYaml());\n`);
  expect(yaml).toContain('type: state.ledger');
}, 60_000);
