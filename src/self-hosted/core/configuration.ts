import type { Manifest } from '../../rules/model/manifest';
import { at, isMapping, list, Mapping, mapping, text } from '../../rules/read';
import { Draft, titleOf } from './draft';
import type { Surroundings } from './resources';
import { variable } from './yaml';

export interface ConfigurationOptions {
  readonly mtls: boolean;
  /** The types of the components that are written here, though no manifest has them. */
  readonly own: readonly string[];
}

/** Why what names callers cannot be kept; daprd would refuse all of them. */
export const WITHOUT_CERTIFICATES = 'without certificates a sidecar does not know who calls it. Keep it with mtls, and run a sentry.';

/** A Configuration as `daprd --config` reads it without Kubernetes. */
export function configuration(manifest: Manifest, around: Surroundings, { mtls, own }: ConfigurationOptions): object {
  const { draft, hosts } = around;
  const { mtls: _controlPlane, accessControl, nameResolution, tracing, components, ...rest } = mapping(manifest.body.spec);
  const spec: { [key: string]: unknown } = { ...rest };
  const place = titleOf(manifest);
  if (accessControl !== undefined && mtls) {
    spec.accessControl = accessControl;
  } else if (isMapping(accessControl)) {
    draft.note(`accessControl of ${place} is left out: ${WITHOUT_CERTIFICATES}`);
  }
  if (mtls) {
    // This is what dapr run looks for, to start the sidecars with certificates.
    spec.mtls = { enabled: true };
  }
  if (isMapping(nameResolution) && text(nameResolution.component) === 'kubernetes') {
    draft.note(`${place} resolves names by Kubernetes: without it, mDNS finds the sidecars of one machine.`);
  } else if (nameResolution !== undefined) {
    spec.nameResolution = hosts.inAll(nameResolution, place);
  }
  if (isMapping(tracing)) {
    spec.tracing = tracingOf(tracing, manifest, around);
  }
  if (isMapping(components)) {
    spec.components = { ...components, ...denied(components, own, place, draft) };
  }
  return { ...manifest.body, spec };
}

/** What the deny list would take away from this output itself. */
function denied(components: Mapping, own: readonly string[], place: string, draft: Draft): object {
  const needed = list(components.deny).filter((item) => typeof item === 'string' && own.includes(item.split('/')[0]));
  if (needed.length === 0) {
    return {};
  }
  draft.note(
    `${place} denies ${needed.map((type) => `'${String(type)}'`).join(', ')}, which stands in for the Secrets here: it is taken off the list.`,
  );
  return { deny: list(components.deny).filter((item) => !needed.includes(item)) };
}

/** Headers are objects for Kubernetes, and texts without it. */
function tracingOf(tracing: Mapping, manifest: Manifest, { hosts, secrets, draft }: Surroundings): object {
  const { otel, ...rest } = tracing;
  const place = titleOf(manifest);
  if (!isMapping(otel)) {
    return hosts.inAll(tracing, place);
  }
  const { headers, ...kept } = otel;
  const texts = list(headers).map((header, i) => {
    const name = text(at(header, 'name')) ?? '';
    const { name: secret, key } = mapping(at(header, 'secretKeyRef'));
    if (typeof secret === 'string') {
      const from = { name: secret, key: text(key) ?? secret };
      return `${name}=${variable(secrets.variable(`${secret}_${from.key}`.toUpperCase().replace(/\W/g, '_'), from))}`;
    }
    const environment = text(at(header, 'envRef'));
    if (environment !== undefined) {
      return `${name}=${variable(environment)}`;
    }
    const value = at(header, 'value');
    if (typeof header === 'string') {
      return header;
    }
    if (typeof value !== 'string') {
      draft.problem(manifest, ['spec', 'tracing', 'otel', 'headers', i], `expected a name with a value or a secretKeyRef`);
    }
    return `${name}=${String(value)}`;
  });
  return hosts.inAll({ ...rest, otel: { ...hosts.inAll(kept, place), ...(headers === undefined ? {} : { headers: texts }) } }, place);
}
