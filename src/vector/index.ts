// Generated from catalog/components/vector by `npm run generate`; do not edit.
export * from './in-memory';
export * from './meilisearch';
