import { runLater, tryRunLater } from '../../tools/real/later';

test('a program reads its input, and what it prints is given', async () => {
  expect(await runLater(process.execPath, ['-e', 'process.stdin.pipe(process.stdout)'], { input: 'text' })).toBe('text');
});

test('a program that fails says so, with all that it printed', async () => {
  const program = "console.log('one'); console.error('two'); process.exitCode = 3";
  expect(await tryRunLater(process.execPath, ['-e', program])).toEqual({ status: 3, stdout: 'one\n', stderr: 'two\n' });
  await expect(runLater('sh', ['-c', 'echo one; echo two >&2; exit 3'])).rejects.toThrow(
    'sh -c echo one; echo two >&2; exit 3: status 3\none\ntwo',
  );
});

test('a program that takes too long is killed, and says that', async () => {
  expect(await tryRunLater('sh', ['-c', 'echo one; sleep 60 & wait'], { patienceMs: 200 })).toEqual({
    status: undefined,
    stdout: 'one\n',
    stderr: '\nkilled: it took more than 0.2 seconds',
  });
});

test('a program that is not there is a failure like any other', async () => {
  const { status, stderr } = await tryRunLater('/no/such/program', []);
  expect({ status, stderr }).toEqual({ status: undefined, stderr: 'spawn /no/such/program ENOENT' });
});
