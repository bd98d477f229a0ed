import type { issuerPageTexts as french } from '../../fr/public/issuer-page.ts';
import { withArticle } from '../grammar/names.ts';
import { count } from '../grammar/page-phrases.ts';

/** The words of `/issuer`. */
export const issuerPageTexts = (office: string) =>
  ({
    title: 'Who issues these badges',
    description: (name) =>
      `Who issues the badges of this service: ${name}, how a badge is decided, and the keys that sign it.`,
    is: (name, about) => {
      const sentence = `${withArticle(name)}, ${about}, issues the badges of this service.`;
      return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
    },
    site: 'Site',
    email: 'E-mail',
    how: 'How a badge is decided',
    steps: {
      declared: {
        title: 'The engagement is declared',
        text: 'The teacher says in which school, since when and for which missions.',
        drawing: 'A sheet, and the pen that fills it.',
      },
      confirmed: {
        title: 'The principal confirms',
        text: `They confirm the engagement, or contest it. Without an answer, the ${office} may confirm on documents.`,
        drawing: 'A school with a tick.',
      },
      judged: {
        title: 'The published criteria are compared with the facts',
        text: 'The service compares years, missions and trainings with the criteria. It proposes; it decides nothing.',
        drawing: 'A list whose every line is ticked.',
      },
      decided: {
        title: `The ${office} decides, then signs`,
        text: 'A person grants the badge or refuses it. A granted badge is signed, and stays private until its holder accepts it.',
        drawing: 'A badge: a cairn on a plate with six sides.',
      },
    },
    criteria: 'Read the criteria of each badge',
    delivered: 'How many badges',
    deliveredText: (total, moment) =>
      total === 0
        ? `No badge was issued yet on ${moment}.`
        : `${count(total, 'badge', 'badges')} issued since the service opened, counted on ${moment}.`,
    technical: 'Keys and technical documents',
    did: 'Identifier (DID)',
    keys: 'The signing keys',
    keysText:
      'A retired key signs nothing any more; the badges it signed stay valid. A compromised key is no longer published: its badges must be signed again.',
    key: 'Key',
    algorithm: 'Algorithm',
    state: 'State',
    since: 'Since',
    states: { active: 'in use', retired: 'retired', compromised: 'compromised' },
    retiredOn: (day) => `retired on ${day}`,
    compromisedOn: (day, reason) => `compromised on ${day}: ${reason}`,
    documents: 'For programs',
  }) satisfies ReturnType<typeof french>;
