/** The tests against a real daprd of Dapr 1.17: `npm run test:dapr-1.17`. */
module.exports = {
  ...require('./jest.daprd.config.js'),
  testMatch: ['<rootDir>/test/daprd/dapr-1.17/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/test/daprd/dapr-1.17/setup.ts',
};
