import { testClusterOptions } from '../../tools/test-cluster/options';

test('a cluster with containers is what is tried for half an hour at most, unless told otherwise', () => {
  expect(testClusterOptions([])).toEqual({ apiOnly: false, whatCanRun: false, minutes: 30 });
  expect(testClusterOptions(['--api-only', '--minutes=5'])).toEqual({ apiOnly: true, whatCanRun: false, minutes: 5 });
});

test.each(['--api', '--minutes=0', '--minutes=soon', 'up'])('the word %s is refused', (word) => {
  expect(() => testClusterOptions([word])).toThrow(
    `'${word}' is not known here\nusage: npm run test:cluster -- [--api-only | --what-can-run] [--minutes=NUMBER]`,
  );
});
