import type { Rule } from '../rule';
import { allowedValue } from './allowed-value';
import { annotationType } from './annotation-type';
import { annotationVersion } from './annotation-version';
import { appId } from './app-id';
import { autoscaler } from './autoscaler';
import { booleanAnnotation } from './boolean-annotation';
import { componentContainer } from './component-container';
import { configurationReference } from './configuration-reference';
import { controlPlane } from './control-plane';
import { duplicateAppId } from './duplicate-app-id';
import { durationAnnotation } from './duration-annotation';
import { enabled } from './enabled';
import { healthTimes } from './health-times';
import { integerAnnotation } from './integer-annotation';
import { internalPort } from './internal-port';
import { jobShutdown } from './job-shutdown';
import { misplacedAnnotation } from './misplaced-annotation';
import { missingAppId } from './missing-app-id';
import { missingAppPort } from './missing-app-port';
import { noService } from './no-service';
import { portClash } from './port-clash';
import { secretReference } from './secret-reference';
import { selector } from './selector';
import { serviceAccountToken } from './service-account-token';
import { sidecarContainer } from './sidecar-container';
import { sidecarEnvironment } from './sidecar-environment';
import { sidecarResources } from './sidecar-resources';
import { switchedOffAddresses } from './switched-off-addresses';
import { unknownAnnotation } from './unknown-annotation';
import { unusedAnnotation } from './unused-annotation';
import { volumeMounts } from './volume-mounts';

/** The rules of this folder, by id. */
export const WORKLOAD_RULES: readonly Rule[] = [
  appId,
  missingAppId,
  enabled,
  misplacedAnnotation,
  annotationType,
  unknownAnnotation,
  annotationVersion,
  serviceAccountToken,
  sidecarContainer,
  noService,
  jobShutdown,
  selector,
  duplicateAppId,
  integerAnnotation,
  booleanAnnotation,
  sidecarResources,
  portClash,
  allowedValue,
  healthTimes,
  durationAnnotation,
  configurationReference,
  secretReference,
  controlPlane,
  internalPort,
  missingAppPort,
  volumeMounts,
  sidecarEnvironment,
  switchedOffAddresses,
  unusedAnnotation,
  componentContainer,
  autoscaler,
];
