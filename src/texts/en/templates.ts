import type { templateTexts as french } from '../fr/templates.ts';

export const templateTexts: typeof french = {
  column: 'Column',
  required: 'Required',
  example: 'Example',
  yes: 'yes',
  no: 'no',
};
