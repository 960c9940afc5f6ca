/**
 * L'urgence décidée par le service : l'accueil de 72 heures (URG-001), le recueil de cinq jours (URG-002, URG-003) ; la fiche de mise à
 * l'abri d'un placement en urgence (URG-009).
 *
 * Ce que dit le texte : le mineur qui a quitté son domicile, en danger immédiat ou suspecté, peut être accueilli 72 heures ; parents et
 * procureur en sont informés sans délai ; au terme, restitution, accueil avec accord ou saisine judiciaire (CASF L223-2, al. 5, fin
 * d'alinéa à confirmer). Quand le représentant légal ne peut donner son accord, l'enfant est recueilli et le procureur avisé
 * immédiatement (al. 2) ; à cinq jours sans remise à la famille ni accord, l'autorité judiciaire est saisie, et aussitôt si le
 * représentant légal refuse expressément (al. 3 et 4).
 * Comment il est lu ici : les 72 heures courent de l'heure de l'accueil, à défaut du début de ce jour ; les cinq jours, du jour du
 * recueil, qui ne compte pas, sans report (TPS-05). « Sans délai » est le jour même. Une autre mesure d'hébergement met fin à
 * l'urgence. La fiche de mise à l'abri est une pratique.
 * Non traité : la preuve de l'impossibilité de joindre le représentant légal.
 */
import {
  ACCORD,
  AVIS_PARQUET,
  buildLocal,
  CASF_L223_2_2,
  CASF_L223_2_4,
  CASF_L223_2_5,
  type CodeMesure,
  FICHE_MISE_A_L_ABRI,
  INFORMATION_PARENTS,
  listMesuresSuivies,
  type MesureSuivie,
  SAISINE_JUGE,
} from '#modules/mesures/index.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import {
  computeTerme,
  computeTermeEnHeures,
  type Dossier,
  type FaitDate,
  listFaits,
  type Obligation,
  type Regle,
} from '#shared/obligation.ts';
import { buildImmediate, findActe, findCessationPassee, findPlusTot, TOUJOURS } from './obligation-de-mesure.ts';

/** D'où court l'urgence : l'accueil réel, à défaut la décision, avec son heure si elle commence ce jour-là. */
export function findDepart({ debutEffectif, decisions }: MesureSuivie): Pick<FaitDate, 'date' | 'instant'> | null {
  const premiere = decisions[0];
  if (debutEffectif) return debutEffectif;
  if (!premiere) return null;
  return premiere.du === premiere.fait.date ? premiere.fait : { date: premiere.du, instant: null };
}

function listUrgences(dossier: Dossier, code: CodeMesure) {
  return listMesuresSuivies(dossier).flatMap((mesure) => {
    const depart = mesure.code === code ? findDepart(mesure) : null;
    return depart ? [{ mesure, depart, id: mesure.id }] : [];
  });
}

function listAccueils72h(dossier: Dossier): readonly Obligation[] {
  return listUrgences(dossier, 'ACCUEIL_72H').flatMap(({ mesure, depart, id }) => {
    const immediate = { mesure: id, ...buildImmediate(depart, 'Accueil') };
    return [
      {
        ...immediate,
        cle: `${id}:parquet`,
        libelle: 'Informer le procureur de l’accueil de 72 heures',
        faiteLe: findActe(listFaits(dossier, AVIS_PARQUET), id, depart.date),
      },
      {
        ...immediate,
        cle: `${id}:parents`,
        libelle: 'Informer les parents de l’accueil de 72 heures',
        faiteLe: findActe(listFaits(dossier, INFORMATION_PARENTS), id, depart.date),
      },
      {
        cle: `${id}:terme`,
        mesure: id,
        depuis: depart.date,
        ...computeTermeEnHeures(depart, 72, 'Accueil'),
        faiteLe: findPlusTot(
          findActe(listFaits(dossier, SAISINE_JUGE), id, depart.date),
          mesure.fin?.decideeLe ?? null,
        ),
      },
    ];
  });
}

function listAvisImmediats(dossier: Dossier): readonly Obligation[] {
  const avis = listFaits(dossier, AVIS_PARQUET);
  return listUrgences(dossier, 'RECUEIL_5J').map(({ depart, id }) => ({
    cle: id,
    mesure: id,
    ...buildImmediate(depart, 'Recueil'),
    faiteLe: findActe(avis, id, depart.date),
  }));
}

function listSaisines(dossier: Dossier): readonly Obligation[] {
  return listUrgences(dossier, 'RECUEIL_5J').map(({ mesure, depart, id }) => {
    const terme = computeTerme(depart.date, { valeur: 5, unite: 'jour' }, 'protection', 'Recueil');
    const { retraitLe } = mesure;
    const refus = retraitLe !== null && retraitLe >= depart.date && retraitLe < terme.pour ? retraitLe : null;
    const accordLe = findActe(listFaits(dossier, ACCORD), id, refus ?? depart.date);
    return {
      cle: id,
      mesure: id,
      depuis: depart.date,
      ...terme,
      ...(refus && {
        pour: refus,
        etapes: () => [`Refus exprès du représentant légal le ${formatJour(refus, 'long')} : saisine immédiate.`],
      }),
      faiteLe: findActe(listFaits(dossier, SAISINE_JUGE), id, depart.date),
      eteinteLe: findPlusTot(accordLe, findCessationPassee(mesure, dossier)),
    };
  });
}

const PLACEMENTS_PROVISOIRES: ReadonlySet<CodeMesure> = new Set(['OPP_JUGE', 'OPP_PARQUET']);

function listFiches(dossier: Dossier): readonly Obligation[] {
  const fiches = listFaits(dossier, FICHE_MISE_A_L_ABRI);
  return listMesuresSuivies(dossier).flatMap((mesure) => {
    const { id, code, actes } = mesure;
    const [premier] = actes;
    if (!premier || !PLACEMENTS_PROVISOIRES.has(code)) return [];
    const recueLe = premier.recueLe ?? premier.date;
    return [
      {
        cle: id,
        mesure: id,
        ...buildImmediate({ date: recueLe }, 'Ordonnance reçue'),
        faiteLe: findActe(fiches, id, premier.date),
        eteinteLe: findCessationPassee(mesure, dossier),
      },
    ];
  });
}

export const REGLES_URGENCE: readonly Regle[] = [
  {
    id: 'URG-001',
    libelle: 'Rendre l’enfant, l’accueillir avec accord, ou saisir la justice, dans les 72 heures',
    acteur: 'cadre',
    gravite: 'critique',
    textes: [CASF_L223_2_5],
    vigueur: TOUJOURS,
    satisfaite: 'Parents et procureur informés ; la fin de l’accueil, une autre mesure ou la saisine.',
    arretee: 'Rien : elle reste due.',
    list: listAccueils72h,
  },
  {
    id: 'URG-002',
    libelle: 'Aviser le procureur du recueil',
    acteur: 'cadre',
    gravite: 'critique',
    textes: [CASF_L223_2_2],
    vigueur: TOUJOURS,
    satisfaite: 'L’avis au procureur.',
    arretee: 'Rien : il reste dû.',
    list: listAvisImmediats,
  },
  {
    id: 'URG-003',
    libelle: 'Saisir l’autorité judiciaire, cinq jours après le recueil',
    acteur: 'cadre',
    gravite: 'critique',
    textes: [CASF_L223_2_4],
    vigueur: TOUJOURS,
    satisfaite: 'La saisine de l’autorité judiciaire.',
    arretee: 'L’enfant est remis à sa famille, un accord est donné ou une autre mesure commence.',
    list: listSaisines,
  },
  {
    id: 'URG-009',
    libelle: 'Remplir la fiche de mise à l’abri',
    acteur: 'cadre',
    gravite: 'normale',
    textes: [buildLocal('URG-009')],
    vigueur: TOUJOURS,
    satisfaite: 'La fiche de mise à l’abri est remplie.',
    arretee: 'Le placement a pris fin.',
    list: listFiches,
  },
];
