/**
 * What `npm run build` does after jsii has compiled src/ into lib/: importing the library should cost next to nothing until it is used.
 */
import { join } from 'node:path';
import { finish } from './build/finish';
import { buildStandalone } from './build/standalone';

const root = join(__dirname, '..');
const { indexes, removed } = finish({ lib: join(root, 'lib'), src: join(root, 'src'), lazyPackages: ['cdk8s-plus-27'] });
console.log(
  `${indexes.length} indexes load on use${removed.length === 0 ? '' : `; removed, as their source is gone: ${removed.join(', ')}`}`,
);
const files = buildStandalone({ root, file: join(root, 'lib/standalone/cdk8s-dapr.js') });
console.log(`lib/standalone/cdk8s-dapr.js is made of ${files} files`);
