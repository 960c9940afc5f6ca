import { sql } from 'kysely';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { DistinctionSaisie } from '../distinction-saisie.ts';
import { canDistinguer } from '../droits.ts';

/** Garde que deux fiches qui se ressemblent sont deux personnes : aucune recherche ne les rapprochera plus. */
export const recordDistinction = defineCommand({
  name: 'rapprochement.distinction.enregistrer',
  titre: 'Dire que deux fiches sont deux personnes',
  saisie: DistinctionSaisie,
  load: async ({ tx }, { personneId, autreId }) => {
    const { rows } = await sql<{ id: string; enfant: boolean }>`
      select p.id, exists (select 1 from enfants.enfant e where e.id = p.id) as enfant
      from enfants.personne p where p.id in (${personneId}, ${autreId}) and p.fusionnee_dans is null`.execute(tx);
    if (rows.length < 2) throw new Introuvable('Absente, ou hors de vos missions.');
    return rows;
  },
  can: (agent) => canDistinguer(agent),
  run: async ({ tx }, { personneId, autreId, motif }, fiches) => {
    const id = createIdentifiant();
    await tx.insertInto('rapprochement.distinction').values({ id, personneId, autreId, motif }).execute();
    const enfant =
      fiches.find((fiche) => fiche.enfant && fiche.id === personneId) ?? fiches.find((fiche) => fiche.enfant);
    return { resultat: id, trace: { enfantId: enfant?.id ?? null, objetId: id, detail: { personneId, autreId } } };
  },
  contraintes: { distinction_paire: 'On l’a déjà dit de ces deux fiches.' },
});
