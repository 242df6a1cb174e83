import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { byName, HELMS, lint, template } from './charts';

const EXPECTED = join(__dirname, '../../examples/helm-chart/expected');

test.each(HELMS)(
  'the chart of the example renders its own manifests with %s, lints, and takes its environment',
  (_, binary) => {
    const chart = join(EXPECTED, 'shop');
    const { objects, error } = template(binary(), chart);
    expect(error).toBe('');
    expect(byName(objects)).toEqual(byName(loadAll(readFileSync(join(EXPECTED, 'shop.k8s.yaml'), 'utf8'))));
    for (const options of [[], ['--values', join(chart, 'values-production.yaml')]]) {
      expect(lint(binary(), chart, ...options)).toContain('1 chart(s) linted, 0 chart(s) failed');
    }
    const production = template(binary(), chart, '--values', join(chart, 'values-production.yaml'), '--set', 'cleanup.enabled=true');
    const of = (kind: string): any => production.objects.find((object) => object.kind === kind);
    expect(of('Deployment').spec.replicas).toBe(4);
    expect(of('Deployment').spec.template.spec.containers[0].resources.limits.memory).toBe('1Gi');
    expect(of('Job').spec.activeDeadlineSeconds).toBe(600);
  },
  60_000,
);
