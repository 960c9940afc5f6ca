import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { findMurs } from '#modules/eaje/index.server.ts';
import { AGREGATIONS, canTenirCreche, formatJours, METHODES, type Murs } from '#modules/eaje/index.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable } from '#server/errors.ts';
import { listChamps, updateVersion } from '#server/version.ts';
import { formatOuiNon } from '#shared/champ-saisi.ts';
import { formatMinutes } from '#shared/quart-d-heure.ts';
import { EtablissementCorrection } from '../etablissement-saisie.ts';

/** La crèche dont on tient quelque chose ; absente et hors de ses unités se ressemblent. */
export async function loadMurs({ tx }: Pick<Contexte, 'tx'>, id: string): Promise<Murs> {
  const murs = await findMurs(tx, id);
  if (!murs) throw new Introuvable('Absente, ou hors de vos missions.');
  return murs;
}
export const loadDeSaisie = (contexte: Contexte, { etablissementId }: { etablissementId: string }) =>
  loadMurs(contexte, etablissementId);

export const updateEtablissement = defineCommand({
  name: 'eaje.etablissement.corriger',
  titre: 'Modifier une crèche',
  saisie: EtablissementCorrection,
  load: (contexte, { id }) => loadMurs(contexte, id),
  can: canTenirCreche,
  run: async ({ tx }, { id, version, ...champs }, avant) => {
    const changement = tx.updateTable('eaje.etablissement').set(champs);
    await updateVersion(changement, { id, version }, () => readActuel(tx, id));
    return { resultat: id, trace: { objetId: id, detail: { champs: listChamps(avant, champs) } } };
  },
});

async function readActuel(tx: Transaction, id: string): Promise<Record<string, string>> {
  const murs = await findMurs(tx, id);
  if (!murs) return {};
  return {
    Encadrement: METHODES[murs.methode],
    Arrondi: AGREGATIONS[murs.agregation],
    Jours: formatJours(murs.jours),
    Ouverture: formatMinutes(murs.ouvre),
    Fermeture: formatMinutes(murs.ferme),
    'Surface intérieure': String(murs.surfaceInterieure ?? ''),
    'Plans de change': String(murs.plansDeChange ?? ''),
    'Heures du référent santé': String(murs.rsaiHeures ?? ''),
    'Couches et repas fournis': formatOuiNon(murs.fournitTout),
    'Quartier prioritaire': formatOuiNon(murs.qpv),
    'Identifiant d’équipement (Caf)': murs.idEqu ?? '',
    'Numéro de dossier (Caf)': murs.dossierAfc ?? '',
  };
}
