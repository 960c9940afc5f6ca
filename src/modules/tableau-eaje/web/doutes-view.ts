import type { EtablissementOuvert } from '#modules/eaje/index.ts';
import type { MoisDeJournees } from '#modules/journees-eaje/index.server.ts';
import { type CodeDoute, DOUTES } from '../indicateur.ts';
import { formatReglage, type Reglage } from './tableau-view.ts';

export type LigneDeDoutes = { id: string; nom: string; href: string; doutes: Record<CodeDoute, number> };

const CODES = Object.keys(DOUTES) as CodeDoute[];

/** Les crèches où quelque chose est douteux, la plus douteuse d'abord. */
export function buildLignesDeDoutes(
  creches: readonly EtablissementOuvert[],
  mois: readonly MoisDeJournees[],
  reglage: Reglage,
): LigneDeDoutes[] {
  const parCreche = Map.groupBy(mois, ({ etablissementId }) => etablissementId);
  const total = ({ doutes }: LigneDeDoutes) => CODES.reduce((somme, code) => somme + doutes[code], 0);
  return creches
    .map(({ id, nom }) => {
      const siens = parCreche.get(id) ?? [];
      const doutes = Object.fromEntries(
        CODES.map((code) => [code, siens.reduce((somme, m) => somme + m[code], 0)]),
      ) as Record<CodeDoute, number>;
      return { id, nom, href: buildAdresseDesDoutes(reglage, id), doutes };
    })
    .filter((ligne) => total(ligne) > 0)
    .sort((a, b) => total(b) - total(a));
}

export function buildAdresseDesDoutes(reglage: Reglage, creche: string | null): string {
  const reste = formatReglage(reglage);
  if (creche === null) return `/creches/tableau/donnees-douteuses${reste}`;
  return `/creches/tableau/donnees-douteuses${reste === '' ? '?' : `${reste}&`}creche=${creche}`;
}
