import type { Transaction } from '#database/connection.ts';
import { listEtablissementsOuverts } from '#modules/eaje/index.server.ts';
import type { EtablissementOuvert } from '#modules/eaje/index.ts';
import { Introuvable, Refus } from '#server/errors.ts';
import { addAns, addMois, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { containsJour, overlaps } from '#shared/periode.ts';
import type { Contrat } from '../contrat.ts';
import type { ReservationSaisie } from '../contrat-saisie.ts';
import type { Enfant } from '../enfant.ts';
import { formatEuros } from '../participation.ts';
import {
  buildRefus,
  listAutorisationsTraversees,
  listRemarques,
  listRemarquesAge,
  listRemarquesJour,
  listRemarquesReservation,
  listSurnombresDuJour,
  type Remarque,
} from '../rules/accueil.ts';
import { evaluateTarif, evaluateTarifReserve, type Tarif } from '../rules/tarif.ts';
import { listAttendusDuJour } from './accueils-prevus.server.ts';
import { readBaremesSaisis } from './baremes.server.ts';
import { findAbsence, listContratsDe, listContratsVoisins } from './contrats.server.ts';
import { ABSENT, listRessources } from './familles.server.ts';

/** La crèche telle qu'elle ouvre ces jours-là, et un an devant au moins, pour voir venir ses fermetures. */
async function getEtablissement(
  tx: Transaction,
  id: string,
  { du, au }: { du: JourCivil; au: JourCivil | null },
): Promise<EtablissementOuvert> {
  const an = addMois(addAns(du, 1), 3);
  const bornes = { du: addMois(du, -1), au: au !== null && au > an ? au : an };
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
  const etab = await getEtablissement(tx, etablissementId, { du, au });
  const voisins = await listContratsVoisins(tx, { etablissementId, enfantId, du, au });
  const siens = await listContratsDe(tx, enfantId);
  const chevauche = siens.find(
    (contrat) => contrat.nature === 'REGULIER' && contrat.id !== remplace?.id && overlaps(contrat, propose),
  );
  const remarques = listRemarques({ ...propose, neLe }, etab, voisins);
  if (chevauche)
    remarques.unshift(
      buildRefus(
        'du',
        `Un contrat régulier court déjà depuis le ${formatJour(chevauche.du, 'long')} : faites-en un avenant, ou finissez-le.`,
      ),
    );
  if (remplace) remarques.unshift(...listRemarquesAvenant(du, remplace));
  const lu = evaluateTarif(await findRessources(tx, enfant.familleId, du), du, await readBaremesSaisis(tx));
  if ('tarif' in lu) return { tarif: lu.tarif, remarques };
  return { tarif: null, remarques: [...remarques, buildRefus('du', lu.manque)] };
}

/** L'avenant commence pendant le contrat, et lui laisse au moins un jour. */
function listRemarquesAvenant(du: JourCivil, contrat: Contrat): Remarque[] {
  if (du <= contrat.du)
    return [
      buildRefus(
        'du',
        `Le contrat commence le ${formatJour(contrat.du, 'long')} : l’avenant commence un jour d’après.`,
      ),
    ];
  if (contrat.au === null || du <= contrat.au) return [];
  return [buildRefus('du', `Le contrat a fini le ${formatJour(contrat.au, 'long')} : signez-en un nouveau.`)];
}

/** Ce que deviennent, de ce jour à la fin d'un contrat signé, les autorisations de la crèche qu'il traverse. */
export async function listRemarquesDuContrat(
  tx: Transaction,
  { contrat, enfant, creche }: { contrat: Contrat; enfant: { id: string }; creche: { id: string } },
  aujourdhui: JourCivil,
): Promise<Remarque[]> {
  const { nature, du, au } = contrat;
  if (nature !== 'REGULIER' || (au !== null && au < aujourdhui)) return [];
  const depuis = du < aujourdhui ? aujourdhui : du;
  const etab = await getEtablissement(tx, creche.id, { du, au: au ?? addMois(addAns(depuis, 1), 3) });
  const voisins = await listContratsVoisins(tx, {
    etablissementId: creche.id,
    enfantId: enfant.id,
    du: depuis,
    au,
  });
  return listAutorisationsTraversees(contrat, etab, voisins, depuis);
}

/**
 * Ce que donnerait la réservation d'un accueil d'un jour. Sans tarif, l'occasionnel attend ; l'urgence s'accueille, et ce qui manque se dit.
 */
export async function evaluateReservation(
  tx: Transaction,
  { id, familleId, etablissementId, neLe }: Enfant,
  { jour, debut, fin, nature }: Pick<ReservationSaisie, 'jour' | 'debut' | 'fin' | 'nature'>,
): Promise<Examen> {
  const etab = await getEtablissement(tx, etablissementId, { du: jour, au: jour });
  const attendus = await listAttendusDuJour(tx, { etablissementId, jour, sauf: id });
  const contrat = (await listContratsDe(tx, id)).find((periode) => containsJour(periode, jour));
  const absence = await findAbsence(tx, id, { du: jour, au: jour });
  const remarques = [
    ...listRemarquesAge({ du: jour, au: jour, neLe }, 'jour'),
    ...listRemarquesJour(jour, etab, 'jour'),
    ...listRemarquesReservation({ jour, debut, fin }, etab, absence ? undefined : contrat),
    ...listSurnombresDuJour({ jour, debut, fin }, etab, attendus),
  ];
  const ressources = await findRessources(tx, familleId, jour);
  const lu = evaluateTarifReserve({ jour, nature, contrat, ressources }, await readBaremesSaisis(tx));
  if ('tarif' in lu) return { tarif: lu.tarif, remarques };
  const bloque = nature === 'OCCASIONNEL';
  const suite = bloque ? '' : ' L’enfant est attendu ; ses heures restent sans participation, et se disent douteuses.';
  return {
    tarif: null,
    remarques: [...remarques, { champ: 'jour', motif: `${lu.manque}${suite}`, textes: [], bloque }],
  };
}

async function findRessources(tx: Transaction, familleId: string, jour: JourCivil) {
  return (await listRessources(tx, familleId)).find((periode) => containsJour(periode, jour));
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
