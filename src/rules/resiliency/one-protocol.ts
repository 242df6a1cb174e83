import type { Rule } from '../rule';
import { PROTOCOLS } from './code-list';
import { codeListsOf } from './status-codes';

const FIELDS = Object.keys(PROTOCOLS);

export const oneProtocol: Rule = {
  id: 'DAPR137',
  severity: 'info',
  gravest: 'warning',
  title: 'A retry that looks at the codes of one protocol only',
  why: 'Codes below 17 are held against the list for gRPC, codes from 100 on against the one for HTTP. Where there is no list, a call is repeated after every error of that protocol; after an error without a code it is repeated anyway.',
  fix: 'Set the list of the other protocol too, where calls go over it.',
  source: 'pkg/resiliency/retry.go statusCodeNeedRetry, mustRetryStatusCode',
  facts: ['R129'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: { retries: { important: { policy: constant, maxRetries: 5, matching: { httpStatusCodes: "429,500-599" } } } }
  targets: { apps: { orders: { retry: important } } }
`,
      says: ["calls over gRPC are repeated after every error, because the retry 'important' lists httpStatusCodes only"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: { retries: { never: { policy: constant, maxRetries: 5, matching: { httpStatusCodes: ",", gRPCStatusCodes: "14" } } } }
  targets: { apps: { orders: { retry: never } } }
`,
      says: ["',' lists no code at all, so no call is repeated after an error with an HTTP code"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies:
    retries:
      important: { policy: constant, maxRetries: 5, matching: { httpStatusCodes: "429,500-599", gRPCStatusCodes: "14" } }
      always: { policy: constant, maxRetries: 5 }
  targets: { apps: { orders: { retry: important }, billing: { retry: always } } }
`,
    },
  ],
  check({ resiliencies }, report) {
    for (const resource of resiliencies) {
      const lists = codeListsOf(resource);
      const perRetry = new Map<string, number>();
      for (const { path } of lists) {
        perRetry.set(String(path[3]), (perRetry.get(String(path[3])) ?? 0) + 1);
      }
      for (const { field, list, path } of lists) {
        const name = String(path[3]);
        if (/^,+$/.test(list)) {
          const message = `'${list}' lists no code at all, so no call is repeated after an error with ${field === 'gRPCStatusCodes' ? 'a gRPC' : 'an HTTP'} code`;
          report.add(resource.manifest, path, message, { severity: 'warning', fix: 'Write the codes, or leave the list out.' });
        } else if (perRetry.get(name) === 1) {
          const other = PROTOCOLS[FIELDS.find((candidate) => candidate !== field)!].title;
          const message = `calls over ${other} are repeated after every error, because the retry '${name}' lists ${field} only`;
          report.add(resource.manifest, path, message);
        }
      }
    }
  },
};
