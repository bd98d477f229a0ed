import type { Establishment, PersonRecord } from '../../domain/records.ts';
import { type LocalDate, localDateInParis } from '../../domain/time/time.ts';
import { documentTexts } from '../../texts/fr/documents.ts';
import { statementTexts as texts } from '../../texts/fr/documents-statement.ts';
import { facts, heading, paragraph, seal } from './blocks.ts';
import type { Block, CodeBlock, DocumentContent } from './document-content.ts';
import type { DocumentContext, SchoolMember } from './document-context.ts';
import { countableAt, deriveHeldMissions, wholePeriod } from './held-missions.ts';
import { fullName, schoolName } from './names.ts';
import {
  contributionsTable,
  eventsBlocks,
  missionsTable,
  reviewsTable,
  segmentsTable,
  trainingsBlocks,
  yearsBlocks,
} from './statement-tables.ts';

export interface StatementInput {
  readonly establishment: Establishment;
  readonly member: SchoolMember;
  /** Everyone with an engagement at the school: whom the missions are shared with. Only numbers are told. */
  readonly team: readonly SchoolMember[];
  /** Where the facts can be compared with the paper. */
  readonly verificationAddress: string;
}

/** The engagement statement of one person at one school, for the IMP file: facts only, as of the document's day. */
export function makeEngagementStatement(input: StatementInput, context: DocumentContext): DocumentContent {
  return {
    title: texts.title(fullName(input.member.person)),
    runningHead: texts.runningHead,
    issuerName: context.issuerName,
    madeAt: context.madeAt,
    blocks: statementBlocks(input, context),
  };
}

/** The statement's blocks, its title included: also a part of the school's file. */
export function statementBlocks(input: StatementInput, context: DocumentContext): readonly Block[] {
  const { establishment, member } = input;
  const on = localDateInParis(context.madeAt);
  return [
    heading(1, texts.title(fullName(member.person))),
    facts([
      [documentTexts.facts.person, fullName(member.person)],
      [documentTexts.facts.school, schoolName(establishment)],
      [documentTexts.facts.uai, establishment.uai],
      [documentTexts.facts.madeOn, documentTexts.day(on)],
    ]),
    ...engagementBlocks(input, context, on),
    ...recordBlocks(input, context, on),
    heading(2, texts.headings.decision),
    paragraph(`${texts.factsOnly} ${documentTexts.impDecision}`),
    heading(2, documentTexts.verification.heading),
    verificationSeal(input.verificationAddress, on),
  ];
}

/** The code that leads from the paper back to the recorded facts. */
export function verificationSeal(address: string, on: LocalDate): CodeBlock {
  return seal({
    address,
    caption: documentTexts.verification.caption(on),
    alternative: documentTexts.verification.alternative(address),
  });
}

function engagementBlocks(
  { establishment, member, team }: StatementInput,
  { basis }: DocumentContext,
  on: LocalDate,
): readonly Block[] {
  const { uai } = establishment;
  const segments = countableAt(member.record, uai, on);
  const period = wholePeriod(segments);
  const names = [fullName(member.person), schoolName(establishment)] as const;
  if (period === undefined) {
    return [paragraph(texts.noEngagement(...names), 'lead'), ...notes(member.record, establishment, on)];
  }
  const records = team.map(({ record }) => record);
  return [
    paragraph(texts.lead(...names, documentTexts.period(period)), 'lead'),
    heading(2, texts.headings.segments),
    segmentsTable(segments),
    ...notes(member.record, establishment, on),
    heading(2, texts.headings.missions),
    missionsTable(deriveHeldMissions(segments, records, basis.framework)),
    heading(2, texts.headings.years),
    ...yearsBlocks(member.record, { uai, on, basis }),
  ];
}

function notes(record: PersonRecord, { uai }: Establishment, on: LocalDate): readonly Block[] {
  const awaiting = record.engagements.filter(
    (engagement) =>
      engagement.uai === uai && engagement.period.from <= on && engagement.confirmation === 'requested',
  ).length;
  const text = awaiting === 0 ? texts.onlyConfirmed : `${texts.onlyConfirmed} ${texts.awaiting(awaiting)}`;
  return [paragraph(text, 'note')];
}

function recordBlocks(
  { establishment, member }: StatementInput,
  { basis }: DocumentContext,
  on: LocalDate,
): readonly Block[] {
  const nothing = paragraph(documentTexts.nothing);
  return [
    heading(2, texts.headings.trainings),
    ...trainingsBlocks(member.record, { on, basis }),
    heading(2, texts.headings.events),
    ...eventsBlocks(member.record, { on, basis }),
    heading(2, texts.headings.reviews),
    reviewsTable(member.record, establishment.uai, on) ?? nothing,
    heading(2, texts.headings.contributions),
    contributionsTable(member.record, on) ?? nothing,
  ];
}
