/** Ce que la crèche doit tenir à jour : le projet, le règlement et ses protocoles. */
import { z } from 'zod';
import type { JourCivil } from '#shared/jour-civil.ts';

export const NATURES_DOCUMENT = {
  PROJET_ETABLISSEMENT: 'Projet d’établissement',
  REGLEMENT_FONCTIONNEMENT: 'Règlement de fonctionnement',
  PROTOCOLE_URGENCE: 'Protocole : situations d’urgence',
  PROTOCOLE_HYGIENE: 'Protocole : hygiène',
  PROTOCOLE_SOINS: 'Protocole : soins',
  PROTOCOLE_MALTRAITANCE: 'Protocole : suspicion de maltraitance',
  PROTOCOLE_SORTIES: 'Protocole : sorties',
} as const;
export const NatureDocument = z.enum(Object.keys(NATURES_DOCUMENT) as [keyof typeof NATURES_DOCUMENT]);
export type NatureDocument = z.infer<typeof NatureDocument>;

/** Une version d'un document ; la dernière établie est celle qui vaut. */
export type DocumentTenu = Readonly<{
  id: string;
  nature: NatureDocument;
  etabliLe: JourCivil;
  aRevoirLe: JourCivil | null;
  /** Vrai : elle se transmet au président du conseil départemental. Faux aussi quand elle a été inscrite sans qu'on le demande. */
  aTransmettre: boolean;
  transmisLe: JourCivil | null;
  version: number;
}>;

/** La version lue, rendue à l'enregistrement pour voir si une autre est passée. */
export const formatVersionLue = (tenu: DocumentTenu | null | undefined): string =>
  tenu ? `${tenu.id} ${tenu.version}` : '';
