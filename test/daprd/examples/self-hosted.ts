/** Stands in for src/self-hosted until it is there. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';

const LOADED = ['Component', 'Resiliency', 'Subscription', 'HTTPEndpoint', 'MCPServer', 'WorkflowAccessPolicy'];

export function selfHosted(manifests: readonly any[], settings: any = {}): any {
  const { hosts = {}, secretValues = {}, overrides = [], env = {} } = settings;
  const key = (object: any): string => `${object.kind} ${object.metadata.name}`;
  const replaced = new Map<string, any>([...manifests, ...overrides].map((object) => [key(object), object]));
  const text = Object.entries<string>(hosts).reduce(
    (all, [host, address]) => all.replaceAll(host, address),
    JSON.stringify([...replaced.values()]),
  );
  const objects = JSON.parse(text) as any[];
  const apps = objects.flatMap((object) => {
    const annotations = object.spec?.template?.metadata?.annotations;
    const id = annotations?.['dapr.io/app-id'];
    if (id === undefined) {
      return [];
    }
    const config = annotations['dapr.io/config'];
    const port = annotations['dapr.io/app-port'];
    return [
      {
        id,
        namespace: object.metadata.namespace,
        appPort: port === undefined ? undefined : Number(port),
        resourcesPath: 'resources',
        configPath: config && `config/${config}.yaml`,
        flags: annotations['dapr.io/app-protocol'] ? ['--app-protocol', annotations['dapr.io/app-protocol']] : [],
        env: { NAMESPACE: object.metadata.namespace, ...env },
      },
    ];
  });
  for (const { kind, spec } of objects) {
    if (kind === 'Component') {
      for (const item of spec.metadata) {
        if (item.secretKeyRef) {
          const { name, key = name } = item.secretKeyRef;
          item.value = secretValues[name]?.[key];
          delete item.secretKeyRef;
        }
      }
    }
  }
  return { problems: [], apps, objects };
}

export function writeSelfHosted(outdir: string, { objects }: any): void {
  for (const folder of ['resources', 'config']) {
    mkdirSync(join(outdir, folder), { recursive: true });
  }
  for (const object of objects) {
    if (LOADED.includes(object.kind)) {
      writeFileSync(join(outdir, 'resources', `${object.kind}-${object.metadata.name}.yaml`), dump(object));
    } else if (object.kind === 'Configuration') {
      writeFileSync(join(outdir, 'config', `${object.metadata.name}.yaml`), dump(object));
    }
  }
}
