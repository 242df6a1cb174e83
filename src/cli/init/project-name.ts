/** The longest name that an application may have: Dapr's injector appends `-dapr` for a Service of its own. */
const LONGEST = 58;

/** What a chart, an application, its Service and an npm package can all be called. */
const VALID = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;

/** What is expected of a name, for messages. */
export const EXPECTED_NAME = `at most ${LONGEST} lower case letters, digits and '-', with a letter first and no '-' last`;

export function isProjectName(name: string): boolean {
  return name.length <= LONGEST && VALID.test(name);
}

/** The valid name nearest to a text, such as a folder's name; nothing where the text has no letter or digit to make one of. */
export function projectName(text: string): string | undefined {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '');
  const name = (/^\d/.test(words) ? `app-${words}` : words).slice(0, LONGEST).replace(/-+$/, '');
  return name === '' ? undefined : name;
}
