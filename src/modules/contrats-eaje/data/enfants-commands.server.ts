import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { defineCommand } from '#server/define-command.ts';
import { Refus } from '#server/errors.ts';
import { listChamps, updateVersion, verifyProche } from '#server/version.ts';
import { formatOuiNon } from '#shared/champ-saisi.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { addAns, addMois, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { canUpdateAccueil } from '../droits.ts';
import { EnfantCorrection, EnfantSaisie } from '../enfant.ts';
import { findEnfant, getCreche, getEnfant, listSections } from './familles.server.ts';
import { loadFamille } from './familles-commands.server.ts';

const contraintes = {
  enfant_badge: { phrase: 'Ce badge est déjà celui d’un autre enfant de la crèche.', champ: 'badge' },
};

export const createEnfant = defineCommand({
  name: 'creches.enfant.inscrire',
  titre: 'Inscrire un enfant en crèche',
  saisie: EnfantSaisie,
  load: ({ tx }, { familleId }) => loadFamille(tx, familleId),
  can: canUpdateAccueil,
  contraintes,
  run: async ({ tx, aujourdhui }, { autre, ...saisie }, { etablissementId }) => {
    verifyNaissance(saisie.neLe, aujourdhui);
    await verifySection(tx, saisie.sectionId, etablissementId);
    if (!autre) await verifySemblable(tx, saisie, etablissementId);
    const id = createIdentifiant();
    await verifyBadge(tx, saisie.badge, { id, etablissementId });
    await tx
      .insertInto('eaje.enfant')
      .values({ id, etablissementId, ...saisie })
      .execute();
    return { resultat: id, trace: { objetId: id, detail: { etablissementId } } };
  },
});

export const updateEnfant = defineCommand({
  name: 'creches.enfant.corriger',
  titre: 'Corriger la fiche d’un enfant en crèche',
  saisie: EnfantCorrection,
  load: ({ tx }, { id }) => loadEnfant(tx, id),
  can: canUpdateAccueil,
  contraintes,
  run: async ({ tx, aujourdhui }, { id, version, ...champs }, avant) => {
    verifyNaissance(champs.neLe, aujourdhui);
    await verifySection(tx, champs.sectionId, avant.etablissementId);
    if (await hasContratAvant(tx, id, champs.neLe))
      throw new Refus('Un contrat de cet enfant commence avant ce jour.', [], 'neLe');
    await verifyBadge(tx, champs.badge, avant);
    await updateVersion(tx.updateTable('eaje.enfant').set(champs), { id, version }, () => readActuel(tx, id));
    return { resultat: avant.familleId, trace: { objetId: id, detail: { champs: listChamps(avant, champs) } } };
  },
});

/** L'enfant et l'unité de sa crèche. */
export async function loadEnfant(tx: Transaction, id: string) {
  const enfant = await getEnfant(tx, id);
  return { ...enfant, uniteId: (await getCreche(tx, enfant.etablissementId)).uniteId };
}

/** Attendu dans les neuf mois, ou mineur. */
function verifyNaissance(neLe: JourCivil, aujourdhui: JourCivil): void {
  verifyProche(neLe, { du: addAns(aujourdhui, -18), au: addMois(aujourdhui, 9) }, 'neLe');
}

/** Le même nom et la même naissance dans la crèche : sans doute le même enfant, inscrit deux fois. On le dit, une personne décide. */
async function verifySemblable(
  tx: Transaction,
  { nom, prenom, neLe }: Pick<EnfantSaisie, 'nom' | 'prenom' | 'neLe'>,
  etablissementId: string,
): Promise<void> {
  const { rows } = await sql<{ nom: string; prenom: string; famille: string }>`
    select e.nom, e.prenom, f.nom as famille from eaje.enfant e join eaje.famille f on f.id = e.famille_id
    where e.etablissement_id = ${etablissementId} and e.ne_le = ${neLe}::date and e.tri = acces.normalise(${`${nom} ${prenom}`})
    limit 1`.execute(tx);
  const [semblable] = rows;
  if (semblable)
    throw new Refus(
      `${formatNom(semblable.nom, semblable.prenom)}, né le ${formatJour(neLe, 'long')}, est déjà inscrit ici, dans la famille ${semblable.famille}.`,
      [],
      'autre',
    );
}

/** Un badge n'ouvre que pour un enfant : on dit lequel le porte. */
async function verifyBadge(
  tx: Transaction,
  badge: string | null,
  { id, etablissementId }: { id: string; etablissementId: string },
): Promise<void> {
  const porteur = await tx
    .selectFrom('eaje.enfant')
    .select(['nom', 'prenom'])
    .where('etablissementId', '=', etablissementId)
    .where('badge', '=', badge)
    .where('id', '<>', id)
    .executeTakeFirst();
  if (porteur) throw new Refus(`Ce badge est celui de ${formatNom(porteur.nom, porteur.prenom)}.`, [], 'badge');
}

async function verifySection(tx: Transaction, sectionId: string | null, etablissementId: string): Promise<void> {
  if (sectionId === null) return;
  const sections = await listSections(tx, etablissementId);
  if (!sections.some(({ id }) => id === sectionId))
    throw new Refus('Cette section n’est pas de la crèche de l’enfant.', [], 'sectionId');
}

async function readActuel(tx: Transaction, id: string): Promise<Record<string, string>> {
  const enfant = await findEnfant(tx, id);
  if (enfant === undefined) return {};
  return {
    Nom: enfant.nom,
    Prénom: enfant.prenom,
    'Né le': formatJour(enfant.neLe, 'court'),
    'Marche depuis': enfant.marcheDepuis ? formatJour(enfant.marcheDepuis, 'court') : '',
    Section: enfant.section ?? '',
    Badge: enfant.badge ?? '',
    'Projet d’accueil individualisé': formatOuiNon(enfant.pai),
    'Bonus inclusion': formatOuiNon(enfant.handicap),
  };
}

async function hasContratAvant(tx: Transaction, enfantId: string, jour: string): Promise<boolean> {
  const { rows } = await sql<{ avant: boolean }>`
    select exists (select 1 from eaje.contrat c where c.enfant_id = ${enfantId} and lower(c.periode) < ${jour}::date) as avant`.execute(
    tx,
  );
  return rows[0]?.avant ?? false;
}
