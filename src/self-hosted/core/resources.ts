import type { Manifest } from '../../rules/model/manifest';
import { at, isMapping, list, Mapping, mapping, text } from '../../rules/read';
import { Draft, titleOf } from './draft';
import type { Hosts } from './hosts';
import { BUILT_IN, Secrets } from './secrets';

/** What the translation of one namespace works with. */
export interface Surroundings {
  readonly draft: Draft;
  readonly hosts: Hosts;
  readonly secrets: Secrets;
  readonly stores: Stores;
}

const KUBERNETES_STORE = 'secretstores.kubernetes';

/** Types that need the API of Kubernetes, and what to use instead. */
const ONLY_IN_KUBERNETES: { readonly [type: string]: string } = {
  'bindings.kubernetes': 'it hears of events of the cluster',
  'configuration.kubernetes': 'it reads ConfigMaps of the cluster',
  'crypto.dapr.kubernetes.secrets': 'it reads keys from Secrets of the cluster; crypto.dapr.localstorage reads them from files',
};

/** A Component, HTTPEndpoint or MCPServer as daprd loads it without Kubernetes; nothing where it cannot. */
export function translated(manifest: Manifest, around: Surroundings): object | undefined {
  switch (manifest.daprKind) {
    case 'Component':
      return component(manifest, around);
    case 'HTTPEndpoint':
      return endpoint(manifest, around);
    case 'MCPServer':
      return mcpServer(manifest, around);
    default:
      return manifest.body;
  }
}

function component(manifest: Manifest, around: Surroundings): object | undefined {
  const spec = mapping(manifest.body.spec);
  const type = text(spec.type) ?? '';
  if (Object.hasOwn(ONLY_IN_KUBERNETES, type)) {
    around.draft.problem(
      manifest,
      ['spec', 'type'],
      `'${type}' works in Kubernetes only: ${ONLY_IN_KUBERNETES[type]}. Give a Component of this name and another type as an override, or leave it out as 'Component/${manifest.name}'`,
    );
    return undefined;
  }
  if (type === KUBERNETES_STORE) {
    // The store itself is written once for all names it has.
    return undefined;
  }
  const place = titleOf(manifest);
  list(spec.metadata).forEach((item, i) => {
    if (/\{podName\}/.test(text(at(item, 'value')) ?? '')) {
      around.draft.problem(
        manifest,
        ['spec', 'metadata', i, 'value'],
        "'{podName}' has no value without a pod, and daprd refuses the component: write '{uuid}' or '{appID}' in an override",
      );
    }
  });
  const metadata = list(spec.metadata).map((item) =>
    isMapping(item) && typeof item.value === 'string'
      ? { ...item, value: around.hosts.in(item.value, text(item.name) ?? '', place) }
      : item,
  );
  const body = { ...manifest.body, spec: 'metadata' in spec ? { ...spec, metadata } : spec };
  return withStore(body, manifest, around, (resolve) => ({
    ...body,
    spec: 'metadata' in spec ? { ...spec, metadata: metadata.map(resolve) } : spec,
  }));
}

function endpoint(manifest: Manifest, around: Surroundings): object {
  const { headers, ...rest } = mapping(manifest.body.spec);
  const spec: Mapping = { ...around.hosts.inAll(rest, titleOf(manifest)), ...(headers === undefined ? {} : { headers }) };
  return withStore(manifest.body, manifest, around, (resolve) => {
    const tls = mapping(spec.clientTLS);
    const clientTLS = Object.fromEntries(Object.entries(tls).map(([key, part]) => [key, resolve(part)]));
    return {
      ...manifest.body,
      spec: {
        ...spec,
        ...(Array.isArray(headers) ? { headers: headers.map(resolve) } : {}),
        ...(isMapping(spec.clientTLS) ? { clientTLS } : {}),
      },
    };
  });
}

function mcpServer(manifest: Manifest, around: Surroundings): object {
  const spec = mapping(manifest.body.spec);
  const transports = mapping(spec.endpoint);
  const endpoint = Object.fromEntries(
    Object.entries(transports).map(([kind, value]) => {
      const transport = mapping(value);
      const { url } = transport;
      const place = titleOf(manifest);
      const replaced = typeof url === 'string' ? { ...transport, url: around.hosts.in(url, 'url', place) } : transport;
      return [kind, transportOf(kind, replaced, manifest, around)];
    }),
  );
  return { ...manifest.body, spec: { ...spec, endpoint } };
}

/** `stdio` names no store, and without Kubernetes there is no default one. */
function transportOf(kind: string, transport: Mapping, manifest: Manifest, around: Surroundings): Mapping {
  if (kind === 'stdio') {
    const env = list(transport.env).map((item) => {
      const { name, key } = mapping(at(item, 'secretKeyRef'));
      if (typeof name !== 'string') {
        return item;
      }
      const variable = around.secrets.variable(text(at(item, 'name')) ?? name, { name, key: text(key) ?? name });
      return { name: at(item, 'name'), envRef: variable };
    });
    return 'env' in transport ? { ...transport, env } : transport;
  }
  const auth = mapping(transport.auth);
  const store = text(auth.secretStore) || BUILT_IN;
  const resolve = resolver(store, manifest, around);
  const headers = list(transport.headers).map(resolve);
  const oauth2 = isMapping(auth.oauth2) ? resolve(auth.oauth2) : undefined;
  const asks = headers.some((header) => at(header, 'secretKeyRef') !== undefined) || at(oauth2, 'secretKeyRef') !== undefined;
  return {
    ...transport,
    ...('headers' in transport ? { headers } : {}),
    ...(asks || 'auth' in transport
      ? { auth: { ...auth, ...(oauth2 === undefined ? {} : { oauth2 }), ...(asks ? { secretStore: store } : {}) } }
      : {}),
  };
}

type Resolve = (value: unknown) => unknown;

/** Names the store that references go to: without Kubernetes, none is the default. */
function withStore(body: Mapping, manifest: Manifest, around: Surroundings, rewrite: (resolve: Resolve) => Mapping): Mapping {
  const named = text(at(body, 'auth', 'secretStore'));
  let asks = false;
  const resolve = resolver(named || BUILT_IN, manifest, around);
  const rewritten = rewrite((value) => {
    asks ||= isMapping(at(value, 'secretKeyRef')) && at(value, 'secretKeyRef', 'name') !== undefined;
    return resolve(value);
  });
  return asks && !named ? { ...rewritten, auth: { ...mapping(body.auth), secretStore: BUILT_IN } } : rewritten;
}

/** Rewrites the reference of something that may have one, and says where its value is to come from. */
function resolver(store: string, manifest: Manifest, { secrets, stores, draft }: Surroundings): Resolve {
  return (value) => {
    const reference = at(value, 'secretKeyRef');
    const name = text(at(reference, 'name'));
    if (!isMapping(value) || name === undefined || name === '') {
      return value;
    }
    if (store !== BUILT_IN && !stores.all.has(store)) {
      draft.note(`${titleOf(manifest)} reads a secret from the store '${store}', which is not among the manifests: add it as an override.`);
    }
    const isLocal = store === BUILT_IN || stores.local.has(store);
    return isLocal ? { ...value, secretKeyRef: secrets.reference({ name, key: text(at(reference, 'key')) || name }) } : value;
  };
}

/** The secret stores of a namespace. */
export interface Stores {
  readonly all: ReadonlySet<string>;
  /** Those that are Kubernetes' own under another name. */
  readonly local: ReadonlySet<string>;
}

export function storesOf(components: readonly Manifest[]): Stores {
  const typed = components.map((one) => ({ name: one.name, type: text(at(one.body, 'spec', 'type')) ?? '' }));
  return {
    all: new Set(typed.filter(({ type }) => type.startsWith('secretstores.')).map(({ name }) => name)),
    local: new Set(typed.filter(({ type }) => type === KUBERNETES_STORE).map(({ name }) => name)),
  };
}
