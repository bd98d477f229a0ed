import { type Campaign, type CampaignFigures, isOpen } from '../../../../domain/campaign/campaign.ts';
import {
  CONFIRMATION_REQUEST_STATES,
  type ConfirmationRequestState,
} from '../../../../domain/confirmation/confirmation-request.ts';
import { schoolYearLabel } from '../../../../domain/time/school-year.ts';
import type { LocalDate } from '../../../../domain/time/time.ts';
import { type DrawnPart, partsSvg } from '../../../../drawings/parts-svg.ts';
import type { PageFrame } from '../../shell/page-frame.ts';

export type CampaignLine = ReturnType<typeof toCampaignLine>;

export function toCampaignLine(campaign: Campaign, today: LocalDate) {
  const { id, name, schoolYear, openedAt, closesOn } = campaign;
  const open = isOpen(campaign, today);
  return {
    id,
    name,
    schoolYear: schoolYearLabel(schoolYear),
    openedAt,
    closesOn,
    open,
    state: campaign.cancelled ? ('cancelled' as const) : open ? ('open' as const) : ('closed' as const),
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
  readonly parts: readonly (DrawnPart & { readonly state: ConfirmationRequestState })[];
  /** Absent where there are no requests. */
  readonly drawing?: string;
}

/** The figures of a campaign, in words and as a drawing. */
export function figuresView({ t: { dane } }: Pick<PageFrame, 't'>, figures: CampaignFigures): FiguresView {
  const t = dane.campaigns;
  const parts = CONFIRMATION_REQUEST_STATES.map((state) => ({
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
