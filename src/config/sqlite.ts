import { Duration } from 'cdk8s';
import { Code } from '../private/codes';
import { Problems } from '../private/problems';
import { isDuration } from '../private/go-duration';
import { Resolver, SETTINGS } from './resolver';

/**
 * How applications are found in a SQLite database that all sidecars share.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-name-resolution/nr-sqlite/
 */
export interface SqliteNameResolutionOptions {
  /** The path or connection string of the database, such as `/shared/nr.db`. */
  readonly connectionString: string;

  /**
   * How long a database request may take. At least one second, and a second less than `updateInterval`.
   *
   * @default Duration.seconds(1)
   */
  readonly timeout?: Duration;

  /**
   * How long a busy database is waited for. Zero: not at all.
   *
   * @default Duration.millis(800)
   */
  readonly busyTimeout?: Duration;

  /**
   * Does without write-ahead logging, as network file systems need it.
   *
   * @default false
   */
  readonly disableWal?: boolean;

  /**
   * The table of the applications.
   *
   * @default 'hosts'
   */
  readonly tableName?: string;

  /**
   * The table of the component's own data.
   *
   * @default 'metadata'
   */
  readonly metadataTableName?: string;

  /**
   * How often a sidecar says that it is alive. Whole seconds.
   *
   * @default Duration.seconds(5)
   */
  readonly updateInterval?: Duration;

  /**
   * How often sidecars are removed that went silent.
   *
   * @default Duration.hours(1)
   */
  readonly cleanupInterval?: Duration;
}

const TABLE = { is: 'text', pattern: /^[A-Za-z_][A-Za-z0-9_]*$/, expected: `letters, digits and '_'` } as const;

export const SQLITE: Resolver = {
  component: 'sqlite',
  fields: {
    connectionString: { is: 'text', required: true, pattern: /./, expected: `a path or connection string, e.g. '/shared/nr.db'` },
    timeout: { is: 'duration', min: 1000 },
    busyTimeout: { is: 'duration' },
    disableWal: { is: 'boolean', wire: 'disableWAL' },
    tableName: TABLE,
    metadataTableName: TABLE,
    updateInterval: { is: 'duration' },
    cleanupInterval: { is: 'duration' },
  },
  check: checkTimes,
};

function checkTimes(problems: Problems, owner: string, { timeout, updateInterval }: SqliteNameResolutionOptions): void {
  const every = isDuration(updateInterval) ? updateInterval.toMilliseconds() : 5000;
  const longest = isDuration(timeout) ? timeout.toMilliseconds() : 1000;
  if (every % 1000 !== 0 || every - longest < 1000) {
    problems.add(
      Code.CONFLICT,
      `'${SETTINGS}updateInterval' of ${owner} must be whole seconds, and a second more than 'timeout': got ${every}ms with a timeout of ${longest}ms`,
    );
  }
}
