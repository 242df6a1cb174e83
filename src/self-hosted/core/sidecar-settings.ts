import { isTruthy } from '../../rules/model/component';
import type { Workload } from '../../rules/model/workload';
import { textOf } from '../../rules/workload/annotations';
import { goInteger } from '../../rules/workload/go-values';
import { ANNOTATIONS } from './annotations';
import type { Draft } from './draft';

/** What the annotations of a pod ask for: flags of daprd, and keys of the run file. */
export interface SidecarSettings {
  readonly flags: readonly string[];
  readonly keys: { readonly [key: string]: string | number | boolean };
}

/** Reads annotations as the injector does: what it ignores is left out here too. */
export function sidecarSettings(workload: Workload, appId: string, draft: Draft): SidecarSettings {
  const flags: string[] = ['--app-protocol', protocolOf(workload)];
  const keys: { [key: string]: string | number | boolean } = { appProtocol: protocolOf(workload) };
  for (const [annotation, translation] of Object.entries(ANNOTATIONS)) {
    const value = textOf(workload, annotation);
    if (value === undefined || translation === 'here' || translation === 'silently') {
      continue;
    }
    if ('left' in translation) {
      if (!/^(false)?$/i.test(value)) {
        draft.lose(annotation, appId, translation.left);
      }
      continue;
    }
    if (translation.needs !== undefined && !isTruthy(textOf(workload, translation.needs) ?? '')) {
      continue;
    }
    const read = READ[translation.is](value);
    if (read === undefined) {
      continue;
    }
    flags.push(...(typeof read === 'boolean' ? [`${translation.flag}=${read}`] : [translation.flag, String(read)]));
    if (translation.key !== undefined && read !== false) {
      keys[translation.key] = read;
    } else if (!isDefault(annotation, value)) {
      draft.lose(annotation, appId, `dapr run cannot pass '${translation.flag}' to the sidecar`);
    }
  }
  const body = size(workload, 'dapr.io/max-body-size', 'dapr.io/http-max-request-size', 'Mi');
  const buffer = size(workload, 'dapr.io/read-buffer-size', 'dapr.io/http-read-buffer-size', 'Ki');
  return {
    flags: [
      ...flags,
      ...(body === undefined ? [] : ['--max-body-size', body]),
      ...(buffer === undefined ? [] : ['--read-buffer-size', buffer]),
    ],
    keys: { ...keys, ...(body === undefined ? {} : { maxBodySize: body }), ...(buffer === undefined ? {} : { readBufferSize: buffer }) },
  };
}

const READ = {
  text: (value: string): string | undefined => (value === '' ? undefined : value),
  integer: (value: string): number | undefined => (goInteger(value) === undefined ? undefined : Number(goInteger(value))),
  on: (value: string): true | undefined => (isTruthy(value) ? true : undefined),
  'on or off': (value: string): boolean | undefined => (value === '' ? undefined : isTruthy(value)),
} as const;

/** What daprd does without the flag too. */
function isDefault(annotation: string, value: string): boolean {
  return annotation === 'dapr.io/enable-metrics' && isTruthy(value);
}

function protocolOf(workload: Workload): string {
  const protocol = (textOf(workload, 'dapr.io/app-protocol') || 'http').toLowerCase();
  const ssl = isTruthy(textOf(workload, 'dapr.io/app-ssl') ?? '') && /^(http|grpc)$/.test(protocol);
  return ssl ? `${protocol}s` : protocol;
}

/** The old annotation of a size, a bare number, where the new one is not there. */
function size(workload: Workload, annotation: string, old: string, unit: string): string | undefined {
  const value = goInteger(textOf(workload, old) ?? '');
  return textOf(workload, annotation) === undefined && value !== undefined && value > 0n ? `${value}${unit}` : undefined;
}
