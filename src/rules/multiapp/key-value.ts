import { didYouMean } from '../../private/nearest';
import { quoted, isUnrendered } from '../workload/annotations';
import { quantity } from '../workload/go-values';
import { text } from '../read';
import type { Rule } from '../rule';
import { allSections, effective, Key, runApps } from './template';

export const keyValue: Rule = {
  id: 'DAPR218',
  severity: 'error',
  title: 'A value of a run template that the CLI or daprd refuses',
  why: 'The CLI stops at a log destination, a pull policy or a size that it does not know; daprd exits at another protocol or log level, at a size with a fraction, and where a health check may take longer than the time between two.',
  fix: 'Write one of the values that the message names.',
  source:
    'dapr/cli pkg/runfileconfig/run_file_config_parser.go validateRunConfig; pkg/standalone/run.go Validate, IsValid; dapr/dapr pkg/runtime/config.go toInternal',
  facts: ['R017', 'R018', 'R021'],
  symptoms: [/invalid log destination type/, /invalid containerImagePullPolicy/, /invalid (max request body size|http read buffer size)/],
  bad: [
    {
      yaml: `
version: 1
common: { daprdLogDestination: stdout, logLevel: trace, maxBodySize: 16MB }
apps:
  - { appDirPath: ./orders, command: [node, app.js], appProtocol: gprc, containerImagePullPolicy: always, appPort: 80800, readBufferSize: 1.5Mi }
`,
      says: [
        "'appPort' must be a port up to 65535: got 80800",
        "'appProtocol' must be one of http, https, grpc, grpcs, h2c: got 'gprc'; did you mean 'grpc'?",
        "'containerImagePullPolicy' must be one of Always, Never, IfNotPresent: got 'always'; did you mean 'Always'?",
        "'readBufferSize' must be whole bytes without a fraction, e.g. '1536Ki': got '1.5Mi'",
        "'daprdLogDestination' must be one of console, file, fileAndConsole: got 'stdout'",
        "'logLevel' must be one of debug, info, warn, error, fatal: got 'trace'",
        "'maxBodySize' must be a size, e.g. '4Mi': got '16MB'",
      ],
    },
    {
      yaml: '{ version: 1, apps: [{ appDirPath: ./orders, command: [node, app.js], appHealthProbeTimeout: 6000 }] }',
      says: ["'appHealthProbeTimeout' cannot be longer than 'appHealthProbeInterval', where daprd exits: got 6000 ms and 5 s"],
    },
  ],
  good: [
    {
      yaml: `
version: 1
common: { daprdLogDestination: console, appLogDestination: '', logLevel: DEBUG, maxBodySize: 1536Mi }
apps:
  - { appDirPath: ./orders, command: [node, app.js], appProtocol: GRPC, appHealthProbeTimeout: 6000, appHealthProbeInterval: 6 }
`,
    },
  ],
  check(model, report) {
    for (const { manifest, path, body, keys } of allSections(model)) {
      for (const [key, value] of Object.entries(body)) {
        const expected = Object.hasOwn(keys, key) ? refusal(keys[key], value) : undefined;
        if (expected !== undefined) {
          const got = typeof value === 'string' ? quoted(value) : String(value);
          report.add(manifest, [...path, key], `'${key}' must be ${expected}: got ${got}${didYouMean(String(value), keys[key].of ?? [])}`);
        }
      }
    }
    for (const app of runApps(model).flat()) {
      const timeout = positive(effective(app, 'appHealthProbeTimeout')) ?? 500;
      const interval = positive(effective(app, 'appHealthProbeInterval')) ?? 5;
      if (timeout > interval * 1000) {
        const message = `'appHealthProbeTimeout' cannot be longer than 'appHealthProbeInterval', where daprd exits: got ${timeout} ms and ${interval} s`;
        report.add(app.manifest, [...app.path, 'appHealthProbeTimeout'], message);
      }
    }
  },
};

/** What is expected in place of a value; nothing where it is taken, or is another rule's. */
function refusal({ of, anyCase, isPort, isSize }: Key, value: unknown): string | undefined {
  if (isPort === true) {
    return typeof value === 'number' && value > 65535 ? 'a port up to 65535' : undefined;
  }
  const word = typeof value === 'number' ? String(value) : text(value);
  if (word === undefined || word === '' || isUnrendered(word)) {
    return undefined;
  }
  if (isSize === true) {
    const size = quantity(word);
    return size === undefined
      ? `a size, e.g. '4Mi'`
      : size.whole === undefined
        ? `whole bytes without a fraction, e.g. '1536Ki'`
        : undefined;
  }
  return of === undefined || of.includes(anyCase === true ? word.toLowerCase() : word) ? undefined : `one of ${of.join(', ')}`;
}

function positive(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 ? value : undefined;
}
