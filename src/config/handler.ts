import type { IComponent } from '../component';
import { Fields } from '../private/fields';

/**
 * A condition of a handler.
 */
export interface HandlerSelectorField {
  /** What is looked at. */
  readonly field: string;

  /** What it must be. */
  readonly value: string;
}

/**
 * What a handler may carry besides its middleware.
 */
export interface HandlerOptions {
  /**
   * Conditions of the handler. Dapr keeps them and never looks at them: the handler always runs. They are here so that
   * manifests that have them can be written.
   *
   * @default - none
   */
  readonly selector?: HandlerSelectorField[];
}

/**
 * One step of an HTTP pipeline: a middleware component that requests pass through.
 *
 * ```ts
 * const httpPipeline = [dapr.Handler.of(bearer), dapr.Handler.fromName('limit', 'middleware.http.ratelimit')];
 * ```
 *
 * A step whose component the sidecar cannot see is left out without notice, also where it should have checked who calls.
 *
 * @see https://docs.dapr.io/operations/configuration/configuration-overview/
 */
export class Handler {
  /**
   * Takes the step from a middleware component of the program.
   *
   * @param middleware a component whose type begins with `middleware.http.`
   * @param options what else the handler carries
   */
  public static of(middleware: IComponent, options: HandlerOptions = {}): Handler {
    return new Handler(middleware?.name, middleware?.componentType, options);
  }

  /**
   * Refers to a middleware component that the program does not define.
   *
   * @param name the component's `metadata.name`
   * @param componentType the component's type, letter by letter, such as `middleware.http.bearer`
   * @param options what else the handler carries
   */
  public static fromName(name: string, componentType: string, options: HandlerOptions = {}): Handler {
    return new Handler(name, componentType, options);
  }

  /** @internal */
  public readonly _values: object;

  private constructor(
    /** The component's name. */
    public readonly name: string,
    /** The component's type. */
    public readonly componentType: string,
    options: HandlerOptions,
  ) {
    const fields = options.selector?.map((field) => ({ ...field }));
    this._values = { name, type: componentType, ...(fields === undefined ? {} : { selector: { fields } }) };
  }
}

export const HANDLER: Fields = {
  name: { is: 'text', required: true, pattern: /./, expected: `the name of a middleware component` },
  type: {
    is: 'text',
    required: true,
    pattern: /^middleware\.http\../,
    expected: `the type of a middleware component, e.g. 'middleware.http.bearer'`,
  },
  selector: {
    is: 'object',
    fields: {
      fields: {
        is: 'objects',
        required: true,
        fields: { field: { is: 'text', required: true }, value: { is: 'text', required: true } },
      },
    },
  },
};
