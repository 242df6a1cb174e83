import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Assembly } from '../../tools/api/assembly';
import { parseAccepted, parseBreaks, problemsOf } from '../../tools/api/breaks';
import { summary, surprises } from '../../tools/api/surprises';
import { expectSame, NotTried, Tally } from '../../tools/tally';
import { dependencies, licenceProblems } from '../../tools/licences';
import { releaseNotes, releaseProblems } from '../../tools/release/changelog';

const ROOT = join(__dirname, '../..');

describe('licences', () => {
  const lock = {
    '': { version: '1.0.0', license: 'Apache-2.0' },
    'node_modules/fine': { version: '1.2.3', license: '(GPL-3.0-or-later OR MIT)' },
    'node_modules/a/node_modules/both': { version: '2.0.0', license: 'MIT AND Apache-2.0' },
    'node_modules/@x/tool': { version: '3.0.0', license: 'CC-BY-4.0', dev: true, hasInstallScript: true },
  };

  test('what is compatible passes, and tools may run install scripts', () => {
    expect(dependencies(lock).map(({ name, runtime }) => [name, runtime])).toEqual([
      ['fine', true],
      ['both', true],
      ['@x/tool', false],
    ]);
    expect(licenceProblems(dependencies(lock))).toEqual([]);
  });

  test('a runtime dependency under another licence, or with an install script, is named', () => {
    const bad = {
      'node_modules/copyleft': { version: '1.0.0', license: 'MIT AND GPL-3.0-only' },
      'node_modules/unknown': { version: '1.0.0', dev: true },
      'node_modules/scripted': { version: '1.0.0', license: 'MIT', hasInstallScript: true },
    };
    const allowed = '0BSD, Apache-2.0, BSD-2-Clause, BSD-3-Clause, BlueOak-1.0.0, CC0-1.0';
    expect(licenceProblems(dependencies(bad))).toEqual([
      `copyleft@1.0.0 is under MIT AND GPL-3.0-only: expected one of ${allowed}, ISC, MIT, PSF-2.0, Unlicense`,
      `unknown@1.0.0 is under none: expected one of 0BSD, Apache-2.0, BSD-2-Clause, BSD-3-Clause, BlueOak-1.0.0, CC-BY-3.0, CC-BY-4.0, CC0-1.0, ISC, MIT, MPL-2.0, PSF-2.0, Python-2.0, Unlicense`,
      'scripted@1.0.0 runs a script when it is installed: a dependency of users must not',
    ]);
  });

  test('those of the repository pass', () => {
    const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
    expect(dependencies(packages).length).toBeGreaterThan(100);
    expect(licenceProblems(dependencies(packages))).toEqual([]);
  });
});

describe('breaks of the public API', () => {
  const output = `Original assembly: cdk8s-dapr@0.1.0
err  - ENUM VALUE cdk8s-dapr.Access.MAYBE: member MAYBE has been removed [removed:cdk8s-dapr.Access.MAYBE]
warn - PROP cdk8s-dapr.App.x: type changed [changed:cdk8s-dapr.App.x]
`;

  test('a break that nobody accepted is named, with the key that accepts it', () => {
    expect(problemsOf(parseBreaks(output), ['changed:cdk8s-dapr.App.x'], 'list')).toEqual([
      'ENUM VALUE cdk8s-dapr.Access.MAYBE: member MAYBE has been removed [removed:cdk8s-dapr.Access.MAYBE]',
    ]);
  });

  test('an accepted break that breaks nothing is named, and one without a reason', () => {
    const accepted = parseAccepted('# why\n\nremoved:x  # it never worked\nremoved:y #\nremoved:z\n', 'list');
    expect(accepted).toEqual({
      keys: ['removed:x', 'removed:y', 'removed:z'],
      problems: [
        "list:4: 'removed:y' has no reason: expected 'removed:y  # why it is accepted'",
        "list:5: 'removed:z' has no reason: expected 'removed:z  # why it is accepted'",
      ],
    });
    expect(problemsOf([], ['removed:x'], 'list')).toEqual(["list: 'removed:x' breaks nothing: take it out"]);
  });
});

describe('surprises in the public API', () => {
  const docs = { summary: 'What it is.' };
  // Only what these checks read.
  const assembly = {
    name: 'lib',
    types: {
      'lib.Options': {
        kind: 'interface',
        datatype: true,
        docs,
        properties: [
          { name: 'mode', docs, type: { union: { types: [{ fqn: 'lib.pubsub.Mode' }, { primitive: 'string' }] } } },
          { name: 'more', docs, type: { primitive: 'any' } },
        ],
      },
      'lib.Thing': {
        kind: 'class',
        docs,
        initializer: { parameters: [{ name: 'scope' }, { name: 'size' }] },
        methods: [{ name: 'grow', parameters: [{ name: 'by' }] }],
      },
      'lib.pubsub.Mode': { kind: 'enum', namespace: 'pubsub', members: [{ name: 'ON', docs }] },
    },
  } as object as Assembly;

  test('a type that needs a submodule is named, as Go does not compile it, and what has no comment', () => {
    expect(surprises(assembly)).toEqual([
      'lib.Options refers to lib.pubsub.Mode: a type outside of submodules that refers to one in them does not compile in Go',
      'lib.Thing.grow has no comment',
      'lib.Thing.constructor(size) has no comment',
      'lib.Thing.grow(by) has no comment',
      'lib.pubsub.Mode has no comment',
    ]);
  });

  test('the summary counts types, and names what is open', () => {
    expect(summary(assembly)).toEqual([
      '3 types: struct 1, class 1, enum 1',
      'by submodule: none 2, pubsub 1',
      'open JSON (any): lib.Options.more',
    ]);
  });
});

describe('release notes', () => {
  const changelog = '# Changes\n\n## 0.2.0 (2026-12-01)\n\n- More.\n\n## 0.1.0 (unreleased)\n\nThe first.\n\n- All.\n';

  test('are what the change log says of the version', () => {
    expect(releaseNotes(changelog, '0.1.0')).toEqual({ remark: 'unreleased', text: 'The first.\n\n- All.' });
    expect(releaseNotes(changelog, '0.2.0')).toEqual({ remark: '2026-12-01', text: '- More.' });
    expect(releaseNotes(changelog, '0.1')).toBeUndefined();
  });

  test('a tag has to be the version, which has to be written up as released', () => {
    expect(releaseProblems(changelog, '0.1.0')).toEqual([]);
    expect(releaseProblems(changelog, '0.2.0', 'v0.2.0')).toEqual([]);
    expect(releaseProblems(changelog, '0.1.0', 'v0.2.0')).toEqual([
      'the tag is v0.2.0, package.json says 0.1.0: expected the tag v0.1.0',
      'CHANGELOG.md still calls 0.1.0 unreleased: expected a date',
    ]);
    expect(releaseProblems(changelog, '0.3.0')).toEqual(["CHANGELOG.md has no '## 0.3.0': say what is new"]);
  });

  test('the change log speaks of the version that the package has', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(releaseProblems(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'), version)).toEqual([]);
  });
});

describe('the tally of a check', () => {
  test('counts what could not be tried apart from what passed, and says why', () => {
    const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    const tally = new Tally();
    tally.check('one', () => 'fine');
    tally.check('two', () => {
      throw new NotTried('there is no go');
    });
    const ok = tally.ok;
    tally.check('three', () => expectSame('a\nb', 'a\nc\n', 'the text'));
    const lines = log.mock.calls.map(([line]) => line);
    log.mockRestore();
    expect(lines).toEqual([
      'passed     one: fine',
      'not tried  two: there is no go',
      "failed     three: the text differs in line 2: got 'b', expected 'c'",
    ]);
    expect([ok, tally.ok, String(tally)]).toEqual([true, false, '1 passed, 1 failed, 1 not tried']);
  });
});
