/** What an API server, the injector and the operator may do with an example. */
import { Outcome } from '../../real/later';
import { lost } from '../admission/lost';
import { Manifest, objectsOf } from '../admission/objects';
import { podsOf } from '../admission/pods';
import { changes, Changes, Facts, lines, sidecarFacts } from '../admission/sidecar-facts';
import { Expectation, Stage } from './experiment';

/** What an API server says of an object, which it does not keep. */
async function answer({ kube, namespace }: Stage, object: Manifest, validate: 'strict' | 'ignore'): Promise<Outcome> {
  const place = object.metadata?.namespace === undefined ? ['--namespace', namespace] : [];
  return kube.tryKubectl(
    ['create', ...place, '--dry-run=server', `--validate=${validate}`, '-o', 'json', '-f', '-'],
    JSON.stringify(object),
  );
}

function expectMatch(text: string, patterns: readonly RegExp[]): void {
  const missing = patterns.filter((pattern) => !pattern.test(text));
  if (missing.length > 0) {
    throw new Error(`expected ${missing.join(' and ')} in:\n${text.trim()}`);
  }
}

/** The API server refuses each object, strict or not; one with null is taken. */
export function refuses(...each: readonly (RegExp | readonly RegExp[] | null)[]): Expectation {
  return {
    says: 'refuses it',
    async check(stage) {
      for (const [i, object] of stage.objects.entries()) {
        const { status, stdout, stderr } = await answer(stage, object, 'ignore');
        const patterns = each[i];
        if (patterns === null || patterns === undefined) {
          if (status !== 0) {
            throw new Error(`expected that it takes ${object.kind}, but: ${stderr.trim()}`);
          }
          continue;
        }
        if (status === 0) {
          throw new Error(`expected that it refuses the ${object.kind}, but it makes of it:\n${stdout}`);
        }
        expectMatch(stderr, [patterns].flat());
      }
    },
  };
}

/** The API server takes it and drops fields without a word, unless it is asked to be strict. */
export function prunes(...fields: readonly string[]): Expectation {
  return {
    says: `drops the field without a word; refuses it in strict mode: \`unknown field\``,
    async check(stage) {
      for (const object of stage.objects) {
        const { status, stdout, stderr } = await answer(stage, object, 'ignore');
        if (status !== 0) {
          throw new Error(`expected that it takes the ${object.kind}, but: ${stderr.trim()}`);
        }
        const dropped = lost(object, objectsOf(stdout)[0]);
        const found = dropped.map((line) => line.split(':')[0]).sort();
        if (found.join() !== [...fields].sort().join()) {
          throw new Error(`expected that it drops ${fields.join(', ')}, but it dropped ${dropped.join('\n') || 'nothing'}`);
        }
        const strict = await answer(stage, object, 'strict');
        expectMatch(
          strict.stderr,
          fields.map((field) => new RegExp(`unknown field "(${escaped(field)}|${escaped(field.split('.').at(-1)!)})"`)),
        );
      }
    },
  };
}

/** kubectl says the field's name alone, where it looks before it asks. */
function escaped(field: string): string {
  return field.replace(/[.[\]]/g, '\\$&');
}

/** The API server takes it in strict mode, and all of it is there. */
export function takes(): Expectation {
  return {
    says: 'takes all of it',
    async check(stage) {
      for (const object of stage.objects) {
        const { status, stdout, stderr } = await answer(stage, object, 'strict');
        const problems = status === 0 ? lost(object, objectsOf(stdout)[0]) : [stderr.trim()];
        if (problems.length > 0) {
          throw new Error(`expected that it takes all of the ${object.kind}, but: ${problems.join('\n')}`);
        }
      }
    },
  };
}

/** The API server takes it, and fills in what it says not. */
export function fillsIn(says: string, path: string, value: unknown): Expectation {
  return {
    says: `fills in ${says}`,
    async check(stage) {
      const [object] = stage.objects;
      const { stdout, stderr } = await answer(stage, object, 'strict');
      const found = stderr === '' ? path.split('.').reduce((at, step) => at?.[step], objectsOf(stdout)[0]) : stderr;
      if (JSON.stringify(found) !== JSON.stringify(value)) {
        throw new Error(`expected ${JSON.stringify(value)} in ${path}, got ${JSON.stringify(found)}`);
      }
    },
  };
}

/** What becomes of the pods of all workloads. */
async function admitted(stage: Stage): Promise<{ readonly asked: Manifest; readonly outcome: Outcome }[]> {
  const pods = stage.objects.flatMap(podsOf);
  if (pods.length === 0) {
    throw new Error('the example has no workload');
  }
  return Promise.all(pods.map(async (asked) => ({ asked, outcome: await answer(stage, asked, 'strict') })));
}

/** The injector, or the API server with what it made of the pod, refuses the pods. */
export function refusesPods(says: string, pattern: RegExp): Expectation {
  return {
    says,
    async check(stage) {
      for (const { outcome } of await admitted(stage)) {
        if (outcome.status === 0) {
          throw new Error('expected that the pod is refused, but it is admitted');
        }
        expectMatch(outcome.stderr, [pattern]);
      }
    },
  };
}

async function sidecars(stage: Stage): Promise<Facts[]> {
  return (await admitted(stage)).map(({ outcome }) => {
    if (outcome.status !== 0) {
      throw new Error(`expected that the pod is admitted, but: ${outcome.stderr.trim()}`);
    }
    return sidecarFacts(objectsOf(outcome.stdout)[0]);
  });
}

/** Whether the injector adds its sidecar. */
export function addsSidecar(yes: boolean): Expectation {
  return {
    says: yes ? 'adds the sidecar' : 'adds no sidecar, and says nothing',
    async check(stage) {
      for (const facts of await sidecars(stage)) {
        // A container of this name that the pod brings along has no port of Dapr.
        if (facts.has('port dapr-http') !== yes) {
          throw new Error(`expected ${yes ? 'a' : 'no'} sidecar, got ${[...facts].map((fact) => fact.join(': ')).join('; ') || 'none'}`);
        }
      }
    },
  };
}

/** The containers that pods get which ask for those of the example's Components; or why the API server refuses the pods then. */
export function brings(says: string, expected: readonly string[] | RegExp): Expectation {
  return {
    says,
    async check(stage) {
      await stage.kube.apply(stage.objects, '--namespace', stage.namespace);
      const annotations = { 'dapr.io/enabled': 'true', 'dapr.io/app-id': 'orders', 'dapr.io/inject-pluggable-components': 'true' };
      const pod = {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'orders', annotations },
        spec: { containers: [{ name: 'app', image: 'app' }] },
      };
      const { status, stdout, stderr } = await answer(stage, pod, 'strict');
      if (expected instanceof RegExp) {
        return expectMatch(stderr, [expected]);
      }
      const names = status === 0 ? objectsOf(stdout)[0].spec.containers.map(({ name }: Manifest) => name) : [stderr];
      const brought = names.filter((name: string) => !['app', 'daprd'].includes(name));
      if (brought.join() !== expected.join()) {
        throw new Error(`expected the containers ${expected.join() || 'none'}, got ${brought.join()}`);
      }
    },
  };
}

/** What the sidecar has. */
export function gives(expected: { readonly [fact: string]: string }): Expectation {
  return {
    says: `gives the sidecar \`${lines(expected).replaceAll('\n', '`, `')}\``,
    async check(stage) {
      const [facts] = await sidecars(stage);
      const found = lines(Object.fromEntries(Object.keys(expected).map((fact) => [fact, facts.get(fact)])));
      if (found !== lines(expected)) {
        throw new Error(`expected ${lines(expected)}, got ${found}`);
      }
    },
  };
}

/**
 * What the annotations make of the sidecar, beside one without them.
 *
 * @param names the annotations in question
 * @param expected what they change; nothing where the injector passes over them
 */
export function makes(names: readonly string[], expected: Changes): Expectation {
  const said = lines(expected).replaceAll('\n', '`, `');
  return {
    says: said === '' ? 'passes over it: the sidecar is as without' : `makes of it: \`${said}\``,
    async check(stage) {
      const keys = names.map((name) => `dapr.io/${name}`);
      const [after] = await sidecars(stage);
      const [before] = await sidecars({ ...stage, objects: stage.objects.map((object) => without(object, keys)) });
      const found = lines(changes(before, after));
      if (found !== lines(expected)) {
        throw new Error(`expected that the annotations change\n${lines(expected) || 'nothing'}\nbut they change\n${found || 'nothing'}`);
      }
    },
  };
}

/** A copy of a workload whose pods do not have these annotations. */
export function without(object: Manifest, names: readonly string[]): Manifest {
  const copy = structuredClone(object);
  eachPodMetadata(copy, (metadata) => names.forEach((name) => delete metadata.annotations?.[name]));
  return copy;
}

/** A copy of a workload whose pods have only these annotations, beside those that ask for a sidecar. */
export function only(object: Manifest, names: readonly string[]): Manifest {
  const copy = structuredClone(object);
  const kept = [...names, 'dapr.io/enabled', 'dapr.io/app-id'];
  eachPodMetadata(copy, (metadata) => {
    const all = Object.entries(metadata.annotations ?? {});
    metadata.annotations = Object.fromEntries(all.filter(([name]) => kept.includes(name)));
  });
  return copy;
}

function eachPodMetadata(object: Manifest, change: (metadata: Manifest) => void): void {
  const holders = object.kind === 'Pod' ? [object] : [object.spec?.template, object.spec?.jobTemplate?.spec?.template];
  holders.filter((holder) => holder?.metadata !== undefined).forEach((holder) => change(holder.metadata));
}
