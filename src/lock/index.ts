// Generated from catalog/components/lock by `npm run generate`; do not edit.
export * from './redis';
