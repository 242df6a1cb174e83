import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of this package: two above `src/cli` and `lib/cli` alike. */
export const OWN_FOLDER = join(__dirname, '../..');

/** The version of this package. The build writes it into the file that stands alone, which has no package. */
export function ownVersion(): string {
  return (
    process.env.CDK8S_DAPR_VERSION ?? (JSON.parse(readFileSync(join(OWN_FOLDER, 'package.json'), 'utf8')) as { version: string }).version
  );
}
