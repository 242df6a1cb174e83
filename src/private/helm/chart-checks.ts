import { Code } from '../codes';
import { show } from '../field-words';
import { didYouMean } from '../nearest';
import { typeProblem } from './ask-value';
import { Definition, isOfRelease, Limits } from './definition';
import { isEmpty, Json } from './json';
import { leftBehind, namedValues } from './left-behind';
import { markOf } from './samples';
import { Cases, isDynamic, Node, Tree } from './tree';

type Members = { [key: string]: Tree };

/** What no value of a chart may decide, because others rely on it. */
export function checkObjects(objects: ReadonlyMap<string, Tree>): string[] {
  return [...objects].flatMap(([place, tree]) => variants(tree).flatMap((object) => objectProblems(place, object, objects)));
}

/** Which values the program made plain secrets of. */
export function checkSecrets(definitions: ReadonlyMap<string, Definition>, secrets: ReadonlySet<string>): string[] {
  return [...definitions.values()].flatMap((definition, index) => {
    const marks = [markOf(index), ...(typeof definition.example === 'string' ? [definition.example] : [])];
    return [...secrets].some((secret) => marks.some((mark) => secret.includes(mark)))
      ? [
          `${Code.CONFLICT} [values ${definition.path} at ${definition.place}] the value is used in SecretValue.unsafePlainText, and values are no secrets: use SecretValue.fromSecretKeyRef, and make the Secret's name the value`,
        ]
      : [];
  });
}

/** The object in each case, where cases decide about all of it. */
function variants(tree: Tree | undefined): Members[] {
  if (tree instanceof Cases) {
    return tree.cases.flatMap(([, one]) => variants(one));
  }
  return tree === undefined || tree instanceof Node ? [] : [tree as Members];
}

function objectProblems(place: string, object: Members, objects: ReadonlyMap<string, Tree>): string[] {
  const problems: string[] = [];
  const add = (at: string, tree: Tree | undefined, what: string): void => {
    if (isDynamic(tree)) {
      problems.push(`${Code.CONFLICT} [${place}] ${at}: ${namedValues(tree)} ${what}`);
    }
  };
  const { apiVersion, kind, metadata } = object;
  add('apiVersion', apiVersion, 'decides the version of an object, which the chart fixes: write it in the program');
  add('kind', kind, 'decides the kind of an object, which the chart fixes: write it in the program');
  const { name } = (metadata ?? {}) as Members;
  if (typeof apiVersion === 'string' && apiVersion.startsWith('dapr.io/')) {
    add(
      'metadata.name',
      name,
      `decides the name of a ${String(kind)}, by which applications and other objects call it: give it a name of its own in the program`,
    );
  } else if (isDynamic(name)) {
    problems.push(...leftBehind(place, String(kind), name, objects));
  }
  for (const appId of appIds(object)) {
    add(
      "annotation 'dapr.io/app-id'",
      appId,
      'decides an app id, by which other applications, scopes and policies know this one: write it in the program',
    );
  }
  if (kind === 'Secret') {
    add(
      'data',
      object.data,
      'is written into a Secret, and values are no secrets: leave the Secret out of the chart and refer to it by name',
    );
    add(
      'stringData',
      object.stringData,
      'is written into a Secret, and values are no secrets: leave the Secret out of the chart and refer to it by name',
    );
  }
  return problems;
}

/** Every app id of an object, wherever its pods are. */
function appIds(tree: Tree | undefined): Tree[] {
  if (typeof tree !== 'object' || tree === null) {
    return [];
  }
  return Object.entries(tree).flatMap(([key, member]) => (key === 'dapr.io/app-id' ? [member as Tree] : appIds(member as Tree)));
}

/** What is wrong with the values of an environment. */
export function checkEnvironment(
  environment: { readonly name: string; readonly values: { readonly [path: string]: Json } },
  definitions: ReadonlyMap<string, Definition>,
  limits: ReadonlyMap<string, Limits>,
): string[] {
  const known = [...definitions.values()].filter((definition) => !isOfRelease(definition));
  return Object.entries(environment.values).flatMap(([path, value]) => {
    const definition = known.find((one) => one.path === path);
    const at = `[environment ${environment.name}]`;
    if (definition === undefined) {
      return [
        `${Code.UNKNOWN_PROPERTY} ${at} there is no value '${path}'${
          didYouMean(
            path,
            known.map((one) => one.path),
          ) || `: the chart has ${known.map((one) => one.path).join(', ') || 'none'}`
        }`,
      ];
    }
    const problem =
      typeProblem(definition, value) ??
      (limits.get(path)?.notEmpty && isEmpty(value) ? `the value must not be empty: got ${show(value)}` : undefined);
    return problem === undefined ? [] : [`${Code.WRONG_TYPE} ${at} '${path}': ${problem}`];
  });
}
