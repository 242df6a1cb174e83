import type { ApiObject } from 'cdk8s';
import { pathText } from '../rules/read';
import type { Finding } from '../rules/report';

/** A finding as errors of constructs read: `DAPR022 [shop/store] apiVersion: what is wrong; what to do`. */
export function findingText({ rule, object, path, message, fix }: Finding & { readonly object: ApiObject }): string {
  const place = path.length === 0 ? '' : `${pathText(path)}: `;
  return `${rule} [${object.node.path}] ${place}${message}${remedy(message, fix)}`;
}

function remedy(message: string, fix: string): string {
  const order = fix.replace(/\.$/, '');
  return message.endsWith('?') ? ` ${order}` : `; ${/^[A-Z][a-z]/.test(order) ? order[0].toLowerCase() + order.slice(1) : order}`;
}
