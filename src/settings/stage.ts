type Given = Readonly<Record<string, string | undefined>>;

/** The allowed values of `NODE_ENV`; empty counts as `development`. */
const STAGES = ['development', 'test', 'production'];

/** A misspelt stage is neither production nor a demonstration, so it stops the start. */
export function stageFaults({ NODE_ENV }: Given): readonly string[] {
  if (NODE_ENV === undefined || STAGES.includes(NODE_ENV)) return [];
  return [`NODE_ENV: must be ${STAGES.join(', ')} or empty, not ${NODE_ENV}`];
}

/** The public origin, with its faults. */
export function parsePublicUrl(
  given: Given,
  production: boolean,
): { origin: string; faults: readonly string[] } {
  const text =
    given['PUBLIC_URL'] ?? (production ? undefined : `http://localhost:${given['PORT'] ?? '3000'}`);
  if (!text) return { origin: '', faults: ['PUBLIC_URL: required in production, an https origin'] };
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.origin !== text.replace(/\/$/, '')) {
    return {
      origin: '',
      faults: [`PUBLIC_URL: must be an origin such as https://badges.example.fr, not ${text}`],
    };
  }
  if (production && url.protocol !== 'https:') {
    return { origin: '', faults: ['PUBLIC_URL: must begin with https:// in production'] };
  }
  return { origin: url.origin, faults: [] };
}

/** Whether an origin is http on a name of this machine. Only there may anyone sign in as any person. */
export function isLoopbackHttp(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return protocol === 'http:' && /^(localhost|[\w-]+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

/** The fault of asking for the demonstration where it is not allowed. */
export function demoFaults(
  { DEMO }: Given,
  { production, origin }: { readonly production: boolean; readonly origin: string },
): readonly string[] {
  if (DEMO !== '1') return [];
  if (production) return ['DEMO: the demonstration cannot exist in production, remove this setting'];
  if (origin === '' || isLoopbackHttp(origin)) return [];
  return [
    `DEMO: the demonstration lets anyone sign in as anyone, so it exists at an http address of this machine only (http://localhost:3000), not at ${origin}; remove DEMO, or change PUBLIC_URL`,
  ];
}
