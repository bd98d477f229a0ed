import { placeOf } from '../papers/document-parts.ts';
import { after, quoted, type Sentences } from './step-phrases.ts';

/** The sentences of step codes that no browser reaches: those of badges of versions before 3.0, and of codes in
 *  pictures. */
export const serviceStepTexts: Sentences = {
  'several-codes-in-image': () => 'Cette image montre plusieurs codes. Recadrez-la sur un seul.',
  'image-format': () => 'Ce format d’image n’est pas lu ici. Enregistrez l’image en PNG ou en JPEG.',
  'image-too-large': () => 'Cette image a trop de points pour être lue ici. Recadrez-la sur le code QR.',
  'reading-too-slow': () =>
    'Ce fichier demande trop de temps ou de mémoire pour être lu. Donnez le fichier JSON du badge, ou son adresse.',
  'mixed-versions': () =>
    'Ce document mêle plusieurs versions des Open Badges : chacun pourrait y lire autre chose. Il n’est pas lu.',
  'first-version': (values) =>
    `C’est un badge de la toute première version des Open Badges (0.5)${quoted(', qui se nomme ', values?.['name'])}${quoted(' et dit venir de ', values?.['issuer'])}. Rien hors du badge ne peut confirmer ce qu’il dit : demandez à son émetteur un badge d’aujourd’hui.`,
  hosted: () =>
    'Ce badge n’est pas signé : c’est le site de son émetteur qui en répond, et il le publie tel quel aujourd’hui. Il vaut tant que ce site le publie.',
  'no-address': () =>
    'Ce badge ne dit pas à quelle adresse son émetteur le publie : donnez cette adresse plutôt que le fichier.',
  'site-unreachable': (values) =>
    `Le site qui répond de ce badge ne répond pas${after(' : ', values?.['url'])}. Recommencez plus tard.`,
  'not-served': (values) =>
    `Le site de l’émetteur ne publie plus ce badge, ou ce dont il dépend${after(' : ', values?.['url'])}. Plus personne n’en répond.`,
  'served-otherwise': (values) =>
    `Ce que publie le site annoncé n’est pas ce badge${after(' : ', values?.['url'])}.`,
  'differs-from-served': (values) =>
    `Ce fichier ne dit pas la même chose que le site de l’émetteur${after(' : ', placeOf(values?.['member']))}. Il a été modifié, ou il est ancien.`,
  'outside-issuer': (values) =>
    `L’émetteur annoncé ne répond pas de l’adresse de ce badge${after(' : ', values?.['url'])}. Ce badge ne vient pas de lui.`,
  'class-outside-issuer': (values) =>
    `L’émetteur annoncé ne répond pas de l’adresse où ce badge est décrit${after(' : ', values?.['url'])}.`,
  withdrawn: () => 'Le site de l’émetteur dit que ce badge est retiré.',
  'issuer-site': () =>
    'L’adresse de ce badge est bien celle de l’émetteur annoncé ; nous ne garantissons pas son identité.',
  'issuer-elsewhere': () => 'L’émetteur annoncé n’est pas à l’origine de ce badge.',
  'several-presented': (values) =>
    `Cette présentation contient ${values?.['count'] ?? 'plusieurs'} badges. Donnez-les un par un.`,
  'end-not-shown': () =>
    'Le titulaire choisit ce qu’il montre de ce badge. Si sa validité prend fin un jour, ce n’est pas montré.',
  'status-not-shown': () =>
    'Le titulaire choisit ce qu’il montre de ce badge. Si l’émetteur peut le révoquer, ce n’est pas montré.',
};

/** The results of the same steps in a word or two. */
export const serviceResultTexts: Readonly<Record<string, string>> = {
  hosted: 'le publie',
  'no-address': 'non indiqué',
  'site-unreachable': 'injoignable',
  'not-served': 'ne le publie plus',
  'served-otherwise': 'publie autre chose',
  'differs-from-served': 'dit autre chose',
  'outside-issuer': 'd’un autre',
  'class-outside-issuer': 'd’un autre',
  withdrawn: 'l’a retiré',
  'issuer-site': 'répond du badge',
  'issuer-elsewhere': 'étranger au badge',
};
