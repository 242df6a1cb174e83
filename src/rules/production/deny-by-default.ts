import { grouped } from '../grouped';
import { mayShareNamespace } from '../model/manifest';
import { annotation, annotationPath } from '../model/workload';
import { at, text } from '../read';
import type { Rule } from '../rule';
import { configuration, deployment } from './examples';
import { annotationsPath, isCalled, nameOf, sidecars } from './sidecars';

const CONFIG = 'dapr.io/config';
const USES = deployment({ annotations: `${CONFIG}: appconfig` });

export const denyByDefault: Rule = {
  id: 'DAPR229',
  severity: 'warning',
  title: 'An application that every other may call',
  why: 'Without access control, and also with access control that names no defaultAction, every application with a sidecar may call every method. One that is taken over reaches all others.',
  fix: 'Give the Configuration of the application that is called spec.accessControl with defaultAction: deny, and a policy for each caller.',
  source: 'pkg/acl/acl.go ParseAccessControlSpec; https://docs.dapr.io/operations/configuration/invoke-allowlist/',
  facts: [],
  demand: [20],
  bad: [
    { yaml: deployment(), says: [`every application may call 'orders': it names no Configuration, which could deny it`] },
    {
      yaml: [USES, configuration('tracing: { samplingRate: "0.1" }')].join('---'),
      says: ["every application may call 'orders': the Configuration 'appconfig' has no accessControl"],
    },
    {
      yaml: [USES, configuration('accessControl: { trustDomain: public }')].join('---'),
      says: ["every application that no policy names may call 'orders': defaultAction is not deny"],
    },
    {
      yaml: [USES, configuration('accessControl: { defaultAction: allow, trustDomain: public }')].join('---'),
      says: ["every application that no policy names may call 'orders': defaultAction is not deny"],
    },
  ],
  good: [
    { yaml: [USES, configuration('accessControl: { defaultAction: deny, trustDomain: public }')].join('---') },
    // What the Configuration says is not here.
    { yaml: USES },
  ],
  check(model, report) {
    const called = sidecars(model).filter(isCalled);
    for (const workload of called.filter(({ annotations }) => (annotation(annotations, CONFIG) ?? '') === '')) {
      report.add(
        workload.manifest,
        annotation(workload.annotations, CONFIG) === undefined ? annotationsPath(workload) : annotationPath(workload, CONFIG),
        `every application may call '${nameOf(workload)}': it names no Configuration, which could deny it`,
      );
    }
    const byConfig = grouped(called, ({ annotations }) => annotation(annotations, CONFIG) ?? '');
    for (const resource of model.configurations) {
      const users = (byConfig.get(resource.name) ?? []).filter((workload) => mayShareNamespace(workload, resource));
      const accessControl = at(resource.spec, 'accessControl');
      const action = text(at(accessControl, 'defaultAction')) ?? '';
      if (users.length === 0 || !/^(allow)?$/i.test(action)) {
        continue;
      }
      const names = users.map((workload) => `'${nameOf(workload)}'`).join(', ');
      if (accessControl === undefined) {
        report.add(
          resource.manifest,
          ['spec'],
          `every application may call ${names}: the Configuration '${resource.name}' has no accessControl`,
        );
      } else {
        const path = ['spec', 'accessControl', ...(action === '' ? [] : ['defaultAction'])];
        report.add(resource.manifest, path, `every application that no policy names may call ${names}: defaultAction is not deny`);
      }
    }
  },
};
