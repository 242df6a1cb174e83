import type { Type } from '../api/assembly';

/** A page of the API documentation. */
export interface Page {
  readonly file: string;
  readonly title: string;
  readonly about: string;
}

/** A page for each submodule, by its name. */
const SUBMODULES: { readonly [namespace: string]: string } = {
  binarystore: 'Stores of binary objects. Dapr 1.19.',
  bindings: 'Systems outside that applications call, or that call them.',
  configurationstores: 'Where applications read configuration, and hear of changes.',
  conversation: 'Language models.',
  crypto: 'Keys that encrypt and decrypt.',
  gitops: 'What Argo CD and Flux apply, and in which order.',
  lock: 'Locks that applications share.',
  middleware: 'What HTTP calls pass through.',
  pubsub: 'Brokers of messages.',
  search: 'Full-text search. Dapr 1.19.',
  secretstores: 'Where secrets are kept.',
  state: 'Where applications keep state.',
  vector: 'Vector databases. Dapr 1.19.',
};

/** What is left of the root module. */
const CORE: Page = {
  file: 'core.md',
  title: 'App, components, values',
  about: 'The app, the bases of all components, secrets and values, the version of Dapr.',
};

/** The root module, cut by the places of its sources. */
const ROOT: readonly (Page & { readonly sources: RegExp })[] = [
  {
    file: 'application.md',
    title: 'Applications and sidecars',
    about: 'Workloads that run with Dapr.',
    sources: /^src\/(application|sidecar|targets|generated\/sidecar)/,
  },
  {
    file: 'control-plane.md',
    title: 'The control plane',
    about: 'Dapr itself in a cluster: its chart, certificates, and what installs it.',
    sources: /^src\/(control-plane\/|generated\/control-plane-)/,
  },
  { file: 'configuration.md', title: 'Configuring sidecars', about: 'How sidecars and the control plane behave.', sources: /^src\/config/ },
  {
    file: 'resiliency.md',
    title: 'Timeouts, retries, circuit breakers',
    about: 'Policies for calls, and what they hold for.',
    sources: /^src\/resiliency\//,
  },
  { file: 'subscription.md', title: 'Subscriptions', about: 'Which messages go where.', sources: /^src\/subscription\// },
  {
    file: 'resources.md',
    title: 'HTTP endpoints, MCP servers, workflow access',
    about: 'The other resources of Dapr.',
    sources: /^src\/(http-endpoint|mcp|workflow)/,
  },
  {
    file: 'rules.md',
    title: 'Rules, packs, findings',
    about: 'What every app is held against, and rules of your own.',
    sources: /^src\/rules-api\//,
  },
  { file: 'helm.md', title: 'Helm charts', about: 'Manifests as a chart, and its values.', sources: /^src\/helm\// },
  {
    file: 'authentication.md',
    title: 'Authentication',
    about: 'The ways of authenticating that many component types share.',
    sources: /^src\/generated\/auth/,
  },
];

/** The page that a type stands on. */
export function pageOf({ fqn, namespace, locationInModule }: Type): Page {
  if (namespace === undefined) {
    return ROOT.find(({ sources }) => sources.test(locationInModule.filename)) ?? CORE;
  }
  const about = SUBMODULES[namespace];
  if (about === undefined) {
    throw new Error(`${fqn} is of a submodule without a page: say in tools/api-docs/pages.ts what '${namespace}' is about`);
  }
  return { file: `${namespace}.md`, title: `dapr.${namespace}`, about };
}

/** The order of the index: the root first, its most general page in front. */
export function inOrder(pages: readonly Page[]): Page[] {
  const root = [CORE, ...ROOT].map(({ file }) => file);
  const rank = ({ file }: Page): number => (root.includes(file) ? root.indexOf(file) : root.length);
  return [...pages].sort((a, b) => rank(a) - rank(b) || (a.file < b.file ? -1 : 1));
}
