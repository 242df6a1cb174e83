import type { DaprVersion } from '../dapr-version';
import { parsePath } from '../private/field-path';
import { mistake } from '../private/problems';
import type { Manifest } from '../rules/model/manifest';
import type { Model } from '../rules/model/model';
import type { Report } from '../rules/report';

/**
 * What a rule of your own sees: the manifests of the whole app as plain data, whoever made them.
 */
export class RuleContext {
  /** @internal */
  public static _of(id: string, model: Model, report: Report): RuleContext {
    return new RuleContext(id, model, report);
  }

  private readonly id: string;
  private readonly model: Model;
  private readonly findings: Report;

  private constructor(id: string, model: Model, report: Report) {
    this.id = id;
    this.model = model;
    this.findings = report;
  }

  /** Every object, as it will be applied. */
  public get manifests(): any[] {
    return this.model.manifests.map(({ body }) => body);
  }

  /** The version of Dapr that the manifests are for. */
  public get daprVersion(): DaprVersion {
    return this.model.daprVersion;
  }

  /** Whether everything that the manifests refer to is among them. */
  public get complete(): boolean {
    return this.model.complete;
  }

  /**
   * The objects of a kind.
   *
   * @param kind the kind, e.g. `Component`
   */
  public ofKind(kind: string): any[] {
    return this.model.ofKind(kind).map(({ body }) => body);
  }

  /**
   * Reports a place that breaks the rule.
   *
   * @param manifest the object: one of those that this context gave
   * @param path where in it, e.g. `spec.metadata[0].value`; empty for the object as a whole
   * @param message what was found, and what is expected
   */
  public report(manifest: any, path: string, message: string): void {
    this.findings.add(this.find(manifest), parsePath(path), message);
  }

  /** Other languages get copies, so that an object that is not known by itself is looked up by what identifies it in a cluster. */
  private find(body: any): Manifest {
    const found =
      this.model.manifests.find((manifest) => manifest.body === body) ??
      this.model.manifests.find(
        ({ apiVersion, kind, name, namespace }) =>
          apiVersion === body?.apiVersion &&
          kind === body?.kind &&
          name === (body?.metadata?.name ?? '') &&
          (namespace ?? '') === (body?.metadata?.namespace ?? ''),
      );
    if (found === undefined) {
      throw mistake(`rule ${this.id} reported on something that is none of the manifests: report on one that the context gave`);
    }
    return found;
  }
}
