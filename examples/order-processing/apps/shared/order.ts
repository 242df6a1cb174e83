/** What a customer asks for. */
export interface Wish {
  /** Given by the customer, so that a request may be sent again; made up by checkout otherwise. */
  readonly id?: string;
  readonly customer: string;
  readonly item: string;
  readonly quantity: number;
}

/** What orders keeps, and what is announced. */
export interface Order extends Wish {
  readonly id: string;
  readonly status: 'placed' | 'shipped';
}

/** What an event of a topic looks like where it comes in. */
export interface CloudEvent<T> {
  readonly data: T;
}
