import { recordTransition } from '#modules/informations-preoccupantes/index.server.ts';
import { canActer } from '#modules/informations-preoccupantes/index.ts';
import { defineCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, verifyVerdict } from '#server/errors.ts';
import { ClotureSaisie } from '../decision-saisie.ts';
import { evaluateCloture } from '../rules/cloture.ts';
import { getInformationSuivie } from './faits.server.ts';

/** Clôt l'information. Ce qui reste à dire à la famille et à la source reste dû ensuite. */
export const closeInformation = defineCommand({
  name: 'suites.information.clore',
  titre: 'Clore une information préoccupante',
  saisie: ClotureSaisie,
  load: async (contexte, { informationId, acte }) => {
    const suivie = await getInformationSuivie(contexte, informationId);
    if (!canActer(contexte.agent, suivie.cible, acte)) throw new Introuvable('Absente, ou hors de vos missions.');
    return suivie;
  },
  can: () => true,
  run: async (contexte, { acte, note, version }, { cible, faits }) => {
    if (cible.version !== version)
      throw new Conflit(`L’information ${cible.numero} a changé pendant que vous la fermiez : relisez-la.`);
    const avertissements = verifyVerdict(evaluateCloture(acte, faits, contexte.aujourdhui), 'acte');
    await recordTransition(contexte, cible, acte, { champs: { closeLe: contexte.aujourdhui }, motif: note });
    const detail = { acte, note, avertissements: avertissements.map(({ motif }) => motif).join(' ') };
    return { resultat: cible.id, trace: { objetId: cible.id, detail } };
  },
});
