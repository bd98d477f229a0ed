import type {
  DocumentaryConfirmation,
  SilentRequest,
} from '../../../../application/campaigns/campaign-reader.ts';
import type { Store } from '../../../../application/ports.ts';
import {
  type Campaign,
  type CampaignFigures,
  isOpen,
  REQUEST_STATES,
  type RequestState,
} from '../../../../domain/engagement/campaign.ts';
import type { DocumentsRefusal } from '../../../../domain/engagement/confirm-on-documents.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import { schoolYearLabel } from '../../../../domain/time/school-year.ts';
import type { LocalDate, Period } from '../../../../domain/time/time.ts';
import { type DrawnPart, partsSvg } from '../../../../drawings/parts-svg.ts';
import type { PageFrame } from '../../pages/page-frame.ts';
import { readNames } from '../decisions/decision-views.ts';

export interface CampaignLine {
  readonly id: string;
  readonly name: string;
  readonly schoolYear: string;
  readonly openedAt: string;
  readonly closesOn: string;
  readonly open: boolean;
  readonly state: 'open' | 'closed' | 'cancelled';
}

export function toCampaignLine(campaign: Campaign, today: LocalDate): CampaignLine {
  const { id, name, schoolYear, openedAt, closesOn } = campaign;
  const open = isOpen(campaign, today);
  return {
    id,
    name,
    schoolYear: schoolYearLabel(schoolYear),
    openedAt,
    closesOn,
    open,
    state: campaign.cancelled ? 'cancelled' : open ? 'open' : 'closed',
  };
}

const PATTERNS: Readonly<Record<keyof CampaignFigures, DrawnPart['pattern']>> = {
  answered: 'solid',
  waiting: 'empty',
  reminded: 'dotted',
  silent: 'hatched',
};

export interface FiguresView {
  readonly asked: number;
  readonly parts: readonly (DrawnPart & { readonly state: RequestState })[];
  /** Absent where nobody was asked. */
  readonly drawing?: string;
}

/** How a campaign stands, in words, and drawn. */
export function figuresView({ t: { dane } }: Pick<PageFrame, 't'>, figures: CampaignFigures): FiguresView {
  const t = dane.campaigns;
  const parts = REQUEST_STATES.map((state) => ({
    state,
    label: t.parts[state],
    count: figures[state],
    pattern: PATTERNS[state],
  }));
  const asked = parts.reduce((sum, { count }) => sum + count, 0);
  const description = t.drawingText(parts.map(({ label, count }) => t.drawingPart(label, count)));
  return {
    asked,
    parts,
    ...(asked > 0 && { drawing: partsSvg({ title: t.figures, description, parts }) }),
  };
}

/** A segment that nobody answered for. */
export interface SilentLine {
  readonly reference: string;
  readonly person: string;
  readonly personHref: string;
  readonly school: string;
  readonly period: Period;
  readonly missions: readonly string[];
  readonly roles: readonly string[];
  readonly askedAt: string;
  /** The agent's own: another one confirms it. */
  readonly own: boolean;
}

export async function silentLines(
  store: Store,
  requests: readonly SilentRequest[],
  { t, reader }: { readonly t: PageFrame['t']; readonly reader: PersonId },
): Promise<readonly SilentLine[]> {
  const { nameOf, schoolOf } = await readNames(
    store,
    requests.map(({ engagement: { personId } }) => ({ kind: 'person', personId })),
    requests.map(({ engagement }) => engagement.uai),
  );
  return requests.map(({ request, engagement }) => ({
    reference: engagement.reference,
    person: nameOf({ kind: 'person', personId: engagement.personId }),
    personHref: `/dane/people/${engagement.personId}`,
    school: schoolOf(engagement.uai) ?? engagement.uai,
    period: engagement.period,
    missions: engagement.missions,
    roles: engagement.roles.map((role) => t.records.roles[role]),
    askedAt: request.requestedAt,
    own: engagement.personId === reader,
  }));
}

export interface ConfirmedLine {
  readonly person: string;
  readonly personHref: string;
  readonly school: string;
  readonly documents: string;
  readonly at: string;
}

export async function confirmedLines(
  store: Store,
  confirmations: readonly DocumentaryConfirmation[],
): Promise<readonly ConfirmedLine[]> {
  const { nameOf, schoolOf } = await readNames(
    store,
    confirmations.map(({ engagement: { personId } }) => ({ kind: 'person', personId })),
    confirmations.map(({ engagement }) => engagement.uai),
  );
  return confirmations.map(({ engagement, documents, at }) => ({
    person: nameOf({ kind: 'person', personId: engagement.personId }),
    personHref: `/dane/people/${engagement.personId}`,
    school: schoolOf(engagement.uai) ?? engagement.uai,
    documents,
    at,
  }));
}

const LEFT = ['not-requested', 'not-silent', 'own-engagement', 'role-clash'] as const;
const LEFT_SEPARATOR = '.';

/** Codes of what was left, as they stand in an address: `role-clash.role-clash`. */
export function toLeftParameter(codes: readonly DocumentsRefusal[]): string {
  return codes.join(LEFT_SEPARATOR);
}

/** The same in words, each code once with how many. */
export function leftSentences({ t: { dane } }: Pick<PageFrame, 't'>, parameter: string): readonly string[] {
  const codes = parameter.split(LEFT_SEPARATOR);
  return LEFT.flatMap((code) => {
    const total = codes.filter((one) => one === code).length;
    return total > 0 ? [dane.campaigns.left[code](total)] : [];
  });
}
