import type { Rule } from '../rule';
import { appHealthCheck } from './app-health-check';
import { boundedRetries } from './bounded-retries';
import { componentScopes } from './component-scopes';
import { controlPlaneCrds } from './control-plane-crds';
import { controlPlaneHa } from './control-plane-ha';
import { controlPlaneVersion } from './control-plane-version';
import { deadLetter } from './dead-letter';
import { debuggingLeftOn } from './debugging-left-on';
import { denyByDefault } from './deny-by-default';
import { developmentComponents } from './development-components';
import { disruptionBudget } from './disruption-budget';
import { injectorOutage } from './injector-outage';
import { metricsCardinality } from './metrics-cardinality';
import { mtlsOff } from './mtls-off';
import { pinnedImages } from './pinned-images';
import { replicas } from './replicas';
import { resiliencyEverywhere } from './resiliency-everywhere';
import { secretAccess } from './secret-access';
import { shutdownTime } from './shutdown-time';
import { sidecarResources } from './sidecar-resources';
import { sidecarTokens } from './sidecar-tokens';
import { tlsOff } from './tls-off';
import { topicScopes } from './topic-scopes';
import { traceSampling } from './trace-sampling';

/** The rules of this folder, by id. */
export const PRODUCTION_RULES: readonly Rule[] = [
  sidecarResources,
  appHealthCheck,
  sidecarTokens,
  controlPlaneCrds,
  denyByDefault,
  mtlsOff,
  componentScopes,
  resiliencyEverywhere,
  pinnedImages,
  controlPlaneHa,
  controlPlaneVersion,
  deadLetter,
  boundedRetries,
  debuggingLeftOn,
  traceSampling,
  metricsCardinality,
  shutdownTime,
  replicas,
  disruptionBudget,
  developmentComponents,
  tlsOff,
  injectorOutage,
  secretAccess,
  topicScopes,
];
