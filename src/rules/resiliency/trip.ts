import { didYouMean } from '../../private/nearest';
import { readCel } from '../cel';
import { mapping, text } from '../read';
import type { Rule } from '../rule';
import { isUnrendered } from '../unrendered';
import { policiesOf } from './policies';

/** What a circuit breaker counts. */
const COUNTS = ['requests', 'totalSuccesses', 'totalFailures', 'consecutiveSuccesses', 'consecutiveFailures'];

export const trip: Rule = {
  id: 'DAPR138',
  severity: 'error',
  title: 'A condition that never opens the circuit breaker',
  why: 'A condition that is no CEL voids the resource: the sidecar logs one line and drops all its targets. One that calls a function which does not exist is compiled for ever, so the sidecar never gets ready. One that is not true or false, or uses a name other than the five counts, fails each time it is asked, without a word, and the circuit breaker stays closed.',
  fix: `Compare ${COUNTS.join(', ')} with whole numbers, e.g. consecutiveFailures > 5.`,
  source: 'pkg/resiliency/breaker/circuitbreaker.go Initialize; pkg/expr/expr.go DecodeString',
  facts: ['R121', 'R130'],
  symptoms: [/Could not read resiliency policy .*(invalid Expr|Syntax error|no matching overload|undeclared reference)/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies:
    circuitBreakers:
      misspelt: { trip: consecutiveFailure > 5 }
      unfinished: { trip: consecutiveFailures > }
  targets: { apps: { orders: { circuitBreaker: misspelt }, billing: { circuitBreaker: unfinished } } }
`,
      says: [
        "'consecutiveFailure' is nothing that a circuit breaker counts, so it never opens; did you mean 'consecutiveFailures'?",
        "'consecutiveFailures >' is no condition, so Dapr drops all targets of this Resiliency: unexpected token: the end, at character 22",
      ],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies:
    circuitBreakers:
      endless: { trip: "ratio(totalFailures, requests) > 0.5" }
      number: { trip: consecutiveFailures }
      ratio: { trip: "requests > 10 && totalFailures > requests * 0.5" }
      text: { trip: "consecutiveFailures > '5'" }
      typed: { trip: "totalFailures + 1" }
      unsure: { trip: "failures > 5 || consecutiveFailures > 5" }
  targets:
    apps:
      a: { circuitBreaker: endless }
      b: { circuitBreaker: number }
      c: { circuitBreaker: ratio }
      d: { circuitBreaker: text }
      e: { circuitBreaker: typed }
      f: { circuitBreaker: unsure }
`,
      says: [
        "the sidecar compiles 'ratio(totalFailures, requests) > 0.5' for ever and never gets ready: Dapr's CEL has no function ratio()",
        "'consecutiveFailures' is a number, not true or false, so the circuit breaker never opens: expected e.g. 'consecutiveFailures > 5'",
        "'requests > 10 && totalFailures > requests * 0.5' always fails, so the circuit breaker never opens: '*' does not take (int, double); write double() around the counts",
        "'consecutiveFailures > '5'' always fails, so the circuit breaker never opens: '>' does not take (int, string)",
        "'totalFailures + 1' is a number, not true or false, so the circuit breaker never opens: expected e.g. 'consecutiveFailures > 5'",
        "'failures' is nothing that a circuit breaker counts, so what asks for it fails",
      ],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies:
    circuitBreakers:
      simple: { trip: consecutiveFailures > 5 }
      ratio: { trip: "requests > 10 && double(totalFailures) / double(requests) > 0.5" }
      cross: { trip: "requests > 0.5" }
      both: { trip: "totalFailures >= 5 || consecutiveFailures == 3" , interval: 60s }
      always: { trip: "true" }
      default: { trip: "" }
  targets:
    apps:
      a: { circuitBreaker: simple }
      b: { circuitBreaker: ratio }
      c: { circuitBreaker: cross }
      d: { circuitBreaker: both }
      e: { circuitBreaker: always }
      f: { circuitBreaker: default }
`,
    },
  ],
  check({ resiliencies }, report) {
    for (const resource of resiliencies) {
      for (const { value, path } of policiesOf(resource, 'circuitBreakers')) {
        const condition = text(mapping(value).trip) ?? '';
        const problem = condition === '' || isUnrendered(condition) ? undefined : problemOf(condition);
        if (problem !== undefined) {
          report.add(resource.manifest, [...path, 'trip'], problem.message, problem.sure ? {} : { severity: 'warning' });
        }
      }
    }
  },
};

interface Problem {
  readonly message: string;
  /** Whether the rest of the condition cannot make up for it. */
  readonly sure: boolean;
}

function problemOf(condition: string): Problem | undefined {
  const shown = `'${condition.trim().replace(/\s+/g, ' ')}'`;
  const { error, unknownFunction, type, variables } = readCel(condition);
  if (unknownFunction !== undefined) {
    return { message: `the sidecar compiles ${shown} for ever and never gets ready: ${error}`, sure: true };
  }
  if (error !== undefined) {
    return { message: `${shown} is no condition, so Dapr drops all targets of this Resiliency: ${error}`, sure: true };
  }
  // The other side of an "or" decides alone, and so does one branch of a choice.
  const sure = !/\|\||\?|\.exists/.test(condition);
  const unknown = variables.find((variable) => !COUNTS.includes(variable));
  if (unknown !== undefined) {
    const effect = sure ? 'so it never opens' : 'so what asks for it fails';
    return { message: `'${unknown}' is nothing that a circuit breaker counts, ${effect}${didYouMean(unknown, COUNTS)}`, sure };
  }
  const counted = readCel(withTypedCounts(condition));
  const result = counted.error === undefined ? (counted.type ?? type) : type;
  if (result !== undefined && result !== 'dyn' && result !== 'bool') {
    const what = ['int', 'uint', 'double'].includes(result) ? 'a number' : `a ${result}`;
    const message = `${shown} is ${what}, not true or false, so the circuit breaker never opens: expected e.g. 'consecutiveFailures > 5'`;
    return { message, sure: true };
  }
  if (counted.error !== undefined && FAILS_AT_RUN_TIME.test(counted.error)) {
    const hint = /double/.test(counted.error) ? '; write double() around the counts' : '';
    const effect = sure ? 'always fails, so the circuit breaker never opens' : 'fails in a part';
    return { message: `${shown} ${effect}: ${counted.error}${hint}`, sure };
  }
  return undefined;
}

/** The counts have no type until they are asked for; then each is a whole number. */
function withTypedCounts(condition: string): string {
  return condition.replace(new RegExp(`(?<![\\w.])(${COUNTS.join('|')})(?!\\w)`, 'g'), 'int("$1")');
}

/** Numbers of two types can be compared then, but not be added or multiplied; a number and something else can do neither. */
const FAILS_AT_RUN_TIME =
  /^'[-+*/%]' does not take \(|^'[<>]=?' does not take \((\w+, (string|bool|list|map|null|bytes)|(string|bool|list|map|null|bytes), \w+)\)/;
