/** Corriger une présence à la main : ce qu'elle disait reste au journal et sur la page. */
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { canAccueillir } from '#modules/eaje/index.ts';
import { getParametre } from '#modules/organisation/index.server.ts';
import { defineCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, Refus } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { DOUTES, formatPresence, type Origine } from '../pointage.ts';
import { CorrectionSaisie } from '../pointage-saisie.ts';
import { getCreche, readDernierJour } from './pointage.server.ts';
import { updateDeuxCreches } from './presences-ecriture.server.ts';

type Correction = z.output<typeof CorrectionSaisie>;
type Avant = { arrivee: number; depart: number | null; origine: Origine };

export const recordCorrection = defineCommand({
  name: 'pointages.presence.corriger',
  titre: 'Corriger une présence',
  saisie: CorrectionSaisie,
  load: ({ tx }: Contexte, { etablissementId }) => getCreche(tx, etablissementId),
  can: canAccueillir,
  contraintes: { presence_pkey: { phrase: 'Une présence commence déjà à cette heure.', champ: 'arrivee' } },
  run: async (contexte, saisie, creche) => {
    const { tx, agent } = contexte;
    if (saisie.jour > (await readDernierJour(contexte, creche)))
      throw new Refus('Ce jour n’est pas encore venu.', [], 'arrivee');
    const avant = await lockAvant(tx, saisie);
    const apres = buildApres(saisie);
    if (avant === undefined && apres === undefined) throw new Refus('Il n’y a rien à retirer.', [], 'acte');
    if (apres) await verifyLibre(tx, saisie, apres);
    await removeAvant(contexte, saisie, avant);
    if (apres) await addApres(contexte, saisie, apres);
    await updateDeuxCreches(tx, saisie);
    await tx
      .insertInto('eaje.presenceCorrection')
      .values({
        id: createIdentifiant(),
        etablissementId: saisie.etablissementId,
        enfantId: saisie.enfantId,
        jour: saisie.jour,
        arriveeAvant: avant?.arrivee ?? null,
        departAvant: avant?.depart ?? null,
        origineAvant: avant?.origine ?? null,
        arrivee: apres?.arrivee ?? null,
        depart: apres?.depart ?? null,
        motif: saisie.motif,
        par: agent.id,
      })
      .execute();
    const detail = {
      jour: saisie.jour,
      avant: avant ? formatPresence(avant) : null,
      apres: apres ? formatPresence(apres) : null,
    };
    return { resultat: undefined, trace: { objetId: saisie.enfantId, detail } };
  },
});

/** La présence que l'on avait sous les yeux, si elle est restée la même. */
async function lockAvant(
  tx: Transaction,
  { etablissementId, enfantId, jour, avant, departAvant }: Correction,
): Promise<Avant | undefined> {
  const enfant = await sql`select id from eaje.enfant where id = ${enfantId} for update`.execute(tx);
  if (enfant.rows.length === 0) throw new Introuvable('Absent, ou hors de vos missions.');
  if (avant === null) return undefined;
  const { rows } = await sql<Avant>`
    select arrivee, depart, origine from eaje.presence
    where enfant_id = ${enfantId} and jour = ${jour} and etablissement_id = ${etablissementId} order by arrivee`.execute(
    tx,
  );
  const lue = rows.find(({ arrivee }) => arrivee === avant);
  if (!lue || lue.depart !== departAvant)
    throw new Conflit('Cette présence a changé pendant que vous la corrigiez.', {
      Présence: rows.map(formatPresence).join(', ') || 'retirée',
    });
  return lue;
}

function buildApres({ acte, arrivee, depart }: Correction): { arrivee: number; depart: number | null } | undefined {
  if (acte === 'retirer') return undefined;
  if (arrivee === null) throw new Refus('Indiquez l’heure d’arrivée.', [], 'arrivee');
  const minutes = (heure: string) => Number(heure.slice(0, 2)) * 60 + Number(heure.slice(3));
  const [de, a] = [minutes(arrivee), depart === null ? null : minutes(depart)];
  if (a !== null && a <= de) throw new Refus('Le départ suit l’arrivée.', [], 'depart');
  return { arrivee: de, depart: a };
}

/** Un enfant n'a pas deux présences au même moment dans la même crèche. */
async function verifyLibre(
  tx: Transaction,
  { etablissementId, enfantId, jour, avant }: Correction,
  apres: { arrivee: number; depart: number | null },
): Promise<void> {
  const { rows } = await sql<{ arrivee: number; depart: number | null }>`
    select arrivee, depart from eaje.presence where enfant_id = ${enfantId} and jour = ${jour} and etablissement_id = ${etablissementId}
      and arrivee is distinct from ${avant} and arrivee < ${apres.depart ?? apres.arrivee + 1} and coalesce(depart, arrivee + 1) > ${apres.arrivee}`.execute(
    tx,
  );
  if (rows[0])
    throw new Refus(`Une autre présence est inscrite à ce moment : ${formatPresence(rows[0])}.`, [], 'arrivee');
}

/** Les gestes qui la faisaient ne la refont plus, ceux d'un doigt doublé non plus. */
async function removeAvant(
  { tx, aujourdhui }: Contexte,
  { enfantId, jour }: { enfantId: string; jour: JourCivil },
  avant: Avant | undefined,
): Promise<void> {
  if (!avant) return;
  await sql`delete from eaje.presence where enfant_id = ${enfantId} and jour = ${jour} and arrivee = ${avant.arrivee}`.execute(
    tx,
  );
  const double = await getParametre(tx, 'pointage.double-minutes', aujourdhui);
  await sql`
    update eaje.pointage_acte set remplace = true where enfant_id = ${enfantId} and jour = ${jour} and not remplace
      and minute between ${avant.arrivee - double}::int and ${(avant.depart ?? avant.arrivee) + double}::int`.execute(
    tx,
  );
}

async function addApres(
  { tx, aujourdhui }: Contexte,
  saisie: Correction,
  { arrivee, depart }: { arrivee: number; depart: number | null },
): Promise<void> {
  const { etablissementId, enfantId, jour } = saisie;
  const doute = depart === null && jour < aujourdhui ? DOUTES.departManquant : null;
  await tx
    .insertInto('eaje.presence')
    .values({ etablissementId, enfantId, jour, arrivee, depart, doute, origine: 'SAISIE' })
    .execute();
}

export type CorrectionLue = {
  enfantId: string;
  nom: string;
  prenom: string;
  arriveeAvant: number | null;
  departAvant: number | null;
  arrivee: number | null;
  depart: number | null;
  motif: string;
  par: string;
  le: string;
};

export async function listCorrections(
  tx: Transaction,
  etablissementId: string,
  jour: JourCivil,
): Promise<CorrectionLue[]> {
  const { rows } = await sql<CorrectionLue>`
    select c.enfant_id, n.nom, n.prenom, c.arrivee_avant, c.depart_avant, c.arrivee, c.depart, c.motif, a.prenom || ' ' || a.nom as par, c.le
    from eaje.presence_correction c join eaje.enfant n on n.id = c.enfant_id left join organisation.agent a on a.id = c.par
    where c.etablissement_id = ${etablissementId} and c.jour = ${jour} order by c.le desc`.execute(tx);
  return rows;
}
