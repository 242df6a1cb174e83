/** The tests against real daprd and real servers: `npm run test:daprd`. */
module.exports = {
  ...require('./jest.config.js'),
  testMatch: ['<rootDir>/test/daprd/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/test/daprd/support/setup.ts',
  globalTeardown: '<rootDir>/test/daprd/support/teardown.ts',
  // What a sidecar gives up after is 5 seconds; what a server of a test needs to start may be more.
  testTimeout: 60_000,
  // Sidecars mostly wait.
  maxConcurrency: 6,
  maxWorkers: 2,
};
