import { Field } from '../private/fields';

/** A folder of a repository. Neither Argo CD nor Flux leaves the repository. */
export const REPOSITORY_PATH: Field = {
  is: 'text',
  pattern: /^(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\s]+$/,
  expected: `a folder of the repository with neither a leading '/' nor '..', e.g. 'dist/shop'`,
};

/** The name of an object, where it is one's own or another's. */
export const OBJECT_NAME: Field = {
  is: 'text',
  pattern: /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
  expected: `lower case letters, digits, '-' and '.', with a letter or digit at both ends, e.g. 'shop'`,
};

/** The name of a namespace. */
export const NAMESPACE: Field = {
  is: 'text',
  pattern: /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/,
  expected: `a namespace: at most 63 lower case letters, digits and '-', e.g. 'shop'`,
};
