import { isMapping, Path } from '../read';
import type { Rule } from '../rule';
import { allSections, Key } from './template';

const TOP: { readonly [key: string]: Key } = { version: { is: 'integer' }, name: { is: 'text' } };

const EXPECTED: { readonly [is in Key['is']]: string } = {
  text: 'a text',
  integer: 'a whole number, without quotes',
  boolean: 'true or false, without quotes',
  texts: 'a list of texts',
  'texts by name': 'a mapping of texts',
};

export const keyType: Rule = {
  id: 'DAPR217',
  severity: 'error',
  title: 'A value of a run template that cannot be decoded',
  why: 'The CLI decodes the template into numbers, switches, texts and lists, and stops at a value of another kind: a number in quotes is none, and a command is a list of words.',
  fix: 'Write the value as the message says.',
  source: 'dapr/cli pkg/runfileconfig/run_file_config_parser.go parseAppsConfig; pkg/standalone/run.go RunConfig',
  facts: [],
  symptoms: [
    /error in parsing the provided app config file: yaml: unmarshal errors/,
    /cannot unmarshal !!\w+ .*into (int|bool|string|\[\]string|map\[string\]string|runfileconfig\.\w+)/,
  ],
  bad: [
    {
      yaml: `
version: "1"
common: { env: [DEBUG=1] }
apps:
  - { appDirPath: ./orders, appPort: "8080", enableApiLogging: "true", command: node app.js }
`,
      says: [
        "'appPort' must be a whole number, without quotes: got a text",
        "'command' must be a list of texts: got a text",
        "'enableApiLogging' must be true or false, without quotes: got a text",
        "'env' must be a mapping of texts: got a list",
        "'version' must be a whole number, without quotes: got a text",
      ],
    },
    {
      yaml: '{ version: 1, common: [], apps: [./orders, { appDirPath: [./orders] }] }',
      says: [
        'an application must be a mapping: got a text',
        "'appDirPath' must be a text: got a list",
        "'common' must be a mapping: got a list",
      ],
    },
  ],
  good: [
    {
      yaml: `
version: 1
name: 2024
common: { env: { DEBUG: 1, VERBOSE: true } }
apps:
  - { appDirPath: ./orders, appID: 7, appPort: 8080, enableApiLogging: true, command: [sleep, 5], configFilePath: null }
`,
    },
  ],
  check(model, report) {
    for (const manifest of model.multiAppRuns) {
      const add = (path: Path, expected: string, value: unknown): void =>
        report.add(manifest, path, `${path[0] === 'apps' ? 'an application' : `'common'`} must be ${expected}: got ${kindOf(value)}`);
      const { common, apps } = manifest.body;
      if (common !== undefined && common !== null && !isMapping(common)) {
        add(['common'], 'a mapping', common);
      }
      (apps as readonly unknown[]).forEach((app, i) => {
        if (app !== null && !isMapping(app)) {
          add(['apps', i], 'a mapping', app);
        }
      });
    }
    const tops = model.multiAppRuns.map((manifest) => ({ manifest, path: [], body: manifest.body, keys: TOP }));
    for (const { manifest, path, body, keys } of [...tops, ...allSections(model)]) {
      for (const [key, value] of Object.entries(body)) {
        const is = Object.hasOwn(keys, key) ? keys[key].is : undefined;
        if (is !== undefined && value !== null && !decodes(is, value)) {
          report.add(manifest, [...path, key], `'${key}' must be ${EXPECTED[is]}: got ${kindOf(value)}`);
        }
      }
    }
  },
};

/** As yaml.v2 does it: every scalar is a text, and a fraction loses its part behind the point. */
function decodes(is: Key['is'], value: unknown): boolean {
  switch (is) {
    case 'text':
      return isScalar(value);
    case 'integer':
      return typeof value === 'number' || typeof value === 'bigint';
    case 'boolean':
      return typeof value === 'boolean';
    case 'texts':
      return Array.isArray(value) && value.every((item) => item === null || isScalar(item));
    case 'texts by name':
      return isMapping(value) && !(value instanceof Date) && Object.values(value).every((item) => item === null || isScalar(item));
  }
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value instanceof Date;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) {
    return 'a list';
  }
  return typeof value === 'string' ? 'a text' : isScalar(value) ? `a ${typeof value}` : 'a mapping';
}
