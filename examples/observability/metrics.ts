import * as dapr from 'cdk8s-dapr';

/** What sidecars count, kept small: a number for each path with an id in it would grow without end. */
export const metrics: dapr.Metrics = {
  http: {
    increasedCardinality: false, // still true by default
    pathMatching: ['/orders', '/orders/{orderID}', '/orders/{orderID}/items'], // all other paths are counted as one
  },
  // Fewer bounds, fewer series: the default has 34. Choose some around what you promise.
  latencyDistributionBuckets: [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000],
  recordErrorCodes: true,
};
