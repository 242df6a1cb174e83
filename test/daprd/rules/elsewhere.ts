/** Where a rule is shown that daprd alone does not show, or of which it shows a half. */

/**
 * The part of Dapr or Kubernetes that does what the rule says. The first four are tried on a cluster; `another Dapr` needs a version beside
 * the one of the catalog; `advice` is what works, and nothing refuses; `input` is what readers of files say of the files.
 */
export type Place =
  'API server' | 'injector' | 'operator' | 'cluster' | 'chart' | 'sentry' | 'CLI' | 'another Dapr' | 'another server' | 'advice' | 'input';

export interface Elsewhere {
  readonly by: Place;
  /** What happens there, or why it is not tried. */
  readonly why: string;
}

export const ELSEWHERE: { readonly [rule: string]: Elsewhere } = {
  DAPR001: { by: 'API server', why: 'refuses the names; daprd shows what self-hosted refuses' },
  DAPR003: { by: 'injector', why: 'denies the pods; daprd shows the dots' },
  DAPR011: { by: 'API server', why: 'refuses the types; daprd shows what self-hosted skips' },
  DAPR016: { by: 'another Dapr', why: 'what a later Dapr knows is refused, or passed over, by an earlier one' },
  DAPR018: { by: 'input', why: 'what the YAML writer of cdk8s makes of a text, before Dapr sees it' },
  DAPR020: { by: 'API server', why: 'refuses what lacks the field; daprd shows that it takes its defaults' },
  DAPR021: { by: 'another Dapr', why: 'its resource definitions prune what they do not know' },
  DAPR023: { by: 'API server', why: 'refuses the values' },
  DAPR030: { by: 'injector', why: 'denies the pods, or names the application after each pod' },
  DAPR031: { by: 'injector', why: 'leaves the pod as it is' },
  DAPR032: { by: 'injector', why: 'leaves the pod as it is' },
  DAPR033: { by: 'API server', why: 'refuses the object' },
  DAPR034: { by: 'injector', why: 'passes over the annotation' },
  DAPR035: { by: 'another Dapr', why: 'an earlier injector passes over the annotation' },
  DAPR036: { by: 'cluster', why: 'the secret store of the sidecar has no token to sign in with' },
  DAPR037: { by: 'injector', why: 'leaves the pod as it is' },
  DAPR038: { by: 'operator', why: 'makes no Service' },
  DAPR039: { by: 'cluster', why: 'the pod never completes' },
  DAPR040: { by: 'operator', why: 'makes a Service with the matchLabels alone' },
  DAPR041: { by: 'operator', why: 'makes one Service for both' },
  DAPR042: { by: 'injector', why: 'drops what is no number; the API server refuses the pod; daprd shows the flags with which it exits' },
  DAPR043: { by: 'injector', why: 'takes the text for false' },
  DAPR044: { by: 'injector', why: 'drops all resources, or the API server refuses the pod' },
  DAPR046: { by: 'API server', why: 'refuses the seccomp profile; daprd shows the rest' },
  DAPR049: { by: 'cluster', why: 'sentry refuses the certificate, and daprd exits' },
  DAPR050: { by: 'cluster', why: 'the kubelet does not start the container' },
  DAPR051: { by: 'cluster', why: 'sentry refuses the certificate, and daprd exits' },
  DAPR052: { by: 'cluster', why: 'self-hosted sidecars find out the port of the other' },
  DAPR054: { by: 'injector', why: 'leaves the volume out' },
  DAPR055: { by: 'injector', why: 'leaves the variable out; the operator leaves the annotation of the Service out' },
  DAPR057: { by: 'injector', why: 'writes no flag' },
  DAPR058: { by: 'injector', why: 'adds no container, or no socket to it' },
  DAPR059: { by: 'another server', why: 'the autoscaler needs a metrics server' },
  DAPR063: { by: 'advice', why: 'it works as it stands' },
  DAPR073: { by: 'operator', why: 'gives out no component' },
  DAPR074: { by: 'cluster', why: 'the sidecar has a store of this name on Kubernetes alone' },
  DAPR075: { by: 'another Dapr', why: 'the image with stable components is built with another tag' },
  DAPR079: { by: 'operator', why: 'gives out no component while the Secret is away' },
  DAPR159: { by: 'API server', why: 'fills in spec.metrics; daprd shows which of the two wins' },
  DAPR172: { by: 'operator', why: 'reads mtls of one Configuration alone' },
  DAPR173: { by: 'operator', why: 'crashes when it starts' },
  DAPR175: { by: 'cluster', why: 'sidecars get the Configuration that their annotation names' },
  DAPR193: { by: 'advice', why: 'it works as it stands' },
  DAPR195: { by: 'another Dapr', why: 'an earlier one has no such kind' },
  DAPR197: { by: 'cluster', why: 'daprd refuses it where it runs on Kubernetes alone' },
  DAPR205: { by: 'another Dapr', why: 'an earlier one has no such kind' },
  DAPR207: { by: 'API server', why: 'refuses the policy' },
  DAPR215: { by: 'CLI', why: 'passes over the key' },
  DAPR216: { by: 'CLI', why: 'stops before it starts a sidecar' },
  DAPR217: { by: 'CLI', why: 'stops before it starts a sidecar' },
  DAPR218: { by: 'CLI', why: 'stops at some values; daprd shows those that reach it' },
  DAPR219: { by: 'CLI', why: 'starts both; two sidecars of one app id are two copies of one application' },
  DAPR220: { by: 'CLI', why: 'stops where a port is taken; daprd shows its own ports' },
  DAPR221: { by: 'advice', why: 'it works as it stands' },
  DAPR222: { by: 'CLI', why: 'puts common in place of nothing' },
  DAPR223: { by: 'advice', why: 'it may be wanted' },
  DAPR224: { by: 'CLI', why: 'looks at the key with -k alone' },
  DAPR228: { by: 'chart', why: 'helm installs definitions once' },
  DAPR246: { by: 'cluster', why: 'the API server admits pods while the injector is away' },
  DAPR249: { by: 'chart', why: 'does not render, or its services do not start' },
};
