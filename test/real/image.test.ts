import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Image, filesBelow, librariesOf, writeImages } from '../../tools/real/image';

interface Entry {
  readonly path: string;
  readonly mode: number;
  readonly owner: number;
  readonly type: string;
  readonly content: Buffer;
}

/** Reads an archive by the format's definition, checksums included. */
function untar(archive: Buffer): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; archive[at] !== 0;) {
    const block = Buffer.from(archive.subarray(at, at + 512));
    const text = (from: number, length: number): string =>
      block
        .subarray(from, from + length)
        .toString()
        .replace(/\0.*$/s, '');
    const octal = (from: number, length: number): number => parseInt(text(from, length), 8);
    const sum = octal(148, 8);
    block.fill(' ', 148, 156);
    expect(block.reduce((total, byte) => total + byte, 0)).toBe(sum);
    const size = octal(124, 12);
    const [prefix, name] = [text(345, 155), text(0, 100)];
    entries.push({
      path: prefix === '' ? name : `${prefix}/${name}`,
      mode: octal(100, 8),
      owner: octal(108, 8) + octal(116, 8) + octal(136, 12),
      type: text(156, 1),
      content: archive.subarray(at + 512, at + 512 + size),
    });
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return entries;
}

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-dapr-image-'));
afterAll(() => rmSync(folder, { recursive: true }));

const runtime = [{ path: '/usr/bin/runtime', text: 'r'.repeat(700), mode: 0o755 }];
const image = (name: string): Image => ({
  reference: `shop/${name}:1`,
  layers: [runtime, [{ path: `/app/${name}.js`, text: `// ${name}` }]],
  entrypoint: ['/usr/bin/runtime', `/app/${name}.js`],
  env: { NODE_ENV: 'production' },
  workingDir: '/app',
});

function written(images: readonly Image[]): Entry[] {
  const path = join(folder, 'images.tar');
  writeImages(path, images);
  const archive = readFileSync(path);
  expect(archive.length % 512).toBe(0);
  expect(archive.subarray(-1024).every((byte) => byte === 0)).toBe(true);
  return untar(archive);
}

const json = (entries: Entry[], path: string): any => JSON.parse(entries.find((entry) => entry.path === path)!.content.toString());

test('an archive has a manifest of its images, and each layer that they share once', () => {
  const entries = written([image('orders'), image('stock')]);
  expect(json(entries, 'manifest.json')).toEqual([
    { Config: 'config-0.json', RepoTags: ['shop/orders:1'], Layers: ['layer-0.tar', 'layer-1.tar', 'layer-2.tar'] },
    { Config: 'config-1.json', RepoTags: ['shop/stock:1'], Layers: ['layer-0.tar', 'layer-1.tar', 'layer-3.tar'] },
  ]);
});

test('an image runs its program as a user that is not root, and names its layers by what they hold', () => {
  const entries = written([image('orders')]);
  const digests = ['layer-0.tar', 'layer-1.tar', 'layer-2.tar'].map((path) => {
    const { content } = entries.find((entry) => entry.path === path)!;
    return `sha256:${createHash('sha256').update(content).digest('hex')}`;
  });
  const config = json(entries, 'config-0.json');
  expect(config.os).toBe('linux');
  expect(config.config).toEqual({
    Entrypoint: ['/usr/bin/runtime', '/app/orders.js'],
    Env: ['PATH=/usr/local/bin:/usr/bin:/bin', 'NODE_ENV=production'],
    User: '65532',
    WorkingDir: '/app',
  });
  expect(config.rootfs).toEqual({ type: 'layers', diff_ids: digests });
});

test('a layer has each file after its folders, with its mode, and belongs to nobody', () => {
  const [layer] = written([image('orders')]).filter(({ path }) => path === 'layer-1.tar');
  const members = untar(layer.content);
  expect(members.map(({ path, mode, type }) => `${type} ${mode.toString(8)} ${path}`)).toEqual([
    '5 755 home/',
    '5 755 home/nonroot/',
    '5 1777 tmp/',
    '5 755 usr/',
    '5 755 usr/bin/',
    '0 755 usr/bin/runtime',
  ]);
  expect(members.at(-1)!.content.toString()).toBe('r'.repeat(700));
  expect(members.every(({ owner }) => owner === 0)).toBe(true);
});

test('the same files give the same bytes, whenever they were written', () => {
  const from = join(folder, 'program');
  writeFileSync(from, 'program');
  const bytes = (): Buffer => {
    const path = join(folder, 'one.tar');
    writeImages(path, [{ reference: 'one:1', layers: [[{ path: '/one', from }]], entrypoint: ['/one'] }]);
    return readFileSync(path);
  };
  const first = bytes();
  utimesSync(from, 1, 1);
  expect(bytes().equals(first)).toBe(true);
  writeFileSync(from, 'another');
  expect(bytes().equals(first)).toBe(false);
});

test('a file stands at a path of 250 characters, and no longer one than tar has room for', () => {
  const deep = `/${'d'.repeat(75)}/${'e'.repeat(75)}/${'f'.repeat(97)}`;
  const one = (path: string): Entry[] => written([{ reference: 'one:1', layers: [[{ path, text: 'x' }]], entrypoint: ['/x'] }]);
  const [layer] = one(deep).filter(({ path }) => path === 'layer-1.tar');
  expect(untar(layer.content).at(-1)!.path).toBe(deep.slice(1));
  expect(() => one(`/${'g'.repeat(101)}`)).toThrow(
    `'${'g'.repeat(101)}' is too long for a tar archive: at most 100 bytes, and 155 more before a slash`,
  );
});

test('a file may be given twice, but two files cannot stand at one place', () => {
  const files = (...texts: string[]): Image => ({
    reference: 'one:1',
    layers: [texts.map((text) => ({ path: '/x', text }))],
    entrypoint: ['/x'],
  });
  expect(
    untar(written([files('same', 'same')]).find(({ path }) => path === 'layer-1.tar')!.content)
      .at(-1)!
      .content.toString(),
  ).toBe('same');
  expect(() => written([files('one', 'other')])).toThrow('two files of an image stand at /x: a text and a text');
});

test('files below a folder keep their places, and everybody may read them', () => {
  mkdirSync(join(folder, 'app', 'lib'), { recursive: true });
  writeFileSync(join(folder, 'app', 'main.js'), '', { mode: 0o600 });
  writeFileSync(join(folder, 'app', 'lib', 'run.sh'), '', { mode: 0o700 });
  expect(filesBelow(join(folder, 'app'), '/app').map(({ path, mode }) => `${mode!.toString(8)} ${path}`)).toEqual([
    '755 /app/lib/run.sh',
    '644 /app/main.js',
  ]);
  expect(() => filesBelow(join(folder, 'none'), '/app')).toThrow(`there is no ${join(folder, 'none')}`);
});

test('libraries are read of what ldd prints', () => {
  const printed = [
    '\tlinux-vdso.so.1 (0x00007ffd)',
    '\tlibm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007f15)',
    '\t/lib64/ld-linux-x86-64.so.2 (0x00007f16)',
  ].join('\n');
  expect(librariesOf(printed)).toEqual(['/lib/x86_64-linux-gnu/libm.so.6', '/lib64/ld-linux-x86-64.so.2']);
  expect(librariesOf('\tstatically linked\n')).toEqual([]);
  expect(() => librariesOf('\tlibgone.so.1 => not found')).toThrow('a library is not there: libgone.so.1');
});
