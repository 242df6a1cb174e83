// Generated from catalog/components/crypto by `npm run generate`; do not edit.
export * from './azure-key-vault';
export * from './jwks';
export * from './kubernetes-secrets';
export * from './local-storage';
