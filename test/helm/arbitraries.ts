import { Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import * as fc from 'fast-check';
import * as dapr from '../../src';
import { isReadAsText } from '../../src/control-plane/bare-text';
import { fieldAt, put, ValueFact } from '../../src/control-plane/values';
import { CONTROL_PLANE_VALUES } from '../../src/generated/control-plane-tables';
import { Field } from '../../src/private/fields';

/** What the fields of the table cannot say of a text. */
const TEXTS: { readonly [option: string]: readonly string[] } = {
  'sentry.tls.rootCertificate': ['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'],
  'sentry.tls.issuerCertificate': ['-----BEGIN CERTIFICATE-----\nBBBB\n-----END CERTIFICATE-----\n'],
  'placement.logStoreWinPath': ['C:\\raft-log', 'D:\\dapr\\raft'],
  'scheduler.etcdDataDirWinPath': ['C:\\dapr-scheduler', 'D:\\dapr\\jobs'],
};

const LABEL = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const LABEL_VALUE = fc.oneof(
  fc.constantFrom('true', '1', '1.0', 'null', '', '2024-01-01', 'yes', '0x1f'),
  fc.stringMatching(/^[a-zA-Z0-9]{1,8}$/),
);
/** Texts that a template of Helm or a reader of YAML might change; NUL and its like no YAML can hold. */
const ANY_TEXT = fc.oneof(
  fc.constantFrom(
    'a"b',
    'a\\b',
    'a\\"b',
    "it's",
    '{{ .Values.x }}',
    'a: b',
    '# no',
    ' x ',
    'a\nb',
    'a\tb',
    'true',
    '1e3',
    'ü€😀',
    '%',
    '*a',
    '&b',
  ),
  fc.stringMatching(/^[ -~]{0,20}$/),
);

export function valueOf(option: string, fact: ValueFact): fc.Arbitrary<unknown> {
  const field: Field = fieldAt(option);
  switch (fact.is) {
    case 'text': {
      const texts = TEXTS[option] === undefined ? fc.stringMatching(field.pattern!, { maxLength: 30 }) : fc.constantFrom(...TEXTS[option]);
      return texts.filter((text) => text.length < 40 || option in TEXTS).filter((text) => !fact.bare || isReadAsText(text));
    }
    case 'secret':
      return ANY_TEXT.map((text) => dapr.SecretValue.unsafePlainText(`x${text}`));
    case 'integer':
      return fc.oneof(
        fc.integer({ min: field.min ?? 1, max: field.max ?? 1_000_000_000 }),
        fc.integer({ min: field.min ?? 1, max: Math.min(field.max ?? 20, 20) }),
      );
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...field.of!);
    case 'duration':
      return fc.integer({ min: Math.max(1, (field.min ?? 0) / 1000), max: 100_000 }).map((seconds) => Duration.seconds(seconds));
    case 'size':
      return fc.integer({ min: 1, max: 4096 }).map((mebibytes) => Size.mebibytes(mebibytes));
    case 'texts':
      return option.includes('allowedServiceAccounts')
        ? fc.array(fc.constantFrom('a:b', 'shop-*:*', 'x?:[a-z]y'), { minLength: 1, maxLength: 3 })
        : fc.array(LABEL, { minLength: 1, maxLength: 3 });
    case 'texts by name':
      return fc.dictionary(LABEL, option.endsWith('extraEnvVars') ? ANY_TEXT : LABEL_VALUE, { minKeys: 1, maxKeys: 3 });
    case 'object':
      return fc.dictionary(LABEL, LABEL_VALUE, { minKeys: 1, maxKeys: 2 }).map((matchLabels) => ({ matchLabels }));
    case 'objects':
      return fc.array(
        fc.record({ key: LABEL, operator: fc.constantFrom('Equal', 'Exists'), effect: fc.constantFrom('NoSchedule', 'NoExecute') }),
        { minLength: 1, maxLength: 2 },
      );
    case 'resources':
      return fc.record({ cpu: fc.integer({ min: 1, max: 900 }), memory: fc.integer({ min: 1, max: 900 }) }).map(({ cpu, memory }) => ({
        cpu: { request: kplus.Cpu.millis(cpu), limit: kplus.Cpu.units(1) },
        memory: { request: Size.mebibytes(memory) },
      }));
    case 'kubernetes':
      return fc.constant(
        option.endsWith('Mounts')
          ? [{ name: 'extra', mountPath: '/extra' }]
          : option.endsWith('Containers')
            ? [{ name: 'extra', image: 'busybox:1' }]
            : [{ name: 'extra', emptyDir: {} }],
      );
    default:
      throw new Error(`no values of '${fact.is}'`);
  }
}

/** Options, each given or not. Those that contradict each other may meet. */
export const OPTIONS: fc.Arbitrary<Partial<dapr.ControlPlaneProps>> = fc
  .subarray(Object.entries(CONTROL_PLANE_VALUES), { minLength: 0, maxLength: 40 })
  .chain((chosen) => fc.tuple(...chosen.map(([option, fact]) => valueOf(option, fact).map((value): [string, unknown] => [option, value]))))
  .map((values) => {
    const options = {};
    values.forEach(([option, value]) => put(options, option, value));
    return options;
  });
