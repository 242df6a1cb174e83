export * from './custom-rule';
export * from './finding';
export * from './rule-context';
export * from './rule-pack';
export * from './rules';
export * from './severity';
