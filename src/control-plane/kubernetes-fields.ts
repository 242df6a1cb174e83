import { Fields } from '../private/fields';

/** @internal */
export const TOLERATION: Fields = {
  key: { is: 'text' },
  operator: { is: 'enum', of: ['Equal', 'Exists'] },
  value: { is: 'text' },
  effect: { is: 'enum', of: ['NoSchedule', 'PreferNoSchedule', 'NoExecute'] },
  toleration: { is: 'duration', unit: 's', wire: 'tolerationSeconds' },
};

/** @internal */
export const SELECTOR: Fields = {
  matchLabels: { is: 'texts by name' },
  matchExpressions: {
    is: 'objects',
    fields: {
      key: { is: 'text', required: true },
      operator: { is: 'enum', required: true, of: ['In', 'NotIn', 'Exists', 'DoesNotExist'] },
      values: { is: 'texts' },
    },
  },
};
