import { DaprVersion } from '../dapr-version';
import { Code } from './codes';
import { show } from './field-words';
import { Problems } from './problems';

const ANOTHER_VERSION = 'set another version with DaprVersion.use';

/** Reports a property that the target version does not have; `what` begins the message. */
export function checkSince(problems: Problems, version: DaprVersion, what: string, since: string): void {
  checkKnown(problems, version, what, since, `leave it out, or ${ANOTHER_VERSION}`);
}

/** The same for what cannot be left out, because the construct is nothing without it. */
export function checkNeededSince(problems: Problems, version: DaprVersion, what: string, since: string | undefined): void {
  if (since !== undefined) {
    checkKnown(problems, version, what, since, ANOTHER_VERSION);
  }
}

function checkKnown(problems: Problems, version: DaprVersion, what: string, since: string, remedy: string): void {
  if (!version.isAtLeast(DaprVersion.parse(since))) {
    problems.add(Code.VERSION, `${what} is known to Dapr ${since} and later, and the manifests are for Dapr ${version}: ${remedy}`);
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
