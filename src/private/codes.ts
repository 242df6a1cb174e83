/**
 * The code of each kind of mistake that a construct reports. A code never changes its meaning: users search for it and silence by it.
 */
export enum Code {
  NAME = 'DAPR001',
  DUPLICATE = 'DAPR002',
  APP_ID = 'DAPR003',
  UNKNOWN_PROPERTY = 'DAPR010',
  WRONG_TYPE = 'DAPR011',
  REQUIRED = 'DAPR012',
  NOT_ALLOWED = 'DAPR013',
  MALFORMED = 'DAPR014',
  CONFLICT = 'DAPR015',
  VERSION = 'DAPR016',
  NOT_LOADABLE = 'DAPR017',
  UNSAFE_TEXT = 'DAPR018',
}
