import type { Fault } from './entry.ts';

/** Thrown at the first fault while a line is read. The import always catches it. */
export class LineFault extends Error {
  override readonly name = 'LineFault';
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.code);
    this.fault = fault;
  }
}
