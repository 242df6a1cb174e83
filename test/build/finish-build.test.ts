import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { finish } from '../../tools/build/finish';
import { lazyPackage } from '../../tools/build/lazy-package';
import { reexports } from '../../tools/build/lazy-index';

/** A small library as TypeScript compiles it: each file says when it is loaded. */
const LIB: { [path: string]: string } = {
  'index.d.ts': `export * from './shop';\nexport * from './types';\nexport { Door as Gate, Sign } from './door';\nexport * as state from './state';\n`,
  'index.js': `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.state = exports.Gate = void 0;
__exportStar(require("./shop"), exports);
//# sourceMappingURL=data:application/json;base64,e30=
`,
  'shop.d.ts': 'export declare class Shop {}\n',
  'shop.js': `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
console.log('loads shop');
const heavy = __importStar(require("heavy"));
class Shop { weight() { return heavy.weight; } }
exports.Shop = Shop;
function __importStar(module) { return module; }
//# sourceMappingURL=data:application/json;base64,e30=
`,
  'types.d.ts': 'export interface Sign { readonly text: string }\n',
  'types.js': '"use strict";\nObject.defineProperty(exports, "__esModule", { value: true });\n',
  'door.d.ts': 'export declare enum Door { OPEN = "open" }\nexport interface Sign {}\n',
  'door.js': `"use strict";\nconsole.log('loads door');\nexports.Door = { OPEN: 'open' };\n`,
  'state/index.d.ts': `// Generated.\nexport * from './redis';\n`,
  'state/index.js': `"use strict";\nfor (const [k, v] of Object.entries(require("./redis"))) exports[k] = v;\n`,
  'state/redis.d.ts': 'export declare class Redis {}\n',
  'state/redis.js': `"use strict";\nconsole.log('loads redis');\nexports.Redis = class Redis {};\n`,
  'gone.d.ts': 'export {};\n',
  'gone.js': '"use strict";\n',
  'tsconfig.tsbuildinfo': '{}',
};

const SOURCES = ['index', 'shop', 'types', 'door', 'state/index', 'state/redis'];

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'finish-build-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  Object.entries(LIB).forEach(([path, text]) => write(`lib/${path}`, text));
  SOURCES.forEach((path) => write(`src/${path}.ts`, ''));
  write('node_modules/heavy/index.js', `console.log('loads heavy');\nexports.weight = 12;\n`);
});

afterEach(() => rmSync(root, { recursive: true }));

/** Files are loaded to learn their names; what they print is of no interest here. */
function finishQuietly(): ReturnType<typeof finish> {
  const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    return finish({ lib: join(root, 'lib'), src: join(root, 'src'), lazyPackages: ['heavy'] });
  } finally {
    log.mockRestore();
  }
}

function node(code: string, ...flags: string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, '-e', code], { cwd: root, encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout;
}

function everything(): { [path: string]: string } {
  const files = readdirSync(join(root, 'lib'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => [join(entry.parentPath, entry.name), readFileSync(join(entry.parentPath, entry.name), 'utf8')]),
  );
}

test('an index loads a file when a name of it is first used, and once', () => {
  finishQuietly();
  expect(
    node(`const lib = require('./lib'); console.log('loaded'); lib.Shop; lib.Shop; lib.state; console.log('state'); lib.state.Redis`),
  ).toBe('loaded\nloads shop\nstate\nloads redis\n');
});

test('an index has the names that it had, of values and not of types, renamed where it renames', () => {
  finishQuietly();
  expect(node(`const lib = require('./lib'); console.log(Object.keys(lib).join(), lib.__esModule, Object.keys(lib.state).join())`)).toBe(
    'Shop,Gate,state true Redis\n',
  );
});

test('ES modules see all names of an index', () => {
  finishQuietly();
  const code = `import { Shop, Gate, state } from '${join(root, 'lib/index.js')}'; console.log(typeof Shop, Gate.OPEN, typeof state.Redis)`;
  expect(node(code, '--input-type=module')).toContain('function open function');
});

test('a heavy package loads when something of it is used, and not before', () => {
  finishQuietly();
  expect(
    node(`const { Shop } = require('./lib'); console.log('made', new Shop()); console.log(new Shop().weight(), new Shop().weight())`),
  ).toBe('loads shop\nmade Shop {}\nloads heavy\n12 12\n');
});

test('no source map is left, nor a file whose source is gone', () => {
  expect(finishQuietly()).toEqual({ indexes: ['index.js', 'state/index.js'], removed: ['gone.d.ts', 'gone.js'] });
  expect(Object.values(everything()).filter((text) => text.includes('sourceMappingURL'))).toEqual([]);
});

test('running it again changes nothing', () => {
  finishQuietly();
  const once = everything();
  finishQuietly();
  expect(everything()).toEqual(once);
});

test('an index that does more than re-export is refused', () => {
  expect(() => reexports(`export * from './a';\nexport declare const x: number;\n`, 'lib/index.d.ts')).toThrow(
    new Error('lib/index.d.ts: an index only re-exports, got: export declare const x: number;'),
  );
});

test('a package that is taken apart where it is required cannot be lazy', () => {
  expect(() => lazyPackage(`const { weight } = require("heavy");\n`, 'heavy', 'shop.js')).toThrow(
    new Error(`shop.js: cannot make require("heavy") lazy; import it with \`import * as x from 'heavy'\``),
  );
});
