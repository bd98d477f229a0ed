import { count } from '../grammar/page-phrases.ts';

/** `/log`: the log of signed badges. */
export const badgeLogTexts = {
  title: 'Le journal des badges signés',
  description:
    'Chaque badge signé par ce service est inscrit dans un journal public, auquel on ne peut qu’ajouter.',
  lede: 'Chaque badge signé ici est inscrit dans un journal public, auquel on ne peut qu’ajouter.',
  why: 'Un badge fabriqué avec une clé volée, et antidaté, manquerait aux états du journal publiés ces jours-là : cela se verrait.',
  delay:
    'Tout ce que ce service signe pour quelqu’un y entre dans la minute : chaque version d’un badge, sa copie dans un portefeuille, un relevé de badges, une attestation signée pour un programme.',
  private:
    'Le journal ne nomme personne. Il ne contient que des empreintes, dont on ne peut rien tirer sans le badge lui-même.',
  state: 'L’état du journal',
  size: (size: number) => (size === 0 ? 'Aucun badge inscrit' : count(size, 'inscription', 'inscriptions')),
  signedAt: (moment: string) => `Dernier état signé le ${moment}.`,
  none: 'Le premier état du journal sera signé dans la minute.',
  days: 'Les derniers jours',
  day: 'Jour',
  entries: 'Inscriptions',
  programs: 'Pour les programmes',
  programsText:
    'Le journal suit RFC 6962 et les formats C2SP (tlog-tiles, tlog-checkpoint, tlog-proof). Conservez chaque jour l’état signé : la commande ci-dessous le fait, et vérifie que rien n’a été retiré ni changé.',
  key: 'Clé de vérification',
  checkpoint: 'Dernier état signé',
  checkpoints: 'L’état signé de chaque jour',
  proof: 'La preuve d’inscription au journal public',
};

export type BadgeLogTexts = typeof badgeLogTexts;
