/**
 * La continuité de la direction (CAP-14, DIR-03).
 *
 * Ce que dit le texte (CSP R2324-36) : en l'absence du directeur, la continuité est assurée par une personne présente de catégorie 1, à
 * défaut de catégorie 2 avec un an d'expérience auprès de jeunes enfants. Comment il est lu ici : à chaque quart d'heure d'ouverture,
 * la direction si elle est là, sinon le premier de l'ordre de suppléance que la crèche a fixé, sinon une catégorie 1, sinon une
 * catégorie 2 d'un an. Le texte demande une personne présente, non une personne auprès des enfants : en pause ou en réunion, elle reste
 * dans les murs et peut assurer la direction, quand elle ne compte plus dans le taux (CAP-21) ; en formation ou en sortie, non. Est là qui
 * est dans cette crèche du début à la fin du quart d'heure selon ses vacations du jour, à défaut son horaire, et n'est pas absent.
 * L'encadrement compte par cette même règle.
 * Non traité : une pause ou une réunion prise hors de la crèche ; la qualification du directeur ; l'astreinte d'un directeur voisin.
 */
import { addAns, type JourCivil, jourDeSemaine } from '#shared/jour-civil.ts';
import { containsJour } from '#shared/periode.ts';
import { findPlage, listQuarts, type Minutes, PAS, type Plage } from '#shared/quart-d-heure.ts';
import type { NatureVacation, ProfessionnelPrevu } from '../professionnel.ts';

/** Où et quand un professionnel est attendu ce jour : ses vacations remplacent son horaire, en entier. */
export function listPlagesPrevues(pro: ProfessionnelPrevu, etablissementId: string, jour: JourCivil): Plage[] {
  if (!containsJour(pro, jour) || pro.absences.some((absence) => containsJour(absence, jour))) return [];
  const vacations = pro.vacations.filter((vacation) => vacation.jour === jour);
  if (vacations.length > 0) {
    const ici = vacations.filter((v) => v.etablissementId === etablissementId).sort((a, b) => a.debut - b.debut);
    return listPlagesDansLesMurs(ici);
  }
  if (pro.etablissementId !== etablissementId) return [];
  const horaire = pro.horaires.find((candidat) => containsJour(candidat, jour));
  const plage = horaire && findPlage(horaire.semaine, jourDeSemaine(jour));
  return plage ? [plage] : [];
}

type Segment = Plage & Readonly<{ nature: NatureVacation }>;
const DANS_LES_MURS: ReadonlySet<NatureVacation> = new Set(['POSTE', 'PAUSE', 'REUNION']);

/** Le rang du dernier segment jusqu'où il reste dans les murs d'affilée, depuis celui-ci ; −1 s'il n'y est pas. */
export function findSuiteDansLesMurs(segments: readonly Segment[], rang: number): number {
  let dernier = -1;
  for (let suivant = rang; suivant < segments.length; suivant += 1) {
    const segment = segments[suivant];
    if (!segment || !DANS_LES_MURS.has(segment.nature)) break;
    if (dernier >= 0 && segment.debut !== segments[dernier]?.fin) break;
    dernier = suivant;
  }
  return dernier;
}

function listPlagesDansLesMurs(segments: readonly Segment[]): Plage[] {
  return segments.flatMap(({ debut, fin }, rang) => {
    const dernier = findSuiteDansLesMurs(segments, rang);
    return dernier < 0 ? [] : [{ debut, fin: segments[dernier]?.fin ?? fin }];
  });
}

/** Peut-il tenir la direction ce jour : il dirige, ou il peut assurer la continuité. */
export function canTenirDirection(
  pro: Pick<ProfessionnelPrevu, 'metier' | 'categorie' | 'experienceDepuis'>,
  jour: JourCivil,
): boolean {
  return pro.metier === 'DIRECTION' || canAssurerContinuite(pro, jour);
}

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
    .filter((pro) => canTenirDirection(pro, jour))
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
  return debut <= t && t + PAS <= fin;
}

/** La direction d'abord, puis l'ordre fixé, puis la catégorie. */
function computeRang({ id, metier, categorie }: ProfessionnelPrevu, suppleance: readonly string[]): number {
  if (metier === 'DIRECTION') return 0;
  const rang = suppleance.indexOf(id);
  return rang >= 0 ? 1 + rang : 1000 + (categorie ?? 3);
}
