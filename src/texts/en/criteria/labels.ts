import type * as fr from '../../fr/criteria/labels.ts';
import { byOffice } from '../../office.ts';

export const roleLabels = byOffice(
  (office: string): ReturnType<typeof fr.roleLabels> => ({
    'contact-dane': `contact for the ${office}`,
    'contact-collectivite': 'contact for the local authority',
    'administrateur-ent': 'ENT administrator',
    'referent-usages-ent': 'lead for the use of the ENT',
    'referent-service': 'lead for an online service',
    'referent-site': 'lead for the web site',
    'referent-tablettes': 'lead for tablets',
  }),
);

export const contributionLabels: typeof fr.contributionLabels = {
  session: { one: 'hands-on session', many: 'hands-on sessions' },
  project: { one: 'project', many: 'projects' },
  showcase: { one: 'showcase', many: 'showcases' },
  'training-given': { one: 'training given', many: 'trainings given' },
  mentoring: { one: 'mentoring', many: 'mentorings' },
  resource: { one: 'resource', many: 'resources' },
};

export const eventKindLabels: typeof fr.eventKindLabels = {
  'EV-PAF': 'Training of the académie’s plan',
  'EV-FIL': 'Training on local initiative',
  'EV-RENC': 'Annual meeting of RUPN',
  'EV-CV': 'End-of-year virtual class',
  'EV-ETAB': 'Annual meeting in the school',
  'EV-PROJ': 'Class project',
  'EV-ACC': 'Technical or on-site support',
};

export const confirmationLabels = (office: string): ReturnType<typeof fr.confirmationLabels> => ({
  requested: 'confirmation requested',
  confirmed: 'confirmed by the principal',
  'confirmed-with-reservation': 'confirmed with a reservation by the principal',
  'confirmed-by-dane': `confirmed by the ${office}, on documents`,
  contested: 'contested',
});

export const proofLabels: typeof fr.proofLabels = {
  0: 'declared, without proof',
  1: 'local attendance sheet',
  2: 'attestation',
  3: 'organiser’s list',
};

export const reviewKindLabels: typeof fr.reviewKindLabels = {
  review: 'progress review',
  'self-report': 'written report',
};
