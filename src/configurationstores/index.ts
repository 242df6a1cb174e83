// Generated from catalog/components/configuration by `npm run generate`; do not edit.
export * from './azure-app-config';
export * from './kubernetes';
export * from './postgre-sql';
export * from './redis';
