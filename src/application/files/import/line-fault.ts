import type { Fault } from './entry.ts';

/** Thrown while a line is read, at its first fault; never leaves the import. */
export class LineFault extends Error {
  override readonly name = 'LineFault';
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.code);
    this.fault = fault;
  }
}
