import { Construct } from 'constructs';
import { Component, ComponentProps } from './component';
import { ComponentOptions } from './component-options';
import { schemaOf, withClass } from './private/component-schema';
import { Fields } from './private/fields';

/**
 * Whether a binding brings events to applications, lets them call out, or both.
 */
export enum BindingDirection {
  /** Events come to the application; the sidecar does not ask it first whether it wants them. */
  INPUT = 'input',
  /** The application calls out. */
  OUTPUT = 'output',
  /** Both; the sidecar does not ask the application first whether it wants events. */
  INPUT_AND_OUTPUT = 'input,output',
}

/**
 * What every binding takes beside the settings of its type.
 */
export interface BindingOptions extends ComponentOptions {}

/**
 * What a binding that brings events to applications takes besides.
 */
export interface InputBindingOptions extends BindingOptions {
  /**
   * The directions in which the binding works. With a direction given, the sidecar brings events without asking the application first.
   *
   * @default - every direction that the type has; the sidecar asks the application (OPTIONS on the route) whether it wants events
   */
  readonly direction?: BindingDirection;

  /**
   * The path at which the application takes events.
   *
   * @default - the component's name
   */
  readonly route?: string;
}

/**
 * What a binding of a type of your own is made of.
 */
export interface BindingProps extends ComponentProps, InputBindingOptions {}

/** A binding that applications call. */
export interface IOutputBinding {
  /** The component's name, by which applications call it. */
  readonly outputBindingName: string;
}

/** A binding that brings events to applications. */
export interface IInputBinding {
  /** The component's name, and its route where no other is set. */
  readonly inputBindingName: string;
}

/**
 * A binding. Use the class of its type, e.g. `dapr.bindings.Cron`; extend this one for a pluggable type.
 *
 * @see https://docs.dapr.io/developing-applications/building-blocks/bindings/
 */
export class Binding extends Component {
  constructor(scope: Construct, id: string, props: BindingProps) {
    super(scope, id, withClass(props, { fields: fieldsFor(schemaOf(props)?.schema.directions), items }));
  }
}

/** A binding of one direction loads silently as nothing where the manifest names the other only. */
function fieldsFor(directions: readonly string[] = ['input', 'output']): Fields {
  if (!directions.includes('input')) {
    return {};
  }
  const of = directions.includes('output') ? Object.values(BindingDirection) : [BindingDirection.INPUT];
  return { direction: { is: 'enum', of }, route: { is: 'text' } };
}

function items(values: Record<string, any>): [string, unknown][] {
  const all: [string, unknown][] = [
    ['direction', values.direction],
    ['route', values.route],
  ];
  return all.filter(([, value]) => value !== undefined);
}
