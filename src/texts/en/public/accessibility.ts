import { type accessibilityTexts as fr, RGAA } from '../../fr/public/accessibility.ts';
import { toDay } from '../grammar/day.ts';

/** The accessibility statement: the tests that were made, and those that were not. */
export const accessibilityTexts: typeof fr = {
  title: 'Accessibility',
  link: 'Accessibility: partially conforming',
  description: 'What was checked of the accessibility of this service, and what was not.',
  lede: `This service conforms in part to the French accessibility reference (RGAA 4.1.2): ${RGAA.met} of the ${RGAA.applicable} criteria that apply are met, as its own team judged on ${toDay(RGAA.judgedOn) ?? ''}. No third party has verified it.`,
  tested: 'What is checked for each version',
  testedList: [
    'Public pages and workspaces pass the automatic rules of axe (WCAG 2.2, levels A and AA), in light and dark, on a wide screen and on a phone.',
    'The contrast of text is at least 7 to 1, that of shapes at least 3 to 1, in both themes.',
    'Every page works without JavaScript, by keyboard alone, and does not scroll sideways at 360 pixels.',
    'Every drawing has a title, a description and, beside it, the table of the same values.',
    'A mistake in a form is said at the head of the page and near its field, and what was written is kept.',
    'PDF documents are tagged, in French, with alternative texts. Conformance to PDF/UA is not claimed.',
  ],
  notTested: 'What was not checked',
  failed: 'What does not conform',
  failedList: [
    'On English pages, the French names of missions, badges and schools are not all marked as French (criterion 8.7).',
    'PDF documents and downloadable tables have not all been judged (criterion 13.3).',
  ],
  notTestedList: [
    'No trial with disabled people has taken place yet.',
    'No screen reader was tried from end to end: only structure, names and roles are checked by program.',
  ],
  contact: 'Report an obstacle',
  contactText:
    'If a page or a document stops you, write to the issuer: you are owed an answer and another way in.',
  rights:
    'Without a satisfactory answer, you may turn to the Défenseur des droits, free of charge, online or by post.',
};
