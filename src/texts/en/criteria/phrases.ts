import { PROOF_LEVELS } from '../../../domain/records.ts';
import { schoolYearLabel } from '../../../domain/time/school-year.ts';
import type { CriteriaPhrases } from '../../fr/criteria/phrases.ts';
import { OFFICE } from '../../office.ts';
import { eventKindLabels, proofLabels, roleLabels } from './labels.ts';
import { missionsLacking, requiredMissionsPhrase } from './missions.ts';
import {
  and,
  counted,
  families,
  missions,
  number,
  or,
  overLast,
  quoted,
  small,
} from './numbers-and-names.ts';
import { personPhrases } from './person-phrases.ts';
import { teamPhrases } from './team-phrases.ts';

export const criteriaPhrases: CriteriaPhrases = {
  language: 'en',
  words: {
    roles: roleLabels(OFFICE),
    quoted,
    colon: ': ',
    semicolon: '; ',
    andWord: 'and',
    and,
    or,
    counted,
    inAll: 'in all',
    overLast,
    families,
    missions,
  },
  leaves: {
    ...personPhrases,
    ...teamPhrases,
    decision: {
      asked: () => 'a decision of the DANE, with its reason',
      found: () => 'decision taken',
      lacking: () => 'a decision of the DANE, with its reason',
    },
  },
  asked: {
    span: (years) =>
      years === 1 ? 'within one school year' : `within ${small(years)} consecutive school years`,
    spanOnScreen: (years) => `within one school year, or ${small(years)} that follow each other`,
    either: (parts, areLong) => `either ${parts.join(areLong ? '; or ' : ', or ')}`,
    atLeast: (count, parts) => `at least ${number(count)} of these: ${parts}`,
    meets: (badge) => `the criteria of the badge ${quoted(badge)} met`,
    missions: requiredMissionsPhrase,
  },
  found: {
    meets: (badge) => `criteria of the badge ${quoted(badge)} met`,
    reviewed: {
      review: (times) => counted(times, 'progress review held', 'progress reviews held'),
      'self-report': (times) => counted(times, 'self-report handed in', 'self-reports handed in'),
      'review-or-report': (times) =>
        counted(times, 'review held or self-report', 'reviews held or self-reports'),
    },
    waived: ({ counted, isAlone, before }) =>
      `${counted} counted without${isAlone ? ' a progress review' : ''}${before ? `, by the rule before ${before}` : ''}`,
  },
  lacking: {
    sentence: (complement) => `Missing: ${complement}`,
    nearest: (isYear) => (isYear ? 'nearest year' : 'nearest period'),
    atLeast: (count, parts) => `${number(count)} of these: ${parts}`,
    meets: (badge) => `what the badge ${quoted(badge)} asks for`,
    missions: missionsLacking,
  },
  counting: {
    year: ({ fullYearDays, halfYearDays }) =>
      `A school year counts as a year from ${number(fullYearDays)} days of confirmed engagement between 1 September and 30 June, and as half a year from ${number(halfYearDays)} days.`,
    mission: ({ coveredMissionDays }) =>
      `A mission is covered from ${number(coveredMissionDays)} days within the school year; a family is, as soon as one of its missions is.`,
    authorisation: () =>
      'A mission that depends on the local authority counts only during the period it authorises.',
    training: ({ trainingKinds, trainingProof }) => {
      const kinds = trainingKinds.map((kind) => eventKindLabels[kind].toLowerCase());
      const proofs = PROOF_LEVELS.filter((level) => level >= trainingProof).map(
        (level) => proofLabels[level],
      );
      return `A training (${or(kinds)}) counts with a proof of attendance: ${or(proofs)}.`;
    },
    'training-hours': ({ trainingExpiryYears }) =>
      `Its hours count for ${counted(trainingExpiryYears, 'school year', 'school years')}.`,
    review: ({ reviewWaivedBefore, selfReportRestYears }) =>
      `Where no progress review was held, a written report stands in for it, at most once in ${counted(selfReportRestYears + 1, 'year', 'years')}. ` +
      `Before ${schoolYearLabel(reviewWaivedBefore)}, a year or half a year of engagement counts as reviewed.`,
    decision: () =>
      'The decision is taken by a person of the DANE, who writes its reason; no record stands in for it.',
  },
  narrative: {
    all: 'To receive this badge, all of these are met:',
    missions: 'The missions named:',
    noEnd: 'This badge has no end date.',
    validity: (years, isRenewable) =>
      `This badge is valid until 31 August, ${counted(years, 'school year', 'school years')} after that of the award${isRenewable ? ', and can be renewed' : ''}.`,
  },
};
