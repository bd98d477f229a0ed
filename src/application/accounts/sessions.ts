import { isLive, isTraceDue, type Session } from '../../domain/access/account.ts';
import type { Actor } from '../../domain/access/may.ts';
import {
  MAX_RESTORED_FORMS,
  RESTORED_FORM_CHARACTERS,
  RESTORED_FORM_SECONDS,
  type RestoredForm,
  type RestoredFormKind,
  restoredFormKind,
} from '../../domain/access/restored-form.ts';
import { isAccepted, levelsFor } from '../../domain/access/sign-in-level.ts';
import type { AuditAction } from '../../domain/audit/actions.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { containsNumen, maskNumen } from '../../domain/person/numen.ts';
import type { Person } from '../../domain/records.ts';
import { type Instant, secondsAfter } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';
import { commitIfPresent, commitOnce } from '../concurrency/named-record.ts';
import { sha256Of } from '../digest.ts';
import type { Ports } from '../service-ports.ts';
import { useCases } from '../use-cases.ts';
import { makeSecret } from './newcomer-ticket.ts';
import { toOwnPath } from './sign-in-attempt.ts';
import { toActor } from './sign-in-demand.ts';

/** A signed-in person, with their rights and their session. */
export interface SignedIn {
  readonly actor: Actor;
  readonly person: Person;
  readonly session: Session;
  /** Schools that they may declare to head, without those that they have already declared. */
  readonly mayHead: readonly Uai[];
}

/** The person whose session has this secret; undefined if no valid session has it. A session that began with a
 *  weaker sign-in than the person's roles need today is not valid: it is as if it had ended. */
const readSignedIn =
  ({ store, clock, signInRules }: Ports) =>
  async (secret: string): Promise<SignedIn | undefined> => {
    const found = await store.readSession(await sha256Of(secret));
    const now = clock.now();
    if (!found || !isLive(found.session, now)) return undefined;
    const { session, person } = found;
    const actor = toActor(found);
    if (!isAccepted(session.acr, levelsFor(signInRules, actor))) return undefined;
    const seen: readonly Change[] = [{ kind: 'session-seen', id: session.id, at: now }];
    if (isTraceDue(session, now) && !(await commitIfPresent(store, seen))) return undefined;
    return {
      actor,
      person,
      session,
      mayHead: session.mayHead.filter((uai) => !actor.heads.includes(uai)),
    };
  };

/** The page to which a provider sends the browser after the end of its own session. It is registered with
 *  each provider. */
export const SIGNED_OUT_PATH = '/signed-out';

/** Ends this session, or all sessions of the person including this one. Returns the address that also ends
 *  the provider's session (OpenID Connect RP-Initiated Logout 1.0): on a shared computer, the next user could
 *  otherwise use it. Undefined if the provider has no such address or does not answer. */
const signOut =
  ({ store, clock, origin, identityProviders }: Ports) =>
  async (
    { session }: Pick<SignedIn, 'session'>,
    where: 'here' | 'everywhere',
  ): Promise<string | undefined> => {
    const { id, personId, provider, idToken } = session;
    const ended: Change =
      where === 'here' ? { kind: 'session-ended', id } : { kind: 'sessions-of-person-ended', personId };
    await commitIfPresent(store, [ended, ownAct(`signed-out-${where}`, personId, clock.now())]);
    return identityProviders
      .find((one) => one.id === provider)
      ?.endSessionUrl({ returnTo: `${origin}${SIGNED_OUT_PATH}`, ...(idToken && { idToken }) });
  };

/** The person's valid sessions, the newest first. */
const readOwnSessions =
  ({ store, clock }: Ports) =>
  async (personId: PersonId): Promise<readonly Session[]> => {
    const sessions = await store.readSessionsOf(personId);
    return sessions.filter((session) => isLive(session, clock.now()));
  };

/** Ends one of the person's sessions. Throws `settled-meanwhile` if the person has no such session any more. */
const endOwnSession =
  ({ store, clock }: Ports) =>
  async (personId: PersonId, id: string): Promise<void> => {
    const sessions = await store.readSessionsOf(personId);
    if (!sessions.some((session) => session.id === id)) throw new DomainError('settled-meanwhile');
    await commitOnce(store, [{ kind: 'session-ended', id }, ownAct('session-ended', personId, clock.now())]);
  };

/** Remembers that a form of this session was carried out, and led to this address. Does nothing if the form ended the
 *  session. */
const rememberForm =
  ({ store }: Ports) =>
  async ({ id }: Session, form: { readonly digest: string; readonly location: string }): Promise<void> => {
    await commitIfPresent(store, [{ kind: 'form-carried-out', sessionId: id, ...form }]);
  };

/** The address to which this form led, if it is the last one that the session carried out. */
const readFormLocation =
  ({ store }: Ports) =>
  async ({ secretHash }: Session, digest: string): Promise<string | undefined> => {
    const session = (await store.readSession(secretHash))?.session;
    return session?.formDigest === digest ? session.formLocation : undefined;
  };

function ownAct(action: AuditAction, personId: PersonId, at: Instant): Change {
  return audit(action, { at, actor: personId, subject: personId });
}

/** Keeps the fields of a form for this person, with every NUMEN masked. When the person has too many forms,
 *  the oldest is deleted: other people cannot block the place by sending forms in their name. Returns the
 *  secret for the browser. Undefined if nothing is kept: the form is too long, a NUMEN stands outside of
 *  the fields, the person is unknown, or too many forms are kept already. */
const saveRestoredForm =
  ({ store, clock, ids }: Ports) =>
  async ({ personId, path, back, fields, errors }: Omit<RestoredForm, 'secretHash' | 'expiresAt'>) => {
    const texts = Object.entries(fields).flatMap(([name, values]) => values.map((value) => name + value));
    const characters = texts.reduce((sum, text) => sum + text.length, 0);
    if (characters === 0 || characters + (errors?.length ?? 0) > RESTORED_FORM_CHARACTERS) return undefined;
    if ([path, back, ...Object.keys(fields)].some(holdsNumen)) return undefined;
    const [[person], saved] = await Promise.all([store.readPeople([personId]), store.countTypedForms()]);
    if (!person || saved >= MAX_RESTORED_FORMS.all) return undefined;
    const secret = makeSecret(ids);
    const masked = Object.entries(fields).map(([name, values]) => [name, values.map(maskNumen)] as const);
    const form: RestoredForm = {
      secretHash: await sha256Of(secret),
      personId,
      path: toOwnPath(path),
      back: toOwnPath(back),
      fields: Object.fromEntries(masked),
      errors: errors && maskNumen(errors),
      expiresAt: secondsAfter(clock.now(), RESTORED_FORM_SECONDS),
    };
    await store.commit([{ kind: 'typed-form-kept', form }]);
    return secret;
  };

/** Whether the text contains a NUMEN. In an address, some of its characters may be percent-encoded. */
function holdsNumen(text: string): boolean {
  return containsNumen(text) || containsNumen(text.replaceAll(/%[0-9a-f]{2}|\+/gi, ' '));
}

/** The form of this kind saved for this person and this secret; undefined for anyone else. An unsent form may come from
 *  a third party who names the person, so it is not given back as a refused one, which the person's own session saved. */
const readRestoredForm =
  ({ store, clock }: Ports) =>
  async (secret: string, { personId, kind }: OwnForm): Promise<RestoredForm | undefined> => {
    const form = await store.readRestoredForm(await sha256Of(secret));
    const isOwn = form?.personId === personId && restoredFormKind(form) === kind;
    return isOwn && form.expiresAt > clock.now() ? form : undefined;
  };

interface OwnForm {
  readonly personId: PersonId;
  readonly kind: RestoredFormKind;
}

/** Deletes the person's form that is saved for this secret and address, because they sent it successfully in the
 *  meantime. Does nothing if there is none, or if it is another person's. */
const dropRestoredForm =
  ({ store }: Ports) =>
  async (secret: string, { personId, path }: Pick<RestoredForm, 'personId' | 'path'>): Promise<void> => {
    const secretHash = await sha256Of(secret);
    const form = await store.readRestoredForm(secretHash);
    if (form?.personId !== personId) return;
    await commitIfPresent(store, [{ kind: 'typed-form-dropped', secretHash, path }]);
  };

export const sessionServices = useCases({
  readSignedIn,
  signOut,
  readOwnSessions,
  endOwnSession,
  rememberForm,
  readFormLocation,
  saveRestoredForm,
  readRestoredForm,
  dropRestoredForm,
});
