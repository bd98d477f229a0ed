/** What a remote service refused, by the stable code of its problem details. */
export class RemoteError extends Error {
  override readonly name = 'RemoteError';
  readonly code: string;
  readonly status: number;
  constructor(code: string, detail: string, options: ErrorOptions & { readonly status?: number } = {}) {
    super(detail, options);
    this.code = code;
    this.status = options.status ?? 0;
  }

  /** Reads an RFC 9457 body; any other body is shown as it is, cut short. */
  static from(status: number, body: string): RemoteError {
    try {
      const { code = 'unreachable', detail = body } = JSON.parse(body) as { code?: string; detail?: string };
      return new RemoteError(code, detail, { status });
    } catch {
      return new RemoteError('unreachable', `${status} ${body.slice(0, 200)}`, { status });
    }
  }
}
