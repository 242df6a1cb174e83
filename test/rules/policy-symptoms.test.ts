import { rule } from '../support/rules';

/** Lines that daprd 1.18.3 wrote for the bad examples of a rule. */
const LINES: readonly (readonly [string, string])[] = [
  [
    'DAPR130',
    String.raw`level=error msg="Could not read resiliency policy shop: invalid duration \"a\", 1.5: time: missing unit in duration \"1.5\""`,
  ],
  [
    'DAPR130',
    String.raw`msg="Could not read resiliency policy shop: invalid retry configuration \"s\": 1 error(s) decoding:\n\n* error decoding 'duration': invalid duration \"5x\""`,
  ],
  ['DAPR135', String.raw`* error decoding 'policy': invalid PolicyType \"expo\": unexpected back off policy type: expo"`],
  [
    'DAPR136',
    String.raw`msg="Could not read resiliency policy shop: failed to parse start code 500  from pattern 500  to int, strconv.Atoi: parsing \"500 \": invalid syntax"`,
  ],
  [
    'DAPR138',
    String.raw`Could not read resiliency policy shop: invalid retry configuration \"s\": 1 error(s) decoding:\n\n* error decoding 'trip': invalid Expr \"consecutiveFailures >\": ERROR: <input>:1:22: Syntax error`,
  ],
  ['DAPR140', String.raw`msg="Could not read resiliency policy shop: must provide a positive size"`],
  [
    'DAPR140',
    String.raw`Could not read resiliency policy shop: invalid retry configuration \"s\": 1 error(s) decoding:\n\n* cannot parse 'maxRequests', -1.000000 overflows uint`,
  ],
  ['DAPR185', String.raw`failed to invoke, id: localscheme, err: Get \"localhost:24900/m\": unsupported protocol scheme \"localhost\"`],
  ['DAPR185', String.raw`failed to invoke, id: noscheme, err: parse \"127.0.0.1:24900/m\": first path segment in URL cannot contain colon`],
  ['DAPR188', String.raw`failed to create HTTP endpoints channels: failed to add root cert to cert pool for http endpoint slash`],
  ['DAPR188', String.raw`failed to load client certificate for http endpoint slash: tls: failed to parse private key`],
  ['DAPR191', String.raw`failed to invoke, id: dot.ted, err: couldn't find service: dot`],
  [
    'DAPR194',
    String.raw`failed to invoke, id: badheader, err: Get \"http://127.0.0.1:24900/m\": net/http: invalid header field name \"X Bad\"`,
  ],
  [
    'DAPR196',
    String.raw`MCPServer \"tools\" failed validation: [].spec.endpoint: Invalid value: \"object\": exactly one of streamableHTTP, sse, or stdio must be set`,
  ],
  ['DAPR198', String.raw`MCPServer \"tools\": sse.url scheme must be http or https, got \"localhost\"`],
  ['DAPR199', String.raw`MCPServer \"tools\": stdio.env name \"A=B\" contains invalid characters`],
  ['DAPR199', String.raw`MCPServer \"tools.v1\": stdio.command must not escape working directory`],
  ['DAPR200', String.raw`failed to build HTTP client for \"tools\": auth.oauth2.secretKeyRef is required for OAuth2 client credentials`],
  [
    'DAPR204',
    String.raw`msg="daprd load MCPServer error when parsing manifests yaml resource in r.yaml: error unmarshaling JSON: while decoding JSON: time: unknown unit \"x\" in duration \"5x\""`,
  ],
  ['DAPR204', String.raw`failed to connect to MCP server \"tools\": context deadline exceeded`],
  [
    'DAPR206',
    String.raw`msg="WorkflowAccessPolicy \"none\" failed validation, skipping: [].spec.rules[0]: Invalid value: \"object\": at least one of workflows or activities must contain a rule"`,
  ],
  ['DAPR208', String.raw`msg="Invalid glob pattern 'a[' in WorkflowAccessPolicy 'globs', skipping activity rule"`],
];

test.each(LINES)('%s is behind %s', (id, line) => {
  expect(rule(id).symptoms?.some((symptom) => symptom.test(line))).toBe(true);
});
