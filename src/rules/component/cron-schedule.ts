/** The schedules of bindings.cron: five or six fields, a descriptor, or `@every` with a duration. */
import { isGoDuration } from '../go-duration';

interface Bounds {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
}

const MONTHS = ['', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FIELDS: readonly Bounds[] = [
  { name: 'second', min: 0, max: 59 },
  { name: 'minute', min: 0, max: 59 },
  { name: 'hour', min: 0, max: 23 },
  { name: 'day of month', min: 1, max: 31 },
  { name: 'month', min: 1, max: 12, names: MONTHS },
  { name: 'day of week', min: 0, max: 6, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];
const DESCRIPTORS = ['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly'];

/** What is wrong with a schedule, or nothing. */
export function scheduleProblem(text: string): string | undefined {
  const zoned = /^(?:CRON_)?TZ=\S*\s+(.*)$/s.exec(text);
  const schedule = zoned === null ? text : zoned[1].trim();
  if (schedule.startsWith('@every ')) {
    const every = schedule.slice('@every '.length);
    if (zoned !== null) {
      return '@every takes no time zone';
    }
    return isGoDuration(every) ? undefined : `@every takes a duration of hours, minutes and seconds such as 1h30m: got '${every}'`;
  }
  if (schedule.startsWith('@')) {
    return DESCRIPTORS.includes(schedule) ? undefined : `expected one of ${DESCRIPTORS.join(', ')} or @every: got '${schedule}'`;
  }
  const fields = schedule.split(/\s+/).filter((field) => field !== '');
  if (fields.length < 5 || fields.length > 6) {
    return `expected 5 fields, or 6 with seconds in front: got ${fields.length}`;
  }
  const bounds = FIELDS.slice(6 - fields.length);
  return fields.map((field, i) => fieldProblem(field, bounds[i])).find((problem) => problem !== undefined);
}

function fieldProblem(field: string, bounds: Bounds): string | undefined {
  const wrong = field.split(',').find((part) => part !== '' && !isRange(part, bounds));
  return wrong === undefined ? undefined : `the ${bounds.name} is from ${bounds.min} to ${bounds.max}, as in 1, 1-3 or */2: got '${wrong}'`;
}

function isRange(text: string, { min, max, names }: Bounds): boolean {
  const [range, step, ...more] = text.split('/');
  if (more.length > 0 || (step !== undefined && !(/^\+?\d+$/.test(step) && Number(step) > 0))) {
    return false;
  }
  const [low, high, ...rest] = range.split('-');
  if (low === '*' || low === '?') {
    return true;
  }
  const start = numberOf(low, names);
  const end = high === undefined ? (step === undefined ? start : max) : numberOf(high, names);
  return rest.length === 0 && start !== undefined && end !== undefined && start >= min && end <= max && start <= end;
}

function numberOf(text: string, names: readonly string[] | undefined): number | undefined {
  const named = text === '' ? -1 : (names ?? []).indexOf(text.toLowerCase());
  return named >= 0 ? named : /^\+?\d+$/.test(text) ? Number(text) : undefined;
}
