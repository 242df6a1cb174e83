/** Modules of Go, which its proxy carries. */
import { tryRun } from '../process';
import { go } from './cache';

export interface GoModule {
  /** Where its sources are. */
  readonly Dir: string;
  readonly Sum: string;
  readonly GoModSum: string;
}

/** How programs of modules are built, in a folder of their own. */
export const GO_ENVIRONMENT = { CGO_ENABLED: '0', GOFLAGS: '-mod=mod' };

/** Downloads a module, or finds it downloaded; throws where there is no Go, or no such module. */
export function goModule(path: string, version: string): GoModule {
  const command = go();
  if (command === undefined) {
    throw new Error(`there is no Go to download ${path} with: install Go 1.26 (https://go.dev/dl/)`);
  }
  const { stdout } = tryRun(command, ['mod', 'download', '-json', `${path}@v${version}`]);
  const module = JSON.parse(stdout || '{}') as GoModule & { Error?: string };
  if (module.Dir === undefined) {
    throw new Error(`${path} ${version} cannot be downloaded: ${module.Error ?? 'go says nothing'}`);
  }
  return module;
}
