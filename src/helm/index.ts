export * from './helm-chart';
export * from './helm-chart-props';
export * from './helm-condition';
export * from './helm-value';
export * from './helm-value-options';
