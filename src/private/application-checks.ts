import { Construct } from 'constructs';
import { ApplicationProps } from '../application-props';
import { DaprVersion } from '../dapr-version';
import { AppProtocol, SidecarOptions } from '../generated/sidecar-options';
import { SIDECAR_FIELDS } from '../generated/sidecar-tables';
import { isCutShort, ShutdownTimes } from './application-defaults';
import { Code } from './codes';
import { show } from './field-words';
import { checkFields, Fields } from './fields';
import { checkAppId } from './names';
import { Problems } from './problems';
import { checkSidecar } from './sidecar-checks';

const OWNER = 'an Application';
const FIELDS: Fields = {
  image: { is: 'text', required: true, pattern: /^\S+$/, expected: `an image, e.g. 'checkout:1.0.0'` },
  port: { is: 'integer', min: 1, max: 65535 },
  appProtocol: { is: 'enum', of: SIDECAR_FIELDS.appProtocol.of },
  appId: { is: 'any' },
  replicas: { is: 'integer', min: 0 },
  env: { is: 'texts by name' },
  command: { is: 'texts' },
  args: { is: 'texts' },
  imagePullPolicy: { is: 'enum', of: ['Always', 'IfNotPresent', 'Never'] },
  dockerRegistryAuth: { is: 'any' },
  resources: { is: 'any' },
  securityContext: { is: 'any' },
  healthPath: { is: 'text', pattern: /^\/\S*$/, expected: `a path that starts with '/', e.g. '/healthz'` },
  probes: { is: 'boolean' },
  spread: { is: 'boolean' },
  terminationGracePeriod: { is: 'duration', unit: 's', min: 1000 },
  serviceAccount: { is: 'any' },
  automountServiceAccountToken: { is: 'boolean' },
  config: { is: 'any' },
  sidecar: { is: 'any' },
  defaultSidecarResources: { is: 'boolean' },
};

/** What an application is about to be. */
export interface ApplicationPlan {
  readonly props: ApplicationProps;
  readonly appId: string;
  readonly sidecar: SidecarOptions;
  readonly times: ShutdownTimes;
}

/** Reports what is wrong with an application and its sidecar, before anything is defined. */
export function checkApplication(problems: Problems, scope: Construct, { props, appId, sidecar, times }: ApplicationPlan): void {
  const version = DaprVersion.of(scope);
  checkFields(problems, { owner: OWNER, version }, FIELDS, props);
  checkAppId(problems, appId);
  if (props.port !== undefined && /^\d/.test(appId)) {
    problems.add(Code.APP_ID, `the Service of ${OWNER} cannot be named '${appId}': expected a name that starts with a letter`);
  }
  checkOwnOptions(problems, props, appId);
  checkHealthPath(problems, props);
  // The app id is checked, and a port out of range reported, as the application's own.
  checkSidecar(problems, version, { ...sidecar, appId: undefined, appPort: isPort(props.port) ? props.port : undefined });
  if (sidecar.disableBuiltinK8sSecretStore === false && props.automountServiceAccountToken === false) {
    problems.add(
      Code.CONFLICT,
      `'automountServiceAccountToken' of ${OWNER} cannot be false while 'sidecar.disableBuiltinK8sSecretStore' is false: daprd exits without the token; leave one of them out`,
    );
  }
  if (isCutShort(times)) {
    problems.add(
      Code.CONFLICT,
      `'terminationGracePeriod' of ${OWNER} is shorter than the sidecar's shutdown: got ${show(times.termination)}, expected at least 'sidecar.blockShutdownDuration' (${times.block === undefined ? 'none' : show(times.block)}) and 'sidecar.gracefulShutdown' (${show(times.graceful)}) together`,
    );
  }
}

/** The options that are the application's own may be repeated, not contradicted. */
function checkOwnOptions(problems: Problems, props: ApplicationProps, appId: string): void {
  const given = props.sidecar ?? {};
  const own: [string, unknown, string, unknown][] = [
    ['appId', given.appId, 'appId', appId],
    ['appPort', given.appPort, 'port', props.port],
    ['appProtocol', given.appProtocol, 'appProtocol', props.appProtocol ?? given.appProtocol],
    ['config', given.config?.name, 'config', (props.config ?? given.config)?.name],
  ];
  for (const [option, value, prop, ours] of own) {
    if (value !== undefined && value !== ours) {
      problems.add(
        Code.CONFLICT,
        `'sidecar.${option}' of ${OWNER} contradicts '${prop}': got ${show(value)} and ${ours === undefined ? 'nothing' : show(ours)}; set '${prop}' alone`,
      );
    }
  }
}

function checkHealthPath(problems: Problems, props: ApplicationProps): void {
  if (props.healthPath === undefined) {
    return;
  }
  const protocol = props.appProtocol ?? props.sidecar?.appProtocol;
  if (props.port === undefined) {
    problems.add(Code.CONFLICT, `'healthPath' of ${OWNER} has no effect without 'port': set the port on which it answers`);
  } else if (protocol === AppProtocol.GRPC || protocol === AppProtocol.GRPCS) {
    problems.add(
      Code.CONFLICT,
      `'healthPath' of ${OWNER} cannot be asked over ${protocol}: leave it out, and the probes only connect to the port`,
    );
  }
}

function isPort(port: unknown): port is number {
  return typeof port === 'number' && Number.isInteger(port) && port >= 1 && port <= 65535;
}
