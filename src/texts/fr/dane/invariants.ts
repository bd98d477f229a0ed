import type { InvariantName } from '../../../domain/integrity/invariant.ts';

/** What must hold, and what to do where it does not. */
export interface InvariantTexts {
  readonly holds: string;
  readonly todo: string;
}

const RESTORE = 'Restaurez la dernière sauvegarde saine dans une base neuve (jalon restore), puis comparez.';
const WRITTEN =
  'La base a été écrite sans passer par le service : cherchez par qui, et restaurez une sauvegarde saine.';
const REPORT =
  'Gardez une copie de la base et signalez ce défaut ; une sauvegarde saine rétablit les lignes nommées.';

/** What to do about findings whose fault is `wrong-clock`. */
export const clockLeftoverText =
  'Les lignes « wrong-clock » restent d’une horloge fausse. Rien n’est abîmé. Pour les supprimer : jalon clock clear (--dry-run pour les compter).';

export const invariantTexts: Readonly<Record<InvariantName, InvariantTexts>> = {
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
  'award-facts': {
    holds:
      'Les faits de chaque attribution ont l’empreinte gardée avec elle, et son bilan suit de ces faits.',
    todo: WRITTEN,
  },
  'paper-facts': {
    holds: 'Les faits de chaque document imprimé ont l’empreinte gardée avec lui.',
    todo: WRITTEN,
  },
  'award-criteria': {
    holds: 'Chaque badge attribué est dans sa version des critères.',
    todo: 'Rétablissez la version des critères qui manque : elle est dans data/criteria, ou dans une sauvegarde.',
  },
  'badge-says-row': {
    holds:
      'Le document signé de chaque badge et de chaque relevé dit ce que dit sa ligne, et ses deux formes disent la même chose.',
    todo: WRITTEN,
  },
  'badge-in-log': {
    holds: 'Chaque badge et chaque relevé, tel qu’il est gardé, a son entrée dans le journal public.',
    todo: WRITTEN,
  },
  'list-bits': {
    holds: 'Les bits des listes de statut publiées sont ceux des révocations et des suspensions.',
    todo: 'Le service signe de nouveau chaque liste toutes les douze heures. Si l’écart reste ensuite, restaurez une sauvegarde saine.',
  },
  'list-dates': {
    holds:
      'Les listes de statut ont été signées ces deux derniers jours, et aucune n’est datée d’après maintenant.',
    todo: 'Vérifiez l’horloge, et que le service tourne : il signe les listes toutes les douze heures.',
  },
  'log-tiles': { holds: 'Les tuiles du journal public sont celles de ses entrées.', todo: RESTORE },
  'log-checkpoints': {
    holds:
      'Chaque état signé du journal public mène à ses entrées ; le dernier est récent, et aucun n’est daté d’après maintenant.',
    todo: 'Vérifiez l’horloge, et que le service tourne. Si une racine diffère, restaurez une sauvegarde saine et prévenez qui suit le journal.',
  },
  'keys-kept': {
    holds: 'Les clés en place sont celles dont la base a la moitié publique, et elles s’ouvrent.',
    todo: 'Remettez le bon dossier de clés (jalon keys list dit lesquelles manquent ou ne peuvent être lues, et pourquoi). Une clé inconnue n’a rien à y faire.',
  },
  'signing-keys': { holds: 'La moitié publique de chaque clé qui a signé est dans la base.', todo: RESTORE },
  'kept-names': {
    holds: 'Les noms que lit la recherche sont ceux des personnes, des établissements et des campagnes.',
    todo: 'Enregistrez de nouveau les fiches nommées : leur nom de recherche est refait.',
  },
  'kept-roles': { holds: 'La marque des rôles uniques est sur les segments qui en ont un.', todo: REPORT },
  'kept-coverage': {
    holds: 'La couverture relevée est celle des engagements, si rien n’a été fait depuis le relevé.',
    todo: 'Relancez le relevé depuis la page de la couverture.',
  },
  'badge-proof': {
    holds: 'Chaque badge et chaque relevé se vérifie par sa preuve.',
    todo: 'S’il repose sur une clé compromise, lancez jalon issue. Sinon, le document a été changé : restaurez une sauvegarde saine.',
  },
  'badge-jws': {
    holds: 'Chaque badge et chaque relevé se vérifie par son JWT.',
    todo: 'S’il repose sur une clé compromise, lancez jalon issue. Sinon, le document a été changé : restaurez une sauvegarde saine.',
  },
  'list-signed': {
    holds: 'Chaque liste de statut se vérifie par sa preuve.',
    todo: 'Le service la signe de nouveau à son prochain passage, s’il tourne et si ses clés sont là. Cherchez qui l’a changée.',
  },
  'checkpoints-signed': {
    holds: 'Chaque état du journal public est signé par une de nos clés, à l’instant qu’il dit.',
    todo: RESTORE,
  },
  'audit-chain': {
    holds:
      'Chaque ligne du journal des actes est telle qu’elle a été scellée, à sa place, et les états signés y mènent.',
    todo: 'Gardez cette base telle quelle : elle montre ce qui a été changé, ôté ou ajouté, et où. Cherchez qui a pu l’écrire, puis comparez à une sauvegarde d’avant.',
  },
};
