/**
 * Le pupille de l'État : son admission (CF-008), son conseil de famille (CF-006, CF-007), sa restitution (CF-009).
 *
 * Ce que dit le texte : déclaré pupille à titre provisoire, l'enfant est admis après deux mois (filiation inconnue, remise par ceux qui peuvent
 * consentir, orphelin), six mois s'il est remis par un seul parent, sans délai après un retrait total ou une déclaration de délaissement (CASF
 * L224-4). Le conseil de famille examine sa situation chaque année (L224-1), une première fois sous deux mois de l'admission définitive, et de
 * la déclaration provisoire dans les cas 3° et 4° (numéro d'article à confirmer). Pendant le délai, un parent peut le reprendre sans formalité ;
 * restitué, l'enfant est accompagné trois ans (L224-6, à confirmer).
 * Comment il est lu ici : de date à date, sans report. Sans cas inscrit, deux mois. L'année se compte de l'admission définitive, puis de chaque
 * examen ; le premier satisfait les deux. La restitution, l'adoption ou la majorité arrêtent tout. L'accompagnement n'a pas d'acte qui
 * l'achève : il s'éteint au bout de trois ans.
 * Non traité : le recours contre l'arrêté d'admission, la composition et le quorum du conseil.
 */
import { FIN_MESURE, findMajorite } from '#modules/mesures/index.ts';
import { computeExtinction, listPeriodiques } from '#shared/echeancier.ts';
import { addJours, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import {
  computeTerme,
  type Dossier,
  derive,
  type Fait,
  listFaits,
  type Obligation,
  type Regle,
} from '#shared/obligation.ts';
import { ADMISSION_PUPILLE, type CasPupille, EXAMEN_CONSEIL_DE_FAMILLE, RESTITUTION_PUPILLE } from '../faits.ts';
import { CASF_L224_1, CASF_L224_4, CASF_L224_6, CASF_ROLE_CONSEIL } from './textes.ts';

const MOIS_AVANT_ADMISSION: Record<CasPupille, number> = { '1': 2, '2': 2, '3': 6, '4': 2, '5': 0, '6': 0 };
const CAS_PAR_DEFAUT: CasPupille = '1';
const MOIS_PREMIER_EXAMEN = 2;
const ANS_ENTRE_EXAMENS = 1;
const ANS_D_ACCOMPAGNEMENT = 3;
/** Cas où le conseil examine aussi la déclaration provisoire. */
const EXAMINES_PROVISOIRES: readonly CasPupille[] = ['3', '4'];

type Admission = Fait<typeof ADMISSION_PUPILLE>;

/** Une par jour et par étape : un même acte inscrit deux fois n'en fait qu'un. */
const listAdmissions = derive((dossier: Dossier): readonly Admission[] =>
  listFaits(dossier, ADMISSION_PUPILLE).filter(
    (admission, rang, toutes) =>
      toutes.findIndex(({ date, etape }) => date === admission.date && etape === admission.etape) === rang,
  ),
);

/** Le dernier jour du statut après cette admission, s'il est connu. */
function findFin(dossier: Dossier, apres: JourCivil): JourCivil | null {
  const majorite = findMajorite(dossier);
  const restitution = listFaits(dossier, RESTITUTION_PUPILLE).find(({ date }) => date >= apres)?.date ?? null;
  const adoption =
    listFaits(dossier, FIN_MESURE).find(({ date, motif }) => motif === 'ADOPTION' && date >= apres)?.date ?? null;
  const fins = [majorite && addJours(majorite, -1), restitution, adoption].filter((jour) => jour !== null);
  return fins.toSorted()[0] ?? null;
}

/** CF-008 */
function listDefinitives(dossier: Dossier): readonly Obligation[] {
  const admissions = listAdmissions(dossier);
  return admissions
    .filter(({ etape }) => etape === 'provisoire')
    .map(({ date, cas = CAS_PAR_DEFAUT }): Obligation => {
      const mois = { valeur: MOIS_AVANT_ADMISSION[cas], unite: 'mois' } as const;
      const terme = computeTerme(date, mois, 'protection', `Déclaration provisoire, cas ${cas}° de L224-4`);
      const faiteLe = admissions.find((autre) => autre.etape === 'definitive' && autre.date >= date)?.date ?? null;
      const fin = findFin(dossier, date);
      return {
        ...terme,
        cle: date,
        depuis: date,
        faiteLe,
        eteinteLe: computeExtinction(fin, terme.pour, dossier.aujourdhui),
      };
    });
}

/** CF-007 */
function listPremiersExamens(dossier: Dossier): readonly Obligation[] {
  const examens = listFaits(dossier, EXAMEN_CONSEIL_DE_FAMILLE);
  return listAdmissions(dossier)
    .filter(({ etape, cas }) => etape === 'definitive' || (cas !== undefined && EXAMINES_PROVISOIRES.includes(cas)))
    .map(({ date, etape }): Obligation => {
      const raison = etape === 'definitive' ? 'Admission définitive' : 'Déclaration provisoire';
      const terme = computeTerme(date, { valeur: MOIS_PREMIER_EXAMEN, unite: 'mois' }, 'administratif', raison);
      const faiteLe = examens.find((examen) => examen.date >= date)?.date ?? null;
      const fin = findFin(dossier, date);
      const eteinteLe = computeExtinction(fin, terme.pour, dossier.aujourdhui);
      return { ...terme, cle: `${etape}:${date}`, depuis: date, faiteLe, eteinteLe };
    });
}

/** CF-006 : de la dernière admission définitive. */
function listExamensAnnuels(dossier: Dossier): readonly Obligation[] {
  const admission = listAdmissions(dossier).findLast(({ etape }) => etape === 'definitive');
  if (!admission) return [];
  const periode = { du: admission.date, au: findFin(dossier, admission.date) };
  return listPeriodiques(periode, listFaits(dossier, EXAMEN_CONSEIL_DE_FAMILLE), dossier.aujourdhui, (depart) =>
    computeTerme(depart, { valeur: ANS_ENTRE_EXAMENS, unite: 'an' }, 'administratif', 'Admission, ou dernier examen'),
  );
}

/** CF-009 */
function listAccompagnements(dossier: Dossier): readonly Obligation[] {
  const restitutions = [...new Set(listFaits(dossier, RESTITUTION_PUPILLE).map(({ date }) => date))];
  return restitutions.map((date) => {
    const terme = computeTerme(date, { valeur: ANS_D_ACCOMPAGNEMENT, unite: 'an' }, 'administratif', 'Restitution');
    return { ...terme, cle: date, depuis: date, eteinteLe: terme.pour < dossier.aujourdhui ? terme.pour : null };
  });
}

const fin = 'L’enfant est restitué, adopté ou majeur.';

export const REGLES_PUPILLE: readonly Regle[] = [
  {
    id: 'CF-006',
    libelle: 'Faire examiner le pupille par le conseil de famille',
    acteur: 'prefet',
    gravite: 'normale',
    textes: [CASF_L224_1],
    vigueur: { du: jourCivil('1900-01-01'), au: null },
    satisfaite: 'Le conseil de famille examine sa situation.',
    arretee: fin,
    list: listExamensAnnuels,
  },
  {
    id: 'CF-007',
    libelle: 'Faire examiner le pupille une première fois par le conseil de famille',
    acteur: 'prefet',
    gravite: 'normale',
    textes: [CASF_ROLE_CONSEIL],
    vigueur: { du: jourCivil('2020-02-27'), au: null },
    satisfaite: 'Le conseil de famille examine sa situation.',
    arretee: fin,
    list: listPremiersExamens,
  },
  {
    id: 'CF-008',
    libelle: 'Prononcer l’admission comme pupille, le délai de reprise passé',
    acteur: 'pole',
    gravite: 'normale',
    textes: [CASF_L224_4, CASF_L224_6],
    vigueur: { du: jourCivil('2016-03-16'), au: null },
    satisfaite: 'L’enfant est admis comme pupille à titre définitif.',
    arretee: fin,
    list: listDefinitives,
  },
  {
    id: 'CF-009',
    libelle: 'Accompagner l’enfant restitué à sa famille',
    acteur: 'referent',
    gravite: 'information',
    textes: [CASF_L224_6],
    vigueur: { du: jourCivil('2020-01-01'), au: null },
    satisfaite: 'Rien : l’accompagnement dure jusqu’à ce jour.',
    arretee: 'Trois ans ont passé.',
    list: listAccompagnements,
  },
];
