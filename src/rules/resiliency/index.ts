import type { Rule } from '../rule';
import { breakerSetting } from './breaker-setting';
import { builtInRetry } from './built-in-retry';
import { defaultName } from './default-name';
import { duration } from './duration';
import { firstDocument } from './first-document';
import { inbound } from './inbound';
import { lostDefault } from './lost-default';
import { misleadingDuration } from './misleading-duration';
import { neverReset } from './never-reset';
import { oneProtocol } from './one-protocol';
import { outOfScope } from './out-of-scope';
import { retryEnd } from './retry-end';
import { retryField } from './retry-field';
import { retryPolicy } from './retry-policy';
import { sameName } from './same-name';
import { statusCodes } from './status-codes';
import { subscriptionTimeout } from './subscription-timeout';
import { targetName } from './target-name';
import { trip } from './trip';
import { undefinedPolicy } from './undefined-policy';
import { unusedPolicy } from './unused-policy';

/** Timeouts, retries and circuit breakers: what voids them, and what they never apply to. */
export const RESILIENCY_RULES: readonly Rule[] = [
  duration,
  misleadingDuration,
  retryEnd,
  retryField,
  retryPolicy,
  statusCodes,
  oneProtocol,
  trip,
  undefinedPolicy,
  breakerSetting,
  firstDocument,
  targetName,
  lostDefault,
  sameName,
  defaultName,
  builtInRetry,
  inbound,
  unusedPolicy,
  neverReset,
  subscriptionTimeout,
  outOfScope,
];
