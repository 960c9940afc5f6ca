import { sql } from 'kysely';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { canFusionner } from '../droits.ts';
import { FusionSaisie, SeparationSaisie } from '../fusion-saisie.ts';

/** Réunit deux fiches d'une même personne ; tout ce que portait l'absorbée passe à la gardée, et peut revenir. */
export const fusionnerPersonnes = defineCommand({
  name: 'enfants.fusion.enregistrer',
  titre: 'Réunir deux fiches d’une même personne',
  saisie: FusionSaisie,
  can: canFusionner,
  run: async ({ tx }, { gardeeId, absorbeeId, motif }) => {
    const fusionId = createIdentifiant();
    await sql`select enfants.fusionner(${gardeeId}::uuid, ${absorbeeId}::uuid, ${motif}, ${fusionId}::uuid)`.execute(
      tx,
    );
    const enfant = await tx.selectFrom('enfants.enfant').select('id').where('id', '=', gardeeId).executeTakeFirst();
    return {
      resultat: { gardeeId, fusionId },
      trace: { enfantId: enfant?.id ?? null, objetId: fusionId, detail: { absorbeeId } },
    };
  },
  contraintes: {
    fusion_deja_faite: 'Une de ces fiches est déjà réunie à une autre.',
    fusion_garder_enfant: 'Gardez la fiche de l’enfant : c’est elle qui porte le dossier.',
    fusion_restreint: 'Un seul des deux dossiers est restreint : mettez-les d’accord avant de les réunir.',
    fusion_lies:
      'Ces deux fiches sont liées l’une à l’autre comme deux personnes différentes : vérifiez ce lien d’abord.',
  },
});

/** Défait une fusion : chaque ligne revient telle qu'elle était. */
export const separerFusion = defineCommand({
  name: 'enfants.fusion.clore',
  titre: 'Séparer deux fiches réunies à tort',
  saisie: SeparationSaisie,
  load: async ({ tx }, { fusionId }) => {
    const fusion = await tx
      .selectFrom('enfants.fusion')
      .select(['gardeeId', 'absorbeeId'])
      .where('id', '=', fusionId)
      .where('annuleeLe', 'is', null)
      .executeTakeFirst();
    if (!fusion) throw new Introuvable('Absente, ou déjà défaite.');
    return fusion;
  },
  can: canFusionner,
  run: async ({ tx }, { fusionId }, { gardeeId, absorbeeId }) => {
    await sql`select enfants.separer(${fusionId}::uuid)`.execute(tx);
    const enfant = await tx.selectFrom('enfants.enfant').select('id').where('id', '=', gardeeId).executeTakeFirst();
    return {
      resultat: { gardeeId, absorbeeId },
      trace: { enfantId: enfant?.id ?? null, objetId: fusionId, detail: { absorbeeId } },
    };
  },
  contraintes: {
    fusion_change:
      'Une ligne a changé depuis la fusion : la défaire effacerait ce changement. Remettez-la d’abord comme elle était.',
    fusion_suivante: 'La fiche gardée a elle-même été réunie à une autre : défaites d’abord cette seconde fusion.',
  },
});
