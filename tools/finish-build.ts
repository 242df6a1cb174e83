/**
 * What `npm run build` does after jsii has compiled src/ into lib/: importing the library should cost next to nothing until it is used.
 */
import { join } from 'node:path';
import { finish } from './build/finish';

const root = join(__dirname, '..');
const { indexes, removed } = finish({ lib: join(root, 'lib'), src: join(root, 'src'), lazyPackages: ['cdk8s-plus-27'] });
console.log(
  `${indexes.length} indexes load on use${removed.length === 0 ? '' : `; removed, as their source is gone: ${removed.join(', ')}`}`,
);
