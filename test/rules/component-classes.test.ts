import { DaprVersion } from '../../src/dapr-version';
import { RECOMMENDED } from '../../src/rules';
import { check } from '../../src/rules/engine';
import { modelOf } from '../../src/rules/model/model';
import { pathText } from '../../src/rules/read';
import { Case, catalogCases, exampleTexts } from '../support/cases';
import { findings } from '../support/rules';

function errorsOf({ manifest }: Case): string[] {
  const model = modelOf([{ body: manifest, source: 'class' }], { daprVersion: DaprVersion.V1_18 });
  return check(model, { rules: RECOMMENDED })
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ rule, message, path }) => `${rule} ${pathText(path)}: ${message}`);
}

/** Keys of which the sidecar takes one or the other: a manifest with every field of a class or of a way to sign in has both. */
const BOTH = /^DAPR015 /;

test.each(catalogCases().map((one) => [one.title, one] as const))('%s: no rule finds an error in what the class writes', (title, one) => {
  const errors = errorsOf(one);
  expect(title.startsWith('least') ? errors : errors.filter((error) => !BOTH.test(error))).toEqual([]);
});

test.each(exampleTexts())('no rule finds an error in the example %s', (_path, yaml) => {
  expect(findings(yaml, RECOMMENDED).filter((line) => line.startsWith('error'))).toEqual([]);
});
