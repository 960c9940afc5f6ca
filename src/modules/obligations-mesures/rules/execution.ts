/**
 * Ce qui est décidé commence (référentiel §3.4).
 *
 * Ce que dit la règle : aucun texte ne chiffre l'attente entre la décision et son exécution ; elle se mesure de la décision au premier
 * rendez-vous ou à l'arrivée de l'enfant, non à l'affectation.
 * Comment elle est lue ici : le délai visé est celui que le département s'est fixé, plus court pour un accueil, compté de la décision
 * ou de son premier jour s'il vient après. La fin de la mesure, son échéance ou la majorité l'arrêtent sans la satisfaire.
 * Non traité : l'urgence administrative, qui commence avec la décision ; les mesures que personne n'a à exécuter (délégation,
 * retrait ou tutelle, interdiction de sortie, obligations).
 */
import { buildLocal, type CodeMesure, listMesuresSuivies, type MesureSuivie } from '#modules/mesures/index.ts';
import { readParametre } from '#modules/organisation/index.ts';
import { computeTerme, type Dossier, type Obligation, type Regle } from '#shared/obligation.ts';
import { findArret, findPlusTot, TOUJOURS } from './obligation-de-mesure.ts';

const SANS_EXECUTION: ReadonlySet<CodeMesure> = new Set([
  'AIDE_FIN',
  'PUPILLE',
  'OBLIGATION_PART',
  'MEDIATION_JE',
  'IST',
  'DAP_VOLONTAIRE',
  'DAP_FORCEE',
  'TUTELLE_DEP',
  'RETRAIT_AP',
  'DELAISSEMENT',
  'JAF_TIERS',
]);

/** Quelqu'un doit-il la mettre en œuvre ? */
function isAExecuter(code: CodeMesure): boolean {
  return !SANS_EXECUTION.has(code);
}

function buildDebut(mesure: MesureSuivie, dossier: Dossier): Obligation[] {
  const { id, code, decideeLe, du, definie, debutEffectif, echueDepuis } = mesure;
  if (decideeLe === null || du === null || !isAExecuter(code) || definie.delegation === 'urgence.decider') return [];
  const depuis = du > decideeLe ? du : decideeLe;
  const accueil = definie.groupe === 'hebergement';
  const valeur = readParametre(dossier, accueil ? 'mesure.debut-accueil-jours' : 'mesure.debut-jours');
  const terme = computeTerme(
    depuis,
    { valeur, unite: 'jour' },
    'administratif',
    'Décision, ou premier jour qu’elle porte',
  );
  return [
    {
      cle: id,
      mesure: id,
      depuis: decideeLe,
      ...terme,
      faiteLe: debutEffectif?.date ?? null,
      eteinteLe: findPlusTot(
        findArret(mesure, terme.pour, dossier),
        echueDepuis !== null && echueDepuis <= dossier.aujourdhui ? echueDepuis : null,
      ),
      gravite: accueil ? 'critique' : 'normale',
      libelle: `Commencer : ${definie.libelle}`,
    },
  ];
}

export const REGLES_EXECUTION: readonly Regle[] = [
  {
    id: 'EXE-001',
    libelle: 'Commencer la mesure décidée',
    acteur: 'service',
    gravite: 'normale',
    textes: [buildLocal('§3.4')],
    vigueur: TOUJOURS,
    satisfaite: 'Le premier rendez-vous, ou l’arrivée de l’enfant.',
    arretee: 'La mesure a pris fin ou est échue, ou l’enfant est majeur.',
    list: (dossier) => listMesuresSuivies(dossier).flatMap((mesure) => buildDebut(mesure, dossier)),
  },
];
