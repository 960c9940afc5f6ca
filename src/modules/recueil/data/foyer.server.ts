import type { Contexte } from '#database/as-agent.ts';
import { findCommune } from '#modules/organisation/index.server.ts';
import { listFichesReconnues } from '#modules/rapprochement/index.server.ts';
import { SaisieInvalide } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { AdulteSaisie, InformationSaisie, MineurSaisie } from '../information-saisie.ts';

/** L'adresse telle qu'on l'enregistre : la commune tapée devient celle de la liste officielle quand on la reconnaît. */
export async function computeAdresse(
  contexte: Pick<Contexte, 'tx'>,
  {
    voie,
    complement,
    codePostal,
    communeNom,
  }: Pick<InformationSaisie, 'voie' | 'complement' | 'codePostal' | 'communeNom'>,
) {
  const commune = communeNom === null ? undefined : await findCommune(contexte, { nom: communeNom, codePostal });
  return {
    voie,
    complement,
    codePostal: commune?.codePostal ?? codePostal,
    communeCode: commune?.code ?? null,
    communeNom: commune?.nom ?? communeNom,
  };
}

/** Les colonnes d'un mineur ; le premier est celui qu'on signale, si rien n'en est dit. */
export function buildMineur({ id: _, role, ...mineur }: MineurSaisie, informationId: string, rang: number) {
  return { ...mineur, informationId, rang, role: role ?? (rang === 1 ? 'signale' : 'autre-du-foyer') };
}

export function buildAdulte({ id: _, ...adulte }: AdulteSaisie, informationId: string, rang: number) {
  return { ...adulte, informationId, rang };
}

/** Le foyer d'une information qu'on vient de recevoir. */
export async function recordFoyer(
  { tx }: Contexte,
  informationId: string,
  { mineurs, adultes }: { mineurs: readonly MineurSaisie[]; adultes: readonly AdulteSaisie[] },
): Promise<void> {
  await tx
    .insertInto('ip.mineur')
    .values(mineurs.map((mineur, i) => ({ id: createIdentifiant(), ...buildMineur(mineur, informationId, i + 1) })))
    .execute();
  if (adultes.length === 0) return;
  await tx
    .insertInto('ip.adulte')
    .values(adultes.map((adulte, i) => ({ id: createIdentifiant(), ...buildAdulte(adulte, informationId, i + 1) })))
    .execute();
}

/** On ne se relie qu'à ceux qu'on reconnaît : un identifiant deviné n'apprend rien. `deja` : les liens déjà faits par un autre restent. */
export async function verifyConnus(
  contexte: Contexte,
  { mineurs, adultes }: { mineurs: readonly MineurSaisie[]; adultes: readonly AdulteSaisie[] },
  deja: readonly (string | null)[] = [],
): Promise<string[]> {
  const nouveaux = (ids: readonly (string | null)[]) =>
    [...new Set(ids.filter((id) => id !== null && !deja.includes(id)))] as string[];
  const enfants = nouveaux(mineurs.map(({ enfantId }) => enfantId));
  const personnes = nouveaux(adultes.map(({ personneId }) => personneId));
  const fiches = await listFichesReconnues(contexte, [...enfants, ...personnes]);
  if (enfants.some((id) => !fiches.get(id)?.enfant) || personnes.some((id) => !fiches.has(id)))
    throw new SaisieInvalide({
      'mineurs.0.prenom': 'Une personne choisie n’est plus de celles que vous pouvez reconnaître : détachez-la.',
    });
  return [...enfants, ...personnes];
}
