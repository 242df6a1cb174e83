import { Duration, Size } from 'cdk8s';
import { SidecarOptions } from '../generated/sidecar-options';
import { isDuration } from './go-duration';
import { isSize } from './quantity';

/** The sidecar alone uses about 30 MiB; the rest is for messages and calls under way. */
const MEMORY_REQUEST = Size.mebibytes(128);
const MEMORY_LIMIT = Size.mebibytes(512);
const CPU_REQUEST = '100m';

/** Kubernetes' own. */
const GRACE_PERIOD = Duration.seconds(30);

/** The part of the memory limit that Go may fill before it collects harder; what is above is for what Go does not count. */
const GO_SHARE = 0.9;

/** How long a pod may take to end, and the sidecar's parts of it. */
export interface ShutdownTimes {
  readonly termination: Duration;
  readonly block?: Duration;
  readonly graceful: Duration;
}

/**
 * Divides the time between SIGTERM and SIGKILL: a third for the application's last calls through the sidecar, half for the
 * sidecar's own end, and a rest. Without a given time, it grows with the parts.
 */
export function shutdownTimes(sidecar: SidecarOptions, termination: Duration | undefined): ShutdownTimes {
  const share = (parts: number): number => Math.floor(seconds(termination ?? GRACE_PERIOD) / parts);
  // Kubernetes stops a native sidecar after the application: nothing is left to wait for.
  const block = sidecar.blockShutdownDuration ?? (sidecar.enableNativeSidecar === true ? undefined : Duration.seconds(share(3)));
  const graceful = sidecar.gracefulShutdown ?? Duration.seconds(Math.max(1, share(2)));
  const needed = Math.ceil(seconds(block) + seconds(graceful)) + 5;
  return { termination: termination ?? Duration.seconds(Math.max(seconds(GRACE_PERIOD), needed)), block, graceful };
}

/** Whether Kubernetes kills the sidecar before it has ended by itself. A time that is too short for any pod is reported as such. */
export function isCutShort({ termination, block, graceful }: ShutdownTimes): boolean {
  return seconds(termination) >= 1 && seconds(block) + seconds(graceful) > seconds(termination);
}

/** Requests, a memory limit and GOMEMLIMIT for the sidecar, as far as they are not given. */
export function sidecarResources(given: SidecarOptions): SidecarOptions {
  const request = given.sidecarMemoryRequest;
  const limit = given.sidecarMemoryLimit ?? (isSize(request) ? larger(request, MEMORY_LIMIT) : MEMORY_LIMIT);
  return {
    sidecarCpuRequest: given.sidecarCpuRequest ?? (given.sidecarCpuLimit === undefined ? CPU_REQUEST : undefined),
    sidecarMemoryRequest: request ?? (isSize(limit) ? smaller(limit, MEMORY_REQUEST) : undefined),
    sidecarMemoryLimit: limit,
    env: { ...(isSize(limit) ? { GOMEMLIMIT: goMemoryLimit(limit) } : {}), ...given.env },
  };
}

function goMemoryLimit(limit: Size): string {
  const kibibytes = Math.floor(limit.toKibibytes() * GO_SHARE);
  return kibibytes < 1024 ? `${kibibytes}KiB` : `${Math.floor(kibibytes / 1024)}MiB`;
}

function larger(a: Size, b: Size): Size {
  return a.toKibibytes() > b.toKibibytes() ? a : b;
}

function smaller(a: Size, b: Size): Size {
  return a.toKibibytes() < b.toKibibytes() ? a : b;
}

// What is no Duration is reported as such elsewhere.
function seconds(duration: unknown): number {
  return isDuration(duration) ? duration.toMilliseconds({ integral: false }) / 1000 : 0;
}
