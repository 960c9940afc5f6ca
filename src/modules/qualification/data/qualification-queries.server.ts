import type { Contexte } from '#database/as-agent.ts';
import type { TypeDanger } from '#modules/informations-preoccupantes/index.ts';
import { findUniteDesservant } from '#modules/organisation/index.server.ts';
import type { JourCivil } from '#shared/jour-civil.ts';

export type MineurAQualifier = {
  id: string;
  rang: number;
  nom: string | null;
  nomUsage: string | null;
  prenom: string | null;
  sexe: string;
  dateNaissance: JourCivil | null;
  naissancePrecision: string;
  ageEstime: number | null;
  aNaitre: boolean;
  termePrevu: JourCivil | null;
  enfantId: string | null;
};

export type AdresseDuFoyer = {
  voie: string | null;
  complement: string | null;
  codePostal: string | null;
  communeNom: string | null;
  menageId: string | null;
};

/** Ce qu'il faut d'un foyer pour le qualifier : ses mineurs, les dangers dits, son adresse, et le territoire qu'elle désigne. */
export async function getFoyerAQualifier({ tx, aujourdhui }: Contexte, informationId: string) {
  const mineurs = await tx
    .selectFrom('ip.mineur')
    .select(['id', 'rang', 'nom', 'nomUsage', 'prenom', 'sexe', 'dateNaissance', 'naissancePrecision'])
    .select(['ageEstime', 'aNaitre', 'termePrevu', 'enfantId'])
    .where('informationId', '=', informationId)
    .orderBy('rang')
    .execute();
  const { communeCode, typesDanger, ...adresse } = await tx
    .selectFrom('ip.information')
    .select(['voie', 'complement', 'codePostal', 'communeNom', 'communeCode', 'menageId', 'typesDanger'])
    .where('id', '=', informationId)
    .executeTakeFirstOrThrow();
  const uniteId = communeCode === null ? undefined : await findUniteDesservant(tx, communeCode, aujourdhui);
  return {
    mineurs: mineurs as MineurAQualifier[],
    typesDanger: typesDanger as TypeDanger[],
    adresse: adresse as AdresseDuFoyer,
    uniteId: uniteId ?? null,
  };
}
