import type { MissionFramework } from '../../domain/engagement/mission.ts';
import { fullName } from '../../domain/person/name.ts';
import type { ProgressReview, School } from '../../domain/records.ts';
import type { ReviewNotes } from '../../domain/review/notes.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import { paperTexts } from '../../texts/fr/papers/phrases.ts';
import { reviewTexts as texts } from '../../texts/fr/papers/review-record.ts';
import { heading, paragraph, paragraphs } from './blocks.ts';
import type { Block, HeadingLevel, PaperContent } from './content-types.ts';
import type { PaperContext, SchoolMember } from './context.ts';
import { letterhead, paperOutline, signedAndSealed, subjectFacts } from './sections.ts';

export interface ReviewRecordInput {
  readonly establishment: School;
  readonly member: Pick<SchoolMember, 'person' | 'titleForm'>;
  readonly review: Pick<ProgressReview, 'on'>;
  readonly notes: ReviewNotes;
  readonly schoolYear?: SchoolYear;
  readonly principalName?: string;
  readonly verificationAddress: string;
}

/** The record of one progress review: only what was noted. */
export function makeReviewRecord(input: ReviewRecordInput, context: PaperContext): PaperContent {
  const { establishment, member, review, notes } = input;
  const { person } = member;
  const { headings } = texts;
  const names = { name: texts.name, title: texts.title(fullName(person), review.on) };
  return {
    ...paperOutline(names, establishment, context),
    blocks: [
      letterhead(establishment, context),
      heading(1, texts.name, 'identity'),
      subjectFacts({ ...input, person }, context, [[texts.heldOn, paperTexts.day(review.on)]]),
      { ...paragraph(texts.nature, 'lead'), section: 'frame' },
      ...joinedToSignatures(notesBlocks(notes, context.basis.framework)),
      ...signedAndSealed(headings.signatures, input, { context, signer: member }),
    ],
  };
}

function notesBlocks(notes: ReviewNotes, { families }: MissionFramework): readonly Block[] {
  const { headings } = texts;
  const done = families.flatMap(({ code, label }) =>
    noted(3, texts.family(code, label.fr), notes.doneByFamily[code] ?? ''),
  );
  const [first, ...rest] = [
    ...(done.length > 0 ? [heading(2, headings.done), ...done] : []),
    ...noted(2, headings.worked, notes.worked),
    ...noted(2, headings.difficulties, notes.difficulties),
    ...noted(2, headings.presentSplit, notes.presentSplit),
    ...noted(2, headings.trainingsWished, notes.trainingsWished),
    ...noted(2, headings.decisions, notes.decisions),
  ];
  if (!first) return [{ ...paragraph(texts.nothingNoted), section: 'notes' }];
  return [{ ...first, section: 'notes' } as Block, ...rest];
}

/** A paragraph with more characters than this may be on another page than the signatures. */
const SHORT_TEXT = 600;

/** Keeps the last paragraph together with the signatures, which must not be alone on a page. */
function joinedToSignatures(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.at(-1);
  if (last?.kind !== 'paragraph' || last.text.length > SHORT_TEXT) return blocks;
  return [...blocks.slice(0, -1), { ...last, keep: true }];
}

function noted(level: HeadingLevel, title: string, text: string): readonly Block[] {
  const lines = paragraphs(text);
  return lines.length === 0 ? [] : [heading(level, title), ...lines];
}
