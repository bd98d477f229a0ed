import { TODAY } from './now.ts';
import type { Viewer } from './workspace-world.ts';

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
}

type Entry = readonly [
  as: Viewer,
  route: string,
  path?: string,
  more?: string,
  refused?: Readonly<Record<string, string>>,
];

const ENTRIES: readonly Entry[] = [
  ['anyone', '/sign-in'],
  ['anyone', '/signed-out'],
  ['anyone', '/profiles/:id', '/profiles/{profile}'],
  ['anyone', '/papers/:id', '/papers/{paper}'],
  ['anyone', '/papers/:id', '/papers/{schoolPaper}', 'of-a-school'],
  ['anyone', '/papers/:id', '/papers/{letter}', 'letter'],
  ['anyone', '/papers/:id', '/papers/{reviewRecord}', 'review-record'],
  ['deputy', '/headship'],
  ['teacher', '/messages'],
  ['teacher', '/sessions'],

  ['teacher', '/my'],
  ['teacher', '/my/badges'],
  ['teacher', '/my/badges/:id', '/my/badges/{badge}'],
  ['teacher', '/my/badges/:id', '/my/badges/{offered}', 'offered'],
  ['teacher', '/my/badges/:id/decline', '/my/badges/{offered}/decline'],
  ['teacher', '/my/badges/:id/preview', '/my/badges/{offered}/preview?name=initials'],
  ['teacher', '/my/badges/:id/wallet', '/my/badges/{badge}/wallet'],
  ['teacher', '/my/badges/new'],
  ['teacher', '/my/badges/new', '/my/badges/new', 'refused', { visibility: 'public' }],
  ['teacher', '/my/badges/new/preview', '/my/badges/new/preview?badge={offered}&visibility=public&name=none'],
  ['teacher', '/my/badges/published', '/my/badges/published?badge={badge}'],
  ['teacher', '/my/contests'],
  ['teacher', '/my/contests/:id', '/my/contests/{contest}'],
  ['teacher', '/my/contributions'],
  ['teacher', '/my/contributions/new'],
  ['teacher', '/my/contributions/new', '/my/contributions/new', 'refused', { kind: '', on: '' }],
  ['teacher', '/my/contributions/:reference/edit', '/my/contributions/{contribution}/edit'],
  ['head', '/my', '/my', 'of-a-head'],
  ['teacher', '/my/documents'],
  ['teacher', '/my/contributions/:reference/remove', '/my/contributions/{contribution}/remove'],
  ['teacher', '/my/data'],
  ['teacher', '/my/data/erasure'],
  ['teacher', '/my/data/export'],
  ['teacher', '/my/engagements'],
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
  ['teacher', '/my/iprof'],
  ['teacher', '/my/profile'],
  ['teacher', '/my/profile', '/my/profile', 'refused', { name: 'full' }],
  ['teacher', '/my/profile/preview', '/my/profile/preview?name=full&visibility=unlisted&badges={badge}'],
  ['teacher', '/my/trainings'],
  ['teacher', '/sheet/:secret', '/sheet/{sheet}'],
  ['teacher', '/sheet/:secret', '/sheet/{closedSheet}', 'closed'],

  ['head', '/school/:uai', '/school/{uai}'],
  ['dane', '/school/:uai', '/school/{uai}', 'by-the-dane'],
  ['head', '/school/:uai', '/school/{uai}?year=2019', 'empty-year'],
  ['head', '/school/:uai/actions', '/school/{uai}/actions'],
  ['head', '/school/:uai/actions', '/school/{uai}/actions?{action}', 'changed'],
  ['head', '/school/:uai/badge', '/school/{uai}/badge'],
  ['head', '/school/:uai/confirmations', '/school/{uai}/confirmations?left=1&done=engagements-confirmed'],
  ['head', '/school/:uai/confirmations/:reference', '/school/{uai}/confirmations/{waiting}'],
  ['head', '/school/:uai/confirmations/:reference', '/school/{uai}/confirmations/{clashing}', 'clash'],
  ['head', '/school/:uai/contests', '/school/{uai}/contests'],
  ['head', '/school/:uai/contests/:id', '/school/{uai}/contests/{contest}'],
  ['head', '/school/:uai/engagements/:reference/:kind', '/school/{uai}/engagements/{segment}/missions'],
  ['head', '/school/:uai/means', '/school/{uai}/means'],
  ['head', '/school/:uai', `/school/{uai}?on=${TODAY}`, 'on-a-day'],
  ['head', '/school/:uai/mission-proposals', '/school/{uai}/mission-proposals'],
  ['dane', '/school/:uai/mission-proposals', '/school/{uai}/mission-proposals', 'by-the-dane'],
  ['head', '/school/:uai/mission-proposals/new', '/school/{uai}/mission-proposals/new?mission=B1'],
  [
    'head',
    '/school/:uai/mission-proposals/new',
    '/school/{uai}/mission-proposals/new',
    'refused',
    { known: 'Personne Inconnue', from: '', words: 'Un mot.' },
  ],
  ['teacher', '/my/mission-proposals/:id', '/my/mission-proposals/{proposedMission}'],
  ['teacher', '/my/mission-proposals/:id', '/my/mission-proposals/{declinedMission}', 'declined'],
  ['head', '/school/:uai/people/:person', '/school/{uai}/people/{colleague}'],
  ['head', '/school/:uai/proposals/:id', '/school/{uai}/proposals/{proposedChange}'],
  ['head', '/school/:uai/papers', '/school/{uai}/papers'],
  ['head', '/school/:uai/reviews', '/school/{uai}/reviews'],
  ['head', '/school/:uai/reviews/:person/plan', '/school/{uai}/reviews/{member}/plan'],
  ['head', '/school/:uai/reviews/:person/record', '/school/{uai}/reviews/{member}/record'],
  [
    'head',
    '/school/:uai/reviews/:person/record',
    `/school/{uai}/reviews/{member}/record?on=${TODAY}`,
    'changed',
  ],

  ['dane', '/dane'],
  ['dane', '/dane/campaigns'],
  ['dane', '/dane/campaigns/:id', '/dane/campaigns/{campaign}?left=role-clash.own-engagement'],
  ['dane', '/dane/campaigns/:id/documents', '/dane/campaigns/{campaign}/documents'],
  ['dane', '/dane/campaigns/:id/end', '/dane/campaigns/{campaign}/end'],
  ['dane', '/dane/campaigns/:id/requests', '/dane/campaigns/{campaign}/requests'],
  ['dane', '/dane/campaigns/:id/schools', '/dane/campaigns/{campaign}/schools'],
  ['dane', '/dane/confirmations'],
  ['dane', '/dane/confirmations/:reference', '/dane/confirmations/{clashing}'],
  ['dane', '/dane/confirmations/documents'],
  ['dane', '/dane/contests'],
  ['dane', '/dane/contests', '/dane/contests?over=1', 'over'],
  ['dane', '/dane/contests/:id', '/dane/contests/{contest}'],
  ['dane', '/dane/corrections'],
  ['dane', '/dane/coverage'],
  ['dane', '/dane/coverage/:departmentCode', '/dane/coverage/{department}'],
  ['dane', '/dane/coverage/:departmentCode', '/dane/coverage/schools?only=without', 'of-all'],
  ['dane', '/dane/credentials/:id/revocation', '/dane/credentials/{badge}/revocation'],
  ['dane', '/dane/criteria'],
  ['dane', '/dane/criteria/:version/withdrawal', '/dane/criteria/{toCome}/withdrawal'],
  ['dane', '/dane/criteria/workshop'],
  [
    'dane',
    '/dane/criteria/workshop',
    '/dane/criteria/trials',
    'refused',
    { '/thresholds/trainingProof': '9', '/thresholds/fullYearDays': '50', on: '1900-01-01' },
  ],
  ['dane', '/dane/decisions'],
  ['dane', '/dane/decisions', '/dane/decisions?uai=0210001X&q=nobody', 'none-found'],
  ['dane', '/dane/decisions', '/dane/decisions', 'refused', { decision: 'refuse' }],
  ['dane', '/dane/decisions/:id', '/dane/decisions/{proposal}'],
  ['dane', '/dane/decisions/:id', '/dane/decisions/{refusedProposal}', 'decided'],
  ['dane', '/dane/events', '/dane/events?q=rien-de-tel', 'none-found'],
  ['dane', '/dane/events'],
  ['dane', '/dane/events/new'],
  ['dane', '/dane/events/new', '/dane/events/new', 'refused', {}],
  ['dane', '/dane/events/:code', '/dane/events/{event}'],
  ['dane', '/dane/events/:code', '/dane/events/{event}/attendance', 'refused', { email: 'x@y.example' }],
  ['dane', '/dane/events/:code/attendance/removal', '/dane/events/{event}/attendance/removal?person={me}'],
  ['dane', '/dane/events/:code/change', '/dane/events/{event}/change'],
  ['dane', '/dane/events/:code/sheet', '/dane/events/{event}/sheet'],
  ['dane', '/dane/events/:code/sheet', '/dane/events/{event}/sheet', 'refused', { day: '', opensAt: '8h' }],
  ['dane', '/dane/exports'],
  ['dane', '/dane/imports'],
  ['dane', '/dane/imports/:id', '/dane/imports/{upload}'],
  ['dane', '/dane/imports/:id/columns', '/dane/imports/{upload}/columns?file=personnes.csv&kind=people'],
  ['dane', '/dane/imports/guides/grist'],
  ['dane', '/dane/jobs/:id', '/dane/jobs/{job}'],
  ['dane', '/dane/jobs/:id', '/dane/jobs/{trial}', 'trial'],
  ['dane', '/dane/people'],
  ['dane', '/dane/people/doubts'],
  ['dane', '/dane/people/headships'],
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
  [
    'dane',
    '/dane/people/:id/reviews/removal',
    '/dane/people/{me}/reviews/removal?uai={ownUai}&on=2026-05-12&kind=review',
  ],
  ['dane', '/dane/people/:id/award', '/dane/people/{holder}/award?badge=RUPN-VEILLE'],
  ['dane', '/dane/people/:id/change', '/dane/people/{me}/change'],
  ['dane', '/dane/people/:id/erasure', '/dane/people/{me}/erasure'],
  ['dane', '/dane/people/:id/merge', '/dane/people/{me}/merge'],
  ['dane', '/dane/people/:id/merge', '/dane/people/{holder}/merge?with={other}', 'chosen'],
  ['dane', '/dane/contributions'],
  ['dane', '/dane/contributions', '/dane/contributions?which=validated', 'validated'],
  ['dane', '/dane/contributions/:reference/validation', '/dane/contributions/{validated}/validation'],
  ['dane', '/dane/proposals'],
  ['dane', '/dane/proposals/:id', '/dane/proposals/{proposedChange}'],
  ['dane', '/dane/requests'],
  ['dane', '/dane/settings'],
  ['dane', '/dane/settings/tokens'],
  ['dane', '/dane/settings', '/dane/settings/issuer', 'refused', { url: 'x' }],
];

/** Every page behind the sign-in, with its viewer; some in several states. */
export const WORKSPACE_PAGES: readonly WorkspacePage[] = ENTRIES.map(([as, route, path, more, refused]) => ({
  name: [...route.split('/').map((part) => part.replace(':', '')), more].filter(Boolean).join('-'),
  route,
  as,
  path: path ?? route,
  ...(refused && { refused }),
}));

/** The page's address in a world; undefined where the world has no such page. */
export function addressIn(
  values: Readonly<Record<string, string>>,
  { path }: Pick<WorkspacePage, 'path'>,
): string | undefined {
  const address = path.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] || whole);
  return address.includes('{') ? undefined : address;
}

/** Whether the page also exists in a world without records: its address names only a school or a person. */
export function isOfTheEmptyWorld({ path }: Pick<WorkspacePage, 'path'>): boolean {
  return addressIn({ uai: 'any', me: 'any', department: 'any' }, { path }) !== undefined;
}
