import { drawingError, drawingOf } from '../../../../catalogue/drawing-errors.ts';
import type { AchievementDefinition } from '../../../../domain/criteria/definition.ts';
import type { FrenchFirst } from '../../../../domain/engagement/mission.ts';
import { containsNumen } from '../../../../domain/person/numen.ts';
import { compact } from '../../../../domain/text/omit-undefined.ts';
import { readSent } from '../../forms/read-body.ts';
import type { FieldError, FormValues } from '../../forms/schema.ts';
import type { PageRequest } from '../../routing/page-request.ts';

/** The most characters of each text of a badge. */
export const LONGEST = { code: 40, name: 120, description: 2000, words: 200 } as const;

/** The texts of a badge by the JSON Pointer that names their field. */
const TEXT_LENGTHS: Readonly<Record<string, number>> = {
  '/code': LONGEST.code,
  '/name/fr': LONGEST.name,
  '/name/en': LONGEST.name,
  '/titles/feminine': LONGEST.name,
  '/titles/masculine': LONGEST.name,
  '/description/fr': LONGEST.description,
  '/description/en': LONGEST.description,
  '/drawing/words/fr': LONGEST.words,
  '/drawing/words/en': LONGEST.words,
};

const RECIPIENTS = ['person', 'establishment'] as const;
export const DRAWINGS = ['rings', 'family', 'team', 'own'] as const;
type DrawingKind = (typeof DRAWINGS)[number];
type Drawing = AchievementDefinition['drawing'];

/** The words and the drawing of a badge as a form gives them. What is empty stays empty: a draft may lack it. */
export interface BadgeInput {
  readonly badge: AchievementDefinition;
  readonly faults: Readonly<Record<string, FieldError>>;
}

/** Reads all fields but those of the requirements. A field that is not sent keeps its value; the code of a badge
 *  that is published stays. */
export async function readBadge(
  { c }: PageRequest,
  values: FormValues,
  { before, isPublished }: { readonly before: AchievementDefinition; readonly isPublished: boolean },
): Promise<BadgeInput> {
  const faults: Record<string, FieldError> = {};
  for (const [name, longest] of Object.entries(TEXT_LENGTHS)) {
    const text = values[name]?.[0] ?? '';
    if (text.length > longest) faults[name] = `longer-than:${longest}`;
    else if (containsNumen(text)) faults[name] = 'numen';
  }
  const stated = (name: string, otherwise = '') => values[name]?.[0] ?? otherwise;
  const validity = readValidity(stated('/validityYears', String(before.validityYears ?? '')));
  if (validity === 'invalid-number') faults['/validityYears'] = validity;
  const drawing = await readDrawing((await readSent(c)).get('/drawing/image'), stated, before.drawing);
  if ('fault' in drawing) faults['/drawing/image'] = drawing.fault;
  const [feminine, masculine] = [stated('/titles/feminine'), stated('/titles/masculine')];
  const badge: AchievementDefinition = compact({
    code: isPublished ? before.code : stated('/code', before.code),
    name: frenchFirst(stated('/name/fr', before.name.fr), stated('/name/en', before.name.en)),
    titles: feminine || masculine ? { feminine, masculine } : undefined,
    description: frenchFirst(
      stated('/description/fr', before.description.fr),
      stated('/description/en', before.description.en),
    ),
    achievementType: before.achievementType,
    recipient: RECIPIENTS.find((one) => one === stated('/recipient')) ?? before.recipient,
    validityYears: typeof validity === 'number' ? validity : undefined,
    drawing: 'fault' in drawing ? before.drawing : drawing,
    requirements: before.requirements,
  });
  return { badge, faults };
}

function readValidity(text: string): number | undefined | 'invalid-number' {
  if (text === '') return undefined;
  const years = Number(text);
  return Number.isInteger(years) && years > 0 && years <= 50 ? years : 'invalid-number';
}

async function readDrawing(
  file: FormDataEntryValue | null,
  stated: (name: string, otherwise?: string) => string,
  before: Drawing,
): Promise<Drawing | { readonly fault: FieldError }> {
  const kind: DrawingKind = DRAWINGS.find((one) => one === stated('/drawing/kind')) ?? before.kind;
  switch (kind) {
    case 'rings': {
      const rings = Number(stated('/drawing/rings', '1'));
      return { kind, rings: Number.isInteger(rings) && rings > 0 && rings < 10 ? rings : 1 };
    }
    case 'family':
      return { kind, family: stated('/drawing/family') };
    case 'team':
      return { kind };
    case 'own': {
      const image = before.kind === 'own' ? before.image : '';
      const words = { fr: stated('/drawing/words/fr'), en: stated('/drawing/words/en') };
      if (!(file instanceof File) || file.size === 0) return { kind, image, words };
      const uri = drawingOf(file.name, new Uint8Array(await file.arrayBuffer()));
      const error = uri === undefined ? 'drawing-not-image' : drawingError(uri)?.reason;
      return error || uri === undefined
        ? { fault: error ?? 'drawing-not-image' }
        : { kind, image: uri, words };
    }
  }
}

function frenchFirst(fr: string, en: string): FrenchFirst {
  return { fr, ...(en && { en }) };
}

/** The values of the form of a badge, by the names of its fields. */
export function badgeValues(badge: AchievementDefinition): FormValues {
  const { code, name, titles, description, recipient, validityYears, drawing } = badge;
  const values: Readonly<Record<string, string | undefined>> = {
    '/code': code,
    '/name/fr': name.fr,
    '/name/en': name.en,
    '/titles/feminine': titles?.feminine,
    '/titles/masculine': titles?.masculine,
    '/description/fr': description.fr,
    '/description/en': description.en,
    '/recipient': recipient,
    '/validityYears': validityYears?.toString(),
    '/drawing/kind': drawing.kind,
    '/drawing/rings': drawing.kind === 'rings' ? String(drawing.rings) : '1',
    '/drawing/family': drawing.kind === 'family' ? drawing.family : undefined,
    '/drawing/words/fr': drawing.kind === 'own' ? drawing.words.fr : undefined,
    '/drawing/words/en': drawing.kind === 'own' ? drawing.words.en : undefined,
  };
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => (value === undefined ? [] : [[field, [value]]])),
  );
}
