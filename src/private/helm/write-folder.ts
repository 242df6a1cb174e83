import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mistake } from '../problems';
import { MARK } from './chart-yaml';

/** Writes a folder beside its place, and moves it there when it is complete; what stood there before is gone only then. */
export function writeFolder(outdir: string, name: string, files: ReadonlyMap<string, string>): string {
  const place = join(outdir, name);
  let draft: string | undefined;
  try {
    if (existsSync(place) && readdirSync(place).length > 0 && !isOurs(place)) {
      throw new Error('the folder is there already, and was not written as a chart of this library; move it, or write elsewhere');
    }
    mkdirSync(outdir, { recursive: true });
    draft = mkdtempSync(join(outdir, `.${name}-`));
    for (const [path, text] of files) {
      mkdirSync(dirname(join(draft, 'new', path)), { recursive: true });
      writeFileSync(join(draft, 'new', path), text);
    }
    replace(place, join(draft, 'new'), join(draft, 'old'));
    return place;
  } catch (error) {
    throw mistake(`cannot write the chart '${place}': ${(error as Error).message}; what was there is unchanged`);
  } finally {
    if (draft !== undefined) {
      rmSync(draft, { recursive: true, force: true });
    }
  }
}

function isOurs(place: string): boolean {
  const file = join(place, 'Chart.yaml');
  return existsSync(file) && readFileSync(file, 'utf8').startsWith(MARK);
}

function replace(place: string, by: string, old: string): void {
  const exists = existsSync(place);
  if (exists) {
    renameSync(place, old);
  }
  try {
    renameSync(by, place);
  } catch (error) {
    if (exists) {
      renameSync(old, place);
    }
    throw error;
  }
}
