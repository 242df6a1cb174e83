import { readCel } from '../private/cel';
import { Code } from '../private/codes';
import { show } from '../private/field-words';
import { Fields } from '../private/fields';
import { Problems } from '../private/problems';

/**
 * Where messages go that have something in common.
 *
 * @see https://docs.dapr.io/developing-applications/building-blocks/pubsub/howto-route-messages/
 */
export interface RouteRule {
  /**
   * The condition: an expression (CEL) over the CloudEvent `event`, such as `event.type == "order.placed"`. Nothing else
   * than `event` exists.
   *
   * A message that lacks what the condition looks at is an error and comes again: ask `has(event.data.size)` first.
   */
  readonly match: string;

  /** The path (HTTP) or name (gRPC) at which the application takes the messages. */
  readonly path: string;
}

export const ROUTE_RULE: Fields = {
  match: {
    is: 'text',
    required: true,
    pattern: /\S/,
    expected: `a condition, e.g. 'event.type == "order.placed"'; every message goes to 'route'`,
  },
  path: { is: 'text', required: true, expected: `a path, e.g. '/orders'` },
};

/** Reports conditions that cannot be read, or that look at something that does not exist. */
export function checkRules(problems: Problems, rules: unknown): void {
  (Array.isArray(rules) ? rules : []).forEach((rule, i) => {
    if (typeof rule?.match === 'string') {
      checkMatch(problems, `'rules[${i}].match' of Subscription`, rule.match);
    }
  });
}

function checkMatch(problems: Problems, name: string, match: string): void {
  const { broken, variables } = readCel(match);
  if (broken !== undefined) {
    problems.add(
      Code.MALFORMED,
      `${name} must be a condition that can be read, else sidecars stop: got ${show(match)}, in which ${broken}`,
    );
  }
  for (const variable of variables.filter((used) => used !== 'event')) {
    problems.add(
      Code.NOT_ALLOWED,
      `${name} must look at 'event' only, because nothing else exists when a message comes: got '${variable}', expected e.g. 'event.${variable}', or '"${variable}"' for a text`,
    );
  }
}
