/**
 * Has a real Kubernetes API server with Dapr's CRDs judge what we write, in strict mode and without keeping anything: the manifests of all
 * examples, and every component class with the least and with every field. Creates the namespaces that are missing.
 *
 *     KUBECONFIG=… npm run check:cluster          KUBECTL=path/to/kubectl where it is not on the PATH
 */
import { dump, loadAll } from 'js-yaml';
import { catalogCases, exampleTexts } from '../test/support/cases';
import { tryRun } from './process';

const kubectl = process.env.KUBECTL ?? 'kubectl';

function run(args: string[], input?: string): ReturnType<typeof tryRun> {
  return tryRun(kubectl, args, { input });
}

/** The texts to apply, by what they are. */
function texts(): [string, string][] {
  return [...exampleTexts(), ...catalogCases().map(({ title, manifest }): [string, string] => [title, dump(manifest)])];
}

function main(): number {
  const server = run(['version', '--request-timeout=10s']);
  if (server.status !== 0) {
    console.error(
      `check:cluster needs kubectl and an API server that it reaches: ${(server.stderr ?? 'no kubectl').trim().split('\n').pop()}`,
    );
    return 2;
  }
  if (run(['get', 'crd', 'components.dapr.io']).status !== 0) {
    console.error("check:cluster needs Dapr's CRDs in the cluster: kubectl apply -f charts/dapr/crds of Dapr's sources");
    return 2;
  }
  console.log(server.stdout.trim().split('\n').pop());
  const all = texts();
  const namespaces = new Set(
    all.flatMap(([, text]) =>
      (loadAll(text) as { metadata: { namespace?: string } }[]).flatMap(({ metadata }) => metadata.namespace ?? []),
    ),
  );
  namespaces.forEach((namespace) => run(['create', 'namespace', namespace]));
  let objects = 0;
  let failed = 0;
  for (const [title, text] of all) {
    const { status, stdout, stderr } = run(['apply', '--dry-run=server', '--validate=strict', '-f', '-'], text);
    objects += stdout.split('\n').filter((line) => line.includes('dry run')).length;
    if (status !== 0) {
      failed++;
      console.error(`${title}: ${stderr.trim()}`);
    }
  }
  console.log(`${objects} objects taken`);
  console.log(`${all.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = main();
