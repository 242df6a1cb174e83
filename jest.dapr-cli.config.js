/** The tests against the real CLI of Dapr, which is built for them once, and no cheaper than a daprd: `npm run test:dapr-cli`. */
module.exports = { ...require('./jest.daprd.config.js'), testMatch: ['<rootDir>/test/dapr-cli/**/*.test.ts'] };
