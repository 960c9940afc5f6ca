/** La situation d'une crèche au milieu de son territoire : ce dont se cherche un remède. */
import type { ProfessionnelPrevu } from '#modules/eaje/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { PosteDuJour } from '../prevision.ts';
import type { Bords, Proposition, Situation, VacationProposee } from '../remede.ts';
import { computeBilan, listSousTaux } from './manque.ts';
import { computeBords } from './postes.ts';
import { buildProposition } from './remede.ts';
import { type CrecheDuJour, listVolantsLibres, type Prevision } from './territoire.ts';

type Milieu = Readonly<{
  cible: CrecheDuJour;
  creches: readonly CrecheDuJour[];
  volants: readonly PosteDuJour[];
  connus: ReadonlyMap<string, ProfessionnelPrevu>;
  /** Ceux que le remède d'une crèche plus démunie demande déjà. */
  pris: ReadonlySet<string>;
}>;

function buildSituation(jour: JourCivil, { cible, creches, volants, connus, pris }: Milieu): Situation {
  const { territoireId } = cible.etablissement;
  const isLibre = ({ professionnelId }: PosteDuJour) => !pris.has(professionnelId);
  return {
    creche: cible.creche,
    journee: cible.journee,
    manque: computeBilan(cible.journee).aAjouter,
    accueils: cible.accueils,
    postes: cible.postes,
    voisines: creches
      .filter(
        ({ etablissement }) => etablissement !== cible.etablissement && etablissement.territoireId === territoireId,
      )
      // Une crèche à qui il manque quelqu'un ne prête personne.
      .filter(({ journee }) => listSousTaux(journee).length === 0)
      .map(({ etablissement, creche, journee, postes }) => ({
        nom: etablissement.nom,
        creche,
        journee,
        postes: postes.filter(isLibre),
      })),
    volants: volants.filter((volant) => volant.uniteId === territoireId && isLibre(volant)),
    findBords: buildBords(jour, connus),
  };
}

/** La veille et le lendemain de chacun, comptés une fois : chaque essai les demande. */
function buildBords(jour: JourCivil, connus: Milieu['connus']): Situation['findBords'] {
  const comptes = new Map<string, Bords>();
  return (professionnelId) => {
    const professionnel = connus.get(professionnelId);
    const bords =
      comptes.get(professionnelId) ??
      (professionnel ? computeBords(professionnel, jour) : { finVeille: null, debutLendemain: null });
    comptes.set(professionnelId, bords);
    return bords;
  };
}

/**
 * Le moindre remède de chaque crèche sous le taux, la plus démunie d'abord : personne n'est proposé à deux crèches, et une voisine qui
 * prête ne prête qu'une fois.
 */
export function listPropositions(
  prevision: Pick<Prevision, 'professionnels'>,
  jour: JourCivil,
  creches: readonly CrecheDuJour[],
): ReadonlyMap<string, Proposition> {
  const volants = listVolantsLibres(prevision, jour);
  const connus = new Map(prevision.professionnels.map((professionnel) => [professionnel.id, professionnel]));
  const pris = new Set<string>();
  const preteuses = new Set<string>();
  const propositions = new Map<string, Proposition>();
  for (const { creche: cible } of listBilans(creches)) {
    if (listSousTaux(cible.journee).length === 0) continue;
    const offertes = creches.filter(
      ({ etablissement }) => etablissement === cible.etablissement || !preteuses.has(etablissement.id),
    );
    const proposition = buildProposition(buildSituation(jour, { cible, creches: offertes, volants, connus, pris }));
    propositions.set(cible.etablissement.id, proposition);
    for (const { nature, professionnelId, vacations } of proposition.moindre?.mouvements ?? []) {
      if (professionnelId !== null) pris.add(professionnelId);
      const origine = vacations.find(({ etablissementId }) => etablissementId !== cible.etablissement.id);
      if (nature === 'VOISINE') preteuses.add(origine?.etablissementId ?? findPreteuse(creches, professionnelId));
    }
  }
  return propositions;
}

function findPreteuse(creches: readonly CrecheDuJour[], professionnelId: string | null): string {
  const preteuse = creches.find(({ postes }) => postes.some((poste) => poste.professionnelId === professionnelId));
  return preteuse?.etablissement.id ?? '';
}

/** Ce qui manque maintenant d'abord, puis du plus grand manque au moindre, puis par nom. */
export function listBilans(creches: readonly CrecheDuJour[]) {
  return creches
    .map((creche) => ({ creche, bilan: computeBilan(creche.journee) }))
    .toSorted(
      (a, b) =>
        (b.bilan.maintenant?.manque ?? 0) - (a.bilan.maintenant?.manque ?? 0) ||
        b.bilan.aAjouter - a.bilan.aAjouter ||
        b.bilan.sousTaux.length - a.bilan.sousTaux.length ||
        b.bilan.auDessusSurnombre.length - a.bilan.auDessusSurnombre.length ||
        a.creche.etablissement.nom.localeCompare(b.creche.etablissement.nom, 'fr'),
    );
}

/** Ce qui reconnaît une proposition : si la journée a bougé depuis, elle n'est plus la même. Sur une ligne : un formulaire récrit les autres. */
export function computeEmpreinte({ moindre }: Proposition): string {
  const mouvements = moindre?.mouvements ?? [];
  const ecrit = ({ professionnelId, etablissementId, debut, fin, nature }: VacationProposee) =>
    `${professionnelId}:${etablissementId}:${debut}-${fin}:${nature}`;
  return mouvements.map(({ phrase, vacations }) => [phrase, ...vacations.map(ecrit)].join('|')).join(' ; ');
}

export const RIEN_A_PROPOSER: Proposition = { moindre: null, possibles: [], ecartes: [] };

/** Le moindre remède d'une crèche, au milieu de celles de son territoire. */
export function findProposition(
  prevision: Prevision,
  jour: JourCivil,
  creches: readonly CrecheDuJour[],
  etablissementId: string,
): { cible: CrecheDuJour; proposition: Proposition } | undefined {
  const cible = creches.find(({ etablissement }) => etablissement.id === etablissementId);
  if (!cible) return undefined;
  const { territoireId } = cible.etablissement;
  const siennes = creches.filter(({ etablissement }) => etablissement.territoireId === territoireId);
  return { cible, proposition: listPropositions(prevision, jour, siennes).get(etablissementId) ?? RIEN_A_PROPOSER };
}
