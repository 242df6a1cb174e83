import { Code } from '../private/codes';
import { show } from '../private/field-words';
import { isObject } from '../private/objects';
import { Problems } from '../private/problems';
import { isSize, quantity } from '../private/quantity';

type Amounts = { readonly request?: unknown; readonly limit?: unknown };

const KINDS = { cpu: 'cpu', memory: 'memory', ephemeralStorage: 'ephemeral-storage' } as const;

/** Requests and limits as Kubernetes spells them. */
export function resourcesJson(resources: unknown): object {
  const json: { [end: string]: { [kind: string]: string } } = {};
  for (const [property, kind] of Object.entries(KINDS)) {
    const amounts = (resources as Record<string, Amounts | undefined>)[property] ?? {};
    for (const [end, amount] of [
      ['requests', amounts.request],
      ['limits', amounts.limit],
    ] as const) {
      if (amount !== undefined && amount !== null) {
        (json[end] ??= {})[kind] = isSize(amount) ? quantity(amount) : (amount as { amount: string }).amount;
      }
    }
  }
  return json;
}

/** Reports what is not a `ContainerResources`. */
export function checkResources(problems: Problems, name: string, resources: unknown): void {
  if (!isObject(resources) || Array.isArray(resources)) {
    problems.add(Code.WRONG_TYPE, `'${name}' of ControlPlane must be ContainerResources of cdk8s-plus: got ${show(resources)}`);
    return;
  }
  for (const [property, amounts] of Object.entries(resources) as [string, Amounts | undefined][]) {
    if (!(property in KINDS)) {
      problems.add(
        Code.UNKNOWN_PROPERTY,
        `'${name}.${property}' is not a property of ControlPlane: it has ${Object.keys(KINDS).join(', ')}`,
      );
      continue;
    }
    for (const end of ['request', 'limit'] as const) {
      const amount = amounts?.[end];
      if (amount !== undefined && amount !== null && !isAmount(property, amount)) {
        const expected = property === 'cpu' ? 'a Cpu, e.g. Cpu.millis(100)' : 'a Size, e.g. Size.mebibytes(128)';
        problems.add(Code.WRONG_TYPE, `'${name}.${property}.${end}' of ControlPlane must be ${expected}: got ${show(amount)}`);
      }
    }
  }
}

function isAmount(property: string, amount: unknown): boolean {
  return property === 'cpu' ? typeof (amount as { amount?: unknown }).amount === 'string' : isSize(amount);
}
