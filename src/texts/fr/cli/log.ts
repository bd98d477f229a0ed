import type { LoggedVerdict } from '../../../domain/badge-log/logged-verdict.ts';
import { count } from '../grammar/page-phrases.ts';

const NOT_PROVED = {
  absent:
    'le journal ne le contient pas. Un badge signé ici y est inscrit dans la minute : sinon, une clé volée peut l’avoir signé',
  proof: 'la preuve est illisible',
  checkpoint: 'l’état du journal n’est signé par aucune clé du service, ou est daté d’un instant à venir',
  'other-badge': 'la preuve est celle d’un autre badge, ou d’une autre version',
  root: 'elle ne mène pas à l’état signé du journal',
  'split-view': 'un autre état que le service a signé contredit le journal suivi',
} as const;

export const cliLogTexts = {
  logEntries: 'inscriptions',
  logConsistent: (size: number, added: number) =>
    `Le journal est cohérent : ${count(size, 'inscription', 'inscriptions')}, dont ${count(added, 'nouvelle', 'nouvelles')}. Rien n’y a été retiré ni changé.`,
  logBroken: (error: string, detail: string) => `${error} (${detail}). L’état gardé n’est pas remplacé.`,
  logFaults: {
    'checkpoint-not-signed': 'Le dernier état du journal n’est signé par aucune clé du service',
    'other-log': 'Le journal d’une autre adresse répond à celle-ci',
    'log-shrunk': 'Le journal a moins d’inscriptions qu’à la dernière visite',
    'root-differs': 'Les inscriptions ne mènent pas à l’état signé : l’une a été changée ou retirée',
    'unreadable-entries': 'Des inscriptions sont illisibles',
    'older-key': 'Une clé qui avait été remplacée signe de nouveau',
    'new-key':
      'Une clé signe qui n’avait encore jamais signé. Si le service vous a annoncé cette clé par une autre voie, acceptez-la une fois : --accept-key, suivi de la clé',
    'checkpoint-ahead': 'Le dernier état du journal est daté d’un instant à venir',
    'unreadable-answer': 'Le service répond autre chose que ce qui se lit à cette adresse',
    'checkpoint-older': 'Le dernier état du journal a été signé avant celui de la dernière visite',
    'checkpoint-stale':
      'Le dernier état du journal a été signé il y a plus de trois jours, ou ne dit pas quand',
    'split-view': 'Cet état signé contredit le journal : le service n’a pas montré le même à tous',
  },
  logKeyKept: (key: string) =>
    `La clé qui signe le journal est retenue : ${key}. Comparez-la à celle que le service annonce par une autre voie. Une autre clé ne passera plus sans --accept-key.`,
  notAKey: (word: string) => `« ${word} » n’est pas une clé. Une clé s’écrit comme dans did.json : z6Mk…`,
  loggedBadge: (verdict: LoggedVerdict) => {
    if (verdict.kind === 'not-proved')
      return `L’inscription de ce badge n’est pas prouvée : ${NOT_PROVED[verdict.reason]}.`;
    const since =
      verdict.by === undefined ? '' : `, au plus tard depuis le ${new Date(verdict.by * 1000).toISOString()}`;
    const place = `Ce badge est inscrit au journal, à la place ${verdict.index}${since}.`;
    return verdict.kind === 'late'
      ? `${place} C’est longtemps après sa signature : il peut avoir été antidaté.`
      : place;
  },
};

/** The texts that every language provides. */
export type CliLogTexts = typeof cliLogTexts;
