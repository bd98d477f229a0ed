import { action, byUseCase, long, onFound, type Scene, type SimulatedAction } from './operation.ts';

const CALLBACK = 'https://jalon.test/sign-in/fim/callback?';
const NETWORK = '192.0.2.0/24';

interface SigningIn {
  readonly email: string;
  readonly subject?: string;
  readonly uai?: string;
}

/** Goes to the provider and comes back. */
async function signIn({ process, outside }: Scene, { email, subject = email, uai }: SigningIn) {
  const begun = await process.services.beginSignIn({ provider: 'fim', returnTo: '/my', network: NETWORK });
  outside.pass(20);
  const stated = new URLSearchParams({ email, subject, ...(uai && { uai }) });
  return process.services.finishSignIn({
    ...{ attemptSecret: begun.secret, callbackUrl: `${CALLBACK}${stated}`, network: NETWORK },
  });
}

const newcomer = ({ today, random }: Scene) => `inconnu-${today}-${random.integer(1000)}@ac-test.example`;

/** Someone whom the register does not know signs in, and may say who they are. */
async function introduceOneself(scene: Scene, email: string): Promise<void> {
  const { process, handles, random } = scene;
  const signedIn = await signIn(scene, { email });
  if (signedIn.kind !== 'doubt' || random.chance(0.2)) return;
  await process.services.saySelf({
    secret: signedIn.secret,
    said: {
      ...{ givenName: 'Alix', familyName: 'Nouvelle', uai: handles.uai, roles: [] },
      ...{ from: handles.inDays(-10), missions: ['A1', 'B1'] },
    } as never,
  });
}

/** People sign in, and end their sessions. */
export const SIGN_INS: readonly SimulatedAction[] = [
  long('someone signs in', 1, (scene) => signIn(scene, { email: scene.handles.emails.claire })),
  long('a newcomer signs in', 0.8, (scene) => introduceOneself(scene, newcomer(scene))),
  onFound(
    action('office: a newcomer is welcomed', 0.8, ({ process, handles }) =>
      process.services.welcomeNewcomer({
        id: handles.ids['doubt'] ?? '',
        askedAt: handles.ids['askedAt'],
        by: { personId: handles.people.dane, address: handles.emails.dane },
      }),
    ),
    () =>
      'select id as "ids.doubt", asked_at as "ids.askedAt" from sign_in_doubt where asked_at is not null order by id',
    'a newcomer signs in',
  ),
  onFound(
    action('engagements: a newcomer is invited', 0.5, (scene) =>
      scene.process.services.inviteToMissions({
        ...{ uai: scene.handles.uai, email: newcomer(scene), missions: ['A1', 'B1'] as never, roles: [] },
        ...{ from: scene.handles.inDays(3), by: headOf(scene) },
      }),
    ),
    () =>
      'select head_of_uai as "uai", id as "people.head" from person where head_of_uai is not null order by id',
    'a head takes up a school',
  ),
  onFound(
    long('engagements: an invited newcomer signs in', 0.5, (scene) =>
      introduceOneself(scene, scene.handles.ids['email'] ?? ''),
    ),
    () => 'select email as "ids.email", uai as "uai" from mission_invitation order by id',
    'engagements: a newcomer is invited',
  ),
  onFound(
    action('engagements: an invitation is withdrawn', 0.3, ({ process, handles }) =>
      process.services.withdrawInvitation({
        ...{ id: handles.ids['invitation'] ?? '', uai: handles.uai, by: handles.people.head },
      }),
    ),
    () =>
      'select id as "ids.invitation", uai as "uai", proposed_by as "people.head" from mission_invitation order by id',
    'engagements: a newcomer is invited',
  ),
  onFound(
    action('office: a headship is declared', 0.6, ({ process, handles }) =>
      process.services.declareHeadship(
        {
          actor: { personId: handles.people.neighbour, profiles: [], heads: [] },
          mayHead: [handles.uai],
        } as never,
        handles.uai,
      ),
    ),
    () =>
      `select establishment.uai as "uai", person.id as "people.neighbour" from establishment, person
       where closed_on is null and head_of_uai is null and not exists (select 1 from headship where headship.uai = establishment.uai and person_id = person.id)
       order by establishment.uai, person.id limit 500`,
  ),
  onFound(
    action('a session is ended', 0.5, async ({ process, handles }) => {
      const sessions = await process.services.readOwnSessions(handles.people.claire);
      await process.services.endOwnSession(handles.people.claire, sessions[0]?.id ?? '');
    }),
    ({ now }) => `select person_id as "people.claire" from session where expires_at > '${now}' order by id`,
    'someone signs in',
  ),
  {
    name: 'someone signs out everywhere',
    weight: 0.4,
    isLong: true,
    run: byUseCase(async (scene) => {
      const { process, handles } = scene;
      const signedIn = await signIn(scene, { email: handles.emails.claire });
      if (signedIn.kind === 'signed-in')
        await process.services.signOut(
          { session: signedIn.session },
          scene.random.pick(['here', 'everywhere']),
        );
    }),
  },
  {
    ...long('a form is kept for later', 0.4, async (scene) => {
      const { process, handles, random } = scene;
      const own = { personId: handles.people.claire, path: '/my/engagements/new' };
      const secret = await process.services.saveRestoredForm({
        ...{ ...own, back: '/my', fields: { words: ['Un brouillon'] } },
      });
      if (secret !== undefined && random.chance(0.5)) await process.services.dropRestoredForm(secret, own);
    }),
    // A draft counts as no change.
    mayChangeNothing: true,
  },
  long('a program uses its token', 0.4, async ({ process, handles }) => {
    const { secret } = await process.services.createToken({
      ...{ name: 'Un programme', role: 'reader', actor: handles.people.dane },
    });
    await process.services.authenticate(secret);
  }),
];

function headOf({ handles }: Scene) {
  return { personId: handles.people.head, address: handles.emails.head };
}
