/** Ce que montre la fiche d'un import : le ton de son état, ses onglets, ce qu'on peut y faire, ce que dit chaque ligne. */
import type { Ton } from '#web/ui/ton.ts';
import { DECISIONS, type EtatImportation, type EtatLigne, isEnCours } from '../importation.ts';

type Comptes = Record<EtatLigne, number> & {
  tranchees: number;
  retenues: number;
  ecrites: number;
  annulees: number;
  laissees: number;
};

export function formatTon(etat: EtatImportation): Ton {
  if (isEnCours(etat)) return 'accent';
  const tons: Partial<Record<EtatImportation, Ton>> = {
    executee: 'fait',
    interrompue: 'retard',
    illisible: 'retard',
    analysee: 'bientot',
  };
  return tons[etat] ?? 'neutre';
}

const TONS_LIGNE: Record<EtatLigne, Ton> = {
  creee: 'fait',
  modifiee: 'accent',
  inchangee: 'neutre',
  douteuse: 'bientot',
  refusee: 'retard',
};

export function formatTonLigne(etat: EtatLigne): Ton {
  return TONS_LIGNE[etat];
}

const ONGLETS: Record<EtatLigne, string> = {
  creee: 'À créer',
  modifiee: 'À modifier',
  inchangee: 'Inchangées',
  douteuse: 'Douteuses',
  refusee: 'Refusées',
};

export type Filtre = EtatLigne | 'laissee';

/** Sans choix, on montre d'abord ce qui attend quelqu'un. */
export function findFiltre(demande: string | null, comptes: Comptes): Filtre {
  const ordre: Filtre[] = comptes.laissees > 0 ? ['laissee'] : [];
  ordre.push('douteuse', 'refusee', 'modifiee', 'creee', 'inchangee');
  const connu = ordre.find((filtre) => filtre === demande);
  return connu ?? ordre.find((filtre) => computeNombre(filtre, comptes) > 0) ?? 'creee';
}

export function computeNombre(filtre: Filtre, comptes: Comptes): number {
  return filtre === 'laissee' ? comptes.laissees : comptes[filtre];
}

export function listOnglets(id: string, actif: Filtre, comptes: Comptes) {
  const libelles: Partial<Record<Filtre, string>> = {
    ...ONGLETS,
    ...(comptes.laissees > 0 ? { laissee: 'Laissées' } : {}),
  };
  return (Object.keys(libelles) as Filtre[]).map((filtre) => ({
    titre: libelles[filtre] ?? '',
    href: `/reprise/${id}?etat=${filtre}`,
    actif: filtre === actif,
    nombre: computeNombre(filtre, comptes),
  }));
}

type Candidat = { id: string; libelle: string; raison: string; visible: boolean };

/** Lier à une fiche demande de la voir : importer n'ouvre aucun dossier. */
export function listChoix(candidats: readonly Candidat[]): { valeur: string; libelle: string }[] {
  const lier = candidats
    .filter(({ id, visible }) => visible && id !== '')
    .map(({ id, libelle }) => ({ valeur: `lier:${id}`, libelle: `${DECISIONS.lier} (${libelle})` }));
  return [{ valeur: 'creer', libelle: DECISIONS.creer }, ...lier, { valeur: 'ignorer', libelle: DECISIONS.ignorer }];
}

/** Les premières cellules remplies, pour reconnaître la ligne. */
export function formatBrut(entetes: readonly string[], brut: Readonly<Record<string, string>>): string {
  return entetes
    .map((titre) => brut[titre] ?? '')
    .filter(Boolean)
    .slice(0, 5)
    .join(' · ');
}

/** Combien de lignes s'écriraient si l'on reprenait maintenant. */
export function computeAReprendre({ creee, modifiee, retenues }: Comptes): number {
  return creee + modifiee + retenues;
}
