import type { Change, ChangeOf } from '../../src/domain/change/union.ts';
import type { Row } from './sqlite-instance.ts';

/** What must be so, from what was committed and answered: a plain account that shares no code with the service. It
 *  keeps engagements, awards, badges, contests, mails and the number of lines of the audit. */
export interface Model {
  /** Accounts for a commit that landed. Returns what in it breaks a rule. */
  apply(changes: readonly Change[]): readonly string[];
  /** Where the tables differ from the account. */
  differences(ask: (sql: string) => Promise<readonly Row[]>): Promise<readonly string[]>;
  /** Takes the tables as they are, after a backup was put back. */
  adopt(ask: (sql: string) => Promise<readonly Row[]>): Promise<void>;
  /** Notes the account. Returns the function that brings it back. */
  save(): () => void;
}

interface Badge {
  readonly award: string;
  readonly acceptance: string;
  readonly hidden: number;
  readonly revision: number;
  readonly revoked: boolean;
  readonly suspended: boolean;
  /** The keys that signed it, as a text. */
  readonly keys: string;
  readonly validFrom: string;
}

interface Account {
  /** By reference: the rest of the engagement, as a text. */
  segments: Map<string, string>;
  badges: Map<string, Badge>;
  awards: Map<string, string>;
  /** Open contests, by id: the engagement. */
  contests: Map<string, string>;
  mails: Map<string, string>;
  audited: number;
  /** Keys that were declared compromised. */
  compromised: Set<string>;
}

/** Kinds after which the account of engagements is taken from the tables: they follow rules on many rows, which the
 *  invariants of the service and the histories of the tests hold. */
const BY_RULE: ReadonlySet<string> = new Set([
  'people-merged',
  'person-erased',
  'facts-expired',
  'records-unmade',
]);

export function makeModel(): Model {
  const account: Account = emptyAccount();
  let isStale = false;
  return {
    apply(changes) {
      if (changes.some(({ kind }) => BY_RULE.has(kind))) isStale = true;
      const found = isStale ? [] : [...forbidden(account, changes)];
      for (const change of changes) applyOne(account, change);
      return found;
    },
    async differences(ask) {
      const read = await readAccount(ask);
      const found = compare(account, read, isStale);
      if (isStale) Object.assign(account, { ...read, audited: account.audited });
      isStale = false;
      return found;
    },
    async adopt(ask) {
      Object.assign(account, await readAccount(ask));
      isStale = false;
    },
    save() {
      const saved = structuredClone({ account, isStale });
      return () => {
        Object.assign(account, structuredClone(saved.account));
        isStale = saved.isStale;
      };
    },
  };
}

function emptyAccount(): Account {
  return {
    segments: new Map(),
    badges: new Map(),
    awards: new Map(),
    contests: new Map(),
    mails: new Map(),
    audited: 0,
    compromised: new Set(),
  };
}

/** Rules that every commit keeps, whoever makes it. */
function* forbidden(account: Account, changes: readonly Change[]): Iterable<string> {
  const closed = new Set(
    changes.flatMap((one) =>
      one.kind === 'contest-decided' || one.kind === 'contest-withdrawn' ? [one.id] : [],
    ),
  );
  const contested = new Set(
    [...account.contests].filter(([id]) => !closed.has(id)).map(([, reference]) => reference),
  );
  for (const change of changes) {
    if (change.kind === 'engagement-decided' && contested.has(change.engagement.reference))
      if (change.engagement.confirmation !== 'contested')
        yield `${change.engagement.reference} is ${change.engagement.confirmation} while its contest is open`;
    yield* notAsRead(account, change);
    if (change.kind === 'facts-expired') yield* expiredEarly(account, change);
    if (change.kind === 'award-granted' && account.awards.has(change.award.id))
      yield `the award ${change.award.id} is granted twice`;
    if (change.kind === 'credential-reissued') {
      const badge = account.badges.get(change.credential.id);
      if (badge?.revoked && !isWorthless(account, badge, change.credential.validFrom))
        yield `the badge ${change.credential.id} is signed again after its revocation`;
      if (badge && change.credential.revision !== badge.revision + 1)
        yield `the badge ${change.credential.id} goes from revision ${badge.revision} to ${change.credential.revision}`;
    }
    if (change.kind === 'holder-chose' && account.badges.get(change.credentialId)?.revoked)
      if (change.choice.acceptance === 'accepted' && !change.choice.hidden)
        if (account.badges.get(change.credentialId)?.acceptance !== 'accepted')
          yield `the badge ${change.credentialId} is accepted after its revocation`;
  }
}

/** The facts of a person are deleted only if all engagements ended before the day. */
function* expiredEarly(account: Account, { personIds, before }: ChangeOf<'facts-expired'>): Iterable<string> {
  const expired: ReadonlySet<string> = new Set(personIds);
  for (const [reference, text] of account.segments) {
    const [personId = '', _uai, _from, to = ''] = text.split(' ');
    if (expired.has(personId) && (to === '' || to >= before))
      yield `the facts of ${reference} are deleted early`;
  }
}

/** What an act rests on is what is so when it lands. */
function* notAsRead({ segments, badges }: Account, change: Change): Iterable<string> {
  switch (change.kind) {
    case 'engagement-decided':
    case 'engagement-cut':
    case 'engagement-changed':
    case 'confirmed-on-documents': {
      const { reference } = change.asRead;
      const is = segments.get(reference);
      if (is !== undefined && is !== engagementText(change.asRead))
        yield `${reference} is ${change.kind} as ${engagementText(change.asRead)}, and is ${is}`;
      return;
    }
    case 'holder-chose':
    case 'credential-reissued': {
      const id = change.kind === 'holder-chose' ? change.credentialId : change.credential.id;
      const badge = badges.get(id);
      const { choice, revocation } = change.asRead;
      if (badge && (badge.acceptance !== choice.acceptance || badge.revoked !== (revocation !== undefined)))
        yield `the badge ${id} is no longer as it was read for ${change.kind}`;
      return;
    }
    case 'credential-revoked':
      if (badges.get(change.credentialId)?.revoked) yield `the badge ${change.credentialId} is revoked twice`;
      return;
    default:
      return;
  }
}

/** A signature by a key that is compromised, or dated ahead of the new one, is made again whatever the badge says. */
const isWorthless = ({ compromised }: Account, { keys, validFrom }: Badge, now: string): boolean =>
  validFrom > now || [...compromised].some((kid) => keys.includes(`"${kid}"`));

const engagementText = (one: ChangeOf<'engagement-imported'>['engagement']): string =>
  [one.personId, one.uai, one.period.from, one.period.to ?? '', one.confirmation].join(' ');

function applyOne(account: Account, change: Change): void {
  const { segments, badges, awards, contests, mails } = account;
  const alter = (id: string, next: Partial<Badge>) => {
    const badge = badges.get(id);
    if (badge) badges.set(id, { ...badge, ...next });
  };
  switch (change.kind) {
    case 'engagement-imported':
    case 'engagement-declared':
    case 'engagement-redeclared':
    case 'engagement-entered':
      segments.set(change.engagement.reference, engagementText(change.engagement));
      return;
    case 'engagement-decided':
    case 'engagement-cut':
    case 'engagement-changed':
    case 'confirmed-on-documents':
      for (const one of [change.engagement, ...(change.cutOff ?? [])])
        segments.set(one.reference, engagementText(one));
      return;
    case 'engagement-withdrawn':
      segments.delete(change.reference);
      return;
    case 'engagement-removed':
      segments.delete(change.asRead.reference);
      return;
    case 'award-granted':
      awards.set(change.award.id, change.award.achievement);
      return;
    case 'credential-issued': {
      const { id, awardId, choice, revision, keyIds, validFrom } = change.credential;
      const standing = { revoked: false, suspended: false };
      const signed = { keys: JSON.stringify(keyIds), validFrom };
      badges.set(id, { award: awardId, ...chosen(choice), revision, ...standing, ...signed });
      return;
    }
    case 'credential-reissued': {
      const { id, choice, revision, keyIds, validFrom } = change.credential;
      alter(id, { ...chosen(choice), revision, keys: JSON.stringify(keyIds), validFrom });
      return;
    }
    case 'holder-chose':
      alter(change.credentialId, chosen(change.choice));
      return;
    case 'credential-revoked':
      alter(change.credentialId, { revoked: true, suspended: false });
      return;
    case 'credential-suspended':
      alter(change.credentialId, { suspended: true });
      return;
    case 'credential-resumed':
      alter(change.credentialId, { suspended: false });
      return;
    case 'contest-opened':
      contests.set(change.contest.id, change.contest.engagementReference);
      return;
    case 'contest-decided':
    case 'contest-withdrawn':
      contests.delete(change.id);
      return;
    case 'mail-added':
      mails.set(change.mail.id, change.mail.personId);
      return;
    case 'public-key-kept':
      if (change.key.state === 'compromised') account.compromised.add(change.key.kid);
      return;
    case 'audited':
      account.audited += 1;
      return;
    default:
      return;
  }
}

const chosen = ({ acceptance, hidden }: { readonly acceptance: string; readonly hidden: boolean }) => ({
  acceptance,
  hidden: hidden ? 1 : 0,
});

async function readAccount(ask: (sql: string) => Promise<readonly Row[]>): Promise<Account> {
  const rows = async (sql: string) =>
    (await ask(sql)).map((row) => Object.values(row).map((value) => String(value ?? '')));
  const pairs = async (sql: string) =>
    new Map((await rows(sql)).map(([key = '', ...rest]) => [key, rest.join(' ')] as const));
  const [count] = await ask('select count(*) as lines from audit');
  return {
    segments: await pairs(
      'select reference, person_id, uai, starts_on, ends_on, confirmation from engagement',
    ),
    awards: await pairs('select id, achievement from award'),
    contests: await pairs(
      'select id, engagement_reference from contest where decided_at is null and withdrawn_at is null',
    ),
    mails: await pairs('select id, person_id from mail'),
    badges: new Map(
      (
        await rows(
          'select id, award_id, acceptance, hidden, revision, revoked_at, suspended_at, key_ids, valid_from from credential',
        )
      ).map(
        ([
          id = '',
          award = '',
          acceptance = '',
          hidden,
          revision,
          revoked,
          suspended,
          keys = '',
          validFrom = '',
        ]) => [
          id,
          {
            ...{ award, acceptance, hidden: Number(hidden), revision: Number(revision) },
            ...{ revoked: revoked !== '', suspended: suspended !== '', keys, validFrom },
          },
        ],
      ),
    ),
    audited: Number(count?.['lines'] ?? 0),
    compromised: new Set(
      (await rows("select kid from public_key where state = 'compromised'")).map(([kid = '']) => kid),
    ),
  };
}

const MOST_SHOWN = 3;

function compare(account: Account, read: Account, isStale: boolean): readonly string[] {
  const names = isStale
    ? (['awards'] as const)
    : (['segments', 'badges', 'awards', 'contests', 'mails'] as const);
  const found = names.flatMap((name) => {
    const [is, was] = [read[name] as Map<string, unknown>, account[name] as Map<string, unknown>];
    const text = (value: unknown) => JSON.stringify(value);
    return [
      ...[...was].filter(([id, value]) => text(is.get(id)) !== text(value)),
      ...[...is].filter(([id]) => !was.has(id)),
    ]
      .slice(0, MOST_SHOWN)
      .map(([id]) => `${name} ${id}: committed ${text(was.get(id))}, stored ${text(is.get(id))}`);
  });
  if (account.audited !== read.audited)
    found.push(`${account.audited} lines of the audit were committed, ${read.audited} are stored`);
  return found;
}
