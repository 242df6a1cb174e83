import { IConfiguration } from '../configuration-reference';
import { SidecarOptions } from '../generated/sidecar-options';
import { SIDECAR_EMPTY_LISTS, SIDECAR_FIELDS } from '../generated/sidecar-tables';
import { ANNOTATION_MAPS } from './annotation-maps';
import { toText } from './field-text';
import { Field } from './fields';

/** The annotations of checked options, without `dapr.io/enabled`. */
export function sidecarAnnotations(options: SidecarOptions): Record<string, string> {
  const annotations: Record<string, string> = {};
  for (const [option, field] of Object.entries(SIDECAR_FIELDS)) {
    const value: unknown = (options as Record<string, unknown>)[option];
    if (value !== undefined && value !== null && !isNothing(option, value)) {
      annotations[field.wire!] = annotationText(option, field, value);
    }
  }
  return annotations;
}

function annotationText(option: string, field: Field, value: unknown): string {
  if (option === 'config') {
    return (value as IConfiguration).name;
  }
  return option in ANNOTATION_MAPS ? ANNOTATION_MAPS[option].write(value as Record<string, string>) : toText(field, value);
}

// An empty annotation replaces Dapr's default by nothing, which only few mean.
function isNothing(option: string, value: unknown): boolean {
  const empty = Array.isArray(value) ? value.length === 0 : option in ANNOTATION_MAPS && Object.keys(value as object).length === 0;
  return empty && !SIDECAR_EMPTY_LISTS.includes(option);
}
