/** Les gestes de la tablette : reçus une fois chacun, dans n'importe quel ordre ; les présences s'en déduisent. */
import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { findEtablissement, listEtablissementsOuverts } from '#modules/eaje/index.server.ts';
import { canAccueillir, type EtablissementOuvert, findProchainOuvert, isOuvert } from '#modules/eaje/index.ts';
import { getParametre } from '#modules/organisation/index.server.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable } from '#server/errors.ts';
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import type { Passage, Sens } from '../pointage.ts';
import { type Geste, PointageSaisie } from '../pointage-saisie.ts';
import { computePresencesDesPassages } from '../rules/passages.ts';
import { matchPresences } from '../rules/rapprochement.ts';
import {
  addPresences,
  type PresenceAEcrire,
  readInscrites,
  updateDeparts,
  updateDeuxCreches,
} from './presences-ecriture.server.ts';

/** Un geste retenu plus longtemps sur une tablette ne s'inscrit plus seul : il se saisit. */
const JOURS_GARDES = 31;

export async function getCreche(tx: Transaction, id: string): Promise<EtablissementOuvert> {
  const creche = await findEtablissement(tx, id);
  if (!creche) throw new Introuvable('Absent, ou hors de vos missions.');
  return creche;
}

/** Le jour que montre la tablette : celui-ci, ou le prochain jour ouvert si la crèche est fermée. */
export type JourDePointage = {
  jour: JourCivil;
  /** Le jour de Marelle ne passe pas : une démonstration. */
  isFige: boolean;
  /** Un jour à venir ne se pointe pas, sauf quand le jour est figé. */
  isPointable: boolean;
};

export async function readJourDePointage(
  { tx, aujourdhui }: Pick<Contexte, 'tx' | 'aujourdhui'>,
  creche: EtablissementOuvert,
): Promise<JourDePointage> {
  const fige = await tx.selectFrom('organisation.installation').select('jourFige').executeTakeFirst();
  const isFige = fige?.jourFige != null;
  const jour = findProchainOuvert(creche, aujourdhui) ?? aujourdhui;
  return { jour, isFige, isPointable: isFige || jour === aujourdhui };
}

/** Le dernier jour dont on inscrive des présences. */
export async function readDernierJour(
  contexte: Pick<Contexte, 'tx' | 'aujourdhui'>,
  creche: EtablissementOuvert,
): Promise<JourCivil> {
  const { jour, isPointable } = await readJourDePointage(contexte, creche);
  return isPointable ? jour : contexte.aujourdhui;
}

export type GesteEcarte = { id: string; raison: string };

export const recordPointages = defineCommand({
  name: 'pointages.gestes.inscrire',
  titre: 'Pointer des arrivées et des départs',
  saisie: PointageSaisie,
  load: ({ tx }: Contexte, { etablissementId }) => getCreche(tx, etablissementId),
  can: canAccueillir,
  run: async (contexte, { gestes }, creche) => {
    const { tx, agent } = contexte;
    const connus = await lockEnfants(tx, gestes);
    const dernier = await readDernierJour(contexte, creche);
    const recus: Geste[] = [];
    const refuses: GesteEcarte[] = [];
    for (const geste of gestes) {
      const raison = findRefus(geste, { connus, dernier, aujourdhui: contexte.aujourdhui });
      if (raison === undefined) recus.push(geste);
      else refuses.push({ id: geste.id, raison });
    }
    const nouveaux = await addGestes(tx, recus, { etablissementId: creche.id, par: agent.id });
    await updatePresencesDesGestes(contexte, recus);
    const resultat = { recus: recus.map(({ id }) => id), refuses };
    return { resultat, trace: { objetId: creche.id, detail: { nouveaux, refuses: refuses.length } } };
  },
});

type Bornes = { connus: ReadonlySet<string>; dernier: JourCivil; aujourdhui: JourCivil };

function findRefus({ enfantId, jour }: Geste, { connus, dernier, aujourdhui }: Bornes): string | undefined {
  if (!connus.has(enfantId)) return 'Cet enfant n’est plus dans vos crèches.';
  if (jour > dernier) return 'Ce jour n’est pas encore venu.';
  if (jour < addJours(aujourdhui, -JOURS_GARDES)) return 'Ce geste a plus d’un mois.';
  return undefined;
}

/** Deux tablettes sur le même enfant passent l'une après l'autre. */
async function lockEnfants(tx: Transaction, gestes: readonly Geste[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from eaje.enfant where id = any (${[...new Set(gestes.map(({ enfantId }) => enfantId))]}::uuid[]) order by id for update`.execute(
    tx,
  );
  return new Set(rows.map(({ id }) => id));
}

async function addGestes(
  tx: Transaction,
  gestes: readonly Geste[],
  de: { etablissementId: string; par: string },
): Promise<number> {
  const colonne = <T>(read: (geste: Geste) => T) => gestes.map(read);
  const { numAffectedRows } = await sql`
    insert into eaje.pointage_acte (id, etablissement_id, enfant_id, jour, minute, sens, par)
    select g.id, ${de.etablissementId}::uuid, g.enfant_id, g.jour, g.minute, g.sens, ${de.par}::uuid
    from unnest(${colonne(({ id }) => id)}::uuid[], ${colonne(({ enfantId }) => enfantId)}::uuid[], ${colonne(({ jour }) => jour)}::date[],
      ${colonne(({ minute }) => minute)}::smallint[], ${colonne(({ sens }) => sens)}::text[]) as g(id, enfant_id, jour, minute, sens)
    on conflict (id) do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

type EnfantDuJour = { enfantId: string; jour: JourCivil };

/** Les présences de la tablette de ces enfants ces jours-là, refaites de tous leurs gestes. */
export async function updatePresencesDesGestes(
  { tx, aujourdhui }: Contexte,
  touches: readonly EnfantDuJour[],
): Promise<void> {
  const double = await getParametre(tx, 'pointage.double-minutes', aujourdhui);
  const uniques = new Map(touches.map(({ enfantId, jour }) => [`${enfantId} ${jour}`, { enfantId, jour }]));
  for (const touche of uniques.values()) await updateEnfant(tx, touche, { double, aujourdhui });
}

async function updateEnfant(
  tx: Transaction,
  touche: EnfantDuJour,
  { double, aujourdhui }: { double: number; aujourdhui: JourCivil },
): Promise<void> {
  const { enfantId, jour } = touche;
  const { rows: gestes } = await sql<{ etablissementId: string; minute: number; sens: Sens }>`
    select etablissement_id, minute, sens from eaje.pointage_acte
    where enfant_id = ${enfantId} and jour = ${jour} and not remplace order by minute, id`.execute(tx);
  await sql`delete from eaje.presence where enfant_id = ${enfantId} and jour = ${jour} and origine = 'TABLETTE'`.execute(
    tx,
  );
  const inscrites = (await readInscrites(tx, [touche]))(touche).presences;
  const creches = await listEtablissementsOuverts(tx, {
    du: jour,
    au: jour,
    ids: [...new Set(gestes.map((g) => g.etablissementId))],
  });
  const lues = creches.map((creche) => {
    const siens = gestes.filter(({ etablissementId }) => etablissementId === creche.id);
    // Une présence inscrite autrement est l'arrivée que le départ de la tablette ferme, ou a déjà fermée.
    const departs = new Set(siens.flatMap(({ sens, minute }) => (sens === 'DEPART' ? minute : [])));
    const ouvertes = inscrites.filter(
      ({ etablissementId, depart }) => etablissementId === creche.id && (depart === null || departs.has(depart)),
    );
    const passages: Passage[] = [
      ...ouvertes.map(({ arrivee }) => ({ numero: -1, minute: arrivee, sens: 'ARRIVEE' as const })),
      ...siens.map(({ minute, sens }, numero) => ({ numero, minute, sens })),
    ];
    const regles = { double, ouvre: creche.ouvre, isOuverte: isOuvert(creche, jour), isFini: jour < aujourdhui };
    return { etablissementId: creche.id, presences: computePresencesDesPassages(passages, regles).presences };
  });
  const issue = matchPresences(lues, inscrites, []);
  const build = (presence: (typeof issue.nouvelles)[number]): PresenceAEcrire => ({
    ...touche,
    etablissementId: presence.etablissementId,
    arrivee: presence.arrivee,
    depart: presence.depart,
    arriveeSupposee: presence.arriveeSupposee,
    doute: presence.doutes.length > 0 ? presence.doutes.join(' ') : null,
  });
  await addPresences(tx, issue.nouvelles.map(build), 'TABLETTE');
  await updateDeparts(tx, issue.completees.map(build));
  await updateDeuxCreches(tx, touche);
}
