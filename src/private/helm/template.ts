import { exactYaml } from '../exact-yaml';
import { Definition, isOfRelease } from './definition';
import { Json } from './json';
import { Cases, Concat, isDynamic, Merge, Node, Ref, Spelling, Text, Tree, When } from './tree';

/** Writes an object as a template, in YAML that says the same to Helm as the tree to `evaluate`. */
export class Template {
  /** @param chart the name that the chart's own helpers begin with */
  constructor(private readonly chart: string) {}

  public text(tree: Tree): string {
    return `${this.lines(tree).join('\n')}\n`;
  }

  /** The lines of a value that stands on lines of its own. */
  private lines(tree: Tree): string[] {
    const fixed = isDynamic(tree) ? undefined : fixedLines(tree as Json);
    if (fixed !== undefined) {
      return fixed;
    } else if (tree instanceof Cases) {
      return this.branches(tree, (one) => this.lines(one));
    } else if (tree instanceof When) {
      return [`{{- if ${reference(tree.value)} }}`, ...this.lines(tree.then), '{{- end }}'];
    } else if (tree instanceof Merge) {
      const entry = '{{ $key | toJson }}: {{ $value | toJson }}';
      return [...this.lines(tree.fixed), `{{- range $key, $value := ${reference(tree.value)} }}`, entry, '{{- end }}'];
    } else if (tree instanceof Concat) {
      const items = [`{{- range ${reference(tree.value)} }}`, '- {{ . | toJson }}', '{{- end }}'];
      return [...tree.before.flatMap((item) => this.item(item)), ...items, ...tree.after.flatMap((item) => this.item(item))];
    } else if (tree instanceof Node) {
      return [this.scalar(tree)!];
    } else if (Array.isArray(tree)) {
      return tree.flatMap((item) => this.item(item));
    }
    return this.entries(tree as { [key: string]: Tree });
  }

  /** A first line that is no condition, where there is one: a list's dash stands before it. */
  private entries(tree: { [key: string]: Tree }): string[] {
    const entries = Object.entries(tree).map(([key, member]) => this.entry(key, member));
    const first = entries.findIndex(([line]) => !line.startsWith('{{-'));
    return first < 1 ? entries.flat() : [entries[first], ...entries.filter((_, i) => i !== first)].flat();
  }

  private entry(key: string, tree: Tree): string[] {
    const fixed = isDynamic(tree) ? undefined : fixedLines({ [key]: tree as Json });
    if (fixed !== undefined) {
      return fixed;
    }
    const plain = exactYaml([{ [key]: 0 }]).replace(/: 0\n$/, '');
    const name = plain.includes('\n') ? asJson(key) : plain;
    const inline = isDynamic(tree) ? this.scalar(tree) : json(tree as Json);
    if (inline !== undefined) {
      return [`${escaped(name)}: ${inline}`];
    } else if (tree instanceof Cases) {
      return this.branches(tree, (one) => this.entry(key, one));
    } else if (tree instanceof When) {
      return [`{{- if ${reference(tree.value)} }}`, ...this.entry(key, tree.then), '{{- end }}'];
    }
    return [`${escaped(name)}:`, ...this.lines(tree).map(indented)];
  }

  private item(tree: Tree): string[] {
    const fixed = isDynamic(tree) ? undefined : fixedLines([tree as Json]);
    if (fixed !== undefined) {
      return fixed;
    }
    const inline = isDynamic(tree) ? this.scalar(tree) : json(tree as Json);
    if (inline !== undefined) {
      return [`- ${inline}`];
    } else if (tree instanceof Cases) {
      return this.branches(tree, (one) => this.item(one));
    } else if (tree instanceof When) {
      return [`{{- if ${reference(tree.value)} }}`, ...this.item(tree.then), '{{- end }}'];
    }
    const [first, ...rest] = this.lines(tree);
    return first.startsWith('{{-') ? ['-', ...[first, ...rest].map(indented)] : [`- ${first}`, ...rest.map(indented)];
  }

  private branches({ value, cases }: Cases, lines: (tree: Tree) => string[]): string[] {
    const present = cases.filter((one): one is [Json, Tree] => one[1] !== undefined);
    const branches = present.flatMap(([one, tree], i) => [`{{- ${i === 0 ? 'if' : 'else if'} ${condition(value, one)} }}`, ...lines(tree)]);
    return [...branches, '{{- end }}'];
  }

  /** What fits on the line of its key: JSON, which is YAML. */
  private scalar(tree: Tree): string | undefined {
    if (tree instanceof Ref) {
      return `{{ ${this.expression(tree)} | toJson }}`;
    } else if (tree instanceof Text) {
      const format = tree.parts.map((part) => (typeof part === 'string' ? part.replaceAll('%', '%%') : '%s')).join('');
      const values = tree.parts.filter((part) => typeof part !== 'string').map((part) => this.textual(part));
      if (tree.parts.length === 1) {
        return `{{ ${values[0].replace(/^\(|\)$/g, '')} | toJson }}`;
      }
      return `{{ printf ${quoted(format)} ${values.join(' ')} | toJson }}`;
    } else if (tree instanceof Spelling) {
      const value = reference(tree.value);
      return `{{ if eq ${value} ${quoted(tree.value.default as string)} }}${json(tree.ofDefault)}{{ else }}{{ ${value} | toJson }}{{ end }}`;
    } else if (tree instanceof Cases && tree.cases.every(([, one]) => one !== undefined && (typeof one !== 'object' || one === null))) {
      const [last, ...others] = [...tree.cases].reverse();
      const branches = others
        .reverse()
        .map(([one, then], i) => `{{ ${i === 0 ? 'if' : 'else if'} ${condition(tree.value, one)} }}${json(then as Json)}`);
      return `${branches.join('')}{{ else }}${json(last[1] as Json)}{{ end }}`;
    }
    return undefined;
  }

  private expression({ value, as }: Ref): string {
    const name = reference(value);
    switch (as) {
      case 'same':
        return name;
      case 'not':
        return `not ${name}`;
      case 'milliseconds':
        return `include ${quoted(`${this.chart}.milliseconds`)} ${name} | int64`;
      case 'seconds':
        return `div (include ${quoted(`${this.chart}.milliseconds`)} ${name} | int64) 1000`;
      default:
        return `join ${quoted(as.join)} ${name}`;
    }
  }

  /** As text: numbers by way of JSON, because Go would write 1e+06. */
  private textual(ref: Ref): string {
    const text = ref.as === 'same' && ['string', 'enum', 'duration', 'size', 'quantity'].includes(ref.value.kind);
    return text || isOfRelease(ref.value)
      ? reference(ref.value)
      : typeof ref.as === 'object'
        ? `(${this.expression(ref)})`
        : `(${this.expression(ref)} | toJson)`;
  }
}

/** How a template calls a value. */
export function reference(definition: Definition): string {
  return isOfRelease(definition) ? `.${definition.path}` : `.Values.${definition.path}`;
}

/** A text in which nothing is left for Helm to read. */
export function escaped(text: string): string {
  return text.replaceAll('{{', '{{ "{{" }}');
}

function condition(definition: Definition, value: Json): string {
  const name = reference(definition);
  return value === true ? name : value === false ? `not ${name}` : `eq ${name} ${quoted(value as string)}`;
}

/** As Go reads a text: JSON's escapes are among its own. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function json(value: Json): string {
  return escaped(asJson(value));
}

/** JSON that YAML reads as well: it takes some letters for line breaks, and refuses others. */
function asJson(value: Json): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function indented(line: string): string {
  return line === '' ? '' : `  ${line}`;
}

/** YAML without anything of Helm; nothing where it ends in white space, which a condition behind it would swallow. */
function fixedLines(value: Json): string[] | undefined {
  const text = exactYaml([value as object]);
  return /\s\n$/.test(text) ? undefined : text.replace(/\n$/, '').split('\n').map(escaped);
}
