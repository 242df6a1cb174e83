import { isMapping } from '../../rules/read';

/** A host with or without a port, where it begins and ends. */
const HOST = /(?<![\w.$-])([A-Za-z0-9](?:[\w-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[\w-]*[A-Za-z0-9])?)*)(?::(\d{1,5}))?(?![\w-]|\.\w|:\/\/)/g;

/** What a host without a port follows: only there a word is one for certain. */
const BEFORE_HOST = /(?:\/\/(?:[^/@\s]*@)?|\b(?:host|server|addr|address)=|\btcp\()$/i;

/** Names of settings that hold hosts. */
const HOLDS_HOSTS = /host|addr|server|broker|endpoint|url|uri/i;

/** The services of a cluster, and what stands for them on one machine. */
export class Hosts {
  private readonly used = new Set<string>();

  /** What looks like a host of the cluster and is not replaced, by where it stands. */
  public readonly found = new Map<string, Set<string>>();

  /**
   * @param replaced by the hosts that users gave
   * @param services names of the Services among the manifests
   * @param namespaces of the manifests
   */
  public constructor(
    private readonly replaced: { readonly [host: string]: string },
    private readonly services: ReadonlySet<string>,
    private readonly namespaces: ReadonlySet<string>,
  ) {}

  /** What was given and stands nowhere. */
  public get unused(): string[] {
    return Object.keys(this.replaced).filter((host) => !this.used.has(host));
  }

  /**
   * A text, with the hosts replaced.
   *
   * @param name what the text is called: a setting or a variable
   * @param place for what is found
   */
  public in(text: string, name: string, place: string): string {
    return text.replace(new RegExp(HOST), (all: string, host: string, port: string | undefined, offset: number) => {
      const isUser = /^(?::[^@/\s]*)?@/.test(text.slice(offset + all.length));
      if (isUser || (port === undefined && !isHost(text, offset, all, name))) {
        return all;
      }
      const given = [`${host}:${port}`, host].find((key) => Object.hasOwn(this.replaced, key));
      if (given !== undefined) {
        this.used.add(given);
        const by = this.replaced[given];
        return port === undefined || /:\d+$/.test(by) ? by : `${by}:${port}`;
      }
      if (this.isOfCluster(host, port)) {
        this.found.set(all, (this.found.get(all) ?? new Set()).add(place));
      }
      return all;
    });
  }

  /** All texts of a value that may be of any shape. */
  public inAll<T>(value: T, place: string, name = ''): T {
    if (typeof value === 'string') {
      return this.in(value, name, place) as T;
    }
    if (Array.isArray(value)) {
      return value.map((item: unknown) => this.inAll(item, place, name)) as T;
    }
    return isMapping(value)
      ? (Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.inAll(inner, place, key)])) as T)
      : value;
  }

  private isOfCluster(host: string, port: string | undefined): boolean {
    const labels = host.split('.');
    if (port === '0' || host === 'localhost' || /^[\d.]+$/.test(host)) {
      return false;
    }
    if (labels.includes('svc') || this.services.has(labels[0])) {
      return true;
    }
    return labels.length === 1 ? port !== undefined : labels.length === 2 && (this.namespaces.has(labels[1]) || !TOP_LEVEL.test(labels[1]));
  }
}

/** What the second of two labels is where they are a domain of the internet. */
const TOP_LEVEL = /^(?:[a-z]{2}|com|net|org|info|dev|app|cloud|local|localhost|test|example|internal)$/i;

function isHost(text: string, offset: number, host: string, name: string): boolean {
  if (BEFORE_HOST.test(text.slice(0, offset))) {
    return true;
  }
  const item = text
    .split(',')
    .map((part) => part.trim())
    .includes(host);
  return item && HOLDS_HOSTS.test(name);
}
