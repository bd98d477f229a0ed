import type { Context } from 'hono';
import type { IssuedCredential } from '../../../../domain/award/award-types.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { parseChoice, sentChoice, toValues } from './choice-form.ts';
import type { Issued } from './owned-badge.ts';

/** The unsigned badge with its kept choice, completed by the choice in the address; undefined where the
 *  latter is invalid. */
export async function previewedOf(
  c: Context<AppEnv>,
  deps: AppDeps,
  { award, credential }: Issued,
): Promise<IssuedCredential | undefined> {
  const form = parseChoice({ ...toValues(credential.choice), ...sentChoice(c) }, award.recipient);
  if (!form.ok) return undefined;
  const chosen = { ...credential.choice, ...form.value };
  return deps.services.previewCredential({ award, credential }, chosen);
}
