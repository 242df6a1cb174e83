import type { HelmChartProps } from '../../helm/helm-chart-props';
import { Definition, isOfRelease } from './definition';
import { isObjectJson, Json } from './json';
import { bare } from './switches';
import { escaped } from './template';
import { defaultsOf, Tree } from './tree';
import { typeName } from './values-file';

/** The README of a chart: what it is, how to install it, its values. */
export function chartReadme(props: HelmChartProps, definitions: readonly Definition[]): string {
  const { name, version, appVersion, description, environments } = props;
  const values = definitions.filter((definition) => !isOfRelease(definition));
  const row = (definition: Definition): string =>
    `| \`${definition.path}\` | ${cell(typeName(definition))} | \`${cell(JSON.stringify(definition.default))}\` | ${cell(meaning(definition))} |`;
  const files = (environments ?? []).map(
    (environment) => `- \`values-${environment.name}.yaml\`: \`helm upgrade --install ${name} . --values values-${environment.name}.yaml\``,
  );
  return [
    `# ${name}`,
    `${description === undefined ? '' : `${description}\n\n`}Version ${version}${appVersion === undefined ? '' : `, of application version ${appVersion}`}.`,
    `\`\`\`sh\nhelm upgrade --install ${name} . --namespace ${name} --create-namespace\n\`\`\``,
    '## Values',
    values.length === 0 ? 'None.' : ['| Value | Type | Default | For |', '|---|---|---|---|', ...values.map(row)].join('\n'),
    ...(files.length === 0 ? [] : ['## Environments', files.join('\n')]),
  ]
    .join('\n\n')
    .concat('\n');
}

function meaning({ description, allowed, minimum, maximum }: Definition): string {
  const limits = [
    allowed && `One of ${allowed.join(', ')}.`,
    minimum !== undefined && `At least ${minimum}.`,
    maximum !== undefined && `At most ${maximum}.`,
  ];
  return [description && (/[.!?]$/.test(description) ? description : `${description}.`), ...limits].filter((part) => part).join(' ');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
}

/** What Helm prints after an installation. */
export function notes(props: HelmChartProps, objects: ReadonlyMap<string, Tree>, hasTests: boolean): string {
  if (props.notes !== undefined) {
    return `${escaped(props.notes)}\n`;
  }
  const apps = [...objects.values()].flatMap((tree) => {
    const id = appId(bare(tree));
    return id === undefined ? [] : [`  ${id}`];
  });
  const listed = [...new Set(apps)].sort();
  return [
    `${props.name} ${props.version} is installed as {{ .Release.Name }} in the namespace {{ .Release.Namespace }}.`,
    ...(listed.length === 0 ? [] : [`\nApplications with Dapr:\n${listed.map(escaped).join('\n')}`]),
    ...(hasTests ? ['\nWhether they listen:\n  helm test {{ .Release.Name }} --namespace {{ .Release.Namespace }}'] : []),
    '',
  ].join('\n');
}

/** The app id of what the object runs, where it runs something with Dapr. */
function appId(object: { [key: string]: Tree } | undefined): string | undefined {
  let at = defaultsOf(object);
  for (const key of ['spec', 'template', 'metadata', 'annotations', 'dapr.io/app-id']) {
    at = isObjectJson(at) ? (at[key] as Json) : undefined;
  }
  return typeof at === 'string' ? at : undefined;
}
