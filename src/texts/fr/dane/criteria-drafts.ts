import { plural } from '../grammar/page-phrases.ts';

/** Versions of the criteria that wait for a second person. */
export const criteriaDraftTexts = (office: string) => ({
  title: 'Une version à relire',
  waiting: 'Une version attend d’être relue',
  history: 'Ce qui a été proposé',
  figure: (many: number): string =>
    plural(many, 'version des critères à relire', 'versions des critères à relire'),
  line: (by: string, moment: string) => `Proposée par ${by} le ${moment}.`,
  read: 'Lire',
  drafted: (by: string, moment: string, from: string) =>
    `Proposée par ${by} le ${moment}, pour juger les badges à partir du ${from}.`,
  own: `Vous l’avez proposée : une autre personne de la ${office} l’adopte, ou vous la renvoie.`,
  withdraw: 'Retirer ma proposition',
  outdated:
    'Une autre version a été adoptée depuis : ces chiffres ne partent plus de la plus récente. Renvoyez-la, ou proposez de nouveau depuis l’atelier.',
  adopt: 'Adopter cette version',
  wordsLabel: 'Pourquoi la renvoyer',
  sendBack: 'Renvoyer avec ce mot',
  outcomes: {
    adopted: (by: string, moment: string) => `Adoptée par ${by} le ${moment}.`,
    'sent-back': (by: string, moment: string) => `Renvoyée par ${by} le ${moment}.`,
    withdrawn: (by: string, moment: string) => `Retirée par ${by} le ${moment}.`,
    replaced: (by: string, moment: string) =>
      `Changée par ${by} le ${moment} : la nouvelle proposition est à relire à sa place.`,
  },
  words: (text: string) => `« ${text} »`,
  notCompared:
    'Ces chiffres n’ont pas été comparés en dernier. L’atelier montre qui gagnerait et qui perdrait.',
  toWorkshop: 'Ouvrir ces chiffres dans l’atelier',
  back: 'Revenir aux critères',
  propose: (version: number) => `Proposer la version ${version} à une autre personne`,
  proposeNote: `Une autre personne de la ${office} l’adoptera ou la renverra. Les autres reçoivent un message. Si une proposition attend déjà, celle-ci la remplace.`,
});

/** The setting that asks for a second person. */
export const approvalTexts = (office: string) => ({
  title: 'Une seconde personne avant d’adopter des critères',
  on: 'C’est demandé : une version des critères est adoptée par une autre personne que celle qui l’a proposée.',
  off: 'Ce n’est pas demandé : une personne seule peut adopter une version des critères.',
  turnOn: 'Demander une seconde personne',
  askOff: 'Demander à ne plus l’exiger',
  askOffNote: `Une autre personne de la ${office} devra le confirmer.`,
  offAskedBy: (by: string) => `${by} demande de ne plus l’exiger.`,
  ownAsk: `Vous avez demandé de ne plus l’exiger : une autre personne de la ${office} doit le confirmer.`,
  turnOff: 'Confirmer : ne plus l’exiger',
  keep: 'Continuer de l’exiger',
  forced: 'C’est fixé par la configuration du service, et ne se change pas ici.',
});
