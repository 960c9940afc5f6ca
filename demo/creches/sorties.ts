import { type CrecheDuJour, computeManque } from '#modules/encadrement/index.ts';
import type { Alea } from '../alea.ts';
import { formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import type { Chantier } from './chantier.ts';
import type { CrecheFictive } from './creche-fictive.ts';
import { openJour } from './prevision.ts';
import { isProblematique } from './problemes.ts';
import { LUNDI } from './vacations.ts';

const LIEUX = ['Médiathèque', 'Parc de la mairie', 'Ludothèque', 'Marché', 'Ferme pédagogique'];
const MATIN = { debut: 9 * 60 + 30, fin: 11 * 60 };
const ENFANTS = 8;
const ACCOMPAGNANTS = 2;
const PART_QUI_SORT = 0.4;

/**
 * La semaine qui vient, quelques crèches sortent un matin, sans passer sous le taux ; une au moins par territoire si elle le peut. Lundi,
 * l'absence d'un accompagnant laisse l'autre seul : cette sortie-là est à secourir.
 */
export function addSorties(
  chantier: Chantier,
  { creches, decideur }: { creches: readonly CrecheFictive[]; decideur: string },
  alea: Alea,
): void {
  let inscrites = 0;
  for (const creche of creches) {
    const sien = alea.flux('sortie', creche.code);
    if (isProblematique(creche, 'ABSENT_PLACE')) {
      addSortie(chantier, creche, { le: LUNDI, decideur, defaut: true }, sien);
      continue;
    }
    if (inscrites > 0 && !sien.chance(PART_QUI_SORT)) continue;
    const depart = sien.entier(0, 4);
    const jours = Array.from({ length: 5 }, (_, rang) => LUNDI + ((depart + rang) % 5));
    if (jours.some((le) => addSortie(chantier, creche, { le, decideur, defaut: false }, sien))) inscrites += 1;
  }
}

type Quand = { le: Numero; decideur: string; defaut: boolean };

/** Faux si personne ne peut sortir ce jour-là sans manquer à ceux qui restent ; `defaut` : un accompagnant est absent. */
function addSortie({ lignes }: Chantier, creche: CrecheFictive, { le, decideur, defaut }: Quand, alea: Alea): boolean {
  const seule = openJour(creche, le, []);
  if (!seule) return false;
  const enfants = listMarcheurs(seule);
  const accompagnants = defaut ? listAccompagnantsEnDefaut(seule) : listAccompagnants(seule);
  if (enfants.length < ENFANTS || accompagnants.length < ACCOMPAGNANTS) return false;
  const sortie = {
    id: alea.identifiant(parseNumero(JOUR_DEMO) - 1),
    lieu: alea.choix(LIEUX),
    ...MATIN,
    enfants,
    accompagnants,
  };
  const avec = openJour(creche, le, [sortie]);
  if (!avec || avec.sorties.some(({ manque }) => manque > 0) !== defaut || computeTotal(avec) > computeTotal(seule))
    return false;
  const { id, lieu } = sortie;
  lignes['eaje.sortie'].push({
    ...{ id, lieu, ...MATIN, etablissementId: creche.id, jour: formatNumero(le) },
    ...{ decideePar: decideur, decideeLe: alea.instant(parseNumero(JOUR_DEMO) - 1) },
  });
  for (const enfantId of enfants) lignes['eaje.sortie_enfant'].push({ sortieId: id, enfantId });
  for (const professionnelId of accompagnants)
    lignes['eaje.sortie_accompagnant'].push({ sortieId: id, professionnelId });
  return true;
}

function listMarcheurs({ accueils, journee }: CrecheDuJour): string[] {
  const marcheurs = accueils.filter(
    ({ debut, fin, marcheDepuis }) =>
      debut <= MATIN.debut && MATIN.fin <= fin && marcheDepuis !== null && marcheDepuis <= journee.jour,
  );
  return [...new Set(marcheurs.map(({ enfantId }) => enfantId))].slice(0, ENFANTS);
}

/** Une catégorie 1 d'abord. */
function listAccompagnants({ postes }: CrecheDuJour): string[] {
  return postes
    .filter(({ categorie, segments }) => categorie !== null && segments.some(isLeMatin))
    .toSorted((a, b) => (a.categorie ?? 3) - (b.categorie ?? 3))
    .slice(0, ACCOMPAGNANTS)
    .map(({ professionnelId }) => professionnelId);
}

function listAccompagnantsEnDefaut(jour: CrecheDuJour): string[] {
  const absent = jour.postes.find(({ categorie, etat }) => categorie !== null && etat === 'ABSENT');
  return absent ? [...listAccompagnants(jour).slice(1), absent.professionnelId] : [];
}

function isLeMatin({ debut, fin, nature }: CrecheDuJour['postes'][number]['segments'][number]): boolean {
  return nature === 'POSTE' && debut <= MATIN.debut && MATIN.fin <= fin;
}

function computeTotal({ journee }: CrecheDuJour): number {
  return computeManque(journee).reduce((somme, manque) => somme + manque, 0);
}
