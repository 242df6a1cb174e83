import { blocks, run } from '../support/pages';

test('the code of the page on Helm is one program that compiles and runs, and writes what the page shows', () => {
  const pieces = blocks('docs/helm.md', 'ts');
  expect(pieces).toHaveLength(2);
  const program = pieces
    .join('\n')
    .replace('chart.write();', "process.stdout.write(chart.files['templates/deployment-orders.yaml']);")
    .replace('app.synth();', 'app.synthYaml();');
  const template = run(program);
  const [shown] = blocks('docs/helm.md', 'yaml');
  expect(template).toContain(shown);
}, 60_000);
