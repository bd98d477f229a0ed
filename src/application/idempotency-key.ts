import { sha256Of } from './digest.ts';

interface SentForm {
  readonly by: string;
  /** The token of the form, which each display of the form draws again; absent if there is no form. */
  readonly once?: string | undefined;
  readonly said: readonly (string | undefined)[];
}

/** A key that is the same only for the same author, form and content: a form that is sent several times, even at
 *  the same moment, makes one record under this key. Undefined if there is no form. */
export async function keyOfForm({ by, once, said }: SentForm): Promise<string | undefined> {
  if (once === undefined) return undefined;
  const digest = await sha256Of(JSON.stringify([by, once, ...said.map((one) => one ?? '')]));
  return digest.slice('sha256$'.length, 'sha256$'.length + 32);
}
