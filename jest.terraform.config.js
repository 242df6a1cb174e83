/** `npm run test:terraform`: with the real cdktf and cdktn, which it installs into a folder of its own. */
module.exports = { ...require('./jest.config.js'), testMatch: ['<rootDir>/test/terraform/*.real.ts'], testTimeout: 600_000 };
