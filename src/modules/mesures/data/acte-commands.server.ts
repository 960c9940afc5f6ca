import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { getCible } from '#modules/acces/index.server.ts';
import { defineCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, SaisieInvalide } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { buildInstantIso } from '#shared/instant.ts';
import type { FaitDefini } from '#shared/obligation.ts';
import { type ActeInscrit, isInscritDAvance, listFaitsAInscrire, parseDonnees } from '../acte-fait.ts';
import { ActeSaisie, AnnulationActeSaisie } from '../acte-saisie.ts';
import { canExecuterMesure } from '../droits.ts';

/** « C'est fait le … », pour les faits que l'on donne : un module ne connaît que les siens, l'assemblage les a tous. */
export function defineRecordActe(definis: readonly FaitDefini[]) {
  const parType = new Map(listFaitsAInscrire(definis).map((defini) => [defini.type, defini]));
  return defineCommand({
    name: 'mesures.inscrire-acte',
    titre: 'Inscrire ce qui est fait pour l’enfant',
    saisie: ActeSaisie,
    load: async (contexte, { enfantId, mesureId }) => {
      if (mesureId !== null) await verifySienne(contexte, mesureId, enfantId);
      return { cible: await getCible(contexte, enfantId), jour: contexte.aujourdhui };
    },
    can: (agent, { cible, jour }) => canExecuterMesure(agent, cible, jour),
    run: async ({ tx, aujourdhui }, { enfantId, mesureId, type, le, heure, donnees: brutes }) => {
      const defini = parType.get(type);
      if (!defini) throw new SaisieInvalide({ type: 'Cet acte ne s’inscrit pas ainsi.' });
      if (le > aujourdhui && !isInscritDAvance(type)) throw new SaisieInvalide({ le: 'Cette date est à venir.' });
      const lues = parseDonnees(defini, brutes, mesureId);
      if (!lues.ok) throw new SaisieInvalide(lues.erreurs);
      const id = createIdentifiant();
      const instant = heure === null ? null : buildInstantIso(le, heure);
      const donnees = JSON.stringify(lues.donnees);
      await tx.insertInto('mesures.acte').values({ id, enfantId, mesureId, type, le, instant, donnees }).execute();
      return { resultat: id, trace: { enfantId, objetId: id, detail: { type, le } } };
    },
  });
}

async function verifySienne({ tx }: Contexte, mesureId: string, enfantId: string): Promise<void> {
  const mesure = await tx
    .selectFrom('mesures.mesure')
    .select('id')
    .where('id', '=', mesureId)
    .where('enfantId', '=', enfantId)
    .executeTakeFirst();
  if (!mesure) throw new Introuvable('Absente, ou hors de vos missions.');
}

/** Dit qu'un acte inscrit n'a pas eu lieu : il reste lisible, et ne compte plus. */
export const closeActe = defineCommand({
  name: 'mesures.annuler-acte',
  titre: 'Annuler un acte inscrit par erreur',
  saisie: AnnulationActeSaisie,
  load: async (contexte, { acteId }) => {
    const acte = await contexte.tx
      .selectFrom('mesures.acte')
      .select(['id', 'enfantId', 'type', 'annuleLe', 'annuleMotif'])
      .where('id', '=', acteId)
      .executeTakeFirst();
    if (!acte) throw new Introuvable('Absent, ou hors de vos missions.');
    return { acte, cible: await getCible(contexte, acte.enfantId), jour: contexte.aujourdhui };
  },
  can: (agent, { cible, jour }) => canExecuterMesure(agent, cible, jour),
  run: async ({ tx, agent, aujourdhui }, { acteId, motif }, { acte }) => {
    const [annule] = await tx
      .updateTable('mesures.acte')
      .set({ annuleLe: aujourdhui, annulePar: agent.id, annuleMotif: motif })
      .where('id', '=', acteId)
      .where('annuleLe', 'is', null)
      .returning('id')
      .execute();
    if (!annule) throw new Conflit('Cet acte est déjà annulé.', { Motif: acte.annuleMotif ?? '' });
    return {
      resultat: acte.enfantId,
      trace: { enfantId: acte.enfantId, objetId: acteId, detail: { type: acte.type, motif } },
    };
  },
});

/** Les actes d'un enfant, du plus récent au plus ancien, annulés compris. */
export async function listActesDe({ tx }: Contexte, enfantId: string): Promise<ActeInscrit[]> {
  const { rows } = await sql<ActeInscrit>`
    select a.id, a.enfant_id, a.mesure_id, a.type, a.le, a.instant, a.donnees, a.inscrit_le, a.annule_le, a.annule_motif,
      p.prenom || ' ' || p.nom as par, n.prenom || ' ' || n.nom as annule_par
    from mesures.acte a left join organisation.agent p on p.id = a.par_id left join organisation.agent n on n.id = a.annule_par
    where a.enfant_id = ${enfantId}::uuid order by a.le desc, a.inscrit_le desc, a.id desc`.execute(tx);
  return rows;
}
