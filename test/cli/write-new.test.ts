import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../src/cli/errors';
import { inTheWay, writeNew } from '../../src/cli/init/write-new';
import { filesIn, inFolder } from './support';

test('writes all files, with the folders that they need, and leaves nothing else', () => {
  inFolder((folder) => {
    const root = join(folder, 'a/b');
    writeNew(
      root,
      new Map([
        ['one.txt', '1'],
        ['c/d/two.txt', '2'],
      ]),
    );
    expect(filesIn(folder)).toEqual({ 'a/b/one.txt': '1', 'a/b/c/d/two.txt': '2' });
    expect(readdirSync(root).sort()).toEqual(['c', 'one.txt']);
  });
});

test('names what is in the way: files that exist, links, and files where a folder is needed, each once', () => {
  inFolder((folder) => {
    mkdirSync(join(folder, 'full'));
    writeFileSync(join(folder, 'full/taken'), '');
    writeFileSync(join(folder, 'file'), '');
    symlinkSync('nowhere', join(folder, 'link'));
    const paths = ['new', 'full/new', 'full/taken', 'full', 'file/a', 'file/b/c', 'link'];
    expect(inTheWay(folder, paths)).toEqual(['file', 'full', 'full/taken', 'link']);
    expect(inTheWay(join(folder, 'nowhere'), paths)).toEqual([]);
  });
});

describe('where one file cannot be written, none is', () => {
  const failing: [string, (folder: string) => void, [string, string][], string][] = [
    [
      'because its name is too long',
      () => {},
      [
        ['ok', ''],
        ['x'.repeat(300), ''],
      ],
      'name too long (ENAMETOOLONG)',
    ],
    [
      'because it appeared in the meantime',
      (folder) => writeFileSync(join(folder, 'taken'), 'mine'),
      [
        ['ok', ''],
        ['taken', ''],
      ],
      'file already exists (EEXIST)',
    ],
    [
      'because its folder leads nowhere',
      (folder) => symlinkSync('nowhere', join(folder, 'link')),
      [
        ['new/ok', ''],
        ['link/file', ''],
      ],
      'file already exists (EEXIST)',
    ],
  ];
  test.each(failing)('%s', (_, prepare, files, why) => {
    inFolder((folder) => {
      prepare(folder);
      const before = readdirSync(folder, { recursive: true });
      const write = (): void => writeNew(folder, new Map(files));
      expect(write).toThrow(new Failure(`cannot write into '${folder}': ${why}; nothing was written`));
      expect(readdirSync(folder, { recursive: true })).toEqual(before);
    });
  });

  test('and folders that were made for it are gone', () => {
    inFolder((folder) => {
      expect(() =>
        writeNew(
          join(folder, 'a/b'),
          new Map([
            ['c/ok', ''],
            ['x'.repeat(300), ''],
          ]),
        ),
      ).toThrow(Failure);
      expect(readdirSync(folder)).toEqual([]);
    });
  });

  test('and the place itself may be a file', () => {
    inFolder((folder) => {
      writeFileSync(join(folder, 'file'), 'mine');
      expect(() => writeNew(join(folder, 'file/below'), new Map([['a', '']]))).toThrow(/ENOTDIR|EEXIST/);
      expect(filesIn(folder)).toEqual({ file: 'mine' });
    });
  });
});
