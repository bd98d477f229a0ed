import type { SettingError } from '../domain/settings/error.ts';

type Given = Readonly<Record<string, string | undefined>>;

/** The allowed values of `NODE_ENV`; empty counts as `development`. */
const STAGES = ['development', 'test', 'production'];

/** A misspelt stage is neither production nor a demonstration, so it stops the start. */
export function stageErrors({ NODE_ENV }: Given): readonly SettingError[] {
  if (NODE_ENV === undefined || STAGES.includes(NODE_ENV)) return [];
  return [{ name: 'NODE_ENV', code: 'wrong-form', form: { kind: 'one-of', values: STAGES } }];
}

/** The public origin, with its faults. */
export function parsePublicUrl(
  given: Given,
  production: boolean,
): { origin: string; faults: readonly SettingError[] } {
  const port = /^\d+$/.test(given['PORT'] ?? '') ? given['PORT'] : '3000';
  const text = given['PUBLIC_URL'] ?? (production ? undefined : `http://localhost:${port}`);
  const name = 'PUBLIC_URL';
  if (!text) return { origin: '', faults: [{ name, code: 'required', why: 'origin' }] };
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.origin !== text.replace(/\/$/, '')) {
    return {
      origin: '',
      faults: [{ name, code: 'wrong-form', form: { kind: 'origin' } }],
    };
  }
  if (production && url.protocol !== 'https:') {
    return { origin: '', faults: [{ name, code: 'https-only' }] };
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
export function demoErrors(
  { DEMO }: Given,
  { production, origin }: { readonly production: boolean; readonly origin: string },
): readonly SettingError[] {
  if (DEMO !== '1') return [];
  const name = 'DEMO';
  if (production) return [{ name, code: 'demonstration-in-production' }];
  if (origin === '' || isLoopbackHttp(origin)) return [];
  return [{ name, code: 'demonstration-elsewhere', origin }];
}
