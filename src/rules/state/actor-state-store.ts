import { Component, isTruthy, itemNamed } from '../model/component';

/** Whether a component asks to hold the state of actors; a value that is only known at run time does not count. */
export function isActorStateStore(component: Component): boolean {
  const item = component.category === 'state' ? itemNamed(component, 'actorStateStore') : undefined;
  return item !== undefined && !item.late && isTruthy(item.value);
}
