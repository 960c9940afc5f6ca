import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { canSuivre } from '#modules/eaje/index.ts';
import { readHeureParis } from '#server/clock.ts';
import { defineCommand } from '#server/define-command.ts';
import { Conflit, Refus, verifyVerdict } from '#server/errors.ts';
import { updateVersion } from '#server/version.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { computeDelaiParDefaut } from '../rules/delais.ts';
import { evaluateCloture } from '../rules/information.ts';
import { findEtatSuivant } from '../rules/transitions.ts';
import { ETATS_MESURE, type FaitMarquant, formatHeureDite, type Information, type MesureCorrective } from '../suite.ts';
import {
  ActeMesureSaisie,
  ClotureSaisie,
  ControleSaisie,
  FaitSaisie,
  InformationSaisie,
  MesureSaisie,
} from '../suivi-saisie.ts';
import { readReglages } from './reglages.server.ts';
import { getControle, getCrecheSuivie, getFaitMarquant, getMesure, listEnfantsNommes } from './suivi-queries.server.ts';

export const loadCreche = ({ tx }: Contexte, { etablissementId }: { etablissementId: string }) =>
  getCrecheSuivie(tx, etablissementId);

export function verifyPasse(jour: JourCivil, aujourdhui: JourCivil, champ: string): void {
  if (jour > aujourdhui) throw new Refus(`Le ${formatJour(jour, 'long')} est à venir.`, [], champ);
}

export const recordControle = defineCommand({
  name: 'suivi-eaje.controle.inscrire',
  titre: 'Inscrire un contrôle',
  saisie: ControleSaisie,
  load: loadCreche,
  can: canSuivre,
  run: async ({ tx, aujourdhui }, saisie) => {
    verifyPasse(saisie.jour, aujourdhui, 'jour');
    const id = createIdentifiant();
    await tx
      .insertInto('eaje.controle')
      .values({ id, ...saisie })
      .execute();
    const { etablissementId, nature, autorite, jour } = saisie;
    return { resultat: id, trace: { objetId: id, detail: { etablissementId, nature, autorite, jour } } };
  },
});

/** Ce qu'un contrôle demande à la crèche. */
export const recordMesureCorrective = defineCommand({
  name: 'suivi-eaje.mesure.inscrire',
  titre: 'Inscrire une mesure corrective',
  saisie: MesureSaisie,
  load: ({ tx }, { controleId }) => getControle(tx, controleId),
  can: canSuivre,
  run: async ({ tx }, { controleId, natureMesure: nature, libelle, pour: dit }, { etablissementId, jour }) => {
    const pour = dit ?? computeDelaiParDefaut(nature, jour, await readReglages(tx, jour));
    if (pour === null) throw new Refus('Une injonction fixe son délai : écrivez-le (CSP, art. L2324-3).', [], 'pour');
    if (pour < jour) throw new Refus(`Le délai précède le contrôle du ${formatJour(jour, 'long')}.`, [], 'pour');
    const id = createIdentifiant();
    await tx
      .insertInto('eaje.mesureCorrective')
      .values({ id, controleId, etablissementId, nature, libelle, pour })
      .execute();
    return { resultat: etablissementId, trace: { objetId: id, detail: { etablissementId, nature, pour } } };
  },
});

/** Ce que chaque acte écrit de plus que l'état. */
function computeEcriture(acte: string, le: JourCivil, preuve: string | null, pour: JourCivil | null) {
  if (acte === 'realiser') return { preuve, realiseeLe: le };
  if (acte === 'verifier') return { verifieeLe: le };
  return acte === 'rouvrir' ? { preuve: null, realiseeLe: null, verifieeLe: null, ...(pour && { pour }) } : {};
}

export const updateMesureCorrective = defineCommand({
  name: 'suivi-eaje.mesure.suivre',
  titre: 'Suivre une mesure corrective',
  saisie: ActeMesureSaisie,
  load: ({ tx }, { id }) => getMesure(tx, id),
  can: canSuivre,
  run: async ({ tx, aujourdhui }, { id, version, acte, le, preuve, pour }, mesure) => {
    if (mesure.version !== version)
      throw new Conflit('Cette mesure a été modifiée pendant votre saisie.', formatActuel(mesure));
    verifyPasse(le, aujourdhui, 'le');
    if (le < mesure.controleLe)
      throw new Refus(`Le contrôle est du ${formatJour(mesure.controleLe, 'long')}.`, [], 'le');
    if (mesure.realiseeLe !== null && le < mesure.realiseeLe)
      throw new Refus(`La mesure est réalisée du ${formatJour(mesure.realiseeLe, 'long')}.`, [], 'le');
    if (acte === 'rouvrir' && pour !== null && pour < le)
      throw new Refus('Le nouveau délai précède la réouverture : il est à venir, ou vide.', [], 'pour');
    if (acte === 'realiser' && !preuve)
      throw new Refus('Une réalisation se prouve : dites le document, la photo ou la facture.', [], 'preuve');
    const changement = tx
      .updateTable('eaje.mesureCorrective')
      .set({ etat: getEtatSuivant(mesure, acte), ...computeEcriture(acte, le, preuve, pour) });
    await updateVersion(changement, { id, version }, async () => formatActuel(await getMesure(tx, id)));
    const { etablissementId } = mesure;
    return { resultat: etablissementId, trace: { objetId: id, detail: { etablissementId, acte, le } } };
  },
});

function getEtatSuivant(mesure: MesureCorrective, acte: Parameters<typeof findEtatSuivant>[1]) {
  const suivant = findEtatSuivant(mesure.etat, acte);
  if (!suivant)
    throw new Refus(`Cet acte ne suit pas l’état « ${ETATS_MESURE[mesure.etat]} » : rouvrez la page.`, [], 'acte');
  return suivant;
}

function formatActuel(mesure: MesureCorrective): Record<string, string> {
  return {
    État: ETATS_MESURE[mesure.etat],
    Preuve: mesure.preuve ?? '',
    'Réalisée le': mesure.realiseeLe ? formatJour(mesure.realiseeLe, 'court') : '',
  };
}

/** EVT-05 : qui a relu passe. */
export async function verifyRecit(
  tx: Transaction,
  { etablissementId, recit }: { etablissementId: string; recit: string },
): Promise<void> {
  const nommes = await listEnfantsNommes(tx, etablissementId, recit);
  if (nommes.length > 0)
    throw new Refus(
      `Ce récit nomme peut-être ${nommes.join(', ')} : ôtez le nom, ou cochez « Aucun enfant n’est nommé » si le mot dit autre chose.`,
      [],
      'recit',
    );
}

export const recordFaitMarquant = defineCommand({
  name: 'suivi-eaje.fait.declarer',
  titre: 'Déclarer un fait marquant',
  saisie: FaitSaisie,
  load: loadCreche,
  can: canSuivre,
  run: async ({ tx, aujourdhui }, { relu, ...saisie }) => {
    verifyPasse(saisie.survenuLe, aujourdhui, 'survenuLe');
    if (!relu) await verifyRecit(tx, saisie);
    const id = createIdentifiant();
    await tx
      .insertInto('eaje.faitMarquant')
      .values({ id, ...saisie })
      .execute();
    const { etablissementId, categorie, gravite, survenuLe } = saisie;
    return { resultat: id, trace: { objetId: id, detail: { etablissementId, categorie, gravite, survenuLe } } };
  },
});

/** Elle a eu lieu, et après le fait. */
export function verifyInformation(
  { le, heure }: Pick<Information, 'le' | 'heure'>,
  { survenuLe, heure: survenuA }: Pick<FaitMarquant, 'survenuLe' | 'heure'>,
  aujourdhui: JourCivil,
): void {
  verifyPasse(le, aujourdhui, 'le');
  if (le < survenuLe) throw new Refus(`Le fait est du ${formatJour(survenuLe, 'long')}.`, [], 'le');
  if (heure === null) return;
  if (le === aujourdhui && heure > readHeureParis()) throw new Refus('Cette heure est à venir.', [], 'heure');
  if (le === survenuLe && survenuA !== null && heure < survenuA)
    throw new Refus(`Le fait est de ${formatHeureDite(survenuA)}.`, [], 'heure');
}

export const recordInformation = defineCommand({
  name: 'suivi-eaje.fait.informer',
  titre: 'Inscrire qui est informé d’un fait marquant',
  saisie: InformationSaisie,
  load: ({ tx }, { faitId }) => getFaitMarquant(tx, faitId),
  can: canSuivre,
  contraintes: {
    fait_information_une_fois: { phrase: 'Cette information est déjà inscrite, par ce moyen.', champ: 'destinataire' },
  },
  run: async ({ tx, agent, aujourdhui }, { faitId, ...information }, fait) => {
    verifyInformation(information, fait, aujourdhui);
    const { etablissementId } = fait;
    await tx
      .insertInto('eaje.faitInformation')
      .values({ id: createIdentifiant(), faitId, etablissementId, ...information, par: agent.id })
      .execute();
    return { resultat: faitId, trace: { objetId: faitId, detail: { etablissementId, ...information } } };
  },
});

export const closeFaitMarquant = defineCommand({
  name: 'suivi-eaje.fait.clore',
  titre: 'Clore un fait marquant',
  saisie: ClotureSaisie,
  load: ({ tx }, { id }) => getFaitMarquant(tx, id),
  can: canSuivre,
  run: async ({ tx, aujourdhui }, { id, version, impact }, fait) => {
    if (fait.closLe !== null)
      throw new Refus(
        `Ce fait est clos depuis le ${formatJour(fait.closLe, 'long')} : corrigez-le s’il le faut.`,
        [],
        'impact',
      );
    const pcdInforme = fait.informes.some(({ destinataire }) => destinataire === 'PCD');
    verifyVerdict(evaluateCloture({ ...fait, pcdInforme }));
    const changement = tx.updateTable('eaje.faitMarquant').set({ impact, closLe: aujourdhui });
    await updateVersion(changement, { id, version }, async () => ({ Suites: (await getFaitMarquant(tx, id)).impact }));
    const { etablissementId } = fait;
    return { resultat: etablissementId, trace: { objetId: id, detail: { etablissementId } } };
  },
});
