import { load } from 'js-yaml';
import { selfHosted, SelfHostedResult, SelfHostedSettings } from '../../src/self-hosted/core/self-hosted';

export const OUTDIR = '/out';

/** Any object of Dapr. */
export function dapr(kind: string, name: string, spec: object, rest: object = {}): any {
  return { apiVersion: 'dapr.io/v1alpha1', kind, metadata: { name }, spec, ...rest };
}

export function component(name: string, type: string, metadata: object[] = [], rest: object = {}): any {
  return dapr('Component', name, { type, version: 'v1', metadata }, rest);
}

export function secret(name: string, data: Record<string, string>, rest: object = {}): any {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name }, stringData: data, ...rest };
}

/** A Deployment with a sidecar. */
export function deployment(appId: string, annotations: Record<string, string> = {}, container: object = {}): any {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: appId },
    spec: {
      template: {
        metadata: { annotations: { 'dapr.io/enabled': 'true', 'dapr.io/app-id': appId, ...annotations } },
        spec: { containers: [{ name: 'app', image: `${appId}:1.0.0`, ...container }] },
      },
    },
  };
}

export function inNamespace(namespace: string, objects: any[]): any[] {
  return objects.map((object) => ({ ...object, metadata: { ...object.metadata, namespace } }));
}

/** What is written, which must be possible. */
export function files(objects: object[], settings: SelfHostedSettings = {}): Record<string, string> {
  return Object.fromEntries(good(objects, settings).files(OUTDIR));
}

/** The objects that are written, by their path. */
export function objects(given: object[], settings: SelfHostedSettings = {}): Record<string, any> {
  const texts = Object.entries(files(given, settings)).filter(([path]) => path.endsWith('.yaml'));
  return Object.fromEntries(texts.map(([path, text]) => [path, load(text)]));
}

export function good(given: object[], settings: SelfHostedSettings = {}): SelfHostedResult {
  const result = selfHosted(given, settings);
  expect(result.problems).toEqual([]);
  return result;
}

export function problems(given: object[], settings: SelfHostedSettings = {}): string[] {
  return selfHosted(given, settings).problems.map(({ place, message }) => `${place}: ${message}`);
}

export function notes(given: object[], settings: SelfHostedSettings = {}): readonly string[] {
  return good(given, settings).notes;
}

/** The values that are written as secrets, by their file. */
export function secretValues(given: object[], settings: SelfHostedSettings = {}): Record<string, any> {
  const all = good(given, settings).runs.flatMap(({ secrets }) => secrets);
  return Object.fromEntries(
    all.map(({ path, values }) => [path, Object.fromEntries([...values].map(([name, keys]) => [name, Object.fromEntries(keys)]))]),
  );
}
