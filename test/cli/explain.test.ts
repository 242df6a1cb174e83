import { run } from '../../src/cli/main';
import { ALL_RULES, INPUT, RULE_DOCS } from '../../src/rules';
import { rulesFor } from '../../src/validate/explain';

async function cdk8sDapr(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const [out, err]: string[][] = [[], []];
  const status = await run(args, { out: (text) => out.push(text), err: (text) => err.push(text) });
  return { status, out: out.join('\n'), err: err.join('\n') };
}

describe('explain', () => {
  test.each(RULE_DOCS.map((doc) => [doc.id, doc] as const))('%s says why, how to mend it, and where more is', async (id, doc) => {
    const { status, out } = await cdk8sDapr('explain', id);
    expect(status).toBe(0);
    expect(out.startsWith(`${id} (${doc.severity}): ${doc.title}\n\n`)).toBe(true);
    for (const text of [doc.why, doc.fix]) {
      expect(out.replace(/\s+/g, ' ')).toContain(text.replace(/\s+/g, ' '));
    }
    expect(out).toContain(`Source: ${doc.source}`);
    expect(out).toContain(`More: https://github.com/cdk8s-dapr/cdk8s-dapr/blob/main/docs/rules.md#${id.toLowerCase()}`);
    expect(out.includes('Wrong:')).toBe(ALL_RULES.some((rule) => rule.id === id));
  });

  test('takes an id as it is written in a hurry', async () => {
    expect((await cdk8sDapr('explain', 'dapr-022')).out).toBe((await cdk8sDapr('explain', 'DAPR022')).out);
  });

  test('finds the rule of a log line, in one argument or many', async () => {
    const line = 'error: resource mapping not found: no matches for kind "Component" in version "dapr.io/v1"';
    const expected = (await cdk8sDapr('explain', 'DAPR022')).out;
    expect((await cdk8sDapr('explain', line)).out.startsWith(expected)).toBe(true);
    expect((await cdk8sDapr('explain', ...line.split(' '))).out.startsWith(expected)).toBe(true);
  });

  test('every symptom that a rule names leads to it', () => {
    const line = 'error converting YAML to JSON: yaml: line 3: mapping values are not allowed in this context';
    expect(rulesFor(line, RULE_DOCS).map(({ id }) => id)).toContain('DAPR291');
    expect(rulesFor('nothing of the kind', RULE_DOCS)).toEqual([]);
  });

  test.each([
    [['DAPR02'], "cdk8s-dapr explain: there is no rule 'DAPR02'; did you mean 'DAPR0", 2],
    [[], 'cdk8s-dapr explain: expected the id of a rule, such as DAPR022, or a log line: got nothing', 2],
    [['xyzzy is not logged by anybody'], 'cdk8s-dapr explain: no rule knows this line; give it as it was logged', 1],
  ])('%j is told', async (args, message, status) => {
    const told = await cdk8sDapr('explain', ...args);
    expect([told.status, told.err.startsWith(message)]).toEqual([status, true]);
  });
});

describe('rules', () => {
  test('lists every rule once, with its pack', async () => {
    const { out } = await cdk8sDapr('rules', '--format', 'json');
    const listed = JSON.parse(out).rules as { id: string; pack: string }[];
    expect(listed.map(({ id }) => id).sort()).toEqual(RULE_DOCS.map(({ id }) => id));
    expect(listed.filter(({ pack }) => pack === 'input').map(({ id }) => id)).toEqual(INPUT.map(({ id }) => id));
  });

  test('prints a line for each', async () => {
    const { out } = await cdk8sDapr('rules');
    expect(out.split('\n').filter((line) => /^ {2}DAPR\d{3} {2}(error|warning|info) +\S/.test(line))).toHaveLength(RULE_DOCS.length);
  });
});

test('what is said of the input itself has all that a rule has', () => {
  INPUT.forEach((doc) => {
    expect(doc.id).toMatch(/^DAPR(29\d|018)$/);
    expect(doc.title).toMatch(/^[A-Z'].*[^.]$/);
    expect(doc.why).toMatch(/\.$/);
    expect(doc.fix).toMatch(/^[A-Z]/);
    expect(doc.source).toMatch(/\S/);
  });
});
