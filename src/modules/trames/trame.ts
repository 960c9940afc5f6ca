/** Une trame du département : le modèle Word mis à la place de celui de Marelle, version après version. */
export type TrameVersion = {
  version: number;
  /** Nul : on est revenu à la trame de Marelle. */
  fichierNom: string | null;
  octets: number | null;
  motif: string;
  par: string;
  creeLe: string;
};
