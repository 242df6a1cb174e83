import { randomBytes } from 'node:crypto';
import { Kube } from '../../real/cluster/kube';

/** Namespaces that are the checks' own, and go with them: on a cluster that somebody uses, nothing of it is touched. */
export class Namespaces {
  private readonly made: string[] = [];
  private readonly run = randomBytes(3).toString('hex');

  public constructor(private readonly kube: Kube) {}

  /** A namespace that nothing is in yet, where pods may be made. */
  public async fresh(purpose: string): Promise<string> {
    const name = `${purpose.slice(0, 40)}-${this.run}-${this.made.length}`;
    await this.kube.kubectl(['create', 'namespace', name]);
    this.made.push(name);
    // Without it the API server refuses pods before any webhook sees them.
    await this.kube.until(`the account of pods in the namespace ${name}`, async () => {
      const { status } = await this.kube.tryKubectl(['get', 'serviceaccount', 'default', '--namespace', name]);
      return status === 0 ? true : undefined;
    });
    return name;
  }

  /** Removes them; how long the cluster takes for that is its business. */
  public async remove(): Promise<void> {
    if (this.made.length > 0) {
      await this.kube.tryKubectl(['delete', 'namespace', '--ignore-not-found', '--wait=false', ...this.made.splice(0)]);
    }
  }
}

/** Does work that needs namespaces of its own. */
export async function withNamespaces<T>(kube: Kube, work: (namespaces: Namespaces) => Promise<T>): Promise<T> {
  const namespaces = new Namespaces(kube);
  try {
    return await work(namespaces);
  } finally {
    await namespaces.remove();
  }
}
