import { defineCommand } from '#server/define-command.ts';
import { Introuvable, verifyVerdict } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { canConduire } from '../droits.ts';
import { InformationDonneeSaisie } from '../information-donnee.ts';
import { evaluateInformationDonnee } from '../rules/information-donnee.ts';
import { getInformationCible } from './cible.server.ts';
import { recordFait } from './transition.server.ts';

/** Inscrit ce qui a été dit aux parents, au mineur ou à la source, ou pourquoi on ne le leur dit pas. */
export const recordInformationDonnee = defineCommand({
  name: 'informations.information-donnee.inscrire',
  titre: 'Inscrire une information donnée',
  saisie: InformationDonneeSaisie,
  load: (contexte, { informationId }) => getInformationCible(contexte, informationId),
  can: canConduire,
  run: async (contexte, { forme, dispenseMotif, ...saisie }, cible) => {
    const { tx, agent, aujourdhui } = contexte;
    verifyVerdict(evaluateInformationDonnee({ ...saisie, forme }, cible, aujourdhui));
    if (saisie.signalementId !== null) {
      const lu = await tx
        .selectFrom('ip.signalement')
        .select('id')
        .where('id', '=', saisie.signalementId)
        .where('informationId', '=', cible.id)
        .executeTakeFirst();
      if (!lu) throw new Introuvable('Absent, ou hors de vos missions.');
    }
    const id = createIdentifiant();
    const donnee = forme === 'dispense' ? { forme: null, dispenseMotif } : { forme, dispenseMotif: null };
    await tx
      .insertInto('ip.informationDonnee')
      .values({ id, ...saisie, ...donnee, parId: agent.id })
      .execute();
    const { objet, aQui, le } = saisie;
    await recordFait(contexte, cible, 'dire', { motif: dispenseMotif, detail: { objet, aQui, forme } });
    return { resultat: cible.id, trace: { objetId: cible.id, detail: { objet, aQui, le, forme } } };
  },
});
