#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { start } from './start';

/** What needs no construct is also built as one file, which loads in a fraction of the time. */
const STANDALONE = join(__dirname, '../standalone/cdk8s-dapr.js');

if (['validate', 'local', 'rules', 'explain'].includes(process.argv[2]) && existsSync(STANDALONE)) {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- it is there only once it is built
  require(STANDALONE);
} else {
  start((status) => process.exit(status));
}
