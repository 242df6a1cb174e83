import { spawnSync } from 'node:child_process';
import { isDeepStrictEqual } from 'node:util';
import { loadAll, YAML11_SCHEMA } from 'js-yaml';
import { parseAllDocuments } from 'yaml';

export { TRICKY_STRINGS } from './tricky-strings';

/** What a reader made of a text: its documents, or why it refused. */
export type Reading = { readonly documents: unknown[] } | { readonly error: string };

/** Reads texts, in one go. */
export type Reader = (texts: readonly string[]) => Reading[];

/** Reads YAML as kubectl does, with YAML 1.1: by two readers, which must agree. */
export function readYaml(text: string): unknown[] {
  const [one] = jsYaml([text]);
  const [other] = yaml11([text]);
  if ('error' in one || 'error' in other) {
    throw new Error(`not readable as YAML 1.1: ${'error' in one ? one.error : 'error' in other && other.error}\n${text}`);
  }
  if (!isDeepStrictEqual(one.documents, other.documents)) {
    throw new Error(`read in two ways: ${JSON.stringify(one.documents)} and ${JSON.stringify(other.documents)}\n${text}`);
  }
  return one.documents;
}

/** js-yaml 5 with the types of YAML 1.1. */
export const jsYaml: Reader = each((text) => loadAll(text, { schema: YAML11_SCHEMA }));

/** The `yaml` package as version 1.1: of the family of the writer, so what both get wrong passes. */
export const yaml11: Reader = each((text) =>
  parseAllDocuments(text, { version: '1.1' }).map((document) => {
    if (document.errors.length > 0) {
      throw document.errors[0];
    }
    return document.toJS();
  }),
);

/** PyYAML, where python3 has it: undefined, with the reason, where it has not. Texts with half surrogate pairs are no input for it. */
export function pyYaml(): { readonly read?: Reader; readonly reason?: string } {
  const { status, error } = spawnSync('python3', ['-c', 'import yaml'], { stdio: 'ignore' });
  if (status !== 0) {
    return { reason: error === undefined ? 'python3 has no PyYAML' : 'there is no python3' };
  }
  return {
    read: (texts) => {
      const { stdout, stderr } = spawnSync('python3', ['-c', PYTHON], {
        input: JSON.stringify(texts),
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      if (stdout === '') {
        throw new Error(`python3 failed: ${stderr}`);
      }
      return JSON.parse(stdout);
    },
  };
}

const PYTHON = `
import json, sys, yaml
Loader = getattr(yaml, 'CSafeLoader', yaml.SafeLoader)
readings = []
for text in json.load(sys.stdin):
    try:
        documents = list(yaml.load_all(text, Loader=Loader))
        readings.append({'documents': json.loads(json.dumps(documents, default=repr))})
    except Exception as error:
        readings.append({'error': ' '.join(str(error).split())})
print(json.dumps(readings))
`;

function each(read: (text: string) => unknown[]): Reader {
  return (texts) =>
    texts.map((text) => {
      try {
        // As a file holds it: half a surrogate pair does not get there.
        return { documents: read(Buffer.from(text).toString()) };
      } catch (error) {
        return { error: (error as Error).message.split('\n')[0] };
      }
    });
}
