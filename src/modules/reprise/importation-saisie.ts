import { z } from 'zod';
import { texteFacultatif, texteSaisi } from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { type DECISIONS, NatureImportation } from './importation.ts';

const DIX_MEGAOCTETS = 10 * 1024 * 1024;
const MANQUE = { error: 'Choisissez un fichier .csv ou .xlsx.' };

/** Les octets d'un fichier ; un autre logiciel les envoie en base64. */
const contenuSaisi = z
  .unknown()
  .meta({ json: { type: 'string', contentEncoding: 'base64' } })
  .transform((recu) => (typeof recu === 'string' ? parseBase64(recu) : recu))
  .pipe(
    z
      .instanceof(Uint8Array, MANQUE)
      .refine(({ length }) => length <= DIX_MEGAOCTETS, { error: 'Ce fichier dépasse dix mégaoctets.' }),
  );

function parseBase64(texte: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(texte), (lettre) => lettre.charCodeAt(0));
  } catch {
    return undefined;
  }
}

export const ImportationSaisie = z.object({
  nature: NatureImportation,
  fichierNom: texteSaisi('Choisissez un fichier .csv ou .xlsx.', 200),
  contenu: contenuSaisi,
  correspondance: texteFacultatif(80),
});
export type ImportationSaisie = z.infer<typeof ImportationSaisie>;

export const ImportationDesignee = z.object({ id: Identifiant });

/** Titre du fichier → champ ; vide : ne pas lire la colonne. `nom` la garde pour les fichiers suivants. */
export const TitresSaisie = z.object({
  id: Identifiant,
  titres: z.record(z.string(), z.string()),
  nom: texteFacultatif(80),
});

const CHOIX_DECISION = z
  .string()
  .regex(/^(?:creer|ignorer|lier:[0-9a-f-]{36}|)$/, { error: 'Choisissez parmi les réponses proposées.' })
  .transform((texte) => {
    const [decision = '', objetId = null] = texte.split(':');
    return { decision: decision === '' ? null : (decision as keyof typeof DECISIONS), objetId };
  });

/** Numéro de ligne → « creer », « ignorer », « lier:identifiant », ou vide pour revenir dessus. */
export const DecisionsSaisie = z.object({ id: Identifiant, decisions: z.record(z.string(), CHOIX_DECISION) });
