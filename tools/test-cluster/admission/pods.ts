import { Manifest } from './objects';

/** The pods that a workload makes, one of each template: what a controller would create, with a name of its own. */
export function podsOf(object: Manifest): Manifest[] {
  const template = templateOf(object);
  if (template === undefined) {
    return [];
  }
  const { namespace: _namespace, name: _name, ...metadata } = template.metadata ?? {};
  const name = `${object.kind}-${object.metadata.name}`.toLowerCase();
  return [{ apiVersion: 'v1', kind: 'Pod', metadata: { ...metadata, name }, spec: template.spec }];
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
