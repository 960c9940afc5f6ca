import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { buildBornes } from '#database/lecture.ts';
import { findProfessionnel } from '#modules/eaje/index.server.ts';
import {
  canTenirCreche,
  evaluateSemaineDeTravail,
  LIBELLES_METIER,
  METIERS_EAJE,
  type MetierEaje,
  type ProfessionnelInscrit,
} from '#modules/eaje/index.ts';
import { defineCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, Refus, verifyVerdict } from '#server/errors.ts';
import { listChamps, updateVersion, verifyOrdre } from '#server/version.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { formatDaterange } from '#shared/periode.ts';
import {
  formatHoraire,
  formatOrdreLu,
  type HoraireInscrit,
  HoraireSaisie,
  ProfessionnelCorrection,
  ProfessionnelSaisie,
  RANGS,
  SuppleanceSaisie,
} from '../professionnel-saisie.ts';
import { loadDeSaisie } from './etablissements-commands.server.ts';

async function loadProfessionnel({ tx, aujourdhui }: Contexte, id: string): Promise<ProfessionnelInscrit> {
  const professionnel = await findProfessionnel(tx, id, aujourdhui);
  if (!professionnel) throw new Introuvable('Absent, ou hors de vos missions.');
  return professionnel;
}

/** Un rattachement que l'on ne voit pas, dans un autre territoire, ne se trouve pas avant d'écrire : la base le dit. */
const contraintes = {
  professionnel_un_rattachement:
    'Cet agent est déjà rattaché à une crèche, peut-être hors de vos missions, sur une partie de cette période.',
};

export const recordProfessionnel = defineCommand({
  name: 'eaje.professionnel.rattacher',
  titre: 'Rattacher un professionnel à une crèche',
  saisie: ProfessionnelSaisie,
  load: loadDeSaisie,
  can: canTenirCreche,
  contraintes,
  run: async ({ tx }, { matricule, du, au, categorie, ...champs }, { uniteId }) => {
    const { etablissementId, sectionId, metier } = champs;
    const agentId = await getAgentLibre(tx, matricule, { du, au });
    await verifySection(tx, sectionId, etablissementId);
    const id = createIdentifiant();
    const periode = formatDaterange({ du, au });
    await tx
      .insertInto('eaje.professionnel')
      .values({ id, agentId, uniteId, periode, categorie: computeCategoriePro(metier, categorie), ...champs })
      .execute();
    return { resultat: id, trace: { objetId: id, detail: { agentId, etablissementId, metier } } };
  },
});

/** L'agent de ce matricule, s'il n'est pas déjà d'une crèche à ce moment. */
async function getAgentLibre(
  tx: Transaction,
  matricule: string,
  periode: { du: JourCivil; au: JourCivil | null },
): Promise<string> {
  const agent = await tx
    .selectFrom('organisation.agent')
    .select('id')
    .where('matricule', '=', matricule)
    .executeTakeFirst();
  if (!agent) throw new Refus('Aucun agent du département n’a ce matricule.', [], 'matricule');
  const { rows } = await sql<{ du: JourCivil }>`
    select lower(periode) as du from eaje.professionnel
    where agent_id = ${agent.id} and periode && ${formatDaterange(periode)}::daterange`.execute(tx);
  if (rows[0])
    throw new Refus(
      `Cet agent est déjà rattaché aux crèches depuis le ${formatJour(rows[0].du, 'long')}.`,
      [],
      'matricule',
    );
  return agent.id;
}

async function verifySection(tx: Transaction, sectionId: string | null, etablissementId: string | null): Promise<void> {
  if (sectionId === null) return;
  const section = await tx
    .selectFrom('eaje.section')
    .select('id')
    .where('id', '=', sectionId)
    .where('etablissementId', '=', etablissementId ?? sectionId)
    .executeTakeFirst();
  if (!section) throw new Refus('Choisissez une section de cette crèche.', [], 'sectionId');
}

/** Celle qu'on a dite ; sinon celle du métier. */
function computeCategoriePro(metier: MetierEaje, dite: string | number | null): number | null {
  return dite === null ? METIERS_EAJE[metier].categorie : Number(dite);
}

export const updateProfessionnel = defineCommand({
  name: 'eaje.professionnel.corriger',
  titre: 'Modifier un professionnel d’une crèche',
  saisie: ProfessionnelCorrection,
  load: (contexte, { id }) => loadProfessionnel(contexte, id),
  can: canTenirCreche,
  contraintes,
  run: async ({ tx, aujourdhui }, { id, version, au, categorie, ...champs }, avant) => {
    if (au !== null) verifyOrdre(avant.du, au);
    await verifySection(tx, champs.sectionId, avant.etablissementId);
    const changement = tx.updateTable('eaje.professionnel').set({
      ...champs,
      categorie: computeCategoriePro(champs.metier, categorie),
      periode: formatDaterange({ du: avant.du, au }),
    });
    await updateVersion(changement, { id, version }, () => readActuel(tx, id, aujourdhui));
    return { resultat: id, trace: { objetId: id, detail: { champs: listChamps(avant, { ...champs, au }) } } };
  },
});

async function readActuel(tx: Transaction, id: string, jour: JourCivil): Promise<Record<string, string>> {
  const pro = await findProfessionnel(tx, id, jour);
  if (!pro) return {};
  return {
    Métier: LIBELLES_METIER[pro.metier],
    Catégorie: String(pro.categorie ?? ''),
    Quotité: String(pro.quotite),
    Section: pro.section ?? '',
    'Expérience depuis': pro.experienceDepuis ? formatJour(pro.experienceDepuis, 'court') : '',
    'Jusqu’au': pro.au ? formatJour(pro.au, 'court') : '',
  };
}

export const recordHoraire = defineCommand({
  name: 'eaje.horaire.enregistrer',
  titre: 'Changer l’horaire d’un professionnel',
  saisie: HoraireSaisie,
  load: (contexte, { professionnelId }) => loadProfessionnel(contexte, professionnelId),
  can: canTenirCreche,
  run: async ({ tx }, { professionnelId, version, retirer, du, debut, fin, pauseDebut, pauseFin }, pro) => {
    verifyDansRattachement(pro, du);
    const semaine = RANGS.flatMap((rang) => [debut[rang] ?? 0, fin[rang] ?? 0]);
    const travail = evaluateSemaineDeTravail({ semaine, pauseDebut, pauseFin });
    const remarques = verifyVerdict(travail.verdict, travail.rang === null ? '' : `fin.${travail.rang}`);
    const retires = await verifyHorairesLus(tx, { professionnelId, version, retirer, du });
    await sql`delete from eaje.horaire where id = any (${retires.map(({ id }) => id)}::uuid[])`.execute(tx);
    await sql`update eaje.horaire set periode = daterange(lower(periode), ${du}::date)
      where professionnel_id = ${professionnelId} and periode @> ${du}::date`.execute(tx);
    const id = createIdentifiant();
    const periode = formatDaterange({ du, au: null });
    await tx
      .insertInto('eaje.horaire')
      .values({ id, professionnelId, periode, semaine, pauseDebut, pauseFin })
      .execute();
    const effaces = retires.map((retire) => ({ du: retire.du, au: retire.au, horaire: formatHoraire(retire) }));
    return {
      resultat: { professionnelId, remarques: remarques.map(({ motif }) => motif) },
      trace: { objetId: id, detail: { professionnelId, du, effaces } },
    };
  },
});

function verifyDansRattachement(pro: ProfessionnelInscrit, du: JourCivil): void {
  if (du < pro.du)
    throw new Refus(`Cette personne est rattachée depuis le ${formatJour(pro.du, 'long')} seulement.`, [], 'du');
  if (pro.au !== null && du > pro.au)
    throw new Refus(`Son rattachement finit le ${formatJour(pro.au, 'long')}.`, [], 'du');
}

type HorairesLus = { professionnelId: string; version: string; retirer: boolean; du: JourCivil };

/** Ce que le nouvel horaire ferait disparaître, une fois lu et voulu : rien ne s'efface sans qu'on l'ait dit. */
async function verifyHorairesLus(
  tx: Transaction,
  { professionnelId, version, retirer, du }: HorairesLus,
): Promise<HoraireInscrit[]> {
  // Deux personnes qui le changent au même instant passent l'une après l'autre.
  await sql`select from eaje.professionnel where id = ${professionnelId} for update`.execute(tx);
  const horaires = await listHoraires(tx, professionnelId);
  if (formatOrdreLu(horaires.map(({ id }) => id)) !== version) {
    const actuel = horaires.map((horaire) => [
      `À partir du ${formatJour(horaire.du, 'court')}`,
      formatHoraire(horaire),
    ]);
    throw new Conflit('Ses horaires ont été changés pendant votre saisie.', Object.fromEntries(actuel));
  }
  const retires = horaires.filter((horaire) => horaire.du >= du);
  if (retires.length === 0 || retirer) return retires;
  const jours = retires.map((horaire) => formatJour(horaire.du, 'long')).join(', ');
  throw new Refus(
    `Il retirerait ce qui est inscrit à partir du ${jours} : cochez-le, ou changez la date.`,
    [],
    'retirer',
  );
}

/** Les horaires d'un professionnel, du plus ancien au plus récent. */
export async function listHoraires(tx: Transaction, professionnelId: string): Promise<HoraireInscrit[]> {
  const { rows } = await sql<HoraireInscrit>`
    select h.id, ${buildBornes('h.periode')}, h.semaine, h.pause_debut, h.pause_fin from eaje.horaire h
    where h.professionnel_id = ${professionnelId} order by lower(h.periode)`.execute(tx);
  return rows;
}

export const recordSuppleance = defineCommand({
  name: 'eaje.suppleance.enregistrer',
  titre: 'Fixer l’ordre de suppléance de la direction',
  saisie: SuppleanceSaisie,
  load: loadDeSaisie,
  can: canTenirCreche,
  run: async ({ tx }, { etablissementId, rang, version }) => {
    await verifyOrdreLu(tx, etablissementId, version);
    const ordre = Object.entries(rang)
      .filter(([, texte]) => texte.trim() !== '')
      .map(([professionnelId, texte]) => ({ etablissementId, professionnelId, rang: Number(texte) }));
    const double = ordre.find((ligne, i) => ordre.findIndex((autre) => autre.rang === ligne.rang) !== i);
    if (double) throw new Refus(`Deux personnes au rang ${double.rang}.`, [], `rang.${double.professionnelId}`);
    await tx.deleteFrom('eaje.suppleance').where('etablissementId', '=', etablissementId).execute();
    if (ordre.length > 0) await tx.insertInto('eaje.suppleance').values(ordre).execute();
    return { resultat: etablissementId, trace: { objetId: etablissementId, detail: { nombre: ordre.length } } };
  },
});

/** Un ordre se remplace en entier : celui qu'un autre a fixé depuis se montre avant d'être défait. */
async function verifyOrdreLu(tx: Transaction, etablissementId: string, lu: string): Promise<void> {
  // Deux personnes qui l'enregistrent au même instant passent l'une après l'autre.
  await sql`select from eaje.etablissement where id = ${etablissementId} for update`.execute(tx);
  const { rows } = await sql<{ id: string; nom: string; prenom: string; rang: number }>`
    select s.professionnel_id as id, a.nom, a.prenom, s.rang from eaje.suppleance s
      join eaje.professionnel p on p.id = s.professionnel_id join organisation.agent a on a.id = p.agent_id
    where s.etablissement_id = ${etablissementId} order by s.rang`.execute(tx);
  if (formatOrdreLu(rows.map(({ id }) => id)) === lu) return;
  const actuel = rows.map(({ nom, prenom, rang }) => [formatNom(nom, prenom), String(rang)]);
  throw new Conflit('Cet ordre a été changé pendant votre saisie.', Object.fromEntries(actuel));
}
