/** What CHANGELOG.md says of a version: its heading's remark, and the text below. */
export interface ReleaseNotes {
  readonly remark: string;
  readonly text: string;
}

/** Finds the part of a version, `## 1.2.3` or `## 1.2.3 (remark)`, up to the next one. */
export function releaseNotes(changelog: string, version: string): ReleaseNotes | undefined {
  const [, ...parts] = changelog.split(/^## /m);
  for (const part of parts) {
    const [heading, ...lines] = part.split('\n');
    const match = /^(\S+)(?: \((.*)\))?$/.exec(heading.trim());
    if (match?.[1] === version) {
      return { remark: match[2] ?? '', text: lines.join('\n').trim() };
    }
  }
  return undefined;
}

/**
 * What keeps a version from being released.
 *
 * @param tag the tag that asks for the release; in a dry run there is none
 */
export function releaseProblems(changelog: string, version: string, tag?: string): string[] {
  const notes = releaseNotes(changelog, version);
  return [
    ...(tag !== undefined && tag !== `v${version}`
      ? [`the tag is ${tag}, package.json says ${version}: expected the tag v${version}`]
      : []),
    ...(notes === undefined ? [`CHANGELOG.md has no '## ${version}': say what is new`] : []),
    ...(notes !== undefined && notes.text === '' ? [`CHANGELOG.md says nothing below '## ${version}'`] : []),
    ...(tag !== undefined && notes?.remark === 'unreleased' ? [`CHANGELOG.md still calls ${version} unreleased: expected a date`] : []),
  ];
}
