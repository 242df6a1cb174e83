import type { Rule } from '../rule';
import { allowedValue } from './allowed-value';
import { componentName } from './component-name';
import { conflictingKeys } from './conflicting-keys';
import { consumerId } from './consumer-id';
import { deprecatedVersion } from './deprecated-version';
import { duplicateKey } from './duplicate-key';
import { envRef } from './env-ref';
import { initTimeout } from './init-timeout';
import { kubernetesSecret } from './kubernetes-secret';
import { listSpaces } from './list-spaces';
import { loadable } from './loadable';
import { localSecrets } from './local-secrets';
import { namespacedTopics } from './namespaced-topics';
import { newerDapr } from './newer-dapr';
import { unscopedSecret } from './unscoped-secret';
import { plainSecret } from './plain-secret';
import { podName } from './pod-name';
import { requiredKey } from './required-key';
import { secretKey } from './secret-key';
import { secretStore } from './secret-store';
import { secretStoreCycle } from './secret-store-cycle';
import { stableImage } from './stable-image';
import { unknownKey } from './unknown-key';
import { unreadKey } from './unread-key';
import { valueSource } from './value-source';
import { valueText } from './value-text';
import { wasmSandbox } from './wasm-sandbox';

/** The rules of this folder, by id. */
export const COMPONENT_RULES: readonly Rule[] = [
  unknownKey,
  requiredKey,
  allowedValue,
  valueText,
  conflictingKeys,
  newerDapr,
  loadable,
  unreadKey,
  duplicateKey,
  consumerId,
  plainSecret,
  initTimeout,
  valueSource,
  envRef,
  secretKey,
  secretStore,
  localSecrets,
  secretStoreCycle,
  podName,
  namespacedTopics,
  kubernetesSecret,
  componentName,
  stableImage,
  deprecatedVersion,
  listSpaces,
  wasmSandbox,
  unscopedSecret,
];
