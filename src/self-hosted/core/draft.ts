import type { Manifest } from '../../rules/model/manifest';
import type { Path } from '../../rules/read';
import { pathText } from '../../rules/read';
import type { SelfHostedProblem } from './result';

/** What is found while manifests are translated. */
export class Draft {
  public readonly problems: SelfHostedProblem[] = [];
  private readonly said = new Set<string>();
  private readonly lost = new Map<string, Set<string>>();

  public problem(manifest: Manifest | undefined, path: Path, message: string): void {
    const place = manifest === undefined ? 'the settings' : titleOf(manifest);
    this.problems.push({ place: path.length === 0 ? place : `${place} ${pathText(path)}`, object: manifest?.body, path, message });
  }

  /** A whole sentence; saying it twice is saying it once. */
  public note(sentence: string): void {
    this.said.add(sentence);
  }

  /** An annotation of an application that means nothing here; what several applications have is said once. */
  public lose(annotation: string, appId: string, why: string): void {
    const key = `'${annotation}' does nothing here: ${why}`;
    this.lost.set(key, (this.lost.get(key) ?? new Set()).add(appId));
  }

  public get notes(): readonly string[] {
    return [...this.said, ...[...this.lost].map(([sentence, apps]) => `${sentence} (${[...apps].join(', ')}).`)];
  }
}

/** `Component shop/statestore`. */
export function titleOf({ kind, name, namespace }: Manifest): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}
