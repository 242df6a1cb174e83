import { DaprVersion } from '../dapr-version';
import { Code } from './codes';
import { show } from './field-words';
import { Problems } from './problems';

/** Reports something that the target version does not have; `what` begins the message. */
export function checkSince(problems: Problems, version: DaprVersion, what: string, since: string): void {
  if (!version.isAtLeast(DaprVersion.parse(since))) {
    problems.add(
      Code.VERSION,
      `${what} is known to Dapr ${since} and later, and the manifests are for Dapr ${version}: leave it out, or set another version with DaprVersion.use`,
    );
  }
}

/** Reports a value that is not a secret store. */
export function checkSecretStore(problems: Problems, owner: string, secretStore: unknown): void {
  const name = (secretStore as { secretStoreName?: unknown } | undefined)?.secretStoreName;
  if (secretStore !== undefined && (typeof name !== 'string' || name === '')) {
    problems.add(
      Code.WRONG_TYPE,
      `'secretStore' of ${owner} must be a secret store, e.g. SecretStore.fromName('vault'): got ${show(secretStore)}`,
    );
  }
}
