import { dapr } from '../../../tools/real/dapr';

/** The release of Dapr 1.17 that is asked. */
export const OLDER = '1.17.5';

/** Its daprd. */
export const daprd = (): string => dapr('daprd', OLDER);
