/** The value that `make` makes, made at the first call. Only the finished value is kept, never a promise of it: on
 *  Workers a request must not wait for the work of another one. Requests that come together may each make one. */
export function keepFinished<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: { readonly value: Value } | undefined;
  return async () => {
    made ??= { value: await make() };
    return made.value;
  };
}
