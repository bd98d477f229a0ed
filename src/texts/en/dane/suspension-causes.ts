import type { suspensionCauses as french } from '../../fr/dane/suspension-causes.ts';

export const suspensionCauses: typeof french = {
  check: 'It is being checked',
  contest: 'An engagement that it rests on is contested',
  error: 'An error was reported',
  request: 'Its holder asked for it',
};
