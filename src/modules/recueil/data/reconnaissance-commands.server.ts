import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { getInformationCible, recordFait } from '#modules/informations-preoccupantes/index.server.ts';
import { canConduire } from '#modules/informations-preoccupantes/index.ts';
import { findFicheReconnue } from '#modules/rapprochement/index.server.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable, Refus } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { OubliSaisie, ReconnaissanceSaisie } from '../reconnaissance-saisie.ts';
import { recordAntecedents } from './antecedents.server.ts';

const DEJA_RELIE = 'Un autre enfant de cette information est déjà relié à ce dossier.';

/** Relie un mineur à son dossier, un adulte à sa fiche ; ce qui avait déjà été reçu pour eux se relie aussi. */
export const recordReconnaissance = defineCommand({
  name: 'informations.reconnaitre',
  titre: 'Relier à une personne connue',
  saisie: ReconnaissanceSaisie,
  load: (contexte, { informationId }) => getInformationCible(contexte, informationId),
  can: canConduire,
  run: async (contexte, { informationId, mineurId, adulteId, personneId }, cible) => {
    const personne = await getPersonneConnue(contexte, personneId);
    if (mineurId !== null && !personne.enfant)
      throw new Refus('Cette personne n’a pas de dossier d’enfant : il s’ouvre à la qualification.');
    await updateLien(contexte, { informationId, mineurId, adulteId }, personneId);
    await recordFait(contexte, cible, 'reconnaitre', { motif: formatNom(personne.nom, personne.prenom) });
    const antecedents = await recordAntecedents(contexte, informationId);
    return {
      resultat: informationId,
      trace: {
        enfantId: personne.enfant ? personneId : null,
        objetId: informationId,
        detail: { mineurId, adulteId, personneId, antecedents: antecedents.length },
      },
    };
  },
  contraintes: { mineur_une_fois: DEJA_RELIE },
});

/** Défait un lien fait à tort. */
export const closeReconnaissance = defineCommand({
  name: 'informations.reconnaissance.defaire',
  titre: 'Détacher d’une personne connue',
  saisie: OubliSaisie,
  load: (contexte, { informationId }) => getInformationCible(contexte, informationId),
  can: canConduire,
  run: async (contexte, decrit, cible) => {
    await updateLien(contexte, decrit, null);
    await recordFait(contexte, cible, 'defaire-reconnaissance');
    return {
      resultat: cible.id,
      trace: { objetId: cible.id, detail: { mineurId: decrit.mineurId, adulteId: decrit.adulteId } },
    };
  },
});

/** « Pas la même personne » : elle ne se proposera plus ici. */
export const recordPasLaMeme = defineCommand({
  name: 'informations.distinguer',
  titre: 'Dire que ce n’est pas la même personne',
  saisie: ReconnaissanceSaisie,
  load: (contexte, { informationId }) => getInformationCible(contexte, informationId),
  can: canConduire,
  run: async (contexte, { informationId, mineurId, adulteId, personneId }) => {
    await verifyDecrit(contexte, { informationId, mineurId, adulteId });
    await getPersonneConnue(contexte, personneId);
    await contexte.tx
      .insertInto('ip.distinction')
      .values({ id: createIdentifiant(), mineurId, adulteId, personneId, parId: contexte.agent.id })
      .onConflict((conflit) => conflit.constraint('distinction_dite').doNothing())
      .execute();
    return { resultat: informationId, trace: { objetId: informationId, detail: { mineurId, adulteId, personneId } } };
  },
});

async function getPersonneConnue(contexte: Contexte, id: string) {
  const fiche = await findFicheReconnue(contexte, id);
  if (!fiche) throw new Introuvable('Absente, ou que vous ne pouvez pas reconnaître.');
  return fiche;
}

type Decrit = { informationId: string; mineurId: string | null; adulteId: string | null };

async function updateLien({ tx }: Contexte, { informationId, mineurId, adulteId }: Decrit, personneId: string | null) {
  const [change] =
    mineurId === null
      ? await tx
          .updateTable('ip.adulte')
          .set({ personneId })
          .where('id', '=', adulteId)
          .where('informationId', '=', informationId)
          .returning('id')
          .execute()
      : await tx
          .updateTable('ip.mineur')
          .set({ enfantId: personneId })
          .where('id', '=', mineurId)
          .where('informationId', '=', informationId)
          .returning('id')
          .execute();
  if (!change) throw new Introuvable('Absent de cette information.');
}

async function verifyDecrit({ tx }: Contexte, { informationId, mineurId, adulteId }: Decrit): Promise<void> {
  const { rows } = await sql`
    select id from ip.mineur where id = ${mineurId} and information_id = ${informationId}
    union all select id from ip.adulte where id = ${adulteId} and information_id = ${informationId}`.execute(tx);
  if (rows.length === 0) throw new Introuvable('Absent de cette information.');
}
