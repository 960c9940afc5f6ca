import type { Transaction } from '#database/connection.ts';
import { listEtablissementsOuverts } from '#modules/eaje/index.server.ts';
import type { EtablissementOuvert } from '#modules/eaje/index.ts';
import { Introuvable, Refus } from '#server/errors.ts';
import { addAns, addMois, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { containsJour, overlaps } from '#shared/periode.ts';
import type { Contrat } from '../contrat.ts';
import type { Enfant } from '../enfant.ts';
import { formatEuros } from '../participation.ts';
import { listRemarques, type Remarque } from '../rules/accueil.ts';
import { findBaremeAbsent } from '../rules/bareme.ts';
import { computeTarif, type Tarif } from '../rules/tarif.ts';
import { listContratsDe, listContratsVoisins } from './contrats.server.ts';
import { ABSENT, listRessources } from './familles.server.ts';

/** La crèche telle qu'elle ouvre autour de ce jour : un an devant, pour voir venir ses fermetures. */
export async function getEtablissement(tx: Transaction, id: string, jour: JourCivil): Promise<EtablissementOuvert> {
  const bornes = { du: addMois(jour, -1), au: addMois(addAns(jour, 1), 3) };
  const [etablissement] = await listEtablissementsOuverts(tx, { ...bornes, ids: [id] });
  if (etablissement === undefined) throw new Introuvable(ABSENT);
  return etablissement;
}

type Propose = { du: JourCivil; au: JourCivil | null; semaine: readonly number[] };

/** Sans tarif, une remarque dit ce qui manque pour le calculer. */
export type Examen = { tarif: Tarif | null; remarques: Remarque[] };

/** Ce que donnerait la signature : le tarif et son calcul, ce qui s'oppose. `remplace` : le contrat qu'un avenant refermerait. */
export async function evaluateContrat(
  tx: Transaction,
  enfant: Enfant,
  propose: Propose,
  remplace?: Contrat,
): Promise<Examen> {
  const { du, au } = propose;
  const { etablissementId, id: enfantId, neLe } = enfant;
  const etab = await getEtablissement(tx, etablissementId, du);
  const voisins = await listContratsVoisins(tx, { etablissementId, enfantId, du, au });
  const siens = await listContratsDe(tx, enfantId);
  const chevauche = siens.find(
    (contrat) => contrat.nature === 'REGULIER' && contrat.id !== remplace?.id && overlaps(contrat, propose),
  );
  const remarques = listRemarques({ ...propose, neLe }, etab, voisins);
  if (chevauche)
    remarques.unshift({
      champ: 'du',
      motif: `Un contrat régulier court déjà depuis le ${formatJour(chevauche.du, 'long')} : faites-en un avenant, ou finissez-le.`,
      textes: [],
      bloque: true,
    });
  const tarif = await computeTarifDe(tx, enfant.familleId, du);
  if (!('tarifCentimes' in tarif)) return { tarif: null, remarques: [...remarques, tarif] };
  return { tarif, remarques };
}

/** Le tarif de la famille ce jour, ou ce qui manque : un tarif ne s'invente pas. */
async function computeTarifDe(tx: Transaction, familleId: string, jour: JourCivil): Promise<Tarif | Remarque> {
  const buildManque = (motif: string): Remarque => ({ champ: 'du', motif, textes: [], bloque: true });
  const absent = findBaremeAbsent(jour);
  if (absent) return buildManque(absent);
  const ressources = (await listRessources(tx, familleId)).find((periode) => containsJour(periode, jour));
  if (ressources !== undefined) return computeTarif(ressources, jour);
  const quand = formatJour(jour, 'long');
  return buildManque(`Aucune ressource n’est inscrite au ${quand} : inscrivez-les, ou dites qu’elles sont inconnues.`);
}

/** Arrête l'acte au premier refus ; sinon rend ce qui reste à savoir. */
export function verifyRemarques(remarques: readonly Remarque[]): string[] {
  const refus = remarques.find(({ bloque }) => bloque);
  if (refus) throw new Refus(refus.motif, refus.textes, refus.champ);
  return remarques.map(({ motif }) => motif);
}

/** Personne ne signe un tarif qu'il n'a pas lu : s'il n'a pas été montré, ou s'il a changé depuis, il se relit. */
export function verifySignature(
  { tarif, remarques }: Examen,
  tarifLu: number | undefined,
): { tarif: Tarif; remarques: string[] } {
  const restent = verifyRemarques(remarques);
  if (tarif !== null && tarifLu === tarif.tarifCentimes) return { tarif, remarques: restent };
  const montant = formatEuros(tarif?.tarifCentimes ?? 0);
  throw new Refus(`Le tarif est de ${montant} de l’heure : calculez-le et relisez-le avant de signer.`, [], 'du');
}
