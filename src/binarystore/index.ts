// Generated from catalog/components/binarystore by `npm run generate`; do not edit.
export * from './aws-s3';
export * from './azure-blob-storage';
export * from './azure-data-lake';
export * from './gcp-bucket';
export * from './in-memory';
export * from './oci-object-storage';
