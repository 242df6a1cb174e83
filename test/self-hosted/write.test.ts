import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selfHosted } from '../../src/self-hosted/core/self-hosted';
import { writeSelfHosted } from '../../src/self-hosted/core/write';
import { component, dapr, deployment, secret } from './support';

let folder: string;
let outdir: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'self-hosted-'));
  outdir = join(folder, 'dist', 'local');
});
afterEach(() => rmSync(folder, { recursive: true }));

const store = component('store', 'state.redis', [{ name: 'redisPassword', secretKeyRef: { name: 'redis', key: 'password' } }]);

function write(...objects: object[]): ReturnType<typeof writeSelfHosted> {
  return writeSelfHosted(outdir, selfHosted(objects));
}

function tree(): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );
}

test('all files are written, and no others are left', () => {
  const { files, missing } = write(store, deployment('orders'));
  expect(files).toEqual([
    '.gitignore',
    'apps/orders/.gitkeep',
    'dapr.yaml',
    'resources/component-kubernetes.yaml',
    'resources/component-store.yaml',
    'secrets.json',
  ]);
  expect(missing).toEqual(new Map([['secrets.json', ['redis/password']]]));
  expect(Object.keys(tree())).toEqual(['dist/local/.cdk8s-dapr.json', ...files.map((file) => `dist/local/${file}`)].sort());
  expect(readFileSync(join(outdir, 'resources/component-kubernetes.yaml'), 'utf8')).toContain(`value: ${join(outdir, 'secrets.json')}\n`);
});

test('twice is the same, and touches nothing', () => {
  write(store, deployment('orders'));
  const before = tree();
  const { mtimeMs } = statSync(join(outdir, 'dapr.yaml'));
  write(store, deployment('orders'));
  expect(tree()).toEqual(before);
  expect(statSync(join(outdir, 'dapr.yaml')).mtimeMs).toBe(mtimeMs);
});

test('what an earlier run has written and this one does not is gone, with its folder', () => {
  write(store, component('bus', 'pubsub.redis'), deployment('orders'));
  write(component('bus', 'pubsub.redis'));
  expect(Object.keys(tree()).filter((path) => /resources|apps/.test(path))).toEqual(['dist/local/resources/component-bus.yaml']);
  expect(existsSync(join(outdir, 'apps'))).toBe(false);
});

test('secrets that were filled in stay, also when nothing asks for them', () => {
  write(store, secret('redis', { user: 'shop' }));
  const filled = join(outdir, 'secrets.json');
  expect(statSync(filled).mode & 0o777).toBe(0o600);
  writeFileSync(filled, '{"redis":{"password":"mine"}}');
  expect(write(store, secret('redis', { user: 'shop' })).missing).toEqual(new Map());
  expect(JSON.parse(readFileSync(filled, 'utf8'))).toEqual({ redis: { password: 'mine', user: 'shop' } });
  write(component('bus', 'pubsub.redis'));
  expect(JSON.parse(readFileSync(filled, 'utf8'))).toEqual({ redis: { password: 'mine', user: 'shop' } });
  expect(write(store).missing).toEqual(new Map());
});

test('logs and other things that were put there later stay', () => {
  write(store, deployment('orders'));
  mkdirSync(join(outdir, 'apps/orders/.dapr'));
  writeFileSync(join(outdir, 'apps/orders/.dapr/app.log'), 'x');
  write(store);
  expect(Object.keys(tree())).toContain('dist/local/apps/orders/.dapr/app.log');
});

describe('nothing is written', () => {
  const error = (call: () => unknown): string => {
    const before = tree();
    let message = '';
    try {
      call();
    } catch (thrown) {
      message = (thrown as Error).message.replaceAll(folder, '<folder>');
    }
    expect(tree()).toEqual(before);
    return message;
  };

  test('into a folder with other things in it', () => {
    mkdirSync(outdir, { recursive: true });
    writeFileSync(join(outdir, 'notes.txt'), 'mine');
    expect(error(() => write(store))).toBe(
      "cannot write into '<folder>/dist/local': the folder is not empty, and was not written by cdk8s-dapr: empty it, or name another; what was there is unchanged",
    );
  });

  test('over a file that somebody else has put there', () => {
    write(component('bus', 'pubsub.redis'));
    writeFileSync(join(outdir, 'resources/component-store.yaml'), 'mine');
    expect(error(() => write(store))).toBe(
      "cannot write into '<folder>/dist/local': 'resources/component-store.yaml' is in the way, and was not written by cdk8s-dapr: move it away; what was there is unchanged",
    );
  });

  test('where secrets.json cannot be read', () => {
    write(store);
    writeFileSync(join(outdir, 'secrets.json'), '{"redis":"hidden');
    expect(error(() => write(store))).toBe(
      "cannot write into '<folder>/dist/local': secrets.json is no JSON object: mend it, or move it away; what was there is unchanged",
    );
  });

  test('where a file stands in place of a folder', () => {
    writeFileSync(join(folder, 'dist'), '');
    expect(error(() => write(store))).toMatch(/^cannot write into '<folder>\/dist\/local': (EEXIST|ENOTDIR)/);
  });

  test('where one of the files cannot, and those before it are taken back', () => {
    write(store, component('bus', 'pubsub.redis'));
    symlinkSync('nowhere', join(outdir, 'config'));
    const config = dapr('Configuration', 'settings', {});
    expect(error(() => write(component('bus', 'pubsub.kafka'), deployment('orders'), config))).toMatch(
      /^cannot write into '<folder>\/dist\/local': EEXIST/,
    );
    expect(existsSync(join(outdir, 'apps'))).toBe(false);
    expect(readdirSync(outdir).filter((name) => name.startsWith('.cdk8s-dapr-'))).toEqual([]);
  });

  test('where something cannot run without Kubernetes', () => {
    expect(error(() => write(component('events', 'bindings.kubernetes')))).toMatch(
      /^\[Component events spec\.type\] 'bindings\.kubernetes' works in Kubernetes only/,
    );
    expect(existsSync(outdir)).toBe(false);
  });
});
