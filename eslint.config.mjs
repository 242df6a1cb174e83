import { readdirSync } from 'node:fs';
import { defineConfig } from 'eslint/config';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** The folders of component classes: one a category of the catalog, all generated. */
const generated = readdirSync('catalog/components', { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name === 'configuration' ? 'configurationstores' : entry.name] : [],
);

export default defineConfig(
  { ignores: ['lib/', 'dist/', 'coverage/', '**/node_modules/', '**/*.d.ts'] },
  ...tseslint.configs.recommended,
  {
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js', '.mjs'] })],
      'import-x/extensions': ['.ts', '.js', '.mjs', '.cjs'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always'],
      curly: 'error',
      'prefer-const': 'error',
      'no-var': 'error',
      'import-x/no-duplicates': 'error',
      // Props that add nothing to their base still get a name of their own: users see it, and it can grow.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // A cycle makes what a file exports depend on which file was asked for first.
      'import-x/no-cycle': 'error',
      // Only the bin ends the process: whoever calls a function wants to go on, to flush its output or to try again.
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'exit', message: 'Throw, or return a status; only the bin exits.' },
      ],
    },
  },
  {
    // Configuration of tools, and the reporter of jest, are read by Node as they stand.
    files: ['**/*.js', '**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      // Synthesis prints nothing: its output is often a pipe.
      'no-console': 'error',
    },
  },
  {
    // In the public API `any` is jsii's word for open JSON; behind it there is `unknown`.
    files: ['src/**/*.ts'],
    ignores: ['src/private/**', 'src/cli/**'],
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
  {
    // Constructs and rules are the same on every machine because they see no machine; only the edges read and write.
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**', 'src/plugin/**', 'src/app.ts', 'src/private/helm/write-folder.ts', 'src/self-hosted/core/write.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(node:)?(fs|fs/promises|child_process|os|net|http|https|worker_threads)$',
              message: 'Only src/cli, src/plugin, the writers of src/app.ts and tools/ touch the machine; take data and return data.',
            },
          ],
        },
      ],
    },
  },
  {
    // A generated file may be split, renamed or dropped by the next generation; its folder's index is what stays. Within their folder
    // the files and the index know each other.
    files: ['{src,test,tools,examples}/**/*.ts'],
    ignores: generated.map((folder) => `src/${folder}/**`),
    rules: {
      'import-x/no-restricted-paths': [
        'error',
        {
          zones: generated.map((folder) => ({
            target: ['./src', './test', './tools', './examples'],
            from: `./src/${folder}`,
            except: ['./index.ts'],
            message: `Import the index of src/${folder}: its files are generated.`,
          })),
        },
      ],
    },
  },
  {
    // Tests hand constructs what no type allows, read the machine, and look behind the index where that is what they test.
    files: ['test/**', 'tools/**', 'examples/**'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['src/cli/bin.ts', 'src/cli/standalone.ts', 'bin/**', 'examples/*/apps/**'],
    rules: { 'no-restricted-properties': 'off', 'no-console': 'off' },
  },
  {
    files: ['src/cli/**'],
    rules: { 'no-console': 'off' },
  },
);
