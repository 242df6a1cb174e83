import { Chart } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';
import { componentsOnRedis } from './components-on-redis';
import { shop } from './shop';

const { HelmValue } = dapr;

/** What the values are where nobody says otherwise. */
export interface OnRedisDefaults {
  readonly namespace: string;
  readonly registry: string;
  readonly tag: string;
}

/** The shop on one Redis, for any cluster: as plain manifests, and with values as a Helm chart. */
export function onRedis(defaults: OnRedisDefaults): dapr.IHelmProgram {
  return {
    define(app) {
      const chart = new Chart(app, 'order-processing', { namespace: HelmValue.releaseNamespace({ default: defaults.namespace }) });
      const registry = HelmValue.string('image.registry', { default: defaults.registry, description: 'Where the images are' });
      const tag = HelmValue.string('image.tag', { default: defaults.tag, description: 'The version of the images' });
      const replicas = (appId: string): number =>
        HelmValue.integer(`replicas.${appId}`, { default: 2, minimum: 0, description: `How many pods ${appId} has` });

      const components = componentsOnRedis(chart, {
        redisHost: HelmValue.string('redis.host', { default: 'redis:6379', description: 'The host and port of Redis' }),
        mailHost: HelmValue.string('mail.host', { default: 'mail', description: 'The host of a mail server' }),
        mailPort: 1025,
      });
      shop(chart, components, {
        image: (appId) => `${registry}/${appId}:${tag}`,
        replicas: {
          checkout: replicas('checkout'),
          orders: replicas('orders'),
          notification: replicas('notification'),
          shipping: replicas('shipping'),
        },
        collector: HelmValue.string('collector', { default: 'collector:4317', description: 'Where traces go, by OTLP and gRPC' }),
        samplingRate: 1,
      });
    },
  };
}
