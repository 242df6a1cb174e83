import { list, Mapping, mapping, texts } from '../read';
import { Manifest } from './manifest';

/** An object of one of Dapr's own kinds. */
export interface Resource {
  readonly manifest: Manifest;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly spec: Mapping;
  /** The app ids that see it; nothing where every application of the namespace does, as with an empty list. */
  readonly scopes: readonly string[] | undefined;
}

export function resourceOf(manifest: Manifest): Resource {
  const scopes = list(manifest.body.scopes);
  return {
    manifest,
    name: manifest.name,
    namespace: manifest.namespace,
    spec: mapping(manifest.body.spec),
    scopes: scopes.length === 0 ? undefined : texts(scopes),
  };
}
