// Where CI shares its machine with others, a real server may come late: a test that fails is made once more, and the first failure is printed.
if (process.env.CI === 'true') {
  jest.retryTimes(1, { logErrorsBeforeRetry: true });
}
