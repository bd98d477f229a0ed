import type { ErrorParams } from '../domain/errors.ts';

/** The members of an RFC 9457 body that are read. */
interface Problem {
  readonly code?: unknown;
  readonly detail?: unknown;
  readonly params?: unknown;
}

/** The values of parameters that a sentence can contain. */
function toParams(params: unknown): ErrorParams {
  const isShown = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);
  const entries = Object.entries(Object(params)).filter(([, value]) =>
    Array.isArray(value) ? value.every(isShown) : isShown(value),
  );
  return Object.fromEntries(entries) as ErrorParams;
}

/** The refusal of a remote service, with the stable code of its problem details. */
export class RemoteError extends Error {
  override readonly name = 'RemoteError';
  readonly code: string;
  readonly status: number;
  readonly params: ErrorParams;
  constructor(
    code: string,
    detail: string,
    options: ErrorOptions & { readonly status?: number; readonly params?: ErrorParams } = {},
  ) {
    super(detail, options);
    this.code = code;
    this.status = options.status ?? 0;
    this.params = options.params ?? {};
  }

  /** Reads an RFC 9457 body; any other body is shown as it is, shortened. */
  static from(status: number, body: string): RemoteError {
    try {
      const { code, detail = body, params } = JSON.parse(body) as Problem;
      if (typeof code === 'string') {
        return new RemoteError(code, String(detail), { status, params: toParams(params) });
      }
    } catch {
      // The body is not JSON, so it does not come from our service.
    }
    return new RemoteError('unreachable', `${status} ${body.slice(0, 200)}`);
  }
}
