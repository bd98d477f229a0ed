import { DomainError, type DomainErrorCode } from '../../domain/errors.ts';
import { type CredentialId, type PersonId, parseCredentialId, personIdsAmong } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import type { Ports } from '../service-ports.ts';

/** An act that a backup of before does not know: a person who was erased, or a badge that was revoked. Only ids,
 *  which say nothing by themselves, so that the list may be kept next to the backups. */
export type LostAct =
  | { readonly kind: 'erased'; readonly person: PersonId }
  | { readonly kind: 'revoked'; readonly credential: CredentialId };

/** What became of an act that was done again. `unknown`: the database is older than the person or the badge. */
type Outcome =
  | { readonly outcome: 'done' | 'already' | 'unknown' }
  | { readonly outcome: 'failed'; readonly code: DomainErrorCode };
export type ReplayedAct = LostAct & Outcome;

const SLICE = 200;

/** Every erasure and revocation since an instant. A badge that was revoked by an erasure is not named again. */
export const listLostActs = ({ store }: Ports) =>
  async function* (since: Instant): AsyncGenerator<LostAct> {
    for (const person of await store.readErasures(since)) yield { kind: 'erased', person };
    for (let after: CredentialId | undefined; ; ) {
      const slice = await store.readCredentials({ limit: SLICE, ...(after && { after }) });
      for (const { credential } of slice) {
        const { id, revocation, erasedAt } = credential ?? {};
        if (id && revocation && !erasedAt && revocation.at >= since)
          yield { kind: 'revoked', credential: id };
      }
      after = slice.at(-1)?.credential?.id;
      if (slice.length < SLICE) return;
    }
  };

interface Again {
  readonly erasePerson: (command: { readonly id: PersonId; readonly actor: string }) => Promise<unknown>;
  readonly revokeCredential: (command: {
    readonly id: CredentialId;
    readonly reason: string;
    readonly actor: string;
  }) => Promise<unknown>;
}

export interface ReplayActs {
  readonly acts: Iterable<LostAct>;
  /** The public reason of the revocations, since the list has none. */
  readonly reason: string;
  readonly actor: string;
}

/** Does each act again that the restored database lacks. Each is an act of its own, with its line of the audit;
 *  a list that is replayed twice changes nothing the second time. */
export const replayLostActs = ({ store }: Ports, { erasePerson, revokeCredential }: Again) =>
  async function* ({ acts, reason, actor }: ReplayActs): AsyncGenerator<ReplayedAct> {
    for (const act of acts) yield { ...act, ...(await replay(act)) };

    async function replay(act: LostAct): Promise<Outcome> {
      try {
        return {
          outcome: act.kind === 'erased' ? await eraseAgain(act.person) : await revokeAgain(act.credential),
        };
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        return { outcome: 'failed', code: error.code };
      }
    }

    async function eraseAgain(id: PersonId) {
      const [person] = await store.readPeople([id]);
      if (!person) return 'already' as const;
      await erasePerson({ id, actor });
      return 'done' as const;
    }

    async function revokeAgain(id: CredentialId) {
      const { credential } = (await store.readCredential(id)) ?? {};
      if (!credential) return 'unknown' as const;
      if (credential.revocation) return 'already' as const;
      await revokeCredential({ id, reason, actor });
      return 'done' as const;
    }
  };

/** Parses a list that `listLostActs` wrote, one act a line. Throws `invalid-request` with the number of a line
 *  that is not one. */
export function parseLostActs(text: string): readonly LostAct[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const act = parseLostAct(line);
    if (!act) throw new DomainError('invalid-request', { line: at + 1 });
    return [act];
  });
}

function parseLostAct(line: string): LostAct | undefined {
  const { kind, person, credential } = readObject(line);
  if (kind === 'erased' && typeof person === 'string') {
    const [id] = personIdsAmong([person]);
    return id && { kind, person: id };
  }
  if (kind === 'revoked' && typeof credential === 'string') {
    const id = parseCredentialId(credential);
    return id && { kind, credential: id };
  }
  return undefined;
}

function readObject(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    return value !== null && typeof value === 'object' ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
