/** The images that the checks need, and the ways in which a cluster comes to have them. */
import { copyFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withLibraries, writeImages } from '../real/image';
import { serverProgram } from '../real/servers/packages';
import { bundle, DOCKERFILE, programs } from './bundle';
import { Runner, succeed } from './runner';

/** What the images are called: two versions, so that there is something to upgrade to. */
export interface ImageNames {
  readonly registry: string;
  readonly tags: readonly [string, string];
  /** A Redis; its image has `redis-server` and `redis-cli`. */
  readonly redis: string;
}

/** One image that a cluster has to have. */
export interface Image {
  readonly ref: string;
  /** The program in it: a name of `programs()`. */
  readonly program: string;
}

/** The images of the programs, in both versions. */
export function imagesOf({ registry, tags }: ImageNames): Image[] {
  return tags.flatMap((tag) => Object.keys(programs()).map((program) => ({ ref: `${registry}/${program}:${tag}`, program })));
}

/** A way in which a cluster comes to have images. */
export interface Images {
  /** What it does, for the list of checks. */
  readonly title: string;

  /**
   * Makes the images, and brings them to the nodes.
   *
   * @param work an empty folder, which is removed later
   */
  provide(names: ImageNames, work: string): Promise<void>;
}

const BUILD_MS = 10 * 60_000;

/** Built by Docker, and loaded into the nodes of a kind cluster. */
export class DockerImages implements Images {
  public readonly title = 'the images are built, and the nodes have them';

  public constructor(
    private readonly runner: Runner,
    private readonly cluster: string,
  ) {}

  public async provide(names: ImageNames, work: string): Promise<void> {
    bundle(work);
    copyFileSync(DOCKERFILE, join(work, 'Dockerfile'));
    const images = imagesOf(names);
    for (const { ref, program } of images) {
      // The label makes two images of the same program, as two releases are.
      const args = ['build', '--quiet', '--build-arg', `APP=${program}`, '--label', `image=${ref}`, '--tag', ref, work];
      await succeed(this.runner, { program: 'docker', args, patienceMs: BUILD_MS });
    }
    const refs = images.map(({ ref }) => ref);
    await succeed(this.runner, { program: 'kind', args: ['load', 'docker-image', ...refs, '--name', this.cluster], patienceMs: BUILD_MS });
    await succeed(this.runner, { program: 'docker', args: ['image', 'rm', ...refs] });
  }
}

/** Tar files, as `docker save` writes them, that are loaded by a command which gets their paths. */
export class ImageArchives implements Images {
  public readonly title = 'the nodes take the images from the files';

  public constructor(
    private readonly runner: Runner,
    private readonly files: readonly string[],
    private readonly load: readonly string[],
  ) {}

  public async provide(): Promise<void> {
    const [program, ...args] = this.load;
    for (const file of this.files) {
      await succeed(this.runner, { program, args: args.map((arg) => (arg === FILE ? file : arg)), patienceMs: BUILD_MS });
    }
  }
}

/** Made of the programs of this machine, without Docker: its own node, and the redis-server of Debian. */
export class ImagesOfThisMachine implements Images {
  public readonly title = "images are made of this machine's programs, and the nodes take them";

  /** @param load brings a tar file to the nodes */
  public constructor(private readonly load: (file: string) => Promise<void>) {}

  public async provide(names: ImageNames, work: string): Promise<void> {
    const bundles = bundle(work);
    const node = withLibraries(process.execPath, NODE);
    const apps = imagesOf(names).map(({ ref, program }) => ({
      reference: ref,
      layers: [node, [{ path: '/app/main.js', from: bundles[program] }]],
      entrypoint: [NODE, '/app/main.js'],
      env: { NODE_ENV: 'production' },
    }));
    const server = serverProgram('redis-server');
    const redis = {
      reference: inFull(names.redis),
      layers: [withLibraries(server, `${BIN}/redis-server`), withLibraries(join(dirname(server), 'redis-cli'), `${BIN}/redis-cli`)],
      entrypoint: [`${BIN}/redis-server`],
    };
    const file = join(work, 'images.tar');
    writeImages(file, [...apps, redis]);
    await this.load(file);
  }
}

const BIN = '/usr/local/bin';
const NODE = `${BIN}/node`;

/** An image without a registry is one of Docker's own. */
const inFull = (ref: string): string => (ref.includes('/') ? ref : `docker.io/library/${ref}`);

/** Stands for the path in the command of `ImageArchives`. */
export const FILE = '{}';

/** The cluster has them, or its registry does. */
export class PresentImages implements Images {
  public readonly title = 'the images are there already';

  public async provide(): Promise<void> {
    // Nothing to do.
  }
}
