/** Rules of which the API server shows that they are right: by Dapr's resource definitions, and by what Kubernetes asks of any object. */
import { Expectation, Experiment, nth, trial } from './experiment';
import { addsSidecar, fillsIn, prunes, refuses, refusesPods, takes } from './expectations';

const by = 'API server';

export const API_SERVER: readonly Experiment[] = [
  {
    rule: 'DAPR001',
    by,
    bad: [
      trial(refusesNames(/metadata\.name: Invalid value: "stateStore"/, /metadata\.name: Invalid value: "Shop"/)),
      nth(
        1,
        refuses(
          /metadata\.name: Invalid value: "shop\/store"/,
          /cannot unmarshal number into Go struct field ObjectMeta\.metadata\.name/,
          /metadata\.name: Required value: name or generateName is required/,
        ),
      ),
    ],
    good: [trial(takes()), nth(2, takes())],
  },
  {
    rule: 'DAPR011',
    by,
    bad: [
      trial(refuses(/spec\.tracing\.samplingRate: Invalid value: "?\w+"?: .*must be of type string: "integer"/)),
      nth(
        1,
        refuses([
          /scopes: Invalid value: "?string"?: .*must be of type array: "string"/,
          /spec\.ignoreErrors: Invalid value: "?string"?: .*must be of type boolean: "string"/,
          /spec\.metadata: Invalid value: "?object"?: .*must be of type array: "object"/,
        ]),
      ),
      nth(
        2,
        refuses([
          /httpStatusCodes: Invalid value: "?integer"?: .*must be of type string: "integer"/,
          /maxRetries: Invalid value: "?string"?: .*must be of type integer: "string"/,
          /never: Invalid value: "?boolean"?: .*must be of type object: "boolean"/,
        ]),
      ),
    ],
    good: [trial(takes())],
  },
  {
    rule: 'DAPR019',
    by,
    bad: [
      trial(prunes('scope')),
      nth(1, prunes('spec.metadata[0].vaule', 'spec.redisHost', 'spec.scopes', 'spec.secretStore', 'type')),
      nth(2, prunes('spec.httpPipeline.handlers[0].version')),
      nth(3, prunes('spec.pubsubName', 'spec.route')),
      nth(4, prunes('spec.apps', 'spec.unheardOf')),
    ],
    good: [trial(takes())],
  },
  {
    rule: 'DAPR020',
    by,
    bad: [
      trial(refuses([/spec\.metadata: Required value/, /spec\.version: Required value/])),
      nth(
        1,
        refuses([
          /spec\.metrics\.enabled: Required value/,
          /spec\.nameResolution\.configuration: Required value/,
          /spec\.nameResolution\.version: Required value/,
          /spec\.tracing\.samplingRate: Required value/,
          /spec\.tracing\.otel\.isSecure: Required value/,
          /spec\.tracing\.otel\.protocol: Required value/,
        ]),
      ),
    ],
    good: [trial(takes())],
  },
  {
    rule: 'DAPR022',
    by,
    bad: [
      trial(refuses(/no matches for kind "Component" in version "dapr\.io\/v1"/)),
      nth(1, refuses(/kind: Invalid value: "component": must be Component/)),
    ],
    good: [trial(takes())],
  },
  {
    rule: 'DAPR023',
    by,
    bad: [
      trial(
        refuses([
          /callers\[0\]\.appID: Invalid value: "": .*should be at least 1 chars long/,
          /operations\[0\]: Unsupported value: "shedule"/,
          /operations\[2\]: Duplicate value: "get"/,
          /rules\[1\]\.callers: Invalid value: .*should have at least 1 items/,
        ]),
      ),
      nth(1, refuses(/spec\.clientTLS\.renegotiation: Unsupported value: "never"/)),
    ],
    good: [trial(takes())],
  },
  {
    rule: 'DAPR033',
    by,
    bad: [
      trial(refuses(/cannot unmarshal (bool|number) into Go struct field/)),
      nth(1, refuses(/cannot unmarshal object into Go struct field/)),
    ],
    good: [trial(takes())],
  },
  {
    rule: 'DAPR046',
    by,
    bad: [
      trial(
        refusesPods('refuses the pod', /securityContext\.seccompProfile\.type: Unsupported value: "runtimeDefault"/),
        'sidecar-seccomp-profile-type',
      ),
      nth(1, refusesPods('refuses the pod', /containers\[1\]\.image: Required value/), 'sidecar-image'),
    ],
    good: [trial(addsSidecar(true)), nth(1, addsSidecar(true))],
  },
  {
    rule: 'DAPR159',
    by,
    bad: [trial(fillsIn('`metrics: { enabled: true }`', 'spec.metrics', { enabled: true }))],
    good: [trial(takes())],
  },
  {
    rule: 'DAPR207',
    by,
    bad: [trial(refuses(/operations\[2\]: Duplicate value: "schedule"/))],
    good: [trial(takes())],
  },
];

/** An object, and a namespace, of the names of the example: each by itself, because a namespace that is not there hides the rest. */
function refusesNames(object: RegExp, namespace: RegExp): Expectation {
  return {
    says: refuses().says,
    async check(stage) {
      const [{ metadata, ...rest }] = stage.objects;
      const { namespace: name, ...others } = metadata;
      const objects = [
        { ...rest, metadata: others },
        { apiVersion: 'v1', kind: 'Namespace', metadata: { name } },
      ];
      await refuses(object, namespace).check({ ...stage, objects });
    },
  };
}
