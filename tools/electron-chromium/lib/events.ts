/** Events that a listener may prevent. */

export interface PreventableEvent {
  defaultPrevented: boolean;
  preventDefault(): void;
}

/**
 * Makes an event.
 * @param details further fields
 * @returns the details with `preventDefault()`
 */
export function createEvent<T extends object = object>(details?: T): PreventableEvent & T {
  const event = {
    ...(details ?? ({} as T)),
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  return event;
}
