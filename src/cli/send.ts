/** Sends a request to the API of a running service. Without a body, it is a GET. */
export type Send = <T>(
  path: string,
  body: BodyInit | undefined,
  headers?: Record<string, string>,
) => Promise<T>;
