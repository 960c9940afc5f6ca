import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { defineCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, Refus, verifyVerdict } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { formatMinutes } from '#shared/quart-d-heure.ts';
import { SortieCorrection, SortieRetiree, SortieSaisie } from '../acte-saisie.ts';
import { canTenirPlanning } from '../droits.ts';
import type { Sortie } from '../prevision.ts';
import { computeEmpreinteDeSortie, isAccompagnant, listEnfantsEnSortie } from '../rules/sortie.ts';
import { type CrecheDuJour, listCrechesDuJour, type Prevision } from '../rules/territoire.ts';
import { listNoms, readPrevision } from './previsions.server.ts';

type DuJour = { etablissementId: string; jour: JourCivil };

/** Deux sorties de la même crèche le même jour s'inscrivent l'une après l'autre : un enfant n'est pas en deux lieux. */
async function loadCreche({ tx }: Contexte, { etablissementId, jour }: DuJour) {
  await sql`select pg_advisory_xact_lock(1296126536, hashtext(${etablissementId + jour}))`.execute(tx);
  const prevision = await readPrevision(tx, { du: jour, au: jour, etablissementIds: [etablissementId] });
  const [etablissement] = prevision.etablissements;
  if (!etablissement) throw new Introuvable('Absente, ou hors de vos missions.');
  return { uniteId: etablissement.uniteId, prevision };
}

/** Des enfants partent avec des professionnels : la règle de la sortie (CAP-12) se vérifie avant qu'elle soit inscrite. */
export const recordSortie = defineCommand({
  name: 'encadrement.sortie.inscrire',
  titre: 'Inscrire une sortie de la crèche',
  saisie: SortieSaisie,
  load: loadCreche,
  can: canTenirPlanning,
  run: async ({ tx, agent }, saisie, { prevision }) => {
    const { etablissementId, jour, lieu, debut, fin, enfants, accompagnants } = saisie;
    const sortie = { id: createIdentifiant(), lieu, debut, fin, enfants, accompagnants };
    verifySortie(prevision, jour, sortie);
    await tx
      .insertInto('eaje.sortie')
      .values({ id: sortie.id, etablissementId, jour, debut, fin, lieu, decideePar: agent.id })
      .execute();
    await insertParticipants(tx, sortie);
    return { resultat: etablissementId, trace: { objetId: etablissementId, detail: buildDetail(jour, sortie) } };
  },
});

/** La même règle, sur la sortie telle qu'elle devient : qui en était et n'en est plus est de nouveau sur place. */
export const updateSortie = defineCommand({
  name: 'encadrement.sortie.modifier',
  titre: 'Modifier une sortie de la crèche',
  saisie: SortieCorrection,
  load: loadCreche,
  can: canTenirPlanning,
  run: async ({ tx, agent }, saisie, { prevision }) => {
    const { etablissementId, jour, sortieId: id, version, lieu, debut, fin, enfants, accompagnants } = saisie;
    const avant = prevision.sorties.find((inscrite) => inscrite.id === id);
    if (!avant) throw new Conflit('Cette sortie a été retirée pendant votre saisie.', { Sortie: 'retirée' });
    if (computeEmpreinteDeSortie(avant) !== version)
      throw new Conflit('Cette sortie a été changée pendant votre saisie.', await describeSortie(tx, avant, prevision));
    const sortie = { id, lieu, debut, fin, enfants, accompagnants };
    verifySortie({ ...prevision, sorties: prevision.sorties.filter((autre) => autre !== avant) }, jour, sortie);
    await tx.updateTable('eaje.sortie').set({ debut, fin, lieu, decideePar: agent.id }).where('id', '=', id).execute();
    await tx.deleteFrom('eaje.sortieEnfant').where('sortieId', '=', id).execute();
    await tx.deleteFrom('eaje.sortieAccompagnant').where('sortieId', '=', id).execute();
    await insertParticipants(tx, sortie);
    const detail = { ...buildDetail(jour, sortie), avant: { lieu: avant.lieu, debut: avant.debut, fin: avant.fin } };
    return { resultat: etablissementId, trace: { objetId: etablissementId, detail } };
  },
});

async function insertParticipants(tx: Transaction, { id: sortieId, enfants, accompagnants }: Sortie): Promise<void> {
  await tx
    .insertInto('eaje.sortieEnfant')
    .values([...new Set(enfants)].map((enfantId) => ({ sortieId, enfantId })))
    .execute();
  await tx
    .insertInto('eaje.sortieAccompagnant')
    .values([...new Set(accompagnants)].map((professionnelId) => ({ sortieId, professionnelId })))
    .execute();
}

const buildDetail = (jour: JourCivil, { id, enfants, accompagnants }: Sortie) => ({
  jour,
  sortie: id,
  enfants: new Set(enfants).size,
  accompagnants: new Set(accompagnants).size,
});

/** Une sortie en clair, libellé → valeur, pour la comparer à celle d'un autre. */
async function describeSortie(tx: Transaction, sortie: Sortie, { professionnels }: Prevision) {
  const { lieu, debut, fin, enfants, accompagnants } = sortie;
  const liste = (noms: readonly { nom: string; prenom: string }[]) =>
    noms.map(({ nom, prenom }) => formatNom(nom, prenom)).join(', ');
  return {
    Où: lieu,
    Départ: formatMinutes(debut),
    Retour: formatMinutes(fin),
    'Qui accompagne': liste(professionnels.filter(({ id }) => accompagnants.includes(id))),
    'Quels enfants': liste(await listNoms(tx, enfants)),
  };
}

function verifySortie(prevision: Prevision, jour: JourCivil, sortie: Sortie): void {
  const [etablissement] = prevision.etablissements;
  const avec = { ...sortie, etablissementId: etablissement?.id ?? '', jour };
  const [creche] = listCrechesDuJour({ ...prevision, sorties: [...prevision.sorties, avec] }, jour);
  if (!creche) throw new Refus('La crèche est fermée ce jour.', [], 'debut');
  verifyParticipants(creche, sortie);
  const jugee = creche.sorties.find((candidate) => candidate.sortie.id === sortie.id);
  if (jugee) verifyVerdict(jugee.verdict, 'accompagnants');
}

/** Chacun est là pendant la sortie, et n'est pas déjà d'une autre. */
function verifyParticipants({ creche, accueils, postes }: CrecheDuJour, sortie: Sortie): void {
  const attendus = listEnfantsEnSortie(accueils, sortie).length;
  const absents = new Set(sortie.enfants).size - attendus;
  if (absents > 0)
    throw new Refus(
      `${absents === 1 ? 'Un enfant choisi n’est pas attendu' : `${absents} enfants choisis ne sont pas attendus`} à ces heures.`,
      [],
      'enfants',
    );
  const autres = creche.sorties.filter(
    ({ id, debut, fin }) => id !== sortie.id && debut < sortie.fin && sortie.debut < fin,
  );
  if (autres.some(({ enfants }) => enfants.some((id) => sortie.enfants.includes(id))))
    throw new Refus('Un de ces enfants est déjà d’une autre sortie à ces heures.', [], 'enfants');
  if (autres.some(({ accompagnants }) => accompagnants.some((id) => sortie.accompagnants.includes(id))))
    throw new Refus('Une de ces personnes accompagne déjà une autre sortie à ces heures.', [], 'accompagnants');
  const connus = new Map(postes.map((poste) => [poste.professionnelId, poste]));
  const empeches = sortie.accompagnants.flatMap((id) => {
    const poste = connus.get(id);
    if (!poste) return ['une personne qui n’est pas de la crèche'];
    return isAccompagnant({ ...poste, categorie: poste.categorie ?? 2 }, sortie)
      ? []
      : [formatNom(poste.nom, poste.prenom)];
  });
  if (empeches.length > 0)
    throw new Refus(`Pas en poste du départ au retour : ${empeches.join(', ')}.`, [], 'accompagnants');
}

/** Une sortie qui n'a pas lieu : enfants et accompagnants sont de nouveau sur place. */
export const closeSortie = defineCommand({
  name: 'encadrement.sortie.retirer',
  titre: 'Retirer une sortie de la crèche',
  saisie: SortieRetiree,
  load: loadCreche,
  can: canTenirPlanning,
  run: async ({ tx }, { etablissementId, jour, sortieId }) => {
    const { numDeletedRows } = await tx
      .deleteFrom('eaje.sortie')
      .where('id', '=', sortieId)
      .where('etablissementId', '=', etablissementId)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw new Conflit('Cette sortie a déjà été retirée.');
    return { resultat: etablissementId, trace: { objetId: etablissementId, detail: { jour, sortie: sortieId } } };
  },
});
