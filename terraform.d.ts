export * from './lib/terraform';
