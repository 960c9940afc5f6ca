/**
 * La continuité de la direction (CAP-14, DIR-03).
 *
 * Ce que dit le texte (CSP R2324-36) : en l'absence du directeur, la continuité est assurée par une personne présente de catégorie 1, à
 * défaut de catégorie 2 avec un an d'expérience auprès de jeunes enfants. Comment il est lu ici : à chaque quart d'heure d'ouverture,
 * la direction si elle est là, sinon le premier de l'ordre de suppléance que la crèche a fixé, sinon une catégorie 1, sinon une
 * catégorie 2 d'un an. Est là qui est en poste dans cette crèche à cet instant selon ses vacations du jour, à défaut son horaire,
 * et n'est pas absent ; sa pause n'y change rien : il reste dans les murs.
 * Non traité : la qualification du directeur ; l'astreinte d'un directeur voisin.
 */
import { addAns, type JourCivil, jourDeSemaine } from '#shared/jour-civil.ts';
import { containsJour } from '#shared/periode.ts';
import { findPlage, listQuarts, type Minutes, PAS, type Plage } from '#shared/quart-d-heure.ts';
import type { ProfessionnelPrevu } from '../professionnel.ts';

/** Où et quand un professionnel est attendu ce jour : ses vacations remplacent son horaire, en entier. */
export function listPlagesPrevues(pro: ProfessionnelPrevu, etablissementId: string, jour: JourCivil): Plage[] {
  if (!containsJour(pro, jour) || pro.absences.some((absence) => containsJour(absence, jour))) return [];
  const vacations = pro.vacations.filter((vacation) => vacation.jour === jour);
  if (vacations.length > 0)
    return vacations.filter((v) => v.etablissementId === etablissementId && DANS_LES_MURS.has(v.nature));
  if (pro.etablissementId !== etablissementId) return [];
  const horaire = pro.horaires.find((candidat) => containsJour(candidat, jour));
  const plage = horaire && findPlage(horaire.semaine, jourDeSemaine(jour));
  return plage ? [plage] : [];
}
const DANS_LES_MURS: ReadonlySet<string> = new Set(['POSTE', 'PAUSE', 'REUNION']);

/** Peut-il assurer la continuité ce jour : catégorie 1, ou catégorie 2 avec un an d'expérience. */
export function canAssurerContinuite(
  { categorie, experienceDepuis }: Pick<ProfessionnelPrevu, 'categorie' | 'experienceDepuis'>,
  jour: JourCivil,
): boolean {
  if (categorie === 1) return true;
  return categorie === 2 && experienceDepuis !== null && addAns(experienceDepuis, 1) <= jour;
}

type Assure = Plage & Readonly<{ pro: ProfessionnelPrevu | null }>;

type Jour = Readonly<{
  etablissementId: string;
  jour: JourCivil;
  ouverture: Plage;
  equipe: readonly ProfessionnelPrevu[];
  /** Identifiants de professionnels, dans l'ordre de suppléance. */
  suppleance: readonly string[];
}>;

/** Qui assure la direction, d'heure en heure ; `pro` nul : personne d'apte. */
export function listContinuite({ etablissementId, jour, ouverture, equipe, suppleance }: Jour): Assure[] {
  const candidats = equipe
    .filter((pro) => pro.metier === 'DIRECTION' || canAssurerContinuite(pro, jour))
    .map((pro) => ({ pro, plages: listPlagesPrevues(pro, etablissementId, jour), rang: computeRang(pro, suppleance) }))
    .filter(({ plages }) => plages.length > 0)
    .sort((a, b) => a.rang - b.rang);
  const assures: Assure[] = [];
  for (const t of listQuarts(ouverture)) {
    const pro = candidats.find(({ plages }) => plages.some((plage) => isDans(plage, t)))?.pro ?? null;
    const dernier = assures.at(-1);
    if (dernier && dernier.pro === pro) assures[assures.length - 1] = { ...dernier, fin: t + PAS };
    else assures.push({ debut: t, fin: t + PAS, pro });
  }
  return assures;
}

function isDans({ debut, fin }: Plage, t: Minutes): boolean {
  return debut <= t && t < fin;
}

/** La direction d'abord, puis l'ordre fixé, puis la catégorie. */
function computeRang({ id, metier, categorie }: ProfessionnelPrevu, suppleance: readonly string[]): number {
  if (metier === 'DIRECTION') return 0;
  const rang = suppleance.indexOf(id);
  return rang >= 0 ? 1 + rang : 1000 + (categorie ?? 3);
}
