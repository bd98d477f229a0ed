import { formsOf } from '../support/page-forms.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';
import {
  type ActionResult,
  actionResultOf,
  refusable,
  type Scene,
  type SimulatedAction,
} from './operation.ts';

type Role = 'claire' | 'paul' | 'head' | 'dane' | 'agent';

/** Where a role begins, and the pages that it may open from there. */
const HOMES: Readonly<Record<Role, (scene: Scene) => string>> = {
  claire: () => '/my',
  paul: () => '/my/engagements',
  head: ({ handles }) => `/school/${handles.uai}`,
  dane: () => '/dane',
  agent: () => '/dane/people',
};

/** Acts of a form that a wanderer leaves alone: they end the session, or ask for the network. */
const LEFT_ALONE = ['/sign-out', '/language', '/send', '/wallet', '/typed'];

async function browse({ process, handles }: Scene, role: Role): Promise<SignedInBrowser> {
  return signInAs(process, handles.emails[role], role === 'head' ? [handles.uai] : []);
}

/** Opens a page, follows some links of it, and sends one of the forms that it finds, as a browser would. */
async function wander(scene: Scene, role: Role): Promise<ActionResult> {
  const browser = await browse(scene, role);
  let path = HOMES[role](scene);
  let html = '';
  for (let turn = 0; turn < 3; turn += 1) {
    const answer = await browser.get(path);
    if (!(answer.headers.get('Content-Type') ?? '').includes('text/html')) return actionResultOf(answer);
    if (answer.status >= 400) return actionResultOf(answer);
    html = await answer.text();
    const forms = formsOf(html, scene.today).filter(
      ({ action }) => !LEFT_ALONE.some((part) => action.includes(part)),
    );
    if (turn > 0 && forms.length > 0 && scene.random.chance(0.7)) return send(scene, browser, forms);
    const links = linksOf(html);
    if (links.length === 0) break;
    path = scene.random.pick(links);
  }
  return { outcome: 'looked', what: path.replace(/[\w-]{12,}/g, '…') };
}

async function send(
  { process, random }: Scene,
  browser: SignedInBrowser,
  forms: ReturnType<typeof formsOf>,
): Promise<ActionResult> {
  const { action, filled, button } = random.pick(forms);
  const body = new URLSearchParams(filled);
  if (button) body.set(...button);
  const headers = { Origin: process.ports.origin };
  const answer = await browser.send(action, { method: 'POST', headers, body });
  const reported = await actionResultOf(answer);
  return {
    ...reported,
    what: `${action.replace(/[\w-]{12,}/g, '…').replace(/\d{7}[A-Z]/, 'UAI')} ${reported.what}`,
  };
}

function linksOf(html: string): readonly string[] {
  const main = html.slice(html.indexOf('<body'));
  const links = [...main.matchAll(/href="(\/(?:my|school|dane)[^"#]*)"/g)].map(([, link = '']) =>
    link.replaceAll('&amp;', '&'),
  );
  return [...new Set(links)].filter((link) => !/\.(pdf|xlsx|csv|png|svg|json)/.test(link));
}

const wanderer = (role: Role, weight: number): SimulatedAction => ({
  name: `screen: ${role} wanders`,
  weight,
  // A form may begin long work.
  isLong: true,
  run: refusable((scene) => wander(scene, role)),
});

const screen = (
  name: string,
  weight: number,
  run: (scene: Scene, browse: (role: Role) => Promise<SignedInBrowser>) => Promise<Response>,
): SimulatedAction => ({
  name: `screen: ${name}`,
  weight,
  run: refusable(async (scene) => actionResultOf(await run(scene, (role) => browse(scene, role)))),
});

const REASON = 'Une erreur de saisie.';

/** Acts by pages and forms, through the real application. */
export const SCREENS: readonly SimulatedAction[] = [
  wanderer('claire', 6),
  wanderer('paul', 4),
  wanderer('head', 6),
  wanderer('dane', 6),
  wanderer('agent', 4),
  screen('a segment is declared', 4, async ({ handles, random }, as) =>
    (await as('claire')).post('/my/engagements/new', {
      ...{ uai: handles.uai, from: handles.inDays(-random.integer(300)), step: 'declare' },
      missions: random.sample(['A1', 'A2', 'B1', 'C1', 'D1', 'E1'], 3).toSorted(),
      to: random.chance(0.5) ? handles.inDays(random.integer(200)) : '',
    }),
  ),
  screen('a segment is confirmed', 6, async ({ handles }, as) =>
    (await as('head')).post(`/school/${handles.uai}/confirmations/${handles.ids['engagement']}`, {
      decision: 'confirm',
    }),
  ),
  screen('a segment is contested', 2, async ({ handles }, as) =>
    (await as('head')).post(`/school/${handles.uai}/confirmations/${handles.ids['engagement']}`, {
      ...{ decision: 'contest', motive: 'Personne ne l’a vu.' },
    }),
  ),
  screen('a segment ends', 2, async ({ handles }, as) =>
    (await as('head')).post(`/school/${handles.uai}/engagements/${handles.ids['engagement']}/end`, {
      to: handles.today,
    }),
  ),
  screen('the DANE ends a segment', 1, async ({ handles }, as) =>
    (await as('dane')).post(
      `/dane/people/${handles.people.claire}/engagements/${handles.ids['engagement']}/end`,
      { to: handles.today, reason: REASON },
    ),
  ),
  screen('the DANE corrects a segment', 1, async ({ handles, random }, as) =>
    (await as('dane')).post(
      `/dane/people/${handles.people.claire}/engagements/${handles.ids['engagement']}/correction`,
      {
        ...{ uai: handles.uai, from: handles.inDays(-random.integer(400)), to: handles.today },
        ...{ missions: ['A1', 'B1'], reason: REASON },
      },
    ),
  ),
  screen('a badge is accepted', 4, async ({ handles, random }, as) =>
    (await as('claire')).post(`/my/badges/${handles.badges.claire}/accept`, {
      ...{ visibility: 'public', name: random.pick(['full', 'initials', 'none']), form: 'feminine' },
      schools: 'yes',
    }),
  ),
  screen('a badge is suspended', 1, async ({ handles }, as) =>
    (await as('dane')).post(`/dane/credentials/${handles.badges.claire}/suspension`, {
      ...{ cause: 'error', reason: REASON },
    }),
  ),
  screen('a badge is revoked', 0.6, async ({ handles }, as) =>
    (await as('dane')).post(`/dane/credentials/${handles.badges.claire}/revocation`, { reason: REASON }),
  ),
  screen('a proposal is granted', 4, async ({ handles }, as) =>
    (await as('dane')).post('/dane/decisions', {
      ...{ ids: handles.ids['proposal'] ?? '', decision: 'grant', from: 'one' },
    }),
  ),
];
