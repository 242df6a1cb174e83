/** What of an object the API server may give back otherwise than it was written; Terraform's provider takes that for a mistake of its own. */
export interface ApiServerForm {
  /** The object, with quantities as the API server spells them. */
  readonly manifest: object;
  /** The fields that it may leave out, as the provider names them: they hold what stands for nothing. */
  readonly fields: readonly string[];
}

/** What is written for an object of Kubernetes' own kinds. Custom kinds come back as they are. */
export function apiServerForm(json: any): ApiServerForm {
  const group: string = json.apiVersion.includes('/') ? json.apiVersion.split('/')[0] : '';
  if (group.includes('.') && !group.endsWith('.k8s.io')) {
    return { manifest: json, fields: [] };
  }
  // A Job's pods get labels by which they are known to be its own.
  const fields: string[] = json.kind === 'Job' ? ['spec.template.metadata.labels'] : [];
  return { manifest: formOf(json, '', fields) as object, fields };
}

/** Below these names each value is a quantity. */
const QUANTITIES = ['limits', 'requests', 'hard', 'capacity'];

/** Below these names each name is a user's, and each value comes back as it is. */
const MAPS = [
  'metadata',
  'data',
  'binaryData',
  'stringData',
  'matchLabels',
  'nodeSelector',
  'selector',
  'parameters',
  'annotations',
  'labels',
];

function formOf(value: unknown, path: string, fields: string[]): unknown {
  if (Array.isArray(value) && value.length > 0) {
    return value.map((item, i) => formOf(item, `${path}[${i}]`, fields));
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, item]): [string, unknown] => {
        if (QUANTITIES.includes(name) && typeof item === 'object' && item !== null) {
          return [name, Object.fromEntries(Object.entries(item).map(([resource, amount]) => [resource, canonicalQuantity(amount)]))];
        }
        if (MAPS.includes(name)) {
          return [name, item];
        }
        return [name, formOf(name === 'sizeLimit' ? canonicalQuantity(item) : item, path === '' ? name : `${path}.${name}`, fields)];
      }),
    );
  }
  if (value === false || value === 0 || value === '' || Array.isArray(value)) {
    fields.push(path);
  }
  return value;
}

const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const DECIMAL = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];

/** `1024Mi` is `1Gi` to the API server, and `0.5` is `500m`. */
export function canonicalQuantity(amount: unknown): unknown {
  const match = /^(\d+)(?:\.(\d+))?(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E)?$/.exec(String(amount));
  if (match === null) {
    return amount;
  }
  const [, whole, fraction = '', unit = ''] = match;
  const units = unit.endsWith('i') ? BINARY : DECIMAL;
  const base = unit.endsWith('i') ? 1024n : 1000n;
  const scaled = BigInt(whole + fraction) * base ** BigInt(units.indexOf(unit));
  const divisor = 10n ** BigInt(fraction.length);
  const amountInSmallest = scaled / divisor;
  if (scaled % divisor !== 0n) {
    return amount;
  }
  if (amountInSmallest === 0n) {
    return '0';
  }
  const largest = Math.max(...units.flatMap((_, i) => (amountInSmallest % base ** BigInt(i) === 0n ? [i] : [])));
  return `${amountInSmallest / base ** BigInt(largest)}${units[largest]}`;
}
