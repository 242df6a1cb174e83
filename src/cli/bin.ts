#!/usr/bin/env node
import { run } from './main';

/** Whoever reads the output may stop early, as `head` does: then there is nothing more to say. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

run(process.argv.slice(2), { out: (text) => console.log(text), err: (text) => console.error(text) }).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error);
    console.error('This is a bug in cdk8s-dapr. Please report it, with the lines above: https://github.com/cdk8s-dapr/cdk8s-dapr/issues');
    process.exitCode = 1;
  },
);
