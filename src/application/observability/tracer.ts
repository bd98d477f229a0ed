/** What is noted of a request. Nothing in it says who asked, for what, or with which secret. */
export interface TracedRequest {
  readonly method: string;
  /** The pattern of the route; undefined if no route answers. */
  readonly route: string | undefined;
  readonly status: number;
  /** The id that the log gives the request; a kept answer has none. */
  readonly requestId: string | undefined;
}

/** The steps of the work of a request that are timed. */
export type TracedStep = 'write' | 'sign' | 'draw' | 'fetch';

/** Times requests and the steps of their work, for an operator who asked for traces. */
export interface Tracer {
  /** Does the work of a request, and notes what it returns. `parent` is the `traceparent` that came with it, from one
   *  who is believed. https://www.w3.org/TR/trace-context/#traceparent-header */
  request(parent: string | undefined, work: () => Promise<TracedRequest>): Promise<void>;
  /** Does a step of the work of the present request. Outside of a request nothing is timed. */
  timeStep<Result>(part: TracedStep, work: () => Promise<Result>): Promise<Result>;
}
