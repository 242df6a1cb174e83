import { relative } from 'node:path';

const LIBRARY = __dirname.replace(/[\\/]private[\\/]helm$/, '');

/** Where the user's program stands now, `main.ts:12`. */
export function place(): string {
  const frames = (new Error().stack ?? '').split('\n').slice(1);
  for (const frame of frames) {
    const [, file, line] = /\(?((?:file:\/\/)?[^()\s][^()]*):(\d+):\d+\)?$/.exec(frame.replace(/^\s+at /, '').replace(/^.* \(/, '(')) ?? [];
    if (file !== undefined && !file.startsWith('node:') && !file.startsWith(LIBRARY) && !/[\\/]node_modules[\\/]/.test(file)) {
      return `${relative(process.cwd(), file.replace('file://', ''))}:${line}`;
    }
  }
  return 'an unknown place';
}
