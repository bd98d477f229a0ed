import { ACCESS } from '../access/routes-table.ts';
import type { Access } from '../access/types.ts';
import { SIGNED_ENDORSEMENT } from './endorsement-sample.ts';
import type { Viewer } from './fixtures/workspace.ts';
import { THIS_YEAR, todayInParis } from './now.ts';

/** One page for one viewer. */
export interface WorkspacePage {
  /** Unique; it is also the name of the page's picture. */
  readonly name: string;
  /** The route in the access table, without the method. */
  readonly route: string;
  readonly as: Viewer;
  readonly path: string;
  /** Fields of a form that is refused: the page is then the form shown again. */
  readonly refused?: Readonly<Record<string, string>>;
  /** The status of the page; of a refused form 400, unless the form is shown to be read again; 200 where absent. */
  readonly status?: 200 | 400;
}

type Entry = readonly [
  as: Viewer,
  route: string,
  path?: string,
  more?: string,
  refused?: Readonly<Record<string, string>>,
  status?: 200,
];

/** Answers behind the sign-in that are no page: files, pictures, and steps of a sign-in. */
export const NO_PAGES: readonly string[] = [
  '/sign-in/:provider',
  '/sign-in/callback',
  '/space',
  '/my/data/export.json',
  '/my/papers/:file{[A-Za-z0-9_-]+\\.pdf}',
  '/my/badges/:id/card.png',
  '/my/badges/:id/image.svg',
  '/my/badges/:id/qr.svg',
  '/school/:uai/papers/together.pdf',
  '/school/:uai/papers/:file{[A-Za-z0-9_-]+\\.pdf}',
  '/procedure-sheets/:id',
  '/dane/directory.csv',
  '/dane/directory.vcf',
  '/my/invitations/:code/event.ics',
  '/dane/wishes.csv',
  '/dane/yearly-reports.csv',
  '/dane/yearly-reports.xlsx',
  '/dane/badges/drafts/:id/image.svg',
  '/dane/badges/drafts/:id/card.png',
  '/dane/badges/drafts/:id/certificate.pdf',
  '/dane/badges/drafts/:id/moves.csv',
  '/dane/wishes.xlsx',
  '/dane/coverage.csv',
  '/dane/new-year/:list/csv',
  '/dane/coverage/report.pdf',
  '/dane/schools.json',
  '/dane/coverage.xlsx',
  '/dane/coverage/departments.csv',
  '/dane/coverage/departments.xlsx',
  '/dane/exports/:file{[a-z-]+\\.csv}',
  '/my/badges/elsewhere/:id/file',
  '/dane/events/:code/roll-call/poster.pdf',
  '/dane/exports/attributions.csv',
  '/dane/exports/attributions.xlsx',
  '/dane/audit/journal.csv',
  '/dane/exports/jalon.xlsx',
  '/dane/exports/registre.xlsx',
  '/dane/imports/:id/corrections.csv',
  '/dane/imports/:id/corrections.xlsx',
  '/dane/imports/templates/:file{[a-z-]+\\.xlsx}',
];

/** Who looks at a page, by who may. */
const VIEWERS: Partial<Record<Access, Viewer>> = {
  account: 'teacher',
  owner: 'teacher',
  team: 'teacher',
  head: 'head',
  'school-read': 'head',
  dane: 'dane',
};

/** Pages whose address names a record, and pages in another state than their first. */
const ENTRIES: readonly Entry[] = [
  ['anyone', '/sign-in'],
  ['anyone', '/signed-out'],
  ['anyone', '/profiles/:id', '/profiles/{profile}'],
  ['anyone', '/records/:name', '/records/{record}'],
  ['anyone', '/papers/:id', '/papers/{paper}'],
  ['anyone', '/papers/:id', '/papers/{schoolPaper}', 'of-a-school'],
  ['anyone', '/papers/:id', '/papers/{letter}', 'letter'],
  ['anyone', '/papers/:id', '/papers/{reviewRecord}', 'review-record'],
  ['deputy', '/headship'],
  ['teacher', '/typed/:secret', '/typed/unknown'],

  ['teacher', '/my/badges/:id', '/my/badges/{badge}'],
  ['teacher', '/my/badges/:id', '/my/badges/{offered}', 'offered'],
  ['teacher', '/my/badges/:id/decline', '/my/badges/{offered}/decline'],
  ['teacher', '/my/badges/:id/preview', '/my/badges/{offered}/preview?name=initials'],
  ['teacher', '/my/badges/elsewhere', '/my/badges/elsewhere', 'refused', { credential: 'pas un badge' }],
  ['teacher', '/my/badges/:id/send', '/my/badges/{badge}/send'],
  ['teacher', '/my/badges/:id/send', '/my/badges/{badge}/send', 'refused', { address: 'http://x.example' }],
  ['teacher', '/oauth/authorize', '/oauth/authorize?{consent}'],
  ['teacher', '/my/badges/:id/wallet', '/my/badges/{badge}/wallet'],
  ['teacher', '/my/badges/new', '/my/badges/new', 'refused', { visibility: 'public' }],
  ['teacher', '/my/badges/new/preview', '/my/badges/new/preview?badge={offered}&visibility=public&name=none'],
  ['teacher', '/my/badges/published', '/my/badges/published?badge={badge}'],
  ['teacher', '/my/contests/:id', '/my/contests/{contest}'],
  ['teacher', '/my/contributions/new', '/my/contributions/new', 'refused', { kind: '', on: '' }],
  ['teacher', '/my/contributions/:reference/edit', '/my/contributions/{contribution}/edit'],
  ['head', '/my', '/my', 'of-a-head'],
  ['teacher', '/my/contributions/:reference/remove', '/my/contributions/{contribution}/remove'],
  ['teacher', '/my/engagements/new', '/my/engagements/new?q=dole'],
  ['teacher', '/my/engagements/new', '/my/engagements/new', 'refused', { uai: 'x', from: 'hier' }],
  ['teacher', '/my/engagements/:reference', '/my/engagements/{declared}'],
  ['teacher', '/my/engagements/:reference/edit', '/my/engagements/{declared}/edit'],
  ['teacher', '/my/engagements/:reference/withdraw', '/my/engagements/{declared}/withdraw'],
  ['teacher', '/my/engagements/:reference', '/my/engagements/{ownSegment}', 'proposed'],
  ['teacher', '/my/engagements/:reference/change/:kind', '/my/engagements/{ownSegment}/change/end', 'end'],
  [
    'teacher',
    '/my/engagements/:reference/change/:kind',
    '/my/engagements/{ownSegment}/change/missions',
    'missions',
  ],
  [
    'teacher',
    '/my/engagements/:reference/change/:kind',
    '/my/engagements/{ownSegment}/change/correction',
    'refused',
    { from: 'hier' },
  ],
  ['teacher', '/my/profile', '/my/profile', 'refused', { name: 'full' }],
  ['teacher', '/my/record', '/my/record', 'refused', {}],
  ['teacher', '/my/profile/preview', '/my/profile/preview?name=full&visibility=unlisted&badges={badge}'],
  ['teacher', '/roll-call', '/roll-call'],
  ['head', '/roll-call', '/roll-call', 'open'],
  ['deputy', '/roll-call', '/roll-call', 'closed'],

  ['dane', '/school/:uai', '/school/{uai}', 'by-the-dane'],
  ['head', '/school/:uai', '/school/{uai}?year=2019', 'empty-year'],
  ['head', '/school/:uai/actions', '/school/{uai}/actions?{action}', 'changed'],
  ['dane', '/school/:uai/actions', '/school/{uai}/actions', 'by-the-dane'],
  ['head', '/school/:uai/actions/procedure', '/school/{uai}/actions/procedure?{action}'],
  ['dane', '/school/:uai/actions/procedure', '/school/{uai}/actions/procedure?{action}', 'by-the-dane'],
  ['head', '/school/:uai/projects', '/school/{uai}/projects?project={project}', 'changed'],
  ['dane', '/school/:uai/projects', '/school/{uai}/projects', 'by-the-dane'],
  ['head', '/school/:uai/projects', '/school/{uai}/projects', 'refused', { title: '', from: 'hier' }],
  [
    'head',
    '/school/:uai/confirmations',
    '/school/{uai}/confirmations?count=1&left=1&gone=0&done=engagements-confirmed',
  ],
  ['head', '/school/:uai/confirmations/:reference', '/school/{uai}/confirmations/{waiting}'],
  ['head', '/school/:uai/confirmations/:reference', '/school/{uai}/confirmations/{clashing}', 'clash'],
  ['dane', '/school/:uai/carry-over', '/school/{uai}/carry-over', 'by-the-dane'],
  ['dane', '/school/:uai/new-year', '/school/{uai}/new-year', 'by-the-dane'],
  ['head', '/school/:uai/contests/:id', '/school/{uai}/contests/{contest}'],
  ['head', '/school/:uai/engagements/:reference/:kind', '/school/{uai}/engagements/{segment}/missions'],
  ['head', '/school/:uai/engagements/:reference/sharing', '/school/{uai}/engagements/{segment}/sharing'],
  ['head', '/school/:uai', `/school/{uai}?on=${todayInParis()}`, 'on-a-day'],
  ['dane', '/school/:uai/missions', '/school/{uai}/missions', 'by-the-dane'],
  ['head', '/school/:uai/missions/new', '/school/{uai}/missions/new?mission=B1'],
  [
    'head',
    '/school/:uai/missions/new',
    '/school/{uai}/missions/new',
    'refused',
    { known: 'Personne Inconnue', from: '', words: 'Un mot.' },
  ],
  ['teacher', '/my/missions/:id', '/my/missions/{proposedMission}'],
  ['teacher', '/my/missions/:id', '/my/missions/{declinedMission}', 'declined'],
  ['teacher', '/my/class-projects/:id', '/my/class-projects/{classProject}'],
  ['dane', '/dane/class-projects', '/dane/class-projects', 'refused', { title: '', joinsUntil: 'hier' }],
  ['dane', '/dane/class-projects/:id', '/dane/class-projects/{classProject}'],
  ['teacher', '/my/support/new', '/my/support/new', 'refused', { kind: '', title: '', text: '' }],
  ['teacher', '/my/support/:id', '/my/support/{plannedSupport}'],
  ['teacher', '/my/support/:id', '/my/support/{openSupport}', 'open'],
  ['teacher', '/my/invitations/:code', '/my/invitations/{meetingToCome}'],
  ['teacher', '/my/invitations/:code', '/my/invitations/{meetingToday}', 'answered'],
  ['dane', '/dane/events/:code/invitations', '/dane/events/{meetingToCome}/invitations'],
  ['dane', '/dane/events/:code/invitations', '/dane/events/{meetingToday}/invitations', 'today'],
  ['dane', '/dane/events/:code/invitations/list', '/dane/events/{meetingToCome}/invitations/list'],
  ['dane', '/dane/events/:code/invitations/presence', '/dane/events/{meetingToday}/invitations/presence'],
  ['head', '/school/:uai/meetings', '/school/{uai}/meetings', 'refused', { day: 'hier' }],
  ['head', '/school/:uai/meetings/:id', '/school/{uai}/meetings/{proposedMeeting}', 'proposed'],
  ['head', '/school/:uai/meetings/:id', '/school/{uai}/meetings/{heldMeeting}', 'held'],
  ['head', '/school/:uai/meetings/:id/record', '/school/{uai}/meetings/{proposedMeeting}/record'],
  ['dane', '/dane/meetings/:id', '/dane/meetings/{proposedMeeting}'],
  ['dane', '/dane/meetings/:id/record', '/dane/meetings/{heldMeeting}/record'],
  ['dane', '/dane/support/:id', '/dane/support/{openSupport}'],
  ['dane', '/dane/support/:id', '/dane/support/{openSupport}', 'refused', { text: '', plannedOn: 'hier' }],
  ['head', '/school/:uai/people/:person', '/school/{uai}/people/{colleague}'],
  ['head', '/school/:uai/proposals/:id', '/school/{uai}/proposals/{proposedChange}'],
  ['head', '/school/:uai/reviews/:person/plan', '/school/{uai}/reviews/{member}/plan'],
  ['head', '/school/:uai/reviews/:person/record', '/school/{uai}/reviews/{member}/record'],
  [
    'head',
    '/school/:uai/reviews/:person/record',
    `/school/{uai}/reviews/{member}/record?on=${todayInParis()}`,
    'changed',
  ],

  ['dane', '/dane/directory/addresses', '/dane/directory/addresses?mission=A1'],
  ['dane', '/dane/messages/new', '/dane/messages/new?mission=A1', 'chosen'],
  [
    'dane',
    '/dane/messages/new',
    '/dane/messages/preview?mission=A1',
    'not-previewed',
    { title: '', body: '' },
  ],
  ['dane', '/dane/messages/:id', '/dane/messages/{message}'],
  ['dane', '/dane/campaigns/:id', '/dane/campaigns/{campaign}?left=role-clash.own-engagement'],
  [
    'dane',
    '/dane/campaigns/preview',
    `/dane/campaigns/preview?name=Essai&schoolYear=${THIS_YEAR}&closesOn=${todayInParis()}`,
  ],
  ['dane', '/dane/campaigns/:id/preview', '/dane/campaigns/{campaign}/preview'],
  ['dane', '/dane/campaigns/:id/documents', '/dane/campaigns/{campaign}/documents'],
  ['dane', '/dane/campaigns/:id/end', '/dane/campaigns/{campaign}/end'],
  ['dane', '/dane/campaigns/:id/requests', '/dane/campaigns/{campaign}/requests'],
  ['dane', '/dane/campaigns/:id/schools', '/dane/campaigns/{campaign}/schools'],
  ['dane', '/dane/confirmations/:reference', '/dane/confirmations/{clashing}'],
  ['dane', '/dane/contests', '/dane/contests?over=1', 'over'],
  ['dane', '/dane/contests/:id', '/dane/contests/{contest}'],
  ['dane', '/dane/coverage/:departmentCode', '/dane/coverage/{department}'],
  ['dane', '/dane/coverage/:departmentCode', '/dane/coverage/schools?only=nobody', 'of-all'],
  ['dane', '/dane/new-year/:list', '/dane/new-year/to-renew'],
  ['dane', '/dane/new-year/:list', '/dane/new-year/nobody', 'nobody'],
  ['dane', '/dane/new-year/:list', '/dane/new-year/no-review', 'no-review'],
  ['dane', '/dane/new-year/:list', '/dane/new-year/no-meeting', 'no-meeting'],
  ['dane', '/dane/new-year/:list', '/dane/new-year/no-head', 'no-head'],
  ['dane', '/dane/credentials/:id/revocation', '/dane/credentials/{badge}/revocation'],
  ['dane', '/dane/revocations', '/dane/revocations?badge=RUPN-CONF'],
  ['dane', '/dane/credentials/:id/suspension', '/dane/credentials/{badge}/suspension'],
  ['dane', '/dane/badges/:code/endorsements', '/dane/badges/RUPN-ENG/endorsements'],
  [
    'dane',
    '/dane/badges/:code/endorsements',
    '/dane/badges/RUPN-ENG/endorsements',
    'refused',
    { credential: 'pas un soutien' },
  ],
  [
    'dane',
    '/dane/badges/:code/endorsements',
    '/dane/badges/RUPN-ENG/endorsements',
    'read-again',
    { credential: SIGNED_ENDORSEMENT },
    200,
  ],
  [
    'dane',
    '/dane/badges/:code/endorsements/:id/withdrawal',
    '/dane/badges/RUPN-ENG/endorsements/{endorsement}/withdrawal',
  ],
  ['dane', '/dane/badges'],
  ['dane', '/dane/badges/:code/retirement', '/dane/badges/RUPN-EXP/retirement'],
  ['dane', '/dane/badges/drafts/:id', '/dane/badges/drafts/{badgeDraft}'],
  ['dane', '/dane/badges/drafts/:id', '/dane/badges/drafts/{blankBadge}', 'empty'],
  ['dane', '/dane/badges/drafts/:id/adoption', '/dane/badges/drafts/{badgeDraft}/adoption'],
  ['dane', '/dane/criteria/:version/withdrawal', '/dane/criteria/{toCome}/withdrawal'],
  ['dane', '/dane/criteria/drafts/:id', '/dane/criteria/drafts/{draft}'],
  [
    'dane',
    '/dane/criteria/workshop',
    '/dane/criteria/trials',
    'refused',
    { '/thresholds/trainingProof': '9', '/thresholds/fullYearDays': '50', on: '1900-01-01' },
  ],
  ['dane', '/dane/decisions', '/dane/decisions?uai=0210001X&q=nobody', 'none-found'],
  ['dane', '/dane/decisions', '/dane/decisions', 'refused', { decision: 'refuse' }],
  ['dane', '/dane/decisions/due'],
  ['dane', '/dane/decisions/due', '/dane/decisions/due', 'refused', { day: '2024-07-01', time: '9' }],
  ['dane', '/dane/decisions/:id', '/dane/decisions/{proposal}'],
  ['dane', '/dane/decisions/:id', '/dane/decisions/{refusedProposal}', 'decided'],
  ['dane', '/dane/events', '/dane/events?q=rien-de-tel', 'none-found'],
  ['dane', '/dane/events/new', '/dane/events/new', 'refused', {}],
  ['dane', '/dane/events/:code', '/dane/events/{event}'],
  ['dane', '/dane/events/:code', '/dane/events/{event}/attendance', 'refused', { email: 'x@y.example' }],
  ['dane', '/dane/events/:code/attendance/removal', '/dane/events/{event}/attendance/removal?person={me}'],
  ['dane', '/dane/events/:code/change', '/dane/events/{event}/change'],
  ['dane', '/dane/events/:code/roll-call', '/dane/events/{event}/roll-call'],
  ['dane', '/dane/events/:code/roll-call/screen', '/dane/events/{event}/roll-call/screen'],
  [
    'dane',
    '/dane/events/:code/roll-call',
    '/dane/events/{event}/roll-call',
    'refused',
    { day: '', opensAt: '8h' },
  ],
  ['dane', '/dane/yearly-reports', '/dane/yearly-reports?question=besoins', 'other-question'],
  ['dane', '/dane/wishes', '/dane/wishes?q=rien-de-tel', 'none-found'],
  ['dane', '/dane/wishes/plan', '/dane/wishes/plan?{wish}'],
  ['dane', '/dane/imports/past/:id', '/dane/imports/past/{pastImport}'],
  ['dane', '/dane/imports/:id', '/dane/imports/{upload}'],
  ['dane', '/dane/imports/:id/columns', '/dane/imports/{upload}/columns?file=personnes.csv&kind=people'],
  ['dane', '/dane/jobs/:id', '/dane/jobs/{job}'],
  ['dane', '/dane/jobs/:id', '/dane/jobs/{dated}', 'dated'],
  ['dane', '/dane/jobs/:id', '/dane/jobs/{held}', 'held'],
  ['dane', '/dane/jobs/:id', '/dane/jobs/{trial}', 'trial'],
  ['dane', '/dane/people/:id', '/dane/people/{me}'],
  ['dane', '/dane/people/:id', '/dane/people/{holder}', 'of-a-holder'],
  ['dane', '/dane/people/:id/attendances/new', '/dane/people/{me}/attendances/new'],
  ['dane', '/dane/people/:id/contributions/new', '/dane/people/{me}/contributions/new'],
  ['dane', '/dane/people/:id/departure', '/dane/people/{me}/departure'],
  [
    'dane',
    '/dane/people/:id/engagements/:reference/:kind',
    '/dane/people/{me}/engagements/{ownSegment}/correction',
  ],
  ['dane', '/dane/people/:id/engagements/new', '/dane/people/{me}/engagements/new'],
  ['dane', '/dane/people/:id/reviews/new', '/dane/people/{me}/reviews/new'],
  ['dane', '/dane/people/:id/removal', '/dane/people/{me}/removal?kind=attendance&event={event}'],
  ['dane', '/dane/people/:id/award', '/dane/people/{holder}/award?badge=RUPN-VEILLE'],
  ['dane', '/dane/schools/:uai/award', '/dane/schools/{uai}/award?badge=RUPN-EQUIPE'],
  ['dane', '/dane/people/:id/change', '/dane/people/{me}/change'],
  ['dane', '/dane/people/:id/erasure', '/dane/people/{me}/erasure'],
  ['dane', '/dane/people/new', '/dane/people/new', 'refused', { givenName: '', email: 'x' }],
  ['dane', '/dane/schools', '/dane/schools?q=college'],
  ['dane', '/dane/schools/new', '/dane/schools/new', 'refused', { uai: 'x', name: '' }],
  ['dane', '/dane/schools/:uai', '/dane/schools/{uai}'],
  ['dane', '/dane/schools/:uai/change', '/dane/schools/{uai}/change'],
  ['dane', '/dane/schools/:uai/closure', '/dane/schools/{uai}/closure'],
  [
    'dane',
    '/dane/schools/:uai/closure',
    '/dane/schools/{uai}/closure',
    'refused',
    { on: 'hier', reason: '' },
  ],
  ['dane', '/dane/people/:id/merge', '/dane/people/{me}/merge'],
  ['dane', '/dane/people/:id/merge', '/dane/people/{holder}/merge?with={other}', 'chosen'],
  ['dane', '/dane/contributions', '/dane/contributions?which=validated', 'validated'],
  ['dane', '/dane/contributions/:reference/validation', '/dane/contributions/{validated}/validation'],
  ['dane', '/dane/proposals/:id', '/dane/proposals/{proposedChange}'],
  ['dane', '/dane/settings', '/dane/settings/issuer', 'refused', { url: 'x' }],
];

/** The other pages of the access table: their address names nothing, or a school. */
const PLAIN: readonly Entry[] = Object.entries(ACCESS).flatMap(([key, access]): readonly Entry[] => {
  const [method, route = ''] = key.split(' ');
  const as = VIEWERS[access];
  const isNamed = route.replace(':uai', '').includes(':');
  const isListed = ENTRIES.some(([, listed, , more]) => listed === route && more === undefined);
  if (!as || method !== 'GET' || isNamed || isListed || NO_PAGES.includes(route)) return [];
  return [[as, route, route.replace(':uai', '{uai}')]];
});

/** Every page behind the sign-in, with its viewer; some in several states. */
export const WORKSPACE_PAGES: readonly WorkspacePage[] = [...PLAIN, ...ENTRIES].map(
  ([as, route, path, more, refused, status]) => ({
    name: [...route.split('/').map((part) => part.replace(':', '')), more].filter(Boolean).join('-'),
    route,
    as,
    path: path ?? route,
    ...(refused && { refused }),
    status: status ?? (refused ? 400 : 200),
  }),
);

/** The page's address in a world; undefined if the world has no such page. */
export function addressIn(
  values: Readonly<Record<string, string>>,
  { path }: Pick<WorkspacePage, 'path'>,
): string | undefined {
  const address = path.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] || whole);
  return address.includes('{') ? undefined : address;
}

/** Whether the page also exists in a world without records: its address names only a school or a person. */
export function existsWithoutRecords({ path }: Pick<WorkspacePage, 'path'>): boolean {
  return addressIn({ uai: 'any', me: 'any', department: 'any' }, { path }) !== undefined;
}
