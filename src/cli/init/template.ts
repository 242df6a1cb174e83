import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OWN_FOLDER } from '../own-package';

const TEMPLATES = join(OWN_FOLDER, 'templates');

/** What stands for what in the files of a template. Each is a word, so that a file is valid in its own language as it stands. */
export interface Blanks {
  readonly __NAME__: string;
  readonly __DAPR_VERSION__: string;
  readonly __CDK8S_DAPR__: string;
}

/** The files of a template, filled in: their text by their path, which has `/` on every system. */
export function fillTemplate(template: string, blanks: Blanks): Map<string, string> {
  const folder = join(TEMPLATES, template);
  const files = filesOf(folder).map((path): [string, string] => [
    withDots(path),
    readFileSync(join(folder, path), 'utf8').replace(/__[A-Z0-9_]+?__/g, (word) => blanks[word as keyof Blanks] ?? word),
  ]);
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function filesOf(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? filesOf(folder, path) : [path];
  });
}

/** npm leaves `.gitignore` out of a package, so a leading `_` stands for the dot. */
function withDots(path: string): string {
  return path.replace(/(^|\/)_(?=[a-z])/g, '$1.');
}
