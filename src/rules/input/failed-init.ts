import type { RuleDoc } from '../rule';

export const failedInit: RuleDoc = {
  id: 'DAPR297',
  severity: 'error',
  title: 'A component that a running sidecar could not initialise',
  why: 'Nothing in a manifest shows it: the component reached nobody, was not let in, or did not find what it needs. The cause stands behind the last colon of the line. The sidecar exits over it, and so does every other one that sees the component.',
  fix: 'Mend what the end of the line names: an address, a credential, a network policy. Scope the component to the applications that use it; with spec.ignoreErrors: true they start without it.',
  source: 'pkg/runtime/processor/components.go processComponents',
  facts: [],
  symptoms: [
    /Failed to init component/,
    /\[INIT_COMPONENT_FAILURE\]: initialization error occurred for/,
    /Error processing component, daprd will exit gracefully/,
    /init timeout for component/,
  ],
};
