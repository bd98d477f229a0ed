import type { VersionDifference } from '../../../domain/criteria/adoption.ts';
import type { PackErrorReason } from '../../../domain/settings/pack-error.ts';
import type {
  officePackTexts as french,
  drawingFaults as frenchFaults,
  packErrorAsText as frenchWords,
} from '../../fr/dane/office-pack.ts';
import { sentencesExample } from '../../office.ts';
import { capitalised, count } from '../grammar/page-phrases.ts';

/** What is wrong, and how to fix it. `{v}` is the value. */
const FAULTS: Readonly<Record<PackErrorReason, readonly [wrong: string, mend: string]>> = {
  'missing-value': ['{v} is missing', 'add it'],
  'unknown-name': ['this name has no meaning here', 'remove it, or mend its spelling'],
  'wrong-type': [
    'this value is not of the kind expected',
    'write a text, a number, a list or an object, as the schema says',
  ],
  'not-listed': ['this value is none of those that exist', 'choose one of the schema'],
  'wrong-form': ['this value has not the form expected', 'follow the form that the schema gives'],
  'too-small': ['this number is too small', 'raise it'],
  'too-great': ['this number is too great', 'lower it'],
  'too-short': ['this is empty or too short', 'complete it'],
  'too-long': ['this is too long', 'shorten it'],
  repeated: ['this list says the same twice', 'remove the repetition'],
  'wrong-shape': ['this matches none of the possible forms', 'compare it with the schema and the example'],
  'invalid-date': ['this day does not exist', 'write it YYYY-MM-DD'],
  'half-year-above-full-year': ['half a year asks for more days than a whole one', 'lower halfYearDays'],
  'duplicate-code': ['this code is taken', 'give each its own code'],
  'duplicate-name': ['this requirement has the name of another', 'give each its own name'],
  'cyclic-badge': [
    'this badge depends on itself',
    'remove from the circle a rule that asks for another badge (meets)',
  ],
  'unknown-badge': ['no badge has this code', 'name a badge that exists, or add it'],
  'badge-of-another-recipient': [
    'the named badge has another kind of recipient',
    'name a badge of the same kind',
  ],
  'badge-by-decision': [
    'the named badge asks for a decision, which nothing records',
    'ask for a decision here, or name another badge',
  ],
  'rule-of-another-recipient': [
    'this rule looks at other facts than this recipient’s',
    'choose a rule for this recipient',
  ],
  'no-event-kinds': [
    'no event counts as a training, or none as an event of the office',
    'give one kind “training” at least, and another “office-event”',
  ],
  'unknown-family': ['no family has this code', 'name a family that exists, or add it to framework.json'],
  'unknown-mission': ['no mission has this code', 'name a mission that exists, or add it to framework.json'],
  'mission-of-no-count': ['this mission belongs to no count', 'name a mission that counts'],
  'needs-a-year': ['the value of a year (yearValue) needs a year', 'put the rule inside one year (someYear)'],
  'year-inside-a-year': ['a year is chosen inside a year that is chosen already', 'remove the inner rule'],
  'decision-inside-a-year': ['a decision depends on no year', 'ask for it beside someYear or someWindow'],
  'cannot-be-met': ['this rule asks for more than exists', 'lower its figure'],
  'missing-drawing': ['this drawing is not in drawings', 'add the file, or mend its name'],
  'drawing-too-large': ['this drawing is larger than 64 KB', 'simplify it'],
  'drawing-not-image': ['this is neither a readable SVG nor a PNG', 'save it as SVG or PNG'],
  'drawing-too-wide': ['this image is wider than 1024 pixels', 'make it smaller'],
  'drawing-script': ['this drawing contains a program', 'remove script and the attributes on…'],
  'drawing-link': [
    'this drawing refers elsewhere, or carries a style sheet',
    'remove href, src, style and url(…)',
  ],
  'drawing-entity': [
    'this drawing contains an entity, a comment, an instruction or a DOCTYPE',
    'write the signs themselves, and remove what begins with <!, <? or &',
  ],
  'drawing-element': [
    'this drawing contains an element that is no shape, group or gradient',
    'keep only shapes (path, circle, rect…)',
  ],
  'drawing-attribute': [
    'this drawing contains an attribute that is not accepted',
    'remove it, or export the drawing as “plain SVG”',
  ],
  'drawing-encoding': ['this drawing is not in UTF-8', 'save it in UTF-8'],
  'drawing-too-deep': ['this drawing has more than 50 elements inside one another', 'remove groups'],
  'missing-file': ['this file is missing', 'add it: “jalon office export” gives a complete one'],
  'unknown-file': ['this file is none of a pack', 'take it out of the folder'],
  'not-json': ['this file is not JSON in UTF-8', 'look for a comma or a quotation mark too many'],
  'too-large': ['the pack is too large', 'make its drawings or texts lighter'],
  'duplicate-sign': ['two families have the same sign', 'give each its own'],
  'family-without-mission': ['this family has no mission that counts', 'add one, or remove the family'],
  'unknown-competence': ['this competence is not in frameworks', 'add it, or mend the reference'],
  'duplicate-spelling': ['this spelling is another column’s already', 'keep it in one place'],
  numen: ['a NUMEN is written here', 'remove it: it has no place in any text'],
  'pale-colours': ['the contrast of this colour is below 3', 'make one of the two lighter or darker'],
  'unused-drawing': ['no badge uses this drawing', 'remove it, or name it in badges.json'],
  'family-removed': ['a family in use is missing', 'put it back: engagements name it'],
  'mission-removed': ['a mission in use is missing', 'put it back: engagements name it'],
  'published-changed': ['what is published changes', 'restore it: signed badges point at it'],
};

export const packErrorAsText: typeof frenchWords = (reason, value = '') => {
  const [wrong, fix] = FAULTS[reason];
  const stated = wrong.replace('{v}', value);
  return `${capitalised(stated)}. To mend it: ${fix}.`;
};

/** The faults of a drawing, for the field that takes it. */
export const drawingFaults = {
  'missing-drawing': packErrorAsText('missing-drawing'),
  'drawing-too-large': packErrorAsText('drawing-too-large'),
  'drawing-not-image': packErrorAsText('drawing-not-image'),
  'drawing-too-wide': packErrorAsText('drawing-too-wide'),
  'drawing-script': packErrorAsText('drawing-script'),
  'drawing-link': packErrorAsText('drawing-link'),
  'drawing-entity': packErrorAsText('drawing-entity'),
  'drawing-element': packErrorAsText('drawing-element'),
  'drawing-attribute': packErrorAsText('drawing-attribute'),
  'drawing-encoding': packErrorAsText('drawing-encoding'),
  'drawing-too-deep': packErrorAsText('drawing-too-deep'),
} satisfies typeof frenchFaults;

const packError: typeof french.packFault = ({ file, path, reason, value }) => {
  const [wrong, fix] = FAULTS[reason];
  const stated = wrong.replace('{v}', `“${value ?? ''}”`);
  const shown = value && stated === wrong ? ` (${value})` : '';
  const place = [file, path].filter(Boolean).join(' ');
  return `${place || 'pack'}: ${stated}${shown}. To mend it: ${fix}.`;
};

const DIFFERENCES: Readonly<Record<VersionDifference, string>> = {
  none: 'The badges do not change.',
  adds: 'Badges are added: they may begin today.',
  changes: 'What a published badge asks changes: this begins tomorrow at the earliest.',
};

export const officePackTexts: typeof french = {
  packFault: packError,
  packFaults: (errors) => `${count(errors, 'fault', 'faults')}: nothing is adopted.`,
  officeJudging: 'Trial',
  officeMoves: ({ badge, before, after, gain, lose }) => [
    `${badge}: ${before} today, ${after} with this pack`,
    ...gain.map((id) => `+ ${id}`),
    ...lose.map((id) => `− ${id}`),
  ],
  missingSentences: (badge) => [
    `office.json: what the badge ${badge} takes and how to get it are missing. Example, in "badges":`,
    sentencesExample(badge),
  ],
  officeSound: (difference) => `The pack has no fault. ${DIFFERENCES[difference]}`,
  badgeLine: ({ code, badge }) => `${code} · ${badge.name.en ?? badge.name.fr}`,
  badgesVersion: ({ version, inForceFrom }) => `Version ${version}, in force since ${inForceFrom}.`,
  badgeAdopted: (code, from) => `The badge ${code} holds from ${from}.`,
  badgeRetired: (code, from) => `The badge ${code} is awarded no more from ${from}.`,
  badgeNotJson: 'This file is no badge in JSON. To see one: “jalon badges show CODE”.',
  officeExported: (folder) => `The office’s pack is in ${folder}.`,
  officeUnchanged: 'This pack is already in use: nothing changes.',
  officeAdopted: ({ version, criteria }) =>
    criteria
      ? `Pack ${version} adopted. Its badges (version ${criteria.version}) hold from ${criteria.from}.`
      : `Pack ${version} adopted. The badges do not change.`,
};
