/** What a cluster shows of the rules; nothing runs where this is imported. */
export { PROOFS } from '../../../tools/test-cluster/rules';
