import type { MissionFramework } from '../../domain/engagement/mission.ts';
import type { ReviewNotes } from '../../domain/engagement/review-notes.ts';
import type { Establishment, Person, ProgressReview } from '../../domain/records.ts';
import { localDateInParis } from '../../domain/time/time.ts';
import { documentTexts } from '../../texts/fr/documents.ts';
import { reviewTexts as texts } from '../../texts/fr/documents-review.ts';
import { facts, heading, paragraph, paragraphs } from './blocks.ts';
import type { Block, DocumentContent, HeadingLevel } from './document-content.ts';
import type { DocumentContext } from './document-context.ts';
import { fullName, schoolName } from './names.ts';

export interface ReviewRecordInput {
  readonly establishment: Establishment;
  readonly person: Person;
  readonly review: ProgressReview;
  readonly notes: ReviewNotes;
  readonly principalName?: string;
}

/** The record of one progress review, with every heading even where nothing was noted under it. */
export function makeReviewRecord(input: ReviewRecordInput, context: DocumentContext): DocumentContent {
  const { establishment, person, review, notes, principalName } = input;
  const { headings } = texts;
  return {
    title: texts.title(fullName(person), review.on),
    runningHead: texts.runningHead,
    issuerName: context.issuerName,
    madeAt: context.madeAt,
    blocks: [
      heading(1, texts.heading[review.kind]),
      facts([
        [documentTexts.facts.person, fullName(person)],
        [documentTexts.facts.school, schoolName(establishment)],
        [documentTexts.facts.uai, establishment.uai],
        ...(principalName === undefined ? [] : ([[texts.principal, principalName]] as const)),
        [texts.heldOn[review.kind], documentTexts.day(review.on)],
        [documentTexts.facts.madeOn, documentTexts.day(localDateInParis(context.madeAt))],
      ]),
      paragraph(texts.nature, 'lead'),
      heading(2, headings.done),
      ...doneBlocks(notes, context.basis.framework),
      ...noted(2, headings.worked, notes.worked),
      ...noted(2, headings.difficulties, notes.difficulties),
      ...noted(2, headings.presentSplit, notes.presentSplit),
      ...noted(2, headings.trainingsWished, notes.trainingsWished),
      ...noted(2, headings.decisions, notes.decisions),
      heading(2, headings.signatures),
      { kind: 'signatures', places: texts.places },
    ],
  };
}

function doneBlocks({ doneByFamily }: ReviewNotes, framework: MissionFramework): readonly Block[] {
  return framework.families.flatMap(({ code, label }) =>
    noted(3, texts.family(code, label.fr), doneByFamily[code] ?? ''),
  );
}

function noted(level: HeadingLevel, title: string, text: string): readonly Block[] {
  const lines = paragraphs(text);
  return [heading(level, title), ...(lines.length === 0 ? [paragraph(texts.nothingNoted)] : lines)];
}
