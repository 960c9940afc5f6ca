import { defineCommand } from '#server/define-command.ts';
import { verifyVerdict } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { canRecordEcrit } from '../droits.ts';
import type { NatureEcrit } from '../ecrit.ts';
import { EcritSaisie } from '../ecrit-saisie.ts';
import { evaluateEcrit } from '../rules/possibles.ts';
import { buildFaitsEcrits, type DossierEcrits, getDossierEcrits } from './dossier.server.ts';

type Cible = DossierEcrits & { nature: NatureEcrit };

/** Inscrit qu'un écrit sort, et rend de quoi le remplir. */
export const recordEcrit = defineCommand({
  name: 'ecrits.document.produire',
  titre: 'Produire un écrit',
  saisie: EcritSaisie,
  load: async (contexte, { informationId, nature }): Promise<Cible> => ({
    ...(await getDossierEcrits(contexte, informationId)),
    nature,
  }),
  can: (agent, { fiche: { enTete, auteur }, nature }) =>
    // Ce que la base garde de cet agent a demandé l'anonymat.
    canRecordEcrit(agent, { ...enTete, anonymatDemande: auteur?.anonymatDemande ?? true }, nature),
  run: async (contexte, { informationId, nature, signalementId }, { nature: _, ...dossier }) => {
    const faits = buildFaitsEcrits(dossier, signalementId);
    verifyVerdict(evaluateEcrit(nature, faits));
    const signalement = nature === 'saisine' ? faits.signalement : null;
    await contexte.tx
      .insertInto('ip.ecrit')
      .values({
        id: createIdentifiant(),
        informationId,
        nature,
        signalementId: signalement?.id ?? null,
        parId: contexte.agent.id,
      })
      .execute();
    return {
      resultat: { ...dossier, signalement },
      trace: { objetId: informationId, detail: { nature, signalement: signalement?.id ?? null } },
    };
  },
});
