/** Prints the interfaces and enums of the control plane's options. */
import { ControlPlaneCatalog, Entry, Group, tree, Tree } from './control-plane-catalog';
import { constantName } from './names';
import { quote } from './fields';

const SEE = 'https://docs.dapr.io/operations/hosting/kubernetes/kubernetes-production/';

export function enumerations({ offered }: ControlPlaneCatalog): string[] {
  return offered
    .filter(({ entry }) => entry.values !== undefined)
    .map(({ entry }) => {
      const members = Object.entries(entry.values!).map(
        ([value, says]) => `  /** ${says} */\n  ${constantName(value)} = ${quote(value)},\n`,
      );
      return `/** ${entry.enumSays} */\nexport enum ${entry.enum} {\n${members.join('\n')}}\n`;
    });
}

export function interfaces(catalog: ControlPlaneCatalog): string[] {
  const byType = new Map<string, Tree[]>();
  const collect = (node: Tree): void => {
    const { type } = catalog.groups[node.path];
    byType.set(type, [...(byType.get(type) ?? []), node]);
    Object.values(node.children)
      .filter((child) => child.entry === undefined)
      .forEach(collect);
  };
  collect(tree(catalog));
  return [...byType].reverse().map(([type, nodes]) => {
    const says = catalog.shared[type] ?? catalog.groups[nodes[0].path].says;
    const see = nodes[0].path === '' ? `\n *\n * @see ${SEE}` : '';
    return `/**\n * ${says}${see}\n */\nexport interface ${type} {\n${members(catalog, nodes).join('\n\n')}\n}\n`;
  });
}

/** The members of an interface, which all groups of its type must agree on but for the defaults. */
function members({ groups }: ControlPlaneCatalog, nodes: readonly Tree[]): string[] {
  return Object.entries(nodes[0].children).map(([name, child]) => {
    const alike = nodes.map((node) => node.children[name]);
    const group: Group | undefined = groups[child.path];
    if (alike.some((other) => (other?.entry && typeOf(other.entry)) !== (child.entry && typeOf(child.entry)))) {
      throw new Error(`catalog/control-plane.yaml: ${child.path} is not alike in all groups of its type`);
    }
    return child.entry === undefined
      ? member(name, group!.type, [group!.says], '- as the chart has it')
      : member(name, typeOf(child.entry), says(child.entry), defaults(alike));
  });
}

function member(name: string, type: string, lines: readonly string[], byDefault: string): string {
  return `  /**\n${[...lines, '', `@default ${byDefault}`].map((line) => `   * ${line}`.trimEnd()).join('\n')}\n   */\n  readonly ${name}?: ${type};`;
}

function says(entry: Entry): string[] {
  const unit = entry.unit === 's' ? 'Whole seconds. ' : '';
  const bounds =
    entry.is !== 'integer' || entry.min === undefined
      ? ''
      : entry.max === undefined
        ? `At least ${entry.min}. `
        : `${entry.min} to ${entry.max}. `;
  const since = entry.since === undefined ? '' : `Since Dapr ${entry.since}.`;
  const more = `${unit}${bounds}${since}`.trim();
  return more === '' ? [entry.says] : [entry.says, '', more];
}

export function typeOf(entry: Entry): string {
  switch (entry.is) {
    case 'text':
      return 'string';
    case 'secret':
      return 'SecretValue';
    case 'integer':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'duration':
      return 'Duration';
    case 'size':
      return 'Size';
    case 'enum':
      return entry.enum!;
    case 'texts':
      return 'string[]';
    case 'texts by name':
      return '{ [name: string]: string }';
    case 'object':
      return entry.type!;
    case 'objects':
      return `${entry.type}[]`;
    case 'resources':
      return 'kplus.ContainerResources';
    default:
      return 'any[]';
  }
}

/** One default, or each with the groups that have it. */
function defaults(alike: readonly Tree[]): string {
  const owners = new Map<string, Set<string>>();
  for (const { path, entry } of alike) {
    const text = defaultOf(entry!);
    owners.set(text, (owners.get(text) ?? new Set()).add(path.split('.').at(-2)!));
  }
  const all = [...owners];
  return all.length === 1 ? all[0][0] : `- ${all.map(([text, of]) => `${text} for ${[...of].join(' and ')}`).join(', ')}`;
}

function defaultOf(entry: Entry): string {
  const { chart } = entry;
  if (entry.default !== undefined) {
    return entry.default;
  }
  if (chart === undefined || chart === null || chart === '' || (typeof chart === 'object' && Object.keys(chart).length === 0)) {
    return '- none';
  }
  switch (entry.is) {
    case 'duration':
      return entry.unit === 's' ? `Duration.seconds(${chart})` : goDuration(String(chart));
    case 'size':
      return `Size.gibibytes(${/^(\d+)Gi$/.exec(String(chart))![1]})`;
    case 'enum':
      return `${entry.enum}.${constantName(String(chart))}`;
    case 'text':
      return quote(String(chart));
    default:
      return String(chart);
  }
}

function goDuration(text: string): string {
  const [, amount, unit] = /^(\d+)(ms|s|m|h)$/.exec(text)!;
  return `Duration.${{ ms: 'millis', s: 'seconds', m: 'minutes', h: 'hours' }[unit]}(${amount})`;
}
