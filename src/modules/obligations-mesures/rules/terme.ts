/**
 * Le terme d'une décision : renouveler ou mettre fin avant qu'elle n'échoie (MES-002, MES-013), ne pas laisser un enfant sans titre
 * (MES-027), mettre fin à la majorité (MES-028).
 *
 * Ce que dit le texte : une prestation administrative est décidée pour un an au plus, renouvelable dans les mêmes conditions (CASF
 * L223-5, al. 1) ; une mesure d'assistance éducative est d'une durée fixée par la décision, deux ans au plus, renouvelable par
 * décision motivée (C. civ. 375, al. 3) ; l'hospitalisation en psychiatrie, de quinze jours, puis un mois renouvelable (375-9) ;
 * la minorité cesse à dix-huit ans (388).
 * Comment il est lu ici : chaque décision qui a une fin fait devoir la suivante, au plus tard son dernier jour. Une décision prise
 * le lendemain est en retard, et l'enfant a été sans titre : alerte critique dès le premier jour sans décision. Un terme qui suit la
 * majorité n'appelle pas de renouvellement. L'hospitalisation en psychiatrie sans fin écrite finit à quinze jours.
 * Non traité : une mesure sans fin écrite ni durée, dont le terme n'est pas connu ; l'urgence administrative, qui a ses règles et ne dure pas.
 */
import {
  C_CIV_375,
  C_CIV_388,
  CASF_L223_5_1,
  type DecisionSuivie,
  listMesuresSuivies,
  type MesureSuivie,
  type Origine,
} from '#modules/mesures/index.ts';
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { computeTerme, type Dossier, type Obligation, type Regle } from '#shared/obligation.ts';
import { TOUJOURS } from './obligation-de-mesure.ts';

function isUrgenceAdministrative({ definie }: MesureSuivie): boolean {
  return definie.delegation === 'urgence.decider';
}

function listTermes(dossier: Dossier, origine: Origine): readonly Obligation[] {
  return listMesuresSuivies(dossier).flatMap((mesure) =>
    mesure.definie.origine !== origine || isUrgenceAdministrative(mesure)
      ? []
      : mesure.decisions.flatMap((decision, rang) => buildTerme(mesure, decision, rang)),
  );
}

/** Dernier jour de la décision ; celui de la loi pour l'hospitalisation en psychiatrie, qui ne peut être tue. */
function computeFin({ code }: MesureSuivie, { du, au }: DecisionSuivie, rang: number) {
  if (au !== null) return { pour: au, etapes: () => [`Dernier jour de la décision : ${formatJour(au, 'long')}.`] };
  if (code !== 'PLACEMENT_PSY') return null;
  const delai = rang === 0 ? ({ valeur: 15, unite: 'jour' } as const) : ({ valeur: 1, unite: 'mois' } as const);
  return computeTerme(du, delai, 'protection', 'Premier jour de l’hospitalisation');
}

function buildTerme(mesure: MesureSuivie, decision: DecisionSuivie, rang: number): Obligation[] {
  const { id, decisions, fin, finAge, definie } = mesure;
  const terme = computeFin(mesure, decision, rang);
  if (!terme) return [];
  // La majorité est le terme : rien n'est à renouveler (MES-028).
  if (finAge !== null && terme.pour >= addJours(finAge, -1)) return [];
  const suivante = decisions[rang + 1];
  const textes = definie.duree.textes.length > 0 ? definie.duree.textes : definie.base;
  return [
    {
      cle: `${id}:${rang}`,
      mesure: id,
      depuis: decision.fait.date,
      ...terme,
      faiteLe: suivante?.fait.date ?? (fin && fin.le >= terme.pour ? fin.decideeLe : null),
      eteinteLe: fin && fin.le < terme.pour ? fin.le : null,
      libelle: `Décider du renouvellement ou de la fin : ${definie.libelle}`,
      textes,
    },
  ];
}

/** Les jours sans titre : de l'échéance à la décision suivante ou à la fin. */
function listEchues(dossier: Dossier): readonly Obligation[] {
  return listMesuresSuivies(dossier).flatMap((mesure) =>
    mesure.decisions.flatMap((decision, rang) => buildEchue(mesure, decision, rang, dossier.aujourdhui)),
  );
}

function buildEchue(mesure: MesureSuivie, { au }: DecisionSuivie, rang: number, aujourdhui: JourCivil): Obligation[] {
  const { id, decisions, fin, finAge, definie } = mesure;
  if (au === null || au >= aujourdhui) return [];
  const depuis = addJours(au, 1);
  if ((finAge !== null && depuis >= finAge) || (fin && fin.decideeLe <= au)) return [];
  const faiteLe = decisions[rang + 1]?.fait.date ?? fin?.decideeLe ?? null;
  if (faiteLe !== null && faiteLe <= au) return [];
  return [
    {
      cle: `${id}:${rang}`,
      mesure: id,
      depuis,
      pour: depuis,
      faiteLe,
      // L'âge a mis fin à la mesure : il n'y a plus de titre à donner.
      eteinteLe: finAge !== null && finAge <= aujourdhui ? finAge : null,
      gravite: definie.origine === 'judiciaire' || definie.groupe === 'hebergement' ? 'critique' : 'normale',
      textes: [definie.origine === 'judiciaire' ? C_CIV_375 : CASF_L223_5_1],
      etapes: () => [
        `La décision s’est terminée le ${formatJour(au, 'long')} sans qu’une autre l’ait suivie.`,
        `Depuis le ${formatJour(depuis, 'long')}, la mesure n’a plus de titre.`,
      ],
    },
  ];
}

function listMajorites(dossier: Dossier): readonly Obligation[] {
  return listMesuresSuivies(dossier).flatMap((mesure) => {
    const { id, definie, finAge, fin, decideeLe, au } = mesure;
    if (finAge === null || decideeLe === null || definie.agesDeFin[0] !== 18 || isUrgenceAdministrative(mesure))
      return [];
    if (au !== null && au < addJours(finAge, -1)) return [];
    const veille = addJours(finAge, -1);
    return [
      {
        cle: id,
        mesure: id,
        depuis: decideeLe,
        pour: finAge,
        faiteLe: fin && fin.le >= veille ? fin.decideeLe : null,
        eteinteLe: fin && fin.le < veille ? fin.le : null,
        libelle: `Mettre fin avec l’âge : ${definie.libelle}`,
        etapes: () => [`L’âge y met fin de plein droit le ${formatJour(finAge, 'long')}.`],
      },
    ];
  });
}

const COMMUN = {
  vigueur: TOUJOURS,
  satisfaite: 'La décision suivante, ou la fin de la mesure, au plus tard le dernier jour.',
  arretee: 'La mesure a pris fin avant son terme, ou l’enfant est majeur.',
} as const;

export const REGLES_TERME: readonly Regle[] = [
  {
    ...COMMUN,
    id: 'MES-002',
    libelle: 'Décider du renouvellement ou de la fin de la prestation',
    acteur: 'cadre',
    gravite: 'normale',
    textes: [CASF_L223_5_1],
    list: (dossier) => listTermes(dossier, 'administrative'),
  },
  {
    ...COMMUN,
    id: 'MES-013',
    libelle: 'Décider du renouvellement ou de la fin de la mesure',
    acteur: 'juge',
    gravite: 'normale',
    textes: [C_CIV_375],
    list: (dossier) => listTermes(dossier, 'judiciaire'),
  },
  {
    ...COMMUN,
    id: 'MES-027',
    libelle: 'Donner un titre à la mesure échue, ou y mettre fin',
    acteur: 'inspecteur',
    gravite: 'critique',
    textes: [C_CIV_375],
    satisfaite: 'Une décision, ou la fin de la mesure.',
    list: listEchues,
  },
  {
    ...COMMUN,
    id: 'MES-028',
    libelle: 'Mettre fin à la mesure avec l’âge',
    acteur: 'referent',
    gravite: 'information',
    textes: [C_CIV_388],
    satisfaite: 'La fin de la mesure est inscrite.',
    arretee: 'La mesure a pris fin avant.',
    list: listMajorites,
  },
];
