// Generated from catalog/components/conversation by `npm run generate`; do not edit.
export * from './anthropic';
export * from './aws-bedrock';
export * from './deep-seek';
export * from './echo';
export * from './google-ai';
export * from './hugging-face';
export * from './mistral';
export * from './ollama';
export * from './open-ai';
