/** The tests against real daprd and real servers: `npm run test:daprd`. */
module.exports = {
  ...require('./jest.config.js'),
  testMatch: ['<rootDir>/test/daprd/**/*.test.ts'],
  // Dapr 1.17 has a command of its own, since its daprd takes minutes to build: `npm run test:dapr-1.17`.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/daprd/dapr-1.17/'],
  globalSetup: '<rootDir>/test/daprd/support/setup.ts',
  setupFilesAfterEnv: ['<rootDir>/test/daprd/support/again.ts'],
  globalTeardown: '<rootDir>/test/daprd/support/teardown.ts',
  // What a sidecar gives up after is 5 seconds; what a server of a test needs to start may be more.
  testTimeout: 60_000,
  // Sidecars mostly wait.
  maxConcurrency: 6,
  maxWorkers: 2,
};
