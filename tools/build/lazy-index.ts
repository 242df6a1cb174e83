import ts from 'typescript';

/** What one line of an index passes on: `export * from`, `export * as name from` or `export { name } from`. */
export interface Reexport {
  /** The module, as it is written. */
  readonly from: string;
  /** The name of the whole module, or the exported names with those that the module has; without either, everything. */
  readonly namespace?: string;
  readonly names?: readonly { readonly name: string; readonly of: string }[];
}

/**
 * Reads the declarations of an index. They are what is not changed by the build, so that it can run twice over one folder.
 *
 * @param declarations the text of `index.d.ts`
 * @param path its path, for messages
 */
export function reexports(declarations: string, path: string): Reexport[] {
  const source = ts.createSourceFile(path, declarations, ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier === undefined) {
      const text = declarations.slice(statement.pos, statement.end).trim().split('\n')[0];
      throw new Error(`${path}: an index only re-exports, got: ${text}`);
    }
    const from = (statement.moduleSpecifier as ts.StringLiteral).text;
    const clause = statement.exportClause;
    if (statement.isTypeOnly) {
      return [];
    }
    if (clause === undefined) {
      return [{ from }];
    }
    if (ts.isNamespaceExport(clause)) {
      return [{ from, namespace: clause.name.text }];
    }
    const names = clause.elements.filter((element) => !element.isTypeOnly);
    return [{ from, names: names.map(({ name, propertyName }) => ({ name: name.text, of: (propertyName ?? name).text })) }];
  });
}

/**
 * Writes an index whose files load when a name of theirs is first used.
 *
 * @param lines what it re-exports
 * @param namesOf the names that a module has at run time: types have none
 */
export function lazyIndex(lines: readonly Reexport[], namesOf: (from: string) => readonly string[]): string {
  const seen = new Set<string>();
  const getters = lines.flatMap(({ from, namespace, names }) => {
    const load = `() => require(${JSON.stringify(from)})`;
    if (namespace !== undefined) {
      seen.add(namespace);
      return [`lazy(${JSON.stringify(namespace)}, ${load});`];
    }
    const has = namesOf(from);
    const passed = names?.filter(({ of }) => has.includes(of)) ?? has.filter((name) => !seen.has(name)).map((name) => ({ name, of: name }));
    passed.forEach(({ name }) => seen.add(name));
    return passed.map(({ name, of }) => `lazy(${JSON.stringify(name)}, ${load}.${of});`);
  });
  return [
    '"use strict";',
    'Object.defineProperty(exports, "__esModule", { value: true });',
    // Assigning is what Node looks for when an ES module asks which names there are.
    ...(seen.size === 0 ? [] : [`if (0) { ${[...seen].map((name) => `exports.${name} = `).join('')}void 0; }`]),
    'function lazy(name, load) {',
    '    Object.defineProperty(exports, name, { enumerable: true, configurable: true, get() {',
    '        const value = load();',
    '        Object.defineProperty(exports, name, { enumerable: true, value });',
    '        return value;',
    '    } });',
    '}',
    ...getters,
    '',
  ].join('\n');
}
