/** Turns field facts into the properties of an interface, enums, and the table that checks them. */
import { FieldFact, FieldFacts } from './catalog';
import { constantName, enumName, propertyName, snake } from './names';

export interface FieldContext {
  /** The class that the fields belong to, from which enums take their name. */
  owner: string;
  /** The sentence that says what a field is for. */
  about: (key: string) => string;
}

/** The TypeScript types that generated fields use, for the imports. */
export const TYPES_BY_KIND: Record<string, string[]> = {
  text: ['MetadataValue'],
  secret: ['SecretValue'],
  integer: ['MetadataValue'],
  number: ['MetadataValue'],
  boolean: ['MetadataValue'],
  duration: ['Duration', 'MetadataValue'],
  durations: ['Duration', 'MetadataValue'],
  size: ['Size', 'MetadataValue'],
  enum: ['MetadataValue'],
  texts: ['MetadataValue'],
  'texts by name': [],
  names: [],
};

export function propertyOf(key: string, field: FieldFact): string {
  return field.prop ?? propertyName(key);
}

export function properties(context: FieldContext, fields: FieldFacts): string {
  return Object.entries(fields)
    .map(([key, field]) => {
      const optional = field.required ? '' : '?';
      return `${doc(docLines(context, key, field), '  ')}  readonly ${propertyOf(key, field)}${optional}: ${typeOf(context, key, field)};\n`;
    })
    .join('\n');
}

export function enums(context: FieldContext, fields: FieldFacts): string {
  return Object.entries(fields)
    .filter(([, field]) => field.is === 'enum')
    .map(([key, field]) => {
      const members = field.of!.map((value) => `  /** Writes \`${value}\`. */\n  ${constantName(value)} = ${quote(value)},\n`);
      return `/**\n * The values of \`${propertyOf(key, field)}\`.\n */\nexport enum ${enumName(context.owner, propertyOf(key, field))} {\n${members.join('')}}\n\n`;
    })
    .join('');
}

/** The facts of the fields, as the constructs read them. */
export function table(fields: FieldFacts, indent: string): string {
  const rows = Object.entries(fields).map(([key, field]) => {
    const property = propertyOf(key, field);
    const wire = field.wire ?? (property === key ? undefined : key);
    const parts = [
      `is: ${quote(field.is)}`,
      field.required && 'required: true',
      wire && `wire: ${quote(wire)}`,
      field.of && `of: [${field.of.map(quote).join(', ')}]`,
      field.min !== undefined && `min: ${field.min}`,
      field.max !== undefined && `max: ${field.max}`,
      field.unit && `unit: ${quote(field.unit)}`,
      field.pattern && `pattern: /${field.pattern.replace(/\//g, '\\/')}/`,
      field.expected && `expected: ${quote(field.expected)}`,
      field.example && `example: ${quote(field.example)}`,
      field.since && `since: ${quote(field.since)}`,
      field.until && `until: ${quote(field.until)}`,
    ];
    return `${indent}  ${property}: { ${parts.filter(Boolean).join(', ')} },\n`;
  });
  return rows.length === 0 ? '{}' : `{\n${rows.join('')}${indent}}`;
}

/** Two properties that Python could not tell apart, or one that another level has already. */
export function checkCollisions(where: string, names: string[]): void {
  const seen = new Map<string, string>();
  for (const name of names) {
    const first = seen.get(snake(name));
    if (first !== undefined) {
      throw new Error(
        `${where}: the properties '${first}' and '${name}' are both '${snake(name)}' in Python: give one of them another 'prop'`,
      );
    }
    seen.set(snake(name), name);
  }
}

function typeOf(context: FieldContext, key: string, field: FieldFact): string {
  switch (field.is) {
    case 'text':
      return 'string | MetadataValue';
    case 'secret':
      return 'SecretValue';
    case 'integer':
    case 'number':
      return 'number | MetadataValue';
    case 'boolean':
      return 'boolean | MetadataValue';
    case 'duration':
      return 'Duration | MetadataValue';
    case 'durations':
      return 'Duration[] | MetadataValue';
    case 'size':
      return 'Size | MetadataValue';
    case 'texts':
      return 'string[] | MetadataValue';
    case 'enum':
      return `${enumName(context.owner, propertyOf(key, field))} | MetadataValue`;
    case 'texts by name':
      return '{ readonly [name: string]: string }';
    case 'names':
      return 'string[]';
    default:
      throw new Error(`no TypeScript type for '${field.is}'`);
  }
}

function docLines(context: FieldContext, key: string, field: FieldFact): string[] {
  const notes = [
    field.for && `Only for the ${field.for} direction.`,
    rangeNote(field),
    field.since && `Since Dapr ${field.since}.`,
    field.until && `Up to Dapr ${field.until}.`,
  ].filter((note) => typeof note === 'string');
  const lines = [[context.about(key), ...notes].join(' ')];
  if (!field.required) {
    lines.push('', `@default ${defaultText(context, key, field)}`);
  }
  if (field.deprecated) {
    lines.push('@deprecated by Dapr');
  }
  return lines;
}

function rangeNote(field: FieldFact): string | undefined {
  if (field.is === 'duration') {
    return field.min === undefined ? undefined : `At least ${field.min / 1000} s.`;
  }
  if (field.min !== undefined && field.max !== undefined) {
    return `From ${field.min} to ${field.max}.`;
  }
  return field.min === undefined ? undefined : `At least ${field.min}.`;
}

function defaultText(context: FieldContext, key: string, field: FieldFact): string {
  if (field.default === undefined) {
    return '- not set';
  }
  const text = String(field.default);
  switch (field.is) {
    case 'integer':
    case 'number':
    case 'boolean':
      return text;
    case 'duration':
      return durationText(text);
    case 'enum':
      return field.of!.includes(text) ? `${enumName(context.owner, propertyOf(key, field))}.${constantName(text)}` : `- ${text}`;
    case 'text':
      return quote(text);
    default:
      return `- ${text}`;
  }
}

function durationText(text: string): string {
  const unit = { ms: 'millis', s: 'seconds', m: 'minutes', h: 'hours' }[/^\d+(ms|s|m|h)$/.exec(text)?.[1] ?? ''];
  return unit === undefined ? `- ${text}` : `Duration.${unit}(${Number.parseInt(text, 10)})`;
}

export function doc(lines: string[], indent: string): string {
  const body = lines.map((line) => `${indent} *${line === '' ? '' : ` ${line.replace(/\*\//g, '*\u200b/')}`}\n`).join('');
  return `${indent}/**\n${body}${indent} */\n`;
}

export function quote(text: string): string {
  return `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
}
