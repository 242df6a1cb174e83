/** The tests against real helm and the real chart: `npm run test:helm`. */
module.exports = {
  ...require('./jest.config.js'),
  testMatch: ['<rootDir>/test/helm/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
