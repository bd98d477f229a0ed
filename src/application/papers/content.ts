import type { FactsBasis } from '../../domain/facts/types.ts';
import { letterEngagements } from '../../domain/paper/summarise.ts';
import { factsDayOf, type Paper, type PaperMember, type PaperProcedure } from '../../domain/paper/types.ts';
import { type Engagement, isCountable, type Person, type School } from '../../domain/records.ts';
import { compact } from '../../domain/text/omit-undefined.ts';
import type { NewsLinks } from '../settings/live.ts';
import {
  type Block,
  PAPER_SECTIONS,
  type PaperContent,
  type PaperFactsSection,
  type PaperSection,
} from './content-types.ts';
import type { PaperContext, SchoolMember } from './context.ts';
import { makeEngagementStatement } from './engagement-statement.ts';
import { makeLetterCompanion } from './letter-companion.ts';
import { type MissionLetterInput, makeMissionLetter, type ProcedureAddress } from './mission-letter.ts';
import { makeReviewRecord } from './review-record.ts';
import { makeSchoolFile } from './school-file.ts';

export interface PaperSetting {
  /** The school in the present register. The paper's own name and commune take precedence. */
  readonly establishment: School;
  readonly basis: FactsBasis;
  readonly issuerName: string;
  readonly office: string;
  /** The e-mail address of the office, and the addresses of its news. */
  readonly email: string;
  readonly news: NewsLinks;
  readonly origin: string;
  /** The address of the page that confirms the paper. */
  readonly address: string;
}

/** A part of a paper: the paper itself, or the document that accompanies a mission letter. Both have the same
 *  facts and address. */
export type PaperDocument = 'paper' | 'companion';

/** The documents that are drawn from a paper. */
export function documentsOf({ facts }: Pick<Paper, 'facts'>): readonly PaperDocument[] {
  return facts.procedures ? ['paper', 'companion'] : ['paper'];
}

/** The whole content of a paper, from its frozen facts. */
export function paperContent(
  paper: Paper,
  setting: PaperSetting,
  part: PaperDocument = 'paper',
): PaperContent {
  const { basis, issuerName, office } = setting;
  const { facts, schoolYear } = paper;
  const context: PaperContext = {
    basis,
    issuerName,
    office,
    madeAt: paper.madeAt,
    factsOn: factsDayOf(paper),
  };
  const shared = {
    establishment: { ...setting.establishment, ...facts.establishment },
    schoolYear,
    principalName: facts.principal,
    verificationAddress: setting.address,
    origin: setting.origin,
  };
  if (part === 'companion') return companionContent(paper, { shared, setting }, context);
  return paper.kind === 'imp-file'
    ? fileContent(paper, shared, context)
    : personContent(paper, shared, context);
}

interface Shared {
  readonly establishment: School;
  readonly schoolYear: number;
  readonly principalName: string;
  readonly verificationAddress: string;
  readonly origin: string;
}

/** The content of a school's file. In papers of the first form, people who only waited were listed among the
 *  others. */
function fileContent({ facts }: Paper, shared: Shared, context: PaperContext): PaperContent {
  const isConfirmed = ({ record }: PaperMember) =>
    record.engagements.some(({ confirmation }) => isCountable(confirmation));
  const waiting = facts.members.filter((member) => !isConfirmed(member));
  const requests = waiting.map(({ person, record }) => ({ person, engagements: record.engagements }));
  return makeSchoolFile(
    {
      ...shared,
      team: facts.members.filter(isConfirmed).map(toMember),
      requests: [...(facts.requests ?? []), ...requests],
      authorisations: facts.authorisations,
    },
    context,
  );
}

function personContent({ kind, facts }: Paper, shared: Shared, context: PaperContext): PaperContent {
  const [frozen] = facts.members;
  if (!frozen) throw new Error('a paper without anyone in it');
  const member = toMember(frozen);
  if (kind === 'statement') return makeEngagementStatement({ ...shared, member }, context);
  if (kind === 'mission-letter') return makeMissionLetter(letterInput(frozen, facts, shared), context);
  const { review } = facts;
  if (!review) throw new Error('a review record without a review');
  return makeReviewRecord({ ...shared, member, review, notes: review.notes }, context);
}

function letterInput(frozen: PaperMember, facts: Paper['facts'], shared: Shared): MissionLetterInput {
  const engagements = letterEngagements(frozen, facts);
  if (!isSome(engagements)) throw new Error('a mission letter without an engagement');
  const { authorisations, procedures } = facts;
  const { means, plannedOn } = frozen;
  return compact({
    ...shared,
    member: toMember(frozen),
    ...{ engagements, authorisations, means },
    procedures: procedures?.map((one) => withAddress(one, shared.origin)),
    nextReviewOn: plannedOn,
  });
}

function withAddress(procedure: PaperProcedure, origin: string): ProcedureAddress {
  const { action } = procedure;
  return {
    action,
    address: 'url' in procedure ? procedure.url : `${origin}/procedure-sheets/${procedure.id}`,
  };
}

function companionContent(
  { facts }: Paper,
  { shared, setting }: { readonly shared: Shared; readonly setting: PaperSetting },
  context: PaperContext,
): PaperContent {
  const [frozen] = facts.members;
  if (!frozen || !facts.procedures) throw new Error('a paper that nothing accompanies');
  const { email, news, origin } = setting;
  return makeLetterCompanion({ ...letterInput(frozen, facts, shared), email, news, origin }, context);
}

function isSome(engagements: readonly Engagement[]): engagements is readonly [Engagement, ...Engagement[]] {
  return engagements.length > 0;
}

/** The person with only their name, which is all that the builders use. A paper contains no address. */
function toMember({
  person,
  record,
  shares,
  recognised,
  hours,
  projects,
  titleForm,
}: PaperMember): SchoolMember {
  const whole: Person = { ...person, emails: [], profiles: [] };
  return compact({ person: whole, record, shares, recognised, hours, projects, titleForm });
}

/** The sections that differ between two drafts of one paper. Everything printed is compared, section by
 *  section. */
export function differingSections(
  printed: Pick<PaperContent, 'blocks'>,
  now: Pick<PaperContent, 'blocks'>,
): readonly PaperFactsSection[] {
  const [before, after] = [bySection(printed.blocks), bySection(now.blocks)];
  return PAPER_SECTIONS.filter(
    (section) => JSON.stringify(before.get(section) ?? []) !== JSON.stringify(after.get(section) ?? []),
  );
}

function bySection(blocks: readonly Block[]): ReadonlyMap<PaperSection, readonly unknown[]> {
  const sections = new Map<PaperSection, unknown[]>();
  const add = (section: PaperSection, part: unknown) => {
    const parts = sections.get(section);
    if (parts) parts.push(part);
    else sections.set(section, [part]);
  };
  let current: PaperSection = 'frame';
  for (const block of blocks) {
    if ((block.kind === 'heading' || block.kind === 'paragraph') && block.section) current = block.section;
    if (block.kind === 'facts')
      for (const [name, value, own] of block.rows) add(own ?? current, [name, value]);
    else add(current, block);
  }
  return sections;
}
