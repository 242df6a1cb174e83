import { DaprVersion } from '../dapr-version';
import { ALIASES, MISNAMED, TYPES } from '../generated/component-types';
import { categoriesOf, PLUGGABLE } from './categories';
import { Code } from './codes';
import { didYouMean } from './nearest';
import { Problems } from './problems';

/** Reports a type or version that makes the sidecar exit: nothing of its namespace would start. */
export function checkLoadable(problems: Problems, version: DaprVersion, type: string, typeVersion: string): void {
  const [category] = type.split('.', 1);
  const categories = categoriesOf(version);
  if (category === 'nameresolution') {
    problems.add(Code.NOT_LOADABLE, `'${type}' is not a component: set it as nameResolution of a Configuration`);
  } else if (category === 'workflow' || category === 'workflowbackend') {
    problems.add(Code.NOT_LOADABLE, `'${type}' is not a component since Dapr 1.15: workflows keep their state in an actor state store`);
  } else if (!categories.includes(category) || !type.startsWith(`${category}.`)) {
    problems.add(
      Code.NOT_LOADABLE,
      `'${type}' is not a component type: expected one of ${categories.join(', ')}, a dot and a name${didYouMean(category, categories)}`,
    );
  } else if (category === 'middleware' && !type.startsWith('middleware.http.')) {
    problems.add(
      Code.NOT_LOADABLE,
      `'${type}' is not a middleware type: expected middleware.http. and a name, e.g. 'middleware.http.bearer'`,
    );
  } else {
    checkKnown(problems, version, category, type.toLowerCase(), typeVersion);
  }
}

function checkKnown(problems: Problems, version: DaprVersion, category: string, type: string, typeVersion: string): void {
  const known = TYPES[ALIASES[type] ?? type];
  const misnamed = MISNAMED[type];
  if (misnamed !== undefined) {
    problems.add(
      Code.NOT_LOADABLE,
      `the sidecar does not load '${type}': write '${misnamed}', or use dapr.${Object.values(TYPES[misnamed].classes)[0]}`,
    );
  } else if (known === undefined && !PLUGGABLE.includes(category)) {
    const types = Object.keys(TYPES).filter((name) => name.startsWith(`${category}.`));
    problems.add(Code.NOT_LOADABLE, `the sidecar does not know '${type}': ${category} has ${types.join(', ')}${didYouMean(type, types)}`);
  } else if (known?.since !== undefined && !version.isAtLeast(DaprVersion.parse(known.since))) {
    problems.add(
      Code.VERSION,
      `'${type}' is known to Dapr ${known.since} and later, and the manifests are for Dapr ${version}: set another version with DaprVersion.use`,
    );
  } else if (known !== undefined && !(typeVersion in known.classes)) {
    problems.add(Code.NOT_LOADABLE, `the sidecar does not know ${type} ${typeVersion}: it has ${Object.keys(known.classes).join(', ')}`);
  }
}
