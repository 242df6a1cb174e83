/** The status codes of one protocol. */
export interface Protocol {
  readonly title: string;
  readonly least: number;
  readonly most: number;
}

export const PROTOCOLS: { readonly [field: string]: Protocol } = {
  httpStatusCodes: { title: 'HTTP', least: 100, most: 599 },
  gRPCStatusCodes: { title: 'gRPC', least: 0, most: 16 },
};

/** Why Dapr refuses a list such as `429,500-599`, or nothing. */
export function brokenCodes(list: string, { title, least, most }: Protocol): string | undefined {
  for (const item of list.split(',').filter((part) => part !== '')) {
    const ends = item.split('-');
    if (ends.length > 2 || !ends.every((end) => /^\+?\d+$/.test(end))) {
      return `'${item}' is no code and no range${meantCodes(item)}`;
    }
    const [first, last] = [Number(ends[0]), Number(ends[ends.length - 1])];
    const wrong = ends.find((end) => Number(end) < least || Number(end) > most);
    if (wrong !== undefined) {
      return `'${wrong}' is no ${title} code: they go from ${least} to ${most}`;
    }
    if (last < first) {
      return `the range '${item}' ends before it begins; did you mean '${last}-${first}'?`;
    }
  }
  return undefined;
}

function meantCodes(item: string): string {
  const family = /^\s*([1-5])xx\s*$/i.exec(item)?.[1];
  if (family !== undefined) {
    return `; did you mean '${family}00-${family}99'?`;
  }
  const tight = item.replace(/\s+/g, '');
  return tight !== item && /^\d+(-\d+)?$/.test(tight) ? `, because of the space; did you mean '${tight}'?` : '';
}
