import { each, eachApp, eachItem, hasOwn, misspelt, Mistake } from './place';

const ANNOTATIONS = 'spec.template.metadata.annotations';
const plain = (item: { value?: unknown }): boolean => typeof item.value === 'string';

/** The 25 mistakes that are worth most to catch, each in the ways that people make it. */
export const MISTAKES: readonly Mistake[] = [
  {
    number: 1,
    title: 'a misspelt component type',
    rules: ['DAPR017'],
    places: (all) =>
      each(all, 'Component', ({ spec }) => ({ apply: (body) => (body.spec.type = misspelt(spec.type)), field: 'spec.type' })),
  },
  {
    number: 1,
    title: 'a component version that does not exist',
    rules: ['DAPR017'],
    places: (all) => each(all, 'Component', () => ({ apply: (body) => (body.spec.version = 'v9'), field: 'spec.version' })),
  },
  {
    number: 1,
    title: 'the category of a component type in upper case',
    rules: ['DAPR017'],
    places: (all) =>
      each(all, 'Component', ({ spec }) => ({
        apply: (body) => (body.spec.type = spec.type[0].toUpperCase() + spec.type.slice(1)),
        field: 'spec.type',
      })),
  },
  {
    number: 2,
    title: 'a misspelt metadata key',
    rules: ['DAPR010'],
    places: (all) =>
      eachItem(
        all,
        ({ name }, { spec }) => !/^(middleware\.http\.(wasm|opa|routeralias)|bindings\.graphql)/.test(spec.type) && name.length > 3,
        (item) => (item.name = misspelt(item.name)),
      ),
  },
  {
    number: 2,
    title: "'scope' in place of 'scopes'",
    rules: ['DAPR019'],
    places: (all) =>
      each(all, 'Component', (component) =>
        hasOwn(component, 'scopes')
          ? {
              apply: (body) => {
                body.scope = body.scopes;
                delete body.scopes;
              },
              field: 'scope',
            }
          : undefined,
      ),
  },
  {
    number: 3,
    title: 'brokers left out',
    rules: ['DAPR012'],
    places: (all) =>
      each(all, 'Component', ({ spec }) =>
        spec.type === 'pubsub.kafka'
          ? {
              apply: (body) => (body.spec.metadata = body.spec.metadata.filter(({ name }: { name: string }) => name !== 'brokers')),
              field: 'spec.metadata',
            }
          : undefined,
      ),
  },
  {
    number: 4,
    title: 'a text where daprd wants a number',
    rules: ['DAPR014'],
    places: (all) =>
      eachItem(
        all,
        (item) =>
          plain(item) && /^(maxConns|redisDB|redisMaxRetries|poolSize|maxRetries|prefetchCount|processingTimeoutMs)$/.test(item.name),
        (item) => (item.value = 'many'),
      ),
  },
  {
    number: 4,
    title: 'a boolean that silently is false',
    rules: ['DAPR014'],
    places: (all) =>
      eachItem(
        all,
        (item) => item.name === 'actorStateStore' || item.name === 'enableTLS',
        (item) => (item.value = 'enabled'),
      ),
  },
  {
    number: 5,
    title: 'a password in plain text',
    rules: ['DAPR063'],
    places: (all) =>
      eachItem(
        all,
        (item) =>
          hasOwn(item, 'secretKeyRef') &&
          /password|token$|secret$|connectionString/i.test(item.name) &&
          !/Path$|tokenEndpoint/i.test(item.name),
        (item) => {
          delete item.secretKeyRef;
          item.value = 'host=db user=shop password=hunter2secret';
        },
      ),
  },
  {
    number: 6,
    title: 'a secret store that nothing is called',
    rules: ['DAPR068'],
    places: (all) =>
      each(all, 'Component', (component) =>
        hasOwn(component, 'auth')
          ? { apply: (body) => (body.auth.secretStore = misspelt(body.auth.secretStore)), field: 'auth.secretStore' }
          : undefined,
      ),
  },
  {
    number: 7,
    title: 'a key that its Secret does not have',
    rules: ['DAPR073'],
    places: (all) =>
      eachItem(
        all,
        (item, component) => hasOwn(item, 'secretKeyRef') && !hasOwn(component, 'auth'),
        (item) => (item.secretKeyRef = { name: 'mutated-secret', key: 'passwrod' }),
      ).map((mutant) => ({
        ...mutant,
        apply: (copies) => {
          mutant.apply(copies);
          const { namespace } = mutant.on(copies).metadata;
          copies.push({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'mutated-secret', namespace }, stringData: { password: 'x' } });
        },
      })),
  },
  {
    number: 8,
    title: 'two actor state stores for one application',
    rules: ['DAPR080'],
    places: (all) =>
      each(all, 'Component', ({ spec, metadata }) =>
        spec.metadata.some(({ name, value }: { name: string; value?: string }) => name === 'actorStateStore' && value === 'true')
          ? {
              apply: (body, copies) => {
                const second = structuredClone(body);
                copies.push({ ...second, metadata: { ...second.metadata, name: `${metadata.name}-2` } });
              },
              field: 'spec',
            }
          : undefined,
      ).map((mutant) => ({ ...mutant, on: (copies) => copies.at(-1) })),
  },
  {
    number: 9,
    title: 'an actor state store that cannot keep actors',
    rules: ['DAPR081'],
    places: (all) =>
      each(all, 'Component', ({ spec }) =>
        spec.type.startsWith('state.') && spec.metadata.some(({ name }: { name: string }) => name === 'actorStateStore')
          ? {
              apply: (body) => {
                body.spec.type = 'state.memcached';
                body.spec.version = 'v1';
                body.spec.metadata = [
                  { name: 'hosts', value: 'memcached:11211' },
                  { name: 'actorStateStore', value: 'true' },
                ];
              },
              field: 'spec.metadata',
            }
          : undefined,
      ),
  },
  {
    number: 10,
    title: 'a scope that names no application',
    rules: ['DAPR024'],
    places: (all) =>
      each(all, 'Component', (component) =>
        (component.scopes ?? []).length > 0
          ? { apply: (body) => (body.scopes[0] = misspelt(body.scopes[0])), field: 'scopes[0]' }
          : undefined,
      ),
  },
  {
    number: 11,
    title: 'an app id that the injector refuses',
    rules: ['DAPR003'],
    places: (all) =>
      eachApp(all, (annotations) => ({
        apply: (here) => (here['dapr.io/app-id'] = `${annotations['dapr.io/app-id']}_v1`),
        field: `${ANNOTATIONS}["dapr.io/app-id"]`,
      })),
  },
  {
    number: 11,
    title: 'an app id longer than 58 characters',
    rules: ['DAPR003'],
    places: (all) =>
      eachApp(all, (annotations) => ({
        apply: (here) => (here['dapr.io/app-id'] = annotations['dapr.io/app-id'].padEnd(59, 'x')),
        field: `${ANNOTATIONS}["dapr.io/app-id"]`,
      })),
  },
  {
    number: 12,
    title: 'the annotations on the Deployment, not on its pods',
    rules: ['DAPR032'],
    places: (all) =>
      eachApp(all, () => ({
        apply: (_here, body) => {
          body.metadata.annotations = { ...body.metadata.annotations, ...body.spec.template.metadata.annotations };
          delete body.spec.template.metadata.annotations;
        },
        field: 'metadata.annotations',
      })),
  },
  {
    number: 12,
    title: 'a misspelt annotation',
    rules: ['DAPR034'],
    places: (all) =>
      eachApp(all, (annotations) =>
        hasOwn(annotations, 'dapr.io/app-port')
          ? {
              apply: (here) => {
                here['dapr.io/port'] = here['dapr.io/app-port'];
                delete here['dapr.io/app-port'];
              },
              field: `${ANNOTATIONS}["dapr.io/port"]`,
            }
          : undefined,
      ),
  },
  {
    number: 12,
    title: "'yes' where the injector wants 'true'",
    rules: ['DAPR031'],
    places: (all) =>
      eachApp(all, () => ({ apply: (here) => (here['dapr.io/enabled'] = 'yes'), field: `${ANNOTATIONS}["dapr.io/enabled"]` })),
  },
  {
    number: 13,
    title: "an app port that is the sidecar's",
    rules: ['DAPR045'],
    places: (all) => eachApp(all, () => ({ apply: (here) => (here['dapr.io/app-port'] = '3500'), field: ANNOTATIONS })),
  },
  {
    number: 14,
    title: 'a Configuration that does not exist',
    rules: ['DAPR049'],
    places: (all) =>
      eachApp(all, (annotations) =>
        hasOwn(annotations, 'dapr.io/config')
          ? {
              apply: (here) => (here['dapr.io/config'] = misspelt(here['dapr.io/config'])),
              field: `${ANNOTATIONS}["dapr.io/config"]`,
            }
          : undefined,
      ),
  },
  {
    number: 15,
    title: 'a Subscription to a pub/sub that nothing is called',
    rules: ['DAPR099'],
    places: (all) =>
      each(all, 'Subscription', () => ({
        apply: (body) => (body.spec.pubsubname = misspelt(body.spec.pubsubname)),
        field: 'spec.pubsubname',
      })),
  },
  {
    number: 15,
    title: 'a Subscription without routes',
    rules: ['DAPR102'],
    places: (all) => each(all, 'Subscription', () => ({ apply: (body) => (body.spec.routes = {}), field: 'spec' })),
  },
  {
    number: 16,
    title: 'a match that is no CEL',
    rules: ['DAPR105'],
    places: (all) =>
      each(all, 'Subscription', () => ({
        apply: (body) => (body.spec.routes = { rules: [{ match: 'event.type = "x"', path: '/x' }], default: '/y' }),
        field: 'spec.routes.rules[0].match',
      })),
  },
  {
    number: 17,
    title: 'a dead letter topic that the application must not publish to',
    rules: ['DAPR110'],
    places: (all) =>
      each(all, 'Subscription', (subscription) => {
        const bus = all.findIndex(
          ({ kind, metadata }) =>
            kind === 'Component' &&
            metadata.name === subscription.spec.pubsubname &&
            metadata.namespace === subscription.metadata.namespace,
        );
        const app = subscription.scopes?.[0];
        return bus < 0 || app === undefined || subscription.scopes.length > 1 || !hasOwn(subscription.spec, 'deadLetterTopic')
          ? undefined
          : {
              apply: (_body, copies) => {
                const { spec } = copies[bus];
                spec.metadata = spec.metadata.filter(({ name }: { name: string }) => name !== 'publishingScopes');
                spec.metadata.push({ name: 'publishingScopes', value: `${app}=some-other-topic` });
              },
              field: 'spec.deadLetterTopic',
            };
      }),
  },
  {
    number: 18,
    title: 'a target that names a retry nobody defines',
    rules: ['DAPR139'],
    places: (all) =>
      each(all, 'Resiliency', ({ spec }) => {
        const [name, target] =
          Object.entries<{ retry?: string }>(spec.targets.apps ?? {}).find(([, { retry }]) => retry !== undefined) ?? [];
        return name === undefined || target === undefined
          ? undefined
          : {
              apply: (body) => (body.spec.targets.apps[name].retry = 'no-such-retry'),
              field: `spec.targets.apps`,
            };
      }),
  },
  {
    number: 18,
    title: 'a target that nothing is called',
    rules: ['DAPR142'],
    places: (all) =>
      each(all, 'Resiliency', ({ spec }) => {
        const [name] = Object.keys(spec.targets.components ?? {});
        return name === undefined
          ? undefined
          : {
              apply: (body) => {
                body.spec.targets.components[misspelt(name)] = body.spec.targets.components[name];
                delete body.spec.targets.components[name];
              },
              field: 'spec.targets.components',
            };
      }),
  },
  {
    number: 19,
    title: 'a duration that Dapr cannot read',
    rules: ['DAPR130'],
    places: (all) =>
      each(all, 'Resiliency', () => ({
        apply: (body) => (body.spec.policies.timeouts = { ...body.spec.policies.timeouts, slow: '5 seconds' }),
        field: 'spec.policies.timeouts.slow',
      })),
  },
  {
    number: 19,
    title: "'5xx' in a list of codes",
    rules: ['DAPR136'],
    places: (all) =>
      each(all, 'Resiliency', () => ({
        apply: (body) =>
          (body.spec.policies.retries = {
            ...body.spec.policies.retries,
            again: { policy: 'constant', matching: { httpStatusCodes: '5xx' } },
          }),
        field: 'spec.policies.retries.again.matching.httpStatusCodes',
      })),
  },
  {
    number: 20,
    title: 'a handler that no middleware is called',
    rules: ['DAPR150'],
    places: (all) =>
      each(all, 'Configuration', ({ spec }) =>
        (spec.httpPipeline?.handlers ?? spec.appHttpPipeline?.handlers ?? []).length > 0
          ? {
              apply: (body) => {
                const { handlers } = body.spec.httpPipeline ?? body.spec.appHttpPipeline;
                handlers[0].name = misspelt(handlers[0].name);
              },
              field: 'spec.',
            }
          : undefined,
      ),
  },
  {
    number: 21,
    title: 'a verb in lower case',
    rules: ['DAPR167'],
    places: (all) =>
      each(all, 'Configuration', ({ spec }) => {
        const [policy] = spec.accessControl?.policies ?? [];
        return policy?.operations?.[0]?.httpVerb === undefined
          ? undefined
          : {
              apply: (body) => (body.spec.accessControl.policies[0].operations[0].httpVerb = ['get']),
              field: 'spec.accessControl.policies[0].operations[0].httpVerb',
            };
      }),
  },
  {
    number: 21,
    title: 'a policy without a trust domain',
    rules: ['DAPR165'],
    places: (all) =>
      each(all, 'Configuration', ({ spec }) =>
        (spec.accessControl?.policies ?? []).length > 0
          ? { apply: (body) => delete body.spec.accessControl.policies[0].trustDomain, field: 'spec.accessControl.policies[0]' }
          : undefined,
      ),
  },
  {
    number: 22,
    title: 'an API that Dapr does not have',
    rules: ['DAPR176'],
    places: (all) =>
      each(all, 'Configuration', ({ spec }) =>
        (spec.api?.allowed ?? []).length > 0
          ? { apply: (body) => (body.spec.api.allowed[0].name = 'stat'), field: 'spec.api.allowed[0]' }
          : undefined,
      ),
  },
  {
    number: 23,
    title: "mtls in an application's Configuration",
    rules: ['DAPR172'],
    places: (all) =>
      each(all, 'Configuration', ({ metadata }) => {
        const used = all.some(
          ({ kind, spec }) => kind === 'Deployment' && spec.template.metadata.annotations?.['dapr.io/config'] === metadata.name,
        );
        return used
          ? {
              apply: (body) =>
                (body.spec.mtls = {
                  enabled: true,
                  controlPlaneTrustDomain: 'cluster.local',
                  sentryAddress: 'dapr-sentry.dapr-system.svc:443',
                }),
              field: 'spec.mtls',
            }
          : undefined;
      }),
  },
  {
    number: 23,
    title: 'a sampling rate that is no number',
    rules: ['DAPR153'],
    places: (all) =>
      each(all, 'Configuration', ({ spec }) =>
        hasOwn(spec, 'tracing')
          ? { apply: (body) => (body.spec.tracing.samplingRate = '50%'), field: 'spec.tracing.samplingRate' }
          : undefined,
      ),
  },
  {
    number: 24,
    title: 'a client certificate without what it needs',
    rules: ['DAPR186'],
    places: (all) => each(all, 'HTTPEndpoint', () => ({ apply: (body) => (body.spec.clientTLS = {}), field: 'spec.clientTLS' })),
  },
  {
    number: 25,
    title: 'an MCP server that is a program, on Kubernetes',
    rules: ['DAPR197'],
    places: (all) =>
      each(all, 'MCPServer', () => ({ apply: (body) => (body.spec.endpoint = { stdio: { command: 'npx' } }), field: 'spec.endpoint' })),
  },
  {
    number: 25,
    title: 'a workflow policy that no scope limits',
    rules: ['DAPR209'],
    places: (all) => each(all, 'WorkflowAccessPolicy', () => ({ apply: (body) => delete body.scopes, field: '' })),
  },
];
