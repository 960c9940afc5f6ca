/**
 * Quand un retard est porté au supérieur, et auquel.
 *
 * Pratique locale, réglée par paramètre : au bout d'un nombre de jours de retard qui dépend de la gravité, le supérieur de qui tient
 * l'échéance est prévenu ; encore autant de jours plus tard, celui du dessus. Une fois par échéance et par niveau, un niveau par
 * tour. Un supérieur absent ce jour ne compte pas : on monte au suivant. Une échéance d'information ne remonte jamais.
 */
import { findSuperieur, type PosteEnHierarchie, type Superieur } from '#modules/agents/index.ts';
import { differenceEnJours, type JourCivil } from '#shared/jour-civil.ts';

export type ReglageEscalade = { critique: number; normale: number; niveaux: number };
export type Retard = { pour: JourCivil; gravite: 'critique' | 'normale'; dejaAuNiveau: number };

/** Le niveau à prévenir ce jour, ou rien. */
export function findNiveau(
  { pour, gravite, dejaAuNiveau }: Retard,
  reglage: ReglageEscalade,
  aujourdhui: JourCivil,
): number | undefined {
  const niveau = dejaAuNiveau + 1;
  if (niveau > reglage.niveaux) return undefined;
  return differenceEnJours(pour, aujourdhui) >= niveau * reglage[gravite] ? niveau : undefined;
}

/** Le supérieur présent de ce niveau, depuis le poste que l'agent tient ; titulaire d'abord s'il en tient deux. */
export function findSuperieurPresent(
  postes: readonly PosteEnHierarchie[],
  { agentId, niveau, jour }: { agentId: string; niveau: number; jour: JourCivil },
): Superieur | undefined {
  let ici = { posteId: findPoste(postes, agentId)?.id ?? '', agentId };
  let atteint = 0;
  const vus = new Set([agentId]);
  for (;;) {
    const { superieur } = findSuperieur(postes, { ...ici, jour });
    if (!superieur || vus.has(superieur.agentId)) return undefined;
    vus.add(superieur.agentId);
    if (!superieur.absent) atteint += 1;
    if (atteint === niveau && !superieur.absent) return superieur;
    ici = { posteId: superieur.posteId, agentId: superieur.agentId };
  }
}

function findPoste(postes: readonly PosteEnHierarchie[], agentId: string): PosteEnHierarchie | undefined {
  const siens = postes.filter(({ tenues }) => tenues.some((tenue) => tenue.agentId === agentId));
  return (
    siens.find(({ tenues }) => tenues.some((tenue) => tenue.agentId === agentId && tenue.nature === 'titulaire')) ??
    siens[0]
  );
}
