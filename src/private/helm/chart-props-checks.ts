import type { HelmChartProps } from '../../helm/helm-chart-props';
import { Code } from '../codes';
import { show } from '../field-words';
import { checkFields, Fields } from '../fields';
import { DaprVersion } from '../../dapr-version';
import { Problems } from '../problems';
import { App } from 'cdk8s';

const NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
/** As https://semver.org defines it. */
const SEMVER =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-(0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(\.(0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?(\+[0-9a-zA-Z-]+(\.[0-9a-zA-Z-]+)*)?$/;
const URL = { is: 'text', pattern: /^https?:\/\/\S+$/, expected: 'a URL' } as const;

const FIELDS: Fields = {
  name: { is: 'text', required: true, pattern: NAME, expected: "lower case letters, digits and '-', e.g. 'shop'" },
  version: { is: 'text', required: true, pattern: SEMVER },
  appVersion: { is: 'text' },
  description: { is: 'text' },
  kubeVersion: { is: 'text', expected: "versions of Kubernetes, e.g. '>=1.28.0-0'" },
  icon: URL,
  home: URL,
  sources: { is: 'texts' },
  keywords: { is: 'texts' },
  maintainers: { is: 'objects', fields: { name: { is: 'text', required: true }, email: { is: 'text' }, url: { is: 'text' } } },
  annotations: { is: 'texts by name' },
  daprVersion: { is: 'any' },
  environments: {
    is: 'objects',
    fields: {
      name: { is: 'text', required: true, pattern: NAME, expected: "lower case letters, digits and '-'" },
      values: { is: 'any', required: true },
    },
  },
  standardLabels: { is: 'boolean' },
  existingSecrets: { is: 'boolean' },
  workloadValues: { is: 'boolean' },
  connectionTests: { is: 'boolean' },
  connectionTestImage: { is: 'text' },
  notes: { is: 'text' },
};

/** Reports all that is wrong with what stands in a chart beside its templates. */
export function checkProps(props: HelmChartProps): void {
  const problems = new Problems(new App(), `chart ${typeof props.name === 'string' ? props.name : ''}`.trim());
  const { version, ...others } = FIELDS;
  const place = { owner: 'HelmChart', version: props.daprVersion ?? DaprVersion.V1_18 };
  const fields = { ...others, version: { ...version, expected: `a version of Semantic Versioning, e.g. '${likely(props.version)}'` } };
  checkFields(problems, place, fields, props);
  const names = (Array.isArray(props.environments) ? props.environments : []).map((environment) => environment?.name);
  names
    .filter((name, i) => names.indexOf(name) !== i)
    .forEach((name) => problems.add(Code.DUPLICATE, `there are two environments named ${show(name)}: put their values together`));
  problems.throwIfAny();
}

/** The version that was meant, where a 'v' or a number too few is all that is wrong. */
function likely(version: unknown): string {
  const [, numbers] = /^v?(\d+(?:\.\d+){0,2})$/.exec(String(version)) ?? [];
  return numbers === undefined ? '1.0.0' : [...numbers.split('.').map(Number), 0, 0].slice(0, 3).join('.');
}
