import { at, list } from '../read';
import type { Rule } from '../rule';
import { configuration } from './examples';

export const handlerSelector: Rule = {
  id: 'DAPR151',
  severity: 'warning',
  title: 'A selector that no sidecar evaluates',
  why: 'The selector of a handler is part of the CRD, but no sidecar reads it: the handler runs for every request.',
  fix: 'Remove the selector; where only some paths are meant, use middleware.http.routerchecker or a Configuration of its own for the application.',
  source: 'pkg/middleware/http/pipeline.go buildChain',
  facts: ['R148'],
  bad: [
    {
      yaml: configuration(`
httpPipeline:
  handlers:
    - name: login
      type: middleware.http.oauth2
      selector: { fields: [{ field: path, value: /admin }] }`),
      says: ["the selector of 'login' is never evaluated: the handler runs for every request"],
    },
  ],
  good: [{ yaml: configuration('httpPipeline: { handlers: [{ name: login, type: middleware.http.oauth2 }] }') }],
  check({ configurations }, report) {
    for (const { manifest, spec } of configurations) {
      for (const pipeline of ['httpPipeline', 'appHttpPipeline']) {
        list(at(spec, pipeline, 'handlers')).forEach((handler, i) => {
          const selector = at(handler, 'selector');
          if (selector !== undefined && selector !== null) {
            const message = `the selector of '${String(at(handler, 'name'))}' is never evaluated: the handler runs for every request`;
            report.add(manifest, ['spec', pipeline, 'handlers', i, 'selector'], message);
          }
        });
      }
    }
  },
};
