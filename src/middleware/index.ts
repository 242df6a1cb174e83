// Generated from catalog/components/middleware by `npm run generate`; do not edit.
export * from './bearer';
export * from './oauth2';
export * from './oauth2-client-credentials';
export * from './opa';
export * from './rate-limit';
export * from './router-alias';
export * from './router-checker';
export * from './sentinel';
export * from './uppercase';
export * from './wasm';
