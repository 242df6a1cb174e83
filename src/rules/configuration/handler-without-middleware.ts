import { Component } from '../model/component';
import { mayShareNamespace } from '../model/manifest';
import type { Model } from '../model/model';
import { Resource } from '../model/resource';
import { NearMisses } from '../near-miss';
import { at, list, mapping, Path, pathText, text } from '../read';
import type { Report } from '../report';
import type { Rule } from '../rule';
import { isUnrendered } from '../shape/differences';
import { app, component, configuration } from './examples';
import { usersOf } from './users';

const HANDLERS = `
httpPipeline:
  handlers:
    - { name: login, type: middleware.http.oauth2 }`;

export const handlerWithoutMiddleware: Rule = {
  id: 'DAPR150',
  severity: 'error',
  title: 'A handler without its middleware',
  why: 'A sidecar builds the pipeline of those middleware components that it has loaded, and leaves out a handler whose name, type and version it does not find, without a word: a login that is left out lets everybody in.',
  fix: 'Write name and type of the handler exactly as in the Component, and let every application that uses the Configuration see that Component.',
  source: 'pkg/middleware/http/pipeline.go buildChain; pkg/middleware/store/store.go Get',
  facts: ['R147', 'R146'],
  bad: [
    {
      yaml:
        configuration(`
httpPipeline:
  handlers:
    - { name: logn-page, type: middleware.http.oauth2 }
    - { name: limit, type: middleware.http.rateLimit }
    - { name: elsewhere, type: middleware.http.bearer }`) +
        component('login-page', 'middleware.http.oauth2') +
        component('limit', 'middleware.http.ratelimit'),
      says: [
        "'spec.httpPipeline.handlers[0]' is left out: there is no component 'logn-page'; did you mean 'login-page'?",
        "'spec.httpPipeline.handlers[1]' is left out: its type is 'middleware.http.rateLimit', the component 'limit' is a 'middleware.http.ratelimit'",
      ],
    },
    {
      yaml:
        configuration(HANDLERS) +
        component('login', 'middleware.http.oauth2', 'scopes: [shop]') +
        app('orders', { 'dapr.io/config': 'app' }),
      says: ["'spec.httpPipeline.handlers[0]' is left out for 'orders': the scopes of the component 'login' do not name that application"],
    },
    {
      yaml: configuration(HANDLERS) + component('login', 'middleware.http.oauth2').replace('version: v1', 'version: v2'),
      says: ["'spec.httpPipeline.handlers[0]' is left out: a handler means version v1, the component 'login' has 'v2'"],
    },
    {
      yaml: configuration(HANDLERS),
      complete: true,
      says: ["'spec.httpPipeline.handlers[0]' is left out: there is no component 'login'"],
    },
  ],
  good: [
    {
      yaml:
        configuration(HANDLERS) +
        component('login', 'middleware.http.oauth2', 'scopes: [orders]') +
        app('orders', { 'dapr.io/config': 'app' }),
    },
    { yaml: configuration(HANDLERS) },
  ],
  check(model, report) {
    const near = new NearMisses(model.components.filter(({ category }) => category === 'middleware').map(({ name }) => name));
    for (const configuration of model.configurations) {
      for (const pipeline of ['httpPipeline', 'appHttpPipeline']) {
        list(at(configuration.spec, pipeline, 'handlers')).forEach((handler, i) => {
          const path = ['spec', pipeline, 'handlers', i];
          checkHandler(model, report, configuration, { ...mapping(handler), path }, near);
        });
      }
    }
  },
};

interface Handler {
  readonly name?: unknown;
  readonly type?: unknown;
  readonly version?: unknown;
  readonly path: Path;
}

function checkHandler(model: Model, report: Report, configuration: Resource, handler: Handler, near: NearMisses): void {
  const [name, type] = [text(handler.name), text(handler.type)];
  if (name === undefined || type === undefined || isUnrendered(name) || isUnrendered(type)) {
    return;
  }
  const left = `'${pathText(handler.path)}' is left out`;
  const named = model.componentsNamed(name, configuration);
  if (named.length === 0) {
    const meant = near.find(name);
    const hint = meant === undefined ? '' : `; did you mean '${meant}'?`;
    report.add(configuration.manifest, handler.path, `${left}: there is no component '${name}'${hint}`, {
      outside: meant === undefined ? 'silent' : 'warning',
    });
    return;
  }
  const version = (model.target === 'self-hosted' ? text(handler.version) : undefined) ?? 'v1';
  const fitting = named.filter(
    (component) => isUnrendered(component.type) || (component.type === type && versionOf(component) === version),
  );
  if (fitting.length === 0) {
    const [first] = named;
    const why =
      first.type === type
        ? `a handler means version ${version}, the component '${name}' has '${first.version}'`
        : `its type is '${type}', the component '${name}' is a '${first.type}'`;
    const certain = named.some(({ namespace }) => namespace === configuration.namespace);
    report.add(configuration.manifest, handler.path, `${left}: ${why}`, { outside: certain ? undefined : 'warning' });
    return;
  }
  for (const { id, namespace } of usersOf(model, configuration)) {
    if (!fitting.some((component) => mayShareNamespace(component, { namespace }) && sees(id, component))) {
      const message = `${left} for '${id}': the scopes of the component '${name}' do not name that application`;
      report.add(configuration.manifest, handler.path, message);
    }
  }
}

function versionOf({ version }: Component): string {
  return version === '' ? 'v1' : version;
}

function sees(id: string, { scopes }: Component): boolean {
  return isUnrendered(id) || scopes === undefined || scopes.includes(id) || scopes.some(isUnrendered);
}
