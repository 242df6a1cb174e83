/**
 * Installs what `npm run package` made as users of five languages would, and runs programs against it. Whatever a machine cannot try is counted
 * apart, with the reason.
 *
 *     npm run check:package
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkDotnet } from './check-package/dotnet';
import { checkGo } from './check-package/go';
import { checkJava } from './check-package/java';
import { checkNode } from './check-package/node';
import { place } from './check-package/place';
import { checkPython } from './check-package/python';
import { Tally } from './tally';

const LANGUAGES = { node: checkNode, python: checkPython, go: checkGo, java: checkJava, dotnet: checkDotnet };

function main(asked: string[]): number {
  const unknown = asked.filter((name) => !(name in LANGUAGES));
  if (unknown.length > 0) {
    console.error(`unknown: ${unknown.join(', ')}; expected some of ${Object.keys(LANGUAGES).join(', ')}`);
    return 2;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'check-package-'));
  const tally = new Tally();
  try {
    for (const [name, check] of Object.entries(LANGUAGES)) {
      if (asked.length === 0 || asked.includes(name)) {
        console.log(`\n== ${name}`);
        check(tally, place(join(__dirname, '..'), scratch));
      }
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  console.log(`\n${tally}`);
  return tally.ok ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
