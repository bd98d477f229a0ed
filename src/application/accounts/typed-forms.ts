import {
  TYPED_FORM_CHARACTERS,
  TYPED_FORM_SECONDS,
  TYPED_FORMS,
  type TypedForm,
} from '../../domain/access/typed-form.ts';
import type { PersonId } from '../../domain/ids.ts';
import { containsNumen, maskNumen } from '../../domain/numen.ts';
import { secondsAfter } from '../../domain/time/time.ts';
import { sha256Of } from '../digest.ts';
import type { Ports } from '../service-ports.ts';
import { makeSecret, toOwnPath } from './begin-sign-in.ts';

/** Keeps the fields of a form for this person, with every NUMEN masked. When the person has too many forms,
 *  the oldest is deleted: other people cannot block the place by sending forms in their name. Returns the
 *  secret for the browser. Undefined where nothing is kept: the form is too long, a NUMEN stands outside of
 *  the fields, the person is unknown, or too many forms are kept already. */
export const keepTypedForm =
  ({ store, clock, ids }: Ports) =>
  async ({ personId, path, back, fields }: Omit<TypedForm, 'secretHash' | 'expiresAt'>) => {
    const texts = Object.entries(fields).flatMap(([name, values]) => values.map((value) => name + value));
    const characters = texts.reduce((sum, text) => sum + text.length, 0);
    if (characters === 0 || characters > TYPED_FORM_CHARACTERS) return undefined;
    if ([path, back, ...Object.keys(fields)].some(holdsNumen)) return undefined;
    const [[person], kept] = await Promise.all([store.readPeople([personId]), store.countTypedForms()]);
    if (!person || kept >= TYPED_FORMS.all) return undefined;
    const secret = makeSecret(ids);
    const masked = Object.entries(fields).map(([name, values]) => [name, values.map(maskNumen)] as const);
    const form: TypedForm = {
      secretHash: await sha256Of(secret),
      personId,
      path: toOwnPath(path),
      back: toOwnPath(back),
      fields: Object.fromEntries(masked),
      expiresAt: secondsAfter(clock.now(), TYPED_FORM_SECONDS),
    };
    await store.commit([{ kind: 'typed-form-kept', form }]);
    return secret;
  };

/** Whether the text contains a NUMEN. In an address, some of its characters may be percent-encoded. */
function holdsNumen(text: string): boolean {
  return containsNumen(text) || containsNumen(text.replaceAll(/%[0-9a-f]{2}|\+/gi, ' '));
}

/** The form kept for this person and this secret; undefined for anybody else. */
export const readTypedForm =
  ({ store, clock }: Ports) =>
  async (secret: string, personId: PersonId): Promise<TypedForm | undefined> => {
    const form = await store.readTypedForm(await sha256Of(secret));
    return form && form.personId === personId && form.expiresAt > clock.now() ? form : undefined;
  };

/** Deletes the form kept for this secret and address, because it was sent successfully in the meantime. */
export const dropTypedForm =
  ({ store }: Ports) =>
  async (secret: string, path: string): Promise<void> =>
    store.commit([{ kind: 'typed-form-dropped', secretHash: await sha256Of(secret), path }]);
