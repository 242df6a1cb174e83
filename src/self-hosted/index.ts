export * from './self-hosted';
export * from './self-hosted-options';
