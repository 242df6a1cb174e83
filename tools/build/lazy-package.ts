/**
 * Makes a compiled file load a package when something of it is first used, and not when the file itself is loaded: an ES module that imports
 * the library evaluates every name of its index, and with it every file behind.
 *
 * @param code a file, as TypeScript compiles it
 * @param name the package
 * @param path the file's path, for messages
 */
export function lazyPackage(code: string, name: string, path: string): string {
  const required = `require("${name}")`;
  const lazy = code.replace(
    new RegExp(`^const (\\w+) = (?:__importStar\\()?require\\("${name}"\\)\\)?;$`, 'gm'),
    (_, variable: string) => `const ${variable} = new Proxy({}, { get: (_, name) => ${required}[name] });`,
  );
  const loads = lazy.split(required).length - 1;
  if (loads !== lazy.split(`get: (_, name) => ${required}[name]`).length - 1) {
    throw new Error(`${path}: cannot make ${required} lazy; import it with \`import * as x from '${name}'\``);
  }
  return lazy;
}
