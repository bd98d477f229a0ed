/** Gives way to requests, signals and timers that wait. Browsers lack the quicker way: a timer takes at least a
 *  millisecond, which work in a thousand small steps would feel. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => (globalThis.setImmediate ?? setTimeout)(resolve));
}
