import type { Transaction } from '#database/connection.ts';
import { findDocument } from '#modules/eaje/index.server.ts';
import { canTenirCreche, type NatureDocument } from '#modules/eaje/index.ts';
import { defineCommand } from '#server/define-command.ts';
import { Conflit } from '#server/errors.ts';
import { updateVersion } from '#server/version.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { DocumentSaisie } from '../etablissement-saisie.ts';
import { loadDeSaisie } from './etablissements-commands.server.ts';

/** Inscrit le document, ou le remplace par sa nouvelle version. */
export const recordDocument = defineCommand({
  name: 'eaje.document.enregistrer',
  titre: 'Enregistrer un document de la crèche',
  saisie: DocumentSaisie,
  load: loadDeSaisie,
  can: canTenirCreche,
  run: async ({ tx }, { etablissementId, nature, version, etabliLe, aRevoirLe }) => {
    const tenu = await findDocument(tx, etablissementId, nature);
    const readActuel = () => readDocument(tx, etablissementId, nature);
    if (tenu && version === null)
      throw new Conflit('Ce document a été inscrit pendant votre saisie.', await readActuel());
    const id = tenu?.id ?? createIdentifiant();
    const champs = { etabliLe, aRevoirLe };
    if (tenu && version !== null)
      await updateVersion(tx.updateTable('eaje.document').set(champs), { id, version }, readActuel);
    else
      await tx
        .insertInto('eaje.document')
        .values({ id, etablissementId, nature, ...champs })
        .execute();
    return { resultat: etablissementId, trace: { objetId: id, detail: { etablissementId, nature } } };
  },
});

async function readDocument(
  tx: Transaction,
  etablissementId: string,
  nature: NatureDocument,
): Promise<Record<string, string>> {
  const tenu = await findDocument(tx, etablissementId, nature);
  if (!tenu) return {};
  return {
    'Établi le': formatJour(tenu.etabliLe, 'court'),
    'À revoir le': tenu.aRevoirLe ? formatJour(tenu.aRevoirLe, 'court') : '',
  };
}
