const PAGE = 'https://github.com/cdk8s-dapr/cdk8s-dapr/blob/main/docs/rules.md';

/** Where a rule is documented; nowhere for a rule that is not ours. */
export function docsOf(rule: string): string {
  return /^DAPR\d{3}$/.test(rule) ? `${PAGE}#${rule.toLowerCase()}` : '';
}
