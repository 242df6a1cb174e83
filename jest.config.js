/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // Type checks are `npm run typecheck`; here types are only taken off.
  transform: {
    '(\\.tsx?|/@marcbachmann/cel-js/.+\\.js)$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: false },
          target: 'es2022',
          // As in the compiled library: jsii's target defines class fields, it does not assign them.
          transform: { useDefineForClassFields: true },
        },
        module: { type: 'commonjs', ignoreDynamic: true },
        sourceMaps: 'inline',
      },
    ],
  },
  // The CEL parser is an ES module, which jest cannot require.
  transformIgnorePatterns: ['/node_modules/(?!@marcbachmann/cel-js/)'],
  // Examples import the library by its name, as its users do.
  moduleNameMapper: { '^cdk8s-dapr$': '<rootDir>/src/index.ts' },
  // Need helm and daprd: `npm run test:helm`, `npm run test:daprd`.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/helm/', '<rootDir>/test/daprd/', '<rootDir>/test/dapr-cli/'],
  modulePathIgnorePatterns: ['<rootDir>/lib/', '<rootDir>/dist/'],
  reporters: ['default', '<rootDir>/test/support/totals-reporter.js'],
};
