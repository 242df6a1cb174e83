import { join } from 'node:path';
import { Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import * as dapr from '../../src';
import { ComponentFact, FieldFact, FieldFacts, readCatalog } from '../../tools/generate/catalog';
import { propertyOf } from '../../tools/generate/fields';
import { pascal } from '../../tools/generate/names';

export const CATALOG = readCatalog(join(__dirname, '../../catalog'));

/** The generated class of a catalog entry. */
export function classOf(component: ComponentFact): new (scope: Construct, id: string, props: object) => dapr.Component {
  return (dapr as any)[component.module][component.class];
}

/** A value of the right type, and the metadata text that it must become. */
export interface Sample {
  readonly value: unknown;
  readonly text?: string;
  readonly secretKeyRef?: { name: string; key: string };
}

/** Values by the text that the component reads; a sample of each kind tells one mistake of spelling from another. */
export function sampleOf(component: ComponentFact, key: string, field: FieldFact): Sample {
  const text = field.example ?? SPECIAL[`${component.type}:${key}`];
  switch (field.is) {
    case 'text':
      return { value: text ?? 'yes', text: text ?? 'yes' };
    case 'secret':
      return text === undefined
        ? { value: dapr.SecretValue.fromSecretKeyRef('secret', key), secretKeyRef: { name: 'secret', key } }
        : { value: dapr.SecretValue.unsafePlainText(text), text };
    case 'integer':
      return { value: Math.max(field.min ?? 2, 2), text: String(Math.max(field.min ?? 2, 2)) };
    case 'number':
      return { value: Math.max(field.min ?? 0.5, 0.5), text: String(Math.max(field.min ?? 0.5, 0.5)) };
    case 'boolean':
      return { value: true, text: 'true' };
    case 'enum':
      return { value: field.of![0], text: field.of![0] };
    case 'duration':
      if (key === 'heartbeatInterval') {
        return { value: Duration.seconds(2), text: '2s' }; // shorter than the session that it keeps alive
      }
      return { value: Duration.seconds(90), text: { ms: '90000', s: '90' }[field.unit as string] ?? '1m30s' };
    case 'durations':
      return { value: [Duration.seconds(1), Duration.millis(2500)], text: '1s,2s500ms' };
    case 'size':
      return { value: Size.mebibytes(8), text: '8Mi' };
    case 'texts':
      return { value: ['a:1', 'b:2'], text: 'a:1,b:2' };
    default:
      throw new Error(`no sample of '${field.is}'`);
  }
}

/** Texts that a component parses when it starts, so that any text would not do. */
const SPECIAL: Record<string, string> = { 'bindings.mysql:url': 'shop@tcp(mysql:3306)/shop' };

/** Which fields are meant. */
export type Chosen = (field: FieldFact, key: string) => boolean;

/** Props and the metadata that they must become; `only` chooses the fields. */
export function samples(
  component: ComponentFact,
  fields: FieldFacts,
  only: Chosen,
): { props: Record<string, unknown>; metadata: object[] } {
  const props: Record<string, unknown> = {};
  const metadata: object[] = [];
  for (const [key, field] of Object.entries(fields)) {
    if (!only(field, key) || field.wire !== undefined) {
      continue;
    }
    const sample = sampleOf(component, key, field);
    props[propertyOf(key, field)] = sample.value;
    metadata.push(sample.secretKeyRef ? { name: key, secretKeyRef: sample.secretKeyRef } : { name: key, value: sample.text });
  }
  return { props, metadata };
}

/** The value of one profile's factory, and its metadata. */
export function authSample(component: ComponentFact, name: string, only: Chosen): { auth: unknown; metadata: object[] } {
  const profile = component.auth![name];
  const shared = profile.uses === undefined ? undefined : CATALOG.profiles[profile.uses];
  const anyOf = profile.anyOf ?? shared?.anyOf ?? [];
  const fields = { ...shared?.fields, ...profile.fields };
  const chosen: Chosen = (field, key) => only(field, key) || (anyOf.length > 0 && field === fields[anyOf[0]]);
  const { props, metadata } = samples(component, fields, chosen);
  const sets = Object.entries(profile.sets ?? {}).map(([key, value]) => ({ name: key, value }));
  const factory = (dapr as any)[component.module][`${component.class}Auth`][name];
  return { auth: factory.call((dapr as any)[component.module][`${component.class}Auth`], props), metadata: [...sets, ...metadata] };
}

/** The least that the class takes, and the metadata that it must become. */
export function leastProps(component: ComponentFact): { props: Record<string, unknown>; metadata: object[] } {
  const anyOf = component.anyOf?.[0];
  const least = samples(
    component,
    component.fields,
    (field) => field.required === true || (anyOf !== undefined && field === component.fields[anyOf]),
  );
  if (!component.authRequired) {
    return least;
  }
  const { auth, metadata } = authSample(component, Object.keys(component.auth!)[0], (field) => field.required === true);
  return { props: { ...least.props, auth }, metadata: [...least.metadata, ...metadata] };
}

export { pascal };
