/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // Type checks are `npm run typecheck`; here types are only taken off.
  transform: {
    '^.+\\.tsx?$': [
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
  // Examples import the library by its name, as its users do.
  moduleNameMapper: { '^cdk8s-dapr$': '<rootDir>/src/index.ts' },
  modulePathIgnorePatterns: ['<rootDir>/lib/', '<rootDir>/dist/'],
  reporters: ['default', '<rootDir>/test/support/totals-reporter.js'],
};
