import { type ActionsFixture, emailOf } from './fixture.ts';

/** An act that is refused. The command and the API give the same code. */
export interface Rejection {
  readonly name: string;
  readonly code: string;
  /** What makes it a refusal, where the world does not. */
  before?(fixture: ActionsFixture): Promise<unknown>;
  words(fixture: ActionsFixture): readonly string[];
  request(fixture: ActionsFixture): { readonly path: string; readonly body: unknown };
}

const REASON = 'Erreur de saisie';
const revokeShown = ({ service, badges }: ActionsFixture) =>
  service.services.revokeCredential({ id: badges.shown, reason: REASON, actor: 'test' });
const grant = (person: string, badge: string, on?: string): Pick<Rejection, 'words' | 'request'> => ({
  words: () => ['grant', '--person', person, '--badge', badge, ...(on ? ['--on', on] : [])],
  request: () => ({ path: '/awards', body: { person, badge, ...(on && { on }) } }),
});

export const REJECTIONS: readonly Rejection[] = [
  { name: 'a badge that is not met', code: 'not-met', ...grant(emailOf('clear'), 'RUPN-CONF') },
  { name: 'a badge that is held', code: 'award-exists', ...grant(emailOf('shown'), 'RUPN-ENG') },
  { name: 'a badge for nobody', code: 'unknown-person', ...grant('personne@ac-test.example', 'RUPN-ENG') },
  { name: 'a badge of schools', code: 'wrong-recipient-kind', ...grant(emailOf('clear'), 'RUPN-EQUIPE') },
  { name: 'a day to come', code: 'day-to-come', ...grant(emailOf('clear'), 'RUPN-ENG', '2199-01-01') },
  {
    name: 'a badge that was revoked',
    code: 'award-declined-or-revoked',
    before: revokeShown,
    ...grant(emailOf('shown'), 'RUPN-ENG'),
  },
  {
    name: 'the revocation of a revoked badge',
    code: 'already-revoked',
    before: revokeShown,
    words: ({ badges }) => ['revoke', badges.shown, '--reason', REASON],
    request: ({ badges }) => ({ path: `/credentials/${badges.shown}/revocation`, body: { reason: REASON } }),
  },
  {
    name: 'the acceptance of a revoked badge',
    code: 'already-revoked',
    before: revokeShown,
    words: ({ badges }) => ['accept', badges.shown, '--name', 'initials'],
    request: ({ badges }) => ({
      path: `/credentials/${badges.shown}/acceptance`,
      body: { name: 'initials' },
    }),
  },
  {
    name: 'the suspension of a suspended badge',
    code: 'already-suspended',
    words: ({ badges }) => ['suspend', badges.suspended, '--reason', REASON],
    request: ({ badges }) => ({
      path: `/credentials/${badges.suspended}/suspension`,
      body: { reason: REASON },
    }),
  },
  {
    name: 'the end of a suspension that is none',
    code: 'not-suspended',
    words: ({ badges }) => ['resume', badges.shown],
    request: ({ badges }) => ({ path: `/credentials/${badges.shown}/resumption`, body: {} }),
  },
  {
    name: 'the erasure of nobody',
    code: 'unknown-person',
    words: () => ['erase-person', 'personne@ac-test.example'],
    request: () => ({ path: '/people/erasures', body: { email: 'personne@ac-test.example' } }),
  },
  {
    name: 'a decision that is none',
    code: 'not-found',
    words: () => ['decisions', 'stop', 'aucune'],
    request: () => ({ path: '/decisions/aucune', body: { act: 'stop' } }),
  },
  {
    name: 'the undoing of no import',
    code: 'unknown-import',
    words: () => ['imports', 'undo', 'aucun'],
    request: () => ({ path: '/imports/aucun/undoing', body: { act: 'look' } }),
  },
];
