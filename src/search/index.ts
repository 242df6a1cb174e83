// Generated from catalog/components/search by `npm run generate`; do not edit.
export * from './in-memory';
export * from './meilisearch';
