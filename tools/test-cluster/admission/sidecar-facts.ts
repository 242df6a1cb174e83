/** What a pod says of its sidecar, as a flat table: two pods differ in the facts that differ. */
import { Manifest } from './objects';

/** What is said, by what says it: `arg --app-port` is `5000`. */
export type Facts = ReadonlyMap<string, string>;

export const SIDECAR = 'daprd';

/** All that the injector adds to a pod, and where. */
export function sidecarFacts(pod: Manifest): Facts {
  const facts = new Map<string, string>();
  const { containers, initContainers = [] } = pod.spec;
  const [native, beside] = [find(initContainers, SIDECAR), find(containers, SIDECAR)];
  const sidecar = native ?? beside;
  if (sidecar === undefined) {
    return facts;
  }
  facts.set('place', native === undefined ? 'containers' : 'initContainers');
  containerFacts(sidecar).forEach((value, key) => facts.set(key, value));
  for (const [name, value] of Object.entries(pod.metadata.labels ?? {}).filter(([label]) => label.startsWith('dapr.io/'))) {
    facts.set(`label ${name}`, String(value));
  }
  return new Map([...facts, ...ownFacts(pod)]);
}

/** What a pod says beside the sidecar: of its volumes, and of what its other containers are told. */
export function ownFacts({ spec: { containers, volumes = [] } }: Manifest): Facts {
  const facts = new Map<string, string>();
  for (const { name, ...kind } of volumes.filter(isLasting)) {
    facts.set(`volume ${name}`, JSON.stringify(kind));
  }
  for (const container of containers.filter(({ name }: Manifest) => name !== SIDECAR)) {
    const place = `container ${container.name}`;
    environment(container).forEach((value, name) => facts.set(`${place} env ${name}`, value));
    mounts(container).forEach((value, name) => facts.set(`${place} mount ${name}`, value));
  }
  return facts;
}

function containerFacts(sidecar: Manifest): Facts {
  const { image, imagePullPolicy, args = [], command = [], ports = [], securityContext = {}, resources = {}, restartPolicy } = sidecar;
  const facts = new Map<string, string>([
    ['image', image],
    ['imagePullPolicy', imagePullPolicy],
  ]);
  if (restartPolicy !== undefined) {
    facts.set('restartPolicy', restartPolicy);
  }
  argumentFacts([...command, ...args]).forEach((value, key) => facts.set(key, value));
  for (const { name, containerPort, protocol } of ports) {
    facts.set(`port ${name}`, `${containerPort}/${protocol}`);
  }
  environment(sidecar).forEach((value, name) => facts.set(`env ${name}`, value));
  mounts(sidecar).forEach((value, name) => facts.set(`mount ${name}`, value));
  for (const [field, value] of Object.entries(securityContext)) {
    facts.set(`securityContext ${field}`, JSON.stringify(value));
  }
  for (const bound of ['requests', 'limits']) {
    Object.entries(resources[bound] ?? {}).forEach(([name, value]) => facts.set(`${bound} ${name}`, String(value)));
  }
  for (const probe of ['livenessProbe', 'readinessProbe']) {
    Object.entries(sidecar[probe] ?? {}).forEach(([field, value]) => facts.set(`${probe} ${field}`, JSON.stringify(value)));
  }
  return facts;
}

/** The program, what stands before its own flags, and each flag with its value. */
function argumentFacts(words: readonly string[]): Facts {
  const daprd = words.indexOf('/daprd');
  const start = words[daprd + 1] === '--' ? daprd + 2 : daprd + 1;
  const facts = new Map([['program', words.slice(0, start).join(' ')]]);
  for (let i = start; i < words.length; i++) {
    const flag = words[i];
    const hasValue = i + 1 < words.length && !words[i + 1].startsWith('--');
    const key = `arg ${flag}`;
    facts.set(key, facts.has(key) ? `${facts.get(key)}, and once more` : hasValue ? words[i + 1] : 'alone');
    i += hasValue ? 1 : 0;
  }
  return facts;
}

function environment({ env = [] }: Manifest): Facts {
  return new Map(env.map(({ name, value, valueFrom }: Manifest) => [name, valueFrom === undefined ? (value ?? '') : source(valueFrom)]));
}

function source({ secretKeyRef, fieldRef, ...other }: Manifest): string {
  return secretKeyRef
    ? `secret ${secretKeyRef.name} ${secretKeyRef.key}`
    : fieldRef
      ? `field ${fieldRef.fieldPath}`
      : JSON.stringify(other);
}

function mounts({ volumeMounts = [] }: Manifest): Facts {
  return new Map(
    volumeMounts.filter(isLasting).map(({ name, mountPath, readOnly }: Manifest) => [name, `${mountPath}${readOnly ? ' read-only' : ''}`]),
  );
}

/** The token of Kubernetes is under another name in each pod. */
function isLasting({ name }: Manifest): boolean {
  return !name.startsWith('kube-api-access-');
}

function find(containers: readonly Manifest[], name: string): Manifest {
  return containers.find((container) => container.name === name);
}

/** What must change: the new text of a fact, or undefined where it goes. */
export type Changes = { readonly [fact: string]: string | undefined };

/** What is other in a second table. */
export function changes(before: Facts, after: Facts): Changes {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return Object.fromEntries(names.filter((name) => before.get(name) !== after.get(name)).map((name) => [name, after.get(name)]));
}

/** A table with changes made. */
export function changed(facts: Facts, ...all: readonly Changes[]): Facts {
  const result = new Map(facts);
  for (const [name, value] of all.flatMap((some) => Object.entries(some))) {
    if (value === undefined) {
      result.delete(name);
    } else {
      result.set(name, value);
    }
  }
  return result;
}

/** Changes as lines, to compare and to show. */
export function lines(some: Changes): string {
  const sorted = Object.entries(some).sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([name, value]) => (value === undefined ? `without ${name}` : `${name}: ${value}`)).join('\n');
}
