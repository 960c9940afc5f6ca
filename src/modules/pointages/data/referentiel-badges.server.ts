/** Les crèches et les badges de qui importe : à quel enfant est un badge, dans quelle crèche il a été passé. */
import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';

export type ReferentielBadges = {
  enfants: readonly string[];
  creches: readonly string[];
  /** Le rang de l'enfant et celui de la crèche où il a passé son badge ; sinon la raison. */
  findPassage: (badge: string, codeCreche: string | null) => { enfant: number; creche: number } | string;
  /** Sa crèche, ou une autre où il a un contrat, une réservation ou une place le temps de travaux. */
  isChezLui: (enfant: number, creche: number) => boolean;
};

type Badge = { badge: string; enfant: number; creche: number };

/** `etablissementId` : la crèche du fichier, quand il ne la dit pas à chaque ligne. */
export async function readReferentielBadges(
  tx: Transaction,
  etablissementId: string | null,
): Promise<ReferentielBadges> {
  const creches = await sql<{ id: string; code: string }>`
    select e.id, u.code from eaje.etablissement e join organisation.unite u on u.id = e.unite_id
    where e.id = any ((select acces.mes_creches('creches.accueillir'))::uuid[]) order by e.id`.execute(tx);
  const enfants = await sql<{ id: string; etablissementId: string; badge: string }>`
    select n.id, n.etablissement_id, n.badge from eaje.enfant n where n.badge is not null
      and n.etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[]) order by n.id`.execute(
    tx,
  );
  const accueils = await sql<{ enfantId: string; etablissementId: string }>`
    select c.enfant_id, c.etablissement_id from eaje.contrat c join eaje.enfant n on n.id = c.enfant_id and n.etablissement_id <> c.etablissement_id
    union select r.enfant_id, r.etablissement_id from eaje.reservation r join eaje.enfant n on n.id = r.enfant_id and n.etablissement_id <> r.etablissement_id
    union select l.enfant_id, l.hote_id from eaje.relogement l where l.enfant_id is not null`.execute(tx);
  const invites = new Set(accueils.rows.map((accueil) => `${accueil.enfantId} ${accueil.etablissementId}`));
  const rangs = new Map(creches.rows.map(({ id }, rang) => [id, rang]));
  const codes = new Map(creches.rows.map(({ code }, rang) => [code.toLowerCase(), rang]));
  const badges = Map.groupBy(
    enfants.rows.map(
      ({ badge, etablissementId: sienne }, enfant): Badge => ({ badge, enfant, creche: rangs.get(sienne) ?? -1 }),
    ),
    ({ badge }) => badge,
  );
  const duFichier = etablissementId === null ? undefined : rangs.get(etablissementId);
  return {
    enfants: enfants.rows.map(({ id }) => id),
    creches: creches.rows.map(({ id }) => id),
    findPassage: (badge, code) => {
      const creche = code === null ? duFichier : codes.get(code.toLowerCase());
      if (code !== null && creche === undefined) return 'Crèche inconnue, ou hors de votre périmètre.';
      return matchBadge(badges.get(badge) ?? [], creche);
    },
    isChezLui: (enfant, creche) => {
      const [lui, ici] = [enfants.rows[enfant], creches.rows[creche]?.id];
      return lui?.etablissementId === ici || invites.has(`${lui?.id} ${ici}`);
    },
  };
}

/** Un badge passé ailleurs que dans sa crèche est celui du seul enfant qui le porte. */
function matchBadge(
  porteurs: readonly Badge[],
  creche: number | undefined,
): { enfant: number; creche: number } | string {
  const ici = porteurs.find((porteur) => porteur.creche === creche);
  if (ici) return { enfant: ici.enfant, creche: ici.creche };
  const [seul, autre] = porteurs;
  if (seul === undefined) return 'Badge inconnu.';
  if (autre !== undefined) return 'Ce badge est porté par plusieurs enfants : dites la crèche.';
  return { enfant: seul.enfant, creche: creche ?? seul.creche };
}
