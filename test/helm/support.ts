import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { loadAll } from 'js-yaml';
import * as dapr from '../../src';
import { tryRun } from '../../tools/process';
import { daprChart } from '../../tools/real/dapr-chart';
import { helm } from '../../tools/real/helm';

export const HELM = helm();
export const CHART = daprChart();

export function plane(props: Partial<dapr.ControlPlaneProps> = {}): dapr.ControlPlane {
  return new dapr.ControlPlane(new Chart(new App(), 'system'), 'dapr', { version: '1.18.3', ...props });
}

export interface Rendered {
  readonly status: number | null;
  readonly stderr: string;
  readonly objects: any[];
}

/** What helm makes of a values file, or of further flags. */
export function template(values: string, flags: readonly string[] = [], namespace = 'dapr-system', chart = CHART): Rendered {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-dapr-values-'));
  try {
    const file = join(folder, 'values.yaml');
    writeFileSync(file, values);
    const { status, stdout, stderr } = tryRun(HELM, ['template', 'dapr', chart, '--namespace', namespace, '--values', file, ...flags]);
    return { status, stderr, objects: status === 0 ? (loadAll(stdout) as any[]).filter((object) => object) : [] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The objects of a control plane; helm must take its values. */
export function objectsOf(control: dapr.ControlPlane): any[] {
  const { status, stderr, objects } = template(control.toValuesYaml(), [], control.namespace);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return objects;
}

export function find(objects: readonly any[], kind: string, name: string): any {
  const found = objects.find((object) => object.kind === kind && object.metadata.name === name);
  if (found === undefined) {
    throw new Error(`no ${kind} ${name} among ${objects.map((object) => `${object.kind} ${object.metadata.name}`).join(', ')}`);
  }
  return found;
}

/** The five services: their workload, and the container in it. */
export const WORKLOADS = {
  operator: ['Deployment', 'dapr-operator'],
  placement: ['StatefulSet', 'dapr-placement-server'],
  scheduler: ['StatefulSet', 'dapr-scheduler-server'],
  sentry: ['Deployment', 'dapr-sentry'],
  injector: ['Deployment', 'dapr-sidecar-injector'],
} as const;

export type Service = keyof typeof WORKLOADS;
export const SERVICES = Object.keys(WORKLOADS) as Service[];

export function workload(objects: readonly any[], service: Service): any {
  return find(objects, WORKLOADS[service][0], WORKLOADS[service][1]);
}

export function container(objects: readonly any[], service: Service): any {
  return workload(objects, service).spec.template.spec.containers.find(({ name }: any) => name === WORKLOADS[service][1]);
}

export function env(objects: readonly any[], service: Service): Record<string, string> {
  return Object.fromEntries(container(objects, service).env.map(({ name, value }: any) => [name, value]));
}
