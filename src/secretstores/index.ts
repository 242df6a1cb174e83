// Generated from catalog/components/secretstores by `npm run generate`; do not edit.
export * from './ali-cloud-parameter-store';
export * from './aws-parameter-store';
export * from './aws-secret-manager';
export * from './azure-key-vault';
export * from './gcp-secret-manager';
export * from './hashicorp-vault';
export * from './huawei-cloud-csms';
export * from './kubernetes';
export * from './local-env';
export * from './local-file';
export * from './tencent-cloud-ssm';
