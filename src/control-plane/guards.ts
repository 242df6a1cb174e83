import { Code } from '../private/codes';
import { Problems } from '../private/problems';
import { at, ChartValues } from './values';

/** What a guard sees: the values that the chart gets, with its own default where nothing is given, and where it is installed. */
export interface Situation {
  readonly values: ChartValues;
  readonly namespace: string;
}

type Guard = (situation: Read) => string | undefined;

interface Read {
  readonly namespace: string;
  /** Whether a switch is on; `byDefault` is the chart's. */
  is(key: string, byDefault: boolean): boolean;
  has(key: string): boolean;
  text(key: string): string;
}

/** Reports combinations that the chart refuses, or with which the control plane does not do what was asked. */
export function checkGuards(problems: Problems, { values, namespace }: Situation): void {
  const has = (key: string): boolean => ![undefined, null, ''].includes(at(values, key) as string);
  const read: Read = {
    namespace,
    has,
    is: (key, byDefault) => (has(key) ? at(values, key) === true : byDefault),
    text: (key) => String(at(values, key) ?? ''),
  };
  for (const guard of GUARDS) {
    const wrong = guard(read);
    if (wrong !== undefined) {
      problems.add(Code.CONFLICT, wrong);
    }
  }
}

const HA = 'global.ha.enabled';
const SCHEDULER = 'dapr_scheduler.';
const INJECTOR = 'dapr_sidecar_injector.';
const TLS = ['root.certPEM', 'issuer.certPEM', 'issuer.keyPEM'].map((name) => `dapr_sentry.tls.${name}`);
const FILENAMES = ['ca', 'cert', 'key'].map((name) => `global.issuerFilenames.${name}`);

const GUARDS: readonly Guard[] = [
  // The chart's own, in dapr_sidecar_injector_deployment.yaml.
  ({ is, has, text }) => {
    const user = Number(text(`${INJECTOR}sidecarRunAsUser`));
    const nonRoot = is(`${INJECTOR}sidecarRunAsNonRoot`, true);
    return !has(`${INJECTOR}sidecarRunAsUser`)
      ? undefined
      : nonRoot && user <= 0
        ? `'injector.sidecarRunAsUser' is 0, which is root, and 'injector.sidecarRunAsNonRoot' is on: expected a user above 0, or sidecarRunAsNonRoot: false`
        : !nonRoot && user !== 0
          ? `'injector.sidecarRunAsUser' is ${user}, and 'injector.sidecarRunAsNonRoot' is off: expected sidecarRunAsNonRoot: true, or no user`
          : undefined;
  },
  ({ is }) =>
    is(HA, false) &&
    is(`${SCHEDULER}cluster.inMemoryStorage`, false) &&
    is('global.scheduler.enabled', true) &&
    is(`${SCHEDULER}etcdEmbed`, true)
      ? `'scheduler.inMemoryStorage' loses jobs, reminders and workflows when its pods go, and 'highAvailability' is on: leave it out, and set scheduler.storageClassName to one whose disks survive`
      : undefined,
  ({ is }) =>
    is(HA, false) && is('dapr_placement.scaleZero', false)
      ? `'placement.scaleZero' leaves no pods, and 'highAvailability' is on: keep one of the two`
      : undefined,
  // Kubernetes refuses a disruption budget with both; the chart has a default for one.
  ({ has }) =>
    has('global.ha.disruption.minimumAvailable') && has('global.ha.disruption.maximumUnavailable')
      ? `'availability.minimumAvailable' and 'availability.maximumUnavailable' are both given, and a disruption budget takes one: keep one of the two`
      : undefined,
  ({ is, has }) =>
    !is(HA, false) && has('global.ha.replicaCount')
      ? `'availability.replicaCount' does nothing without 'highAvailability': set highAvailability: true, or replicaCount of operator, sentry and injector`
      : undefined,
  ...['operator', 'sentry', 'injector'].map((name): Guard => ({ is, has }) => {
    const chart = name === 'injector' ? 'sidecar_injector' : name;
    return is(HA, false) && has(`dapr_${chart}.replicaCount`)
      ? `'${name}.replicaCount' does nothing with 'highAvailability': set availability.replicaCount, which counts for operator, sentry and injector`
      : undefined;
  }),
  ({ has }) =>
    TLS.some(has) && !TLS.every(has)
      ? `'sentry.tls' has ${TLS.filter(has).length} of rootCertificate, issuerCertificate and issuerKey, and without all three sentry makes its own: give all three, here or by setFile of toHelmCommands, or none`
      : undefined,
  ({ has }) =>
    FILENAMES.some(has) && !FILENAMES.every(has)
      ? `'sentry.issuer' has ${FILENAMES.filter(has).length} of caFilename, certificateFilename and keyFilename, and sentry then looks for files without a name: give all three, or none`
      : undefined,
  ({ has, text }) =>
    FILENAMES.every(has) && text(FILENAMES[0]) !== 'ca.crt'
      ? `'sentry.issuer.caFilename' is '${text(FILENAMES[0])}', and operator, placement, scheduler and injector read the root certificate from 'ca.crt': expected 'ca.crt'`
      : undefined,
  ({ has, text }) =>
    TLS.every(has) && FILENAMES.every(has) && (text(FILENAMES[1]) !== 'issuer.crt' || text(FILENAMES[2]) !== 'issuer.key')
      ? `'sentry.tls' writes issuer.crt and issuer.key, and 'sentry.issuer' makes sentry read '${text(FILENAMES[1])}' and '${text(FILENAMES[2])}': keep one of the two`
      : undefined,
  ({ is, has }) =>
    !is(`${SCHEDULER}etcdEmbed`, true) && !has(`${SCHEDULER}etcdClientEndpoints`)
      ? `'scheduler.etcdEmbed' is off, and there is no other database: give scheduler.etcdClientEndpoints`
      : undefined,
  ({ is, has }) =>
    is(`${SCHEDULER}etcdEmbed`, true) && has(`${SCHEDULER}etcdClientEndpoints`)
      ? `'scheduler.etcdClientEndpoints' does nothing while the scheduler brings its own database along: set scheduler.etcdEmbed: false`
      : undefined,
  // sentry exits: cmd/sentry/options.
  ({ is, has }) =>
    is('dapr_sentry.oidc.enabled', false) &&
    is('dapr_sentry.oidc.tls.enabled', true) &&
    !(has('dapr_sentry.oidc.tls.certFile') && has('dapr_sentry.oidc.tls.keyFile'))
      ? `'sentry.oidc' serves HTTPS and has no certificate, so that sentry exits: give tlsCertFile and tlsKeyFile, or tls: false`
      : undefined,
  ...['jwt', 'oidc'].map((part): Guard => ({ is, has }) => {
    const others = {
      jwt: ['keyFilename', 'jwksFilename', 'issuer', 'signingAlgorithm', 'keyID'],
      oidc: ['jwksURI', 'pathPrefix', 'allowedHosts', 'tls.certFile', 'tls.keyFile', 'server.port'],
    }[part]!;
    return !is(`dapr_sentry.${part}.enabled`, false) && others.some((name) => has(`dapr_sentry.${part}.${name}`))
      ? `'sentry.${part}' does nothing without sentry.${part}.enabled: set it, or leave the rest out`
      : undefined;
  }),
  ({ has, text }) =>
    has('dapr_sentry.ports.port') && text('dapr_sentry.ports.port') !== '443' && !has('global.mtls.sentryAddress')
      ? `'sentry.port' is ${text('dapr_sentry.ports.port')}, and sidecars look for sentry at 443: say where it is in mtls.sentryAddress`
      : undefined,
  // The operator has a Role in its own namespace then, and nothing outside.
  ({ is, text, namespace }) =>
    is('global.rbac.namespaced', false) && text('dapr_operator.watchNamespace') !== namespace
      ? `'rbac.namespaced' leaves the operator no rights outside of '${namespace}', and it watches ${text('dapr_operator.watchNamespace') === '' ? 'all namespaces' : `'${text('dapr_operator.watchNamespace')}'`}: expected operator.watchNamespace: '${namespace}'`
      : undefined,
];
