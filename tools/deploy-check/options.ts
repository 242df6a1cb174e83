/** What the command line of the deploy check says. */
import { parseArgs } from 'node:util';

export interface Options {
  /** The context of a cluster that exists; without it a kind cluster is made. */
  readonly context?: string;
  readonly daprVersion: string;
  /** A chart of Dapr, as a folder or a .tgz, in place of the one in Dapr's repository. */
  readonly daprChart?: string;
  /** Whether Dapr is installed into a cluster that exists, and removed at the end. */
  readonly installDapr: boolean;
  readonly nodeImage: string;
  /** Whether the cluster, or what was made in it, stays. */
  readonly keep: boolean;
  /** Tar files of the images. */
  readonly images: readonly string[];
  /** The command that loads such a file, with {} for its path. */
  readonly load: readonly string[];
  readonly skipImages: boolean;
  readonly registry: string;
  readonly tags: readonly [string, string];
  readonly redisImage: string;
  /** Which of the two ways to install are tried. */
  readonly with: readonly ('plain' | 'helm')[];
  /** Where logs are collected when something fails. */
  readonly logs: string;
  readonly timeoutMinutes: number;
}

/** Thrown where the command line cannot be meant as it is. */
export class UsageError extends Error {}

/** The node image of kind 0.33. */
export const NODE_IMAGE = 'kindest/node:v1.37.0@sha256:a1ed56cfb0e7b93589bdf97c8cd566405a265939e3620fc4f5de89adff580ae5';

export const HELP = `Rolls the order-processing example out in a real cluster, uses, upgrades and removes it.

npm run deploy-check                       makes a kind cluster, and deletes it at the end
npm run deploy-check -- --context NAME     uses a cluster that there is, in namespaces of their own

  --dapr-version 1.18.3     the version of Dapr that is installed
  --dapr-chart PATH         its chart, where Dapr's repository of charts is not to be asked
  --install-dapr            with --context: install Dapr there, and remove it at the end
  --node-image IMAGE        the image of kind's node
  --keep                    leave all as it is at the end
  --load COMMAND            with --context: what brings a file of images to the nodes, with {} for its path, such as
                            'ctr -n k8s.io images import {}'. Without --images they are made of this machine's node and redis-server
  --images TAR              a file with images, as docker save writes it, in place of making them; may stand several times
  --skip-images             the cluster has the images, or its registry does
  --registry NAME           the images are called NAME/checkout:TAG and so on
  --tags ONE,TWO            their two versions
  --redis-image IMAGE       a Redis
  --with plain,helm         the ways to install that are tried
  --logs FOLDER             where logs are collected when something fails
  --timeout MINUTES         gives up after so long

Exit code: 0 all passed, 1 something failed, 2 it could not be tried.`;

const DEFAULTS = {
  'dapr-version': '1.18.3',
  'node-image': NODE_IMAGE,
  registry: 'deploy-check.test',
  tags: '1,2',
  'redis-image': 'redis:7-alpine',
  with: 'plain,helm',
  logs: 'dist/deploy-check',
  timeout: '30',
};

/** The options; undefined where help is asked for. */
export function parse(args: readonly string[]): Options | undefined {
  const given = read(args);
  if (given.help) {
    return undefined;
  }
  const values = { ...DEFAULTS, ...given };
  const { context, images = [], load } = values;
  const options: Options = {
    context,
    daprVersion: values['dapr-version'],
    daprChart: values['dapr-chart'],
    installDapr: values['install-dapr'] ?? false,
    nodeImage: values['node-image'],
    keep: values.keep ?? false,
    images,
    load: load?.split(' ') ?? [],
    skipImages: values['skip-images'] ?? false,
    registry: values.registry,
    tags: tagsOf(values.tags),
    redisImage: values['redis-image'],
    with: waysOf(values.with),
    logs: values.logs,
    timeoutMinutes: Number(values.timeout),
  };
  check(options);
  return options;
}

function read(args: readonly string[]): ReturnType<typeof parsed> {
  try {
    return parsed(args);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  return parseArgs({
    args: [...args],
    options: {
      context: text,
      'dapr-version': text,
      'dapr-chart': text,
      'install-dapr': flag,
      'node-image': text,
      keep: flag,
      images: { type: 'string', multiple: true },
      load: text,
      'skip-images': flag,
      registry: text,
      tags: text,
      'redis-image': text,
      with: text,
      logs: text,
      timeout: text,
      help: flag,
    },
  }).values;
}

function tagsOf(text: string): readonly [string, string] {
  const [one, two, ...more] = text.split(',');
  if (!one || !two || one === two || more.length > 0) {
    throw new UsageError(`--tags needs two different tags, such as 1,2: got '${text}'`);
  }
  return [one, two];
}

function waysOf(text: string): Options['with'] {
  const ways = text.split(',');
  const wrong = ways.find((way) => way !== 'plain' && way !== 'helm');
  if (wrong !== undefined) {
    throw new UsageError(`--with knows plain and helm: got '${wrong}'`);
  }
  return ways as ('plain' | 'helm')[];
}

function check(options: Options): void {
  const { context, images, load, skipImages, installDapr, daprVersion, timeoutMinutes } = options;
  if (!/^\d+\.\d+\.\d+/.test(daprVersion)) {
    throw new UsageError(`--dapr-version needs a full version, such as 1.18.3: got '${daprVersion}'`);
  }
  if (!(timeoutMinutes > 0)) {
    throw new UsageError('--timeout needs a number of minutes');
  }
  if (images.length > 0 && skipImages) {
    throw new UsageError('--images and --skip-images: say one of them');
  }
  if (context === undefined && installDapr) {
    throw new UsageError('--install-dapr goes with --context: a kind cluster gets Dapr anyway');
  }
  if (context !== undefined && !skipImages && !load.includes('{}')) {
    throw new UsageError(
      "--context needs --load, the command that brings a file of images to the nodes, with {} for the file's path; or --skip-images, where they are there",
    );
  }
}
