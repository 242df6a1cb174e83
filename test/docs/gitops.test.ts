import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { blocks, run } from '../support/pages';
import { expectValid } from '../support/schemas';

test('the code of the page on GitOps is one program that compiles and runs, and what it makes is valid', () => {
  const pieces = blocks('docs/gitops.md', 'ts');
  expect(pieces.length).toBeGreaterThan(5);
  const objects = loadAll(run(`${pieces.join('\n')}\nprocess.stdout.write(app.synthYaml());\n`)) as any[];
  objects.forEach((object) => expectValid(object));
  expect(objects.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['Application', 'ApplicationSet', 'GitRepository', 'OCIRepository', 'Kustomization']),
  );
  const component = objects.find(({ kind }) => kind === 'Component');
  const table = readFileSync(join(__dirname, '../../docs/gitops.md'), 'utf8');
  expect(table).toContain(`| ${component.metadata.annotations['argocd.argoproj.io/sync-wave']} | Dapr's objects |`);
}, 60_000);
