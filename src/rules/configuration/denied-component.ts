import { COMPONENTS, TYPE_ALIASES } from '../../generated/component-facts';
import { nearest } from '../../private/nearest';
import { at, list } from '../read';
import type { Rule } from '../rule';
import { isUnrendered } from '../shape/differences';
import { configuration } from './examples';

export const deniedComponent: Rule = {
  id: 'DAPR177',
  severity: 'warning',
  gravest: 'error',
  title: 'A denied component type that denies nothing',
  why: 'An item is a type, or a type and a version with one slash between, and is compared letter by letter with the type that a Component writes. Other spellings, other names of the same type, and items with two slashes let it pass.',
  fix: 'Write the type in lower case, and each of its names as an item of its own.',
  source: 'pkg/runtime/authorizer/component.go newComponentDenyList, IsAllowed',
  facts: ['R180'],
  symptoms: [/cannot be loaded because components of type .* are not allowed/],
  bad: [
    {
      yaml: configuration('components: { deny: [bindings.smtpp, State.Redis, state/redis/v1, state.postgresql, state.postgresql/2] }'),
      says: [
        "'bindings.smtpp' denies nothing: there is no such type; did you mean 'bindings.smtp'?",
        "'State.Redis' passes Components that write 'state.redis': write it in lower case",
        "'state/redis/v1' is skipped: expected a type, or a type and a version as in 'state.redis/v1'",
        "'state.postgresql' passes Components that write 'state.postgres', another name of the same type: deny that too",
        "'state.postgresql/2' denies nothing: state.postgresql has v2, v1",
      ],
    },
  ],
  good: [{ yaml: configuration('components: { deny: [bindings.smtp, state.redis/v1, state.postgresql, state.postgres] }') }],
  check({ configurations }, report) {
    for (const { manifest, spec } of configurations) {
      const denied = list(at(spec, 'components', 'deny'));
      denied.forEach((item, i) => {
        const problem = typeof item === 'string' && item !== '' && !isUnrendered(item) ? problemOf(item, denied) : undefined;
        if (problem !== undefined) {
          const skipped = typeof item === 'string' && item.split('/').length > 2;
          report.add(manifest, ['spec', 'components', 'deny', i], problem, { severity: skipped ? 'error' : 'warning' });
        }
      });
    }
  },
};

function problemOf(item: string, denied: readonly unknown[]): string | undefined {
  const [type, version, more] = item.split('/');
  if (more !== undefined) {
    return `'${item}' is skipped: expected a type, or a type and a version as in 'state.redis/v1'`;
  }
  const lower = type.toLowerCase();
  const canonical = TYPE_ALIASES[lower] ?? lower;
  const known = Object.hasOwn(COMPONENTS, canonical) ? COMPONENTS[canonical] : undefined;
  if (known === undefined) {
    const meant = nearest(type, Object.keys(COMPONENTS));
    return meant === undefined ? undefined : `'${item}' denies nothing: there is no such type; did you mean '${meant}'?`;
  }
  if (type !== lower) {
    return `'${item}' passes Components that write '${lower}': write it in lower case`;
  }
  if (version !== undefined && version !== '' && !known.some((facts) => facts.version === version)) {
    return `'${item}' denies nothing: ${type} has ${known.map((facts) => facts.version).join(', ')}`;
  }
  const names = [canonical, ...Object.keys(TYPE_ALIASES).filter((alias) => TYPE_ALIASES[alias] === canonical)];
  const open = names.find((name) => name !== lower && !denied.some((other) => other === name || other === `${name}/${version}`));
  return open === undefined ? undefined : `'${item}' passes Components that write '${open}', another name of the same type: deny that too`;
}
