import { PolicyKind } from './policies';

/** The retries that Dapr has from the start, and that a policy of the name replaces. */
export const BUILT_IN_RETRIES = [
  'DaprBuiltInServiceRetries',
  'DaprBuiltInActorRetries',
  'DaprBuiltInActorReminderRetries',
  'DaprBuiltInInitializationRetries',
] as const;

/** The one that stays as it is. */
export const PROTECTED_RETRY = 'DaprBuiltInActorNotFoundRetries';

export function isBuiltInRetry(name: string): boolean {
  return name === PROTECTED_RETRY || (BUILT_IN_RETRIES as readonly string[]).includes(name);
}

const SUFFIX: { readonly [kind in PolicyKind]: string } = {
  timeouts: 'TimeoutPolicy',
  retries: 'RetryPolicy',
  circuitBreakers: 'CircuitBreakerPolicy',
};

const COMPONENT_TYPES = ['Binding', 'Configuration', 'Lock', 'Pubsub', 'Crypto', 'Conversation', 'Secretstore', 'Statestore'];
/** Of later versions; how they spell them is not known for certain, so they are only never doubted. */
const LATER_TYPES = /^Default(Binary|Search|Vector)/i;

/** What a default holds for, the widest first: everything, applications, actors, and components by type and direction. */
const COVERS = [
  ...['', 'App', 'Actor', 'Component'],
  ...['Inbound', 'Outbound'].flatMap((direction) => ['', ...COMPONENT_TYPES].map((type) => `${type}Component${direction}`)),
];

/** The names of the policies that hold without a target. */
export const DEFAULT_NAMES: { readonly [kind in PolicyKind]: ReadonlySet<string> } = {
  timeouts: namesEndingIn(SUFFIX.timeouts),
  retries: namesEndingIn(SUFFIX.retries),
  circuitBreakers: namesEndingIn(SUFFIX.circuitBreakers),
};

function namesEndingIn(suffix: string): ReadonlySet<string> {
  return new Set(COVERS.map((covers) => `Default${covers}${suffix}`));
}

export function isDefaultName(kind: PolicyKind, name: string): boolean {
  return DEFAULT_NAMES[kind].has(name) || (LATER_TYPES.test(name) && name.endsWith(SUFFIX[kind]));
}
