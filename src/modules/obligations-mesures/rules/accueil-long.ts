/**
 * L'accueil ordonné pour plus de deux ans (MES-014).
 *
 * Ce que dit le texte : quand les parents ont des difficultés graves, sévères et chroniques, l'accueil en service ou institution peut
 * être ordonné pour plus de deux ans ; une audience se tient alors au moins tous les trois ans (C. civ. 375, al. 4 ; CPC 1200-1).
 * Comment il est lu ici : les trois ans courent de la décision, puis de chaque audience tenue devant le juge des enfants, au même
 * quantième, sans report : c'est une garantie de l'enfant, non un délai de procédure. Après le terme de la décision, rien n'est dû.
 * Non traité : un accueil dont la durée n'est pas écrite.
 */
import { AUDIENCE } from '#modules/audiences/index.ts';
import {
  buildCiv,
  CPC_1200_1,
  computeDernierJourPermis,
  type DecisionSuivie,
  isAssistanceEducative,
  isSien,
  listMesuresSuivies,
  type MesureSuivie,
} from '#modules/mesures/index.ts';
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { computeTerme, type Dossier, type Fait, listFaits, type Obligation, type Regle } from '#shared/obligation.ts';
import { findArret, TOUJOURS } from './obligation-de-mesure.ts';

const DEUX_ANS = { valeur: 2, unite: 'an' } as const;
const TROIS_ANS = { valeur: 3, unite: 'an' } as const;

function isLong({ code, definie }: MesureSuivie, { du, au }: DecisionSuivie): boolean {
  return definie.confie && isAssistanceEducative(code) && au !== null && au > computeDernierJourPermis(du, DEUX_ANS);
}

function listAudiencesDues(dossier: Dossier): readonly Obligation[] {
  const audiences = listFaits(dossier, AUDIENCE).filter(
    ({ nature = 'juge', tenue, date }) => nature === 'juge' && tenue !== false && date <= dossier.aujourdhui,
  );
  return listMesuresSuivies(dossier).flatMap((mesure) =>
    mesure.decisions.flatMap((decision, rang) =>
      isLong(mesure, decision) ? buildAudiences(mesure, decision, rang, audiences, dossier) : [],
    ),
  );
}

function buildAudiences(
  mesure: MesureSuivie,
  { fait, au }: DecisionSuivie,
  rang: number,
  audiences: readonly Fait<typeof AUDIENCE>[],
  dossier: Dossier,
): Obligation[] {
  const obligations: Obligation[] = [];
  const suivante = mesure.decisions[rang + 1]?.fait.date ?? null;
  for (let base: JourCivil | null = fait.date; base !== null; ) {
    const depuis: JourCivil = base;
    const terme = computeTerme(
      depuis,
      TROIS_ANS,
      'protection',
      depuis === fait.date ? 'Décision' : 'Dernière audience',
    );
    const tenue =
      audiences.find(({ date, mesure: id }) => date > depuis && isSien({ mesure: id }, mesure.id))?.date ?? null;
    // Le terme de la décision, ou la décision suivante, précède les trois ans.
    if (tenue === null && ((au !== null && terme.pour > au) || (suivante !== null && suivante <= terme.pour))) break;
    obligations.push({
      cle: `${mesure.id}:${rang}:${obligations.length}`,
      mesure: mesure.id,
      depuis,
      ...terme,
      faiteLe: tenue,
      eteinteLe: findArret(mesure, terme.pour, dossier),
    });
    base = tenue !== null && (au === null || addJours(tenue, 1) <= au) ? tenue : null;
  }
  return obligations;
}

export const REGLES_ACCUEIL_LONG: readonly Regle[] = [
  {
    id: 'MES-014',
    libelle: 'Tenir une audience, au moins tous les trois ans',
    acteur: 'juge',
    gravite: 'normale',
    textes: [buildCiv('375, al. 4'), CPC_1200_1],
    vigueur: TOUJOURS,
    satisfaite: 'Une audience du juge des enfants.',
    arretee: 'La mesure a pris fin, ou l’enfant est majeur.',
    list: listAudiencesDues,
  },
];
