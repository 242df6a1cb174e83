export { DaprValidation } from './dapr-validation';
