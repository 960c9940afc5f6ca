import { canSuivre } from '#modules/eaje/index.ts';
import { defineCommand } from '#server/define-command.ts';
import { Conflit, Refus } from '#server/errors.ts';
import { updateVersion } from '#server/version.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { evaluateCloture } from '../rules/information.ts';
import {
  CorrectionControleSaisie,
  CorrectionFaitSaisie,
  CorrectionInformationSaisie,
  CorrectionMesureSaisie,
  RetraitInformationSaisie,
} from '../suivi-saisie.ts';
import { formatControle, formatFait, formatInformation, formatMesure, recordCorrection } from './corrections.server.ts';
import { verifyInformation, verifyPasse, verifyRecit } from './suivi-commands.server.ts';
import { getControle, getFaitMarquant, getInformation, getMesure, listDelais } from './suivi-queries.server.ts';

export const updateControle = defineCommand({
  name: 'suivi-eaje.controle.corriger',
  titre: 'Corriger un contrôle',
  saisie: CorrectionControleSaisie,
  load: ({ tx }, { id }) => getControle(tx, id),
  can: canSuivre,
  run: async (contexte, { id, version, motif, ...saisie }, avant) => {
    const { tx, aujourdhui } = contexte;
    verifyPasse(saisie.jour, aujourdhui, 'jour');
    const [premier] = await listDelais(tx, id);
    if (premier !== undefined && saisie.jour > premier)
      throw new Refus(`Une mesure de ce contrôle est du ${formatJour(premier, 'long')}.`, [], 'jour');
    const changement = tx.updateTable('eaje.controle').set(saisie);
    await updateVersion(changement, { id, version }, async () => formatControle(await getControle(tx, id)));
    const { etablissementId } = avant;
    const champs = await recordCorrection(contexte, {
      ...{ etablissementId, objet: { controleId: id }, motif },
      ...{ avant: formatControle(avant), apres: formatControle(saisie) },
    });
    return { resultat: etablissementId, trace: { objetId: id, detail: { etablissementId, champs, motif } } };
  },
});

export const updateDemande = defineCommand({
  name: 'suivi-eaje.mesure.corriger',
  titre: 'Corriger une mesure corrective',
  saisie: CorrectionMesureSaisie,
  load: ({ tx }, { id }) => getMesure(tx, id),
  can: canSuivre,
  run: async (contexte, { id, version, motif, natureMesure: nature, libelle, pour }, avant) => {
    const { tx } = contexte;
    if (avant.etat === 'CLOSE') throw new Refus('Cette mesure est close : elle ne change plus.');
    if (pour < avant.controleLe)
      throw new Refus(`Le délai précède le contrôle du ${formatJour(avant.controleLe, 'long')}.`, [], 'pour');
    const apres = { nature, libelle, pour };
    const changement = tx.updateTable('eaje.mesureCorrective').set(apres);
    await updateVersion(changement, { id, version }, async () => formatMesure(await getMesure(tx, id)));
    const { etablissementId } = avant;
    const champs = await recordCorrection(contexte, {
      ...{ etablissementId, objet: { mesureId: id }, motif },
      ...{ avant: formatMesure(avant), apres: formatMesure(apres) },
    });
    return { resultat: id, trace: { objetId: id, detail: { etablissementId, champs, motif } } };
  },
});

/** Des secours ou un décès cochés après coup font naître EVT-01, et rouvrent un fait que l'on aurait clos sans que le président le sache. */
export const updateFaitMarquant = defineCommand({
  name: 'suivi-eaje.fait.corriger',
  titre: 'Corriger un fait marquant',
  saisie: CorrectionFaitSaisie,
  load: ({ tx }, { id }) => getFaitMarquant(tx, id),
  can: canSuivre,
  run: async (contexte, { id, version, motif, relu, ...saisie }, avant) => {
    const { tx, aujourdhui } = contexte;
    const { etablissementId, informes, closLe } = avant;
    verifyPasse(saisie.survenuLe, aujourdhui, 'survenuLe');
    if (!relu && saisie.recit !== avant.recit) await verifyRecit(tx, { etablissementId, recit: saisie.recit });
    const tot = informes.find(
      ({ le, heure }) =>
        le < saisie.survenuLe ||
        (le === saisie.survenuLe && heure !== null && saisie.heure !== null && heure < saisie.heure),
    );
    if (tot)
      throw new Refus(
        `Une information est inscrite avant, le ${formatJour(tot.le, 'long')} : corrigez-la d’abord.`,
        [],
        tot.le < saisie.survenuLe ? 'survenuLe' : 'heure',
      );
    if (closLe !== null && closLe < saisie.survenuLe)
      throw new Refus(`Ce fait est clos depuis le ${formatJour(closLe, 'long')}.`, [], 'survenuLe');
    const pcdInforme = informes.some(({ destinataire }) => destinataire === 'PCD');
    const pcdDu = evaluateCloture({ ...saisie, pcdInforme }).issue === 'refuse';
    const changement = tx.updateTable('eaje.faitMarquant').set({ ...saisie, ...(pcdDu ? { closLe: null } : {}) });
    await updateVersion(changement, { id, version }, async () => formatFait(await getFaitMarquant(tx, id)));
    const champs = await recordCorrection(contexte, {
      ...{ etablissementId, objet: { faitId: id }, motif },
      ...{ avant: formatFait(avant), apres: formatFait(saisie) },
    });
    return { resultat: { id, pcdDu }, trace: { objetId: id, detail: { etablissementId, champs, motif } } };
  },
});

export const updateInformation = defineCommand({
  name: 'suivi-eaje.information.corriger',
  titre: 'Corriger qui est informé d’un fait marquant',
  saisie: CorrectionInformationSaisie,
  load: ({ tx }, { id }) => getInformation(tx, id),
  can: canSuivre,
  contraintes: {
    fait_information_une_fois: { phrase: 'Cette information est déjà inscrite, par ce moyen.', champ: 'destinataire' },
  },
  run: async (contexte, { id, version, motif, ...saisie }, { information, ...fait }) => {
    const { tx, agent, aujourdhui } = contexte;
    verifyInformation(saisie, fait, aujourdhui);
    const changement = tx.updateTable('eaje.faitInformation').set({ ...saisie, par: agent.id });
    await updateVersion(changement, { id, version }, async () =>
      formatInformation((await getInformation(tx, id)).information),
    );
    const { etablissementId, id: faitId } = fait;
    const champs = await recordCorrection(contexte, {
      ...{ etablissementId, objet: { faitId }, motif },
      ...{ avant: formatInformation(information), apres: formatInformation(saisie) },
    });
    return { resultat: faitId, trace: { objetId: faitId, detail: { etablissementId, champs, motif } } };
  },
});

/** Personne n'a été informé : ce qui était écrit se garde, l'échéance revient. */
export const closeInformation = defineCommand({
  name: 'suivi-eaje.information.retirer',
  titre: 'Retirer une information inscrite par erreur',
  saisie: RetraitInformationSaisie,
  load: ({ tx }, { id }) => getInformation(tx, id),
  can: canSuivre,
  run: async (contexte, { id, version, motif }, { information, ...fait }) => {
    const pcdInforme = fait.informes.some((autre) => autre.id !== id && autre.destinataire === 'PCD');
    if (fait.closLe !== null && evaluateCloture({ ...fait, pcdInforme }).issue === 'refuse')
      throw new Refus('Ce fait n’a pu se clore que parce que le président était informé : corrigez l’information.');
    const { numDeletedRows } = await contexte.tx
      .deleteFrom('eaje.faitInformation')
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    if (numDeletedRows === 0n)
      throw new Conflit('Cette information a été modifiée pendant votre saisie.', formatInformation(information));
    const { etablissementId, id: faitId } = fait;
    const avant = formatInformation(information);
    await recordCorrection(contexte, { etablissementId, objet: { faitId }, motif, avant, apres: {} });
    return { resultat: faitId, trace: { objetId: faitId, detail: { etablissementId, avant, motif } } };
  },
});
