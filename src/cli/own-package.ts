import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of this package: two above `src/cli` and `lib/cli` alike. */
export const OWN_FOLDER = join(__dirname, '../..');

/** The version of this package. */
export function ownVersion(): string {
  return (JSON.parse(readFileSync(join(OWN_FOLDER, 'package.json'), 'utf8')) as { version: string }).version;
}
