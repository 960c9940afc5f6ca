/** Les faits des instances : examens, contacts des parents, statut de pupille. */
import { z } from 'zod';
import { defineFait, type FaitDefini } from '#shared/obligation.ts';

export const MOTIFS_CESSEC = {
  'risque-delaissement': 'Risque de délaissement',
  'statut-inadapte': 'Statut qui paraît inadapté',
} as const;
type MotifCessec = keyof typeof MOTIFS_CESSEC;

/** Les six cas où un enfant est admis comme pupille (CASF L224-4). */
export const CAS_PUPILLE = {
  '1': 'Filiation inconnue ou non établie',
  '2': 'Remis par ceux qui peuvent consentir à son adoption',
  '3': 'Remis par un seul de ses parents, l’autre silencieux',
  '4': 'Orphelin, sans tutelle possible',
  '5': 'Parents dont l’autorité a été retirée en totalité',
  '6': 'Déclaré délaissé',
} as const;
export type CasPupille = keyof typeof CAS_PUPILLE;

const buildCodes = <C extends string>(libelles: Readonly<Record<C, string>>) =>
  z.enum(Object.keys(libelles) as [C, ...C[]]).meta({ 'x-libelles': libelles });

export const EXAMEN_CESSEC = defineFait('examen-cessec', {
  titre: 'La CESSEC examine la situation de l’enfant',
  date: 'le jour de la séance',
  champs: {},
});
export const STATUT_A_EXAMINER = defineFait('statut-a-examiner', {
  titre: 'Un risque de délaissement, ou un statut inadapté, est repéré',
  date: 'le jour où il l’est',
  champs: { motif: buildCodes<MotifCessec>(MOTIFS_CESSEC).optional().describe('ce qui est repéré') },
});
export const EXAMEN_STATUT = defineFait('examen-statut', {
  titre: 'Le service examine si une autre mesure stabiliserait la situation',
  date: 'le jour de l’examen',
  champs: {},
});
export const DERNIER_CONTACT = defineFait('dernier-contact', {
  titre: 'Un parent a un contact effectif avec l’enfant : visite, appel, courrier',
  date: 'le jour du contact',
  champs: { parent: z.enum(['1', '2']).describe('l’un ou l’autre des parents') },
});
export const REQUETE_DELAISSEMENT = defineFait('requete-delaissement', {
  titre: 'La requête en déclaration de délaissement est déposée',
  date: 'le jour du dépôt',
  champs: {},
});
export const ADMISSION_PUPILLE = defineFait('admission-pupille', {
  titre: 'L’enfant est admis comme pupille de l’État',
  date: 'le jour du procès-verbal (provisoire) ou de l’arrêté (définitive)',
  champs: {
    etape: z.enum(['provisoire', 'definitive']).describe('à titre provisoire, ou définitif'),
    cas: buildCodes<CasPupille>(CAS_PUPILLE).optional().describe('le cas de L224-4 ; à défaut, un de ceux à deux mois'),
  },
});
export const EXAMEN_CONSEIL_DE_FAMILLE = defineFait('examen-conseil-de-famille', {
  titre: 'Le conseil de famille examine la situation du pupille',
  date: 'le jour de la séance',
  champs: {},
});
export const RESTITUTION_PUPILLE = defineFait('restitution-pupille', {
  titre: 'Le pupille est restitué à un de ses parents',
  date: 'le jour de la restitution',
  champs: {},
});

export const FAITS_INSTANCES: readonly FaitDefini[] = [
  EXAMEN_CESSEC,
  STATUT_A_EXAMINER,
  EXAMEN_STATUT,
  DERNIER_CONTACT,
  REQUETE_DELAISSEMENT,
  ADMISSION_PUPILLE,
  EXAMEN_CONSEIL_DE_FAMILLE,
  RESTITUTION_PUPILLE,
];
