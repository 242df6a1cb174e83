import { Code } from '../private/codes';
import { show } from '../private/field-words';
import { Problems } from '../private/problems';
import { CONTROL_PLANE_VALUES } from '../generated/control-plane-tables';
import type { ControlPlane } from './control-plane';

/**
 * What the commands for Helm name.
 */
export interface HelmCommandsOptions {
  /**
   * The file that holds what `toValuesYaml` gives.
   *
   * @default 'values.yaml'
   */
  readonly valuesFile?: string;

  /**
   * Values that Helm reads from files beside it, by the chart's own keys: `{ 'dapr_sentry.tls.issuer.keyPEM': 'issuer.key' }`. So a key need not
   * stand in a values file.
   *
   * @default - none
   */
  readonly setFile?: { [key: string]: string };

  /**
   * How long Helm waits until everything runs, in Go's spelling.
   *
   * @default '10m'
   */
  readonly timeout?: string;
}

/** The commands, in the order in which they must run. */
export function helmCommands(plane: ControlPlane, options: HelmCommandsOptions): string[] {
  checkKeys(plane, Object.keys(options.setFile ?? {}));
  const { namespace, releaseName, repository, version } = plane;
  const chart = repository.startsWith('oci://')
    ? [`${repository.replace(/\/+$/, '')}/dapr`, '--version', version]
    : ['dapr', '--repo', repository, '--version', version];
  const files = Object.entries(options.setFile ?? {}).flatMap(([key, file]) => ['--set-file', `${key}=${file}`]);
  const values = ['--values', options.valuesFile ?? 'values.yaml', ...files];
  const place = ['--namespace', namespace, '--create-namespace'];
  return [
    `${line('helm', 'show', 'crds', ...chart)} | ${line('kubectl', 'apply', '--server-side', '--force-conflicts', '--filename', '-')}`,
    line(
      'helm',
      'upgrade',
      '--install',
      releaseName,
      ...chart,
      ...place,
      ...values,
      '--skip-crds',
      '--wait',
      '--timeout',
      options.timeout ?? '10m',
    ),
    line('kubectl', 'rollout', 'restart', 'deployment/dapr-operator', '--namespace', namespace),
    line('kubectl', 'rollout', 'status', 'deployment/dapr-operator', '--namespace', namespace),
  ];
}

function checkKeys(plane: ControlPlane, keys: readonly string[]): void {
  const known = Object.values(CONTROL_PLANE_VALUES).map(({ key }) => key);
  const problems = new Problems(plane.node.scope!, plane.node.id);
  for (const key of keys.filter((one) => !known.includes(one))) {
    problems.add(Code.UNKNOWN_PROPERTY, `'setFile' has ${show(key)}, which Dapr's chart does not read: expected a key of its values.yaml`);
  }
  problems.throwIfAny();
}

/** A command whose words a shell takes as they are. */
function line(...words: string[]): string {
  return words.map((word) => (/^[\w./:@=,+-]+$/.test(word) ? word : `'${word.replace(/'/g, `'\\''`)}'`)).join(' ');
}
