import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';

const { otherwise } = load(readFileSync(join(__dirname, 'verdicts.yaml'), 'utf8')) as { otherwise: Record<string, string> };

/** A file that the samples name, and this machine has not. */
const NO_FILE = /no such file or directory$/;

/** Said of the second RocketMQ in a sidecar: here many share one. */
const SHARED = /producer group has been created$/;

/** Whether daprd says that also where nothing is wrong. */
export function known(word: string): boolean {
  return NO_FILE.test(word) || SHARED.test(word) || Object.values(otherwise).includes(word);
}
