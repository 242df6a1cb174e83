import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** The code blocks of a language on a page. */
function blocks(page: string, language: string): string[] {
  return [...read(page).matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map((match) => match[1]);
}

test.each([
  ['ts', 'examples/hello-world/main.ts'],
  ['python', 'examples/languages/python/main.py'],
  ['java', 'examples/languages/java/HelloWorld.java'],
  ['go', 'examples/languages/go/main.go'],
  ['csharp', 'examples/languages/csharp/Program.cs'],
])('docs/languages.md shows the %s program that check:package tries', (language, program) => {
  expect(blocks('docs/languages.md', language)).toEqual([read(program)]);
});

test("the README's first program is that of the page of languages", () => {
  expect(blocks('README.md', 'ts')[0]).toBe(read('examples/hello-world/main.ts'));
  // The README may leave Python to the page.
  expect([[], [read('examples/languages/python/main.py')]]).toContainEqual(blocks('README.md', 'python'));
});

test('every language has the same texts in its program', () => {
  const texts = ['hello-world', 'hello', 'statestore', 'redis:6379', 'redis', 'password', 'ghcr.io/example/hello:1.0.0', '3000'];
  for (const program of ['python/main.py', 'java/HelloWorld.java', 'go/main.go', 'csharp/Program.cs']) {
    const code = read(join('examples/languages', program));
    expect(texts.filter((text) => !code.includes(text))).toEqual([]);
  }
});
