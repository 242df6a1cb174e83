import { Manifest } from './objects';

/** The pods that a workload makes, one of each template, as its controller would ask for them: most have no name yet. */
export function podsOf(object: Manifest): Manifest[] {
  const template = templateOf(object);
  if (template === undefined) {
    return [];
  }
  const { name: _name, namespace: _namespace, ...metadata } = template.metadata ?? {};
  return [{ apiVersion: 'v1', kind: 'Pod', metadata: { ...metadata, ...nameOf(object) }, spec: template.spec }];
}

function nameOf({ kind, metadata: { name } }: Manifest): { name: string } | { generateName: string } {
  switch (kind) {
    case 'Pod':
      return { name };
    case 'StatefulSet':
      return { name: `${name}-0` };
    default:
      return { generateName: `${name}-` };
  }
}

function templateOf({ kind, metadata, spec }: Manifest): Manifest | undefined {
  switch (kind) {
    case 'Pod':
      return { metadata, spec };
    case 'CronJob':
      return spec.jobTemplate.spec.template;
    case 'Deployment':
    case 'StatefulSet':
    case 'DaemonSet':
    case 'ReplicaSet':
    case 'Job':
      return spec.template;
    default:
      return undefined;
  }
}
