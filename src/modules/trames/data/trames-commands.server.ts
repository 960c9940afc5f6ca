import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { FichierIllisible } from '#documents/fichier-illisible.ts';
import { listBalises, ModeleFautif } from '#documents/word-balises.ts';
import { verifyDocumentWord } from '#documents/word-controle.ts';
import { defineCommand } from '#server/define-command.ts';
import { Refus } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { canRecordTrame } from '../droits.ts';
import type { NatureDocument } from '../nature-document.ts';
import { listFautes } from '../rules/balises.ts';
import { RetourSaisie, TrameSaisie } from '../trame-saisie.ts';
import { buildExempleWord } from './document.server.ts';
import { findContenuEnUsage } from './trames.server.ts';

const contraintes = { trame_version_unique: 'Quelqu’un vient de changer cette trame : rouvrez la page.' };

/** Met une trame du département à la place de celle de Marelle, une fois qu'on sait qu'elle se remplit. */
export const recordTrame = defineCommand({
  name: 'trames.trame.remplacer',
  titre: 'Remplacer la trame d’un document',
  saisie: TrameSaisie,
  can: canRecordTrame,
  contraintes,
  run: async (contexte, { nature, fichierNom, contenu, motif }) => {
    await verifyTrame(nature, contenu);
    const id = await addVersion(contexte, nature, { contenu: Buffer.from(contenu), fichierNom, motif });
    return { resultat: nature.cle, trace: { objetId: id, detail: { nature: nature.cle, octets: contenu.length } } };
  },
});

export const recordRetour = defineCommand({
  name: 'trames.trame.rendre',
  titre: 'Revenir à la trame de Marelle',
  saisie: RetourSaisie,
  can: canRecordTrame,
  contraintes,
  run: async (contexte, { nature, motif }) => {
    if (!(await findContenuEnUsage(contexte, nature.cle)))
      throw new Refus('La trame de Marelle est déjà celle qui sert.', [], 'motif');
    const id = await addVersion(contexte, nature, { contenu: null, fichierNom: null, motif });
    return { resultat: nature.cle, trace: { objetId: id, detail: { nature: nature.cle } } };
  },
});

/** Un vrai document Word, sans rien d'actif, dont chaque balise existe, et que l'on vient de remplir pour en être sûr. */
export async function verifyTrame(nature: NatureDocument, contenu: Uint8Array): Promise<void> {
  try {
    verifyDocumentWord(contenu);
    const fautes = listFautes(listBalises(contenu), nature.balises);
    if (fautes.length > 0) throw new ModeleFautif(fautes);
    await buildExempleWord(nature, contenu);
  } catch (erreur) {
    if (erreur instanceof FichierIllisible || erreur instanceof ModeleFautif)
      throw new Refus(erreur.message, [], 'fichier');
    throw erreur;
  }
}

type Version = { contenu: Buffer | null; fichierNom: string | null; motif: string };

async function addVersion({ tx, agent }: Contexte, { cle }: NatureDocument, version: Version): Promise<string> {
  const id = createIdentifiant();
  const { contenu, fichierNom, motif } = version;
  await sql`
    insert into trames.trame (id, nature, version, contenu, fichier_nom, motif, par_id)
    select ${id}::uuid, ${cle}::text, coalesce(max(t.version), 0) + 1, ${contenu}::bytea, ${fichierNom}::text, ${motif}::text,
      ${agent.id}::uuid
    from trames.trame t where t.nature = ${cle}`.execute(tx);
  return id;
}
