import type { InvariantName } from '../../domain/invariant.ts';

/** What must hold, and what to do where it does not. */
export interface InvariantWords {
  readonly holds: string;
  readonly todo: string;
}

const RESTORE = 'Restaurez la dernière sauvegarde saine dans une base neuve (jalon restore), puis comparez.';
const WRITTEN =
  'La base a été écrite sans passer par le service : cherchez par qui, et restaurez une sauvegarde saine.';
const REPORT =
  'Gardez une copie de la base et signalez ce défaut ; une sauvegarde saine rétablit les lignes nommées.';

export const invariantTexts: Readonly<Record<InvariantName, InvariantWords>> = {
  'file-sound': {
    holds: 'Le moteur de la base relit toutes ses pages et tous ses index sans défaut.',
    todo: `Le disque est en cause. ${RESTORE}`,
  },
  'foreign-keys': { holds: 'Chaque référence d’une table à une autre mène à une ligne.', todo: WRITTEN },
  'premises-empty': { holds: 'La table des conditions d’une écriture est vide.', todo: WRITTEN },
  'award-once': {
    holds: 'Un badge n’est pas attribué de nouveau tant que l’attribution d’avant tient.',
    todo: 'Révoquez celui des deux badges qui est de trop (jalon revoke), puis cherchez d’où il vient.',
  },
  'award-signed': {
    holds: 'Une attribution est dite signée si, et seulement si, son badge existe.',
    todo: REPORT,
  },
  'award-recipient': {
    holds:
      'Chaque attribution et chaque proposition va à une personne ou à un établissement connus ; celles des personnes effacées sont vides.',
    todo: 'Si la personne a été effacée, effacez-la de nouveau (jalon erasures). Sinon, restaurez une sauvegarde saine.',
  },
  'badge-erased': {
    holds: 'Un badge effacé est vide et révoqué, et un badge révoqué n’est pas suspendu.',
    todo: WRITTEN,
  },
  'program-in-log': { holds: 'Ce qu’un programme a fait signer est dans le journal public.', todo: REPORT },
  'list-places': {
    holds: 'Chaque place de statut est dans une liste de sa sorte, et dans ses bornes.',
    todo: WRITTEN,
  },
  'record-place': {
    holds: 'Chaque relevé de badges a sa place de statut, et chaque place ouverte son relevé.',
    todo: WRITTEN,
  },
  'log-gapless': { holds: 'Les places du journal public se suivent sans trou.', todo: RESTORE },
  'act-audited': { holds: 'Chaque acte a sa ligne dans le journal d’audit.', todo: WRITTEN },
  'audit-object': {
    holds: 'Chaque ligne du journal d’audit parle d’un objet qui existe, ou qui a été effacé depuis.',
    todo: WRITTEN,
  },
  'proposal-open': {
    holds: 'Rien de ce qui est décidé ne reste proposé.',
    todo: 'Lancez une nouvelle évaluation de tout le monde depuis les décisions, puis signalez ce défaut.',
  },
  'erased-gone': {
    holds: 'Rien ne reste d’une personne effacée.',
    todo: 'Effacez-la de nouveau (jalon erasures) : ses lignes sont revenues d’une sauvegarde ou d’une écriture hors du service.',
  },
  'own-things': {
    holds:
      'Le profil public, les mots ajoutés et les portefeuilles d’une personne ne montrent que ses propres badges.',
    todo: WRITTEN,
  },
  orphans: { holds: 'Aucune ligne ne parle d’un objet disparu.', todo: REPORT },
  'addresses-in-order': {
    holds: 'Les adresses de chaque personne se suivent, l’actuelle en tête.',
    todo: WRITTEN,
  },
  'kept-counts': { holds: 'Les nombres gardés sont ceux de ce qu’ils comptent.', todo: REPORT },
  'nothing-ahead': {
    holds: 'Rien de fait n’est daté d’après maintenant.',
    todo: 'Vérifiez l’horloge de la machine et celles que nomme /health/ready. Les badges et les listes sont signés de nouveau d’eux-mêmes.',
  },
};
