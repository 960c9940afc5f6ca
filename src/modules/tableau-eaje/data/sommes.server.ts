/** Ce que chaque crèche et chaque mois apportent au tableau : les sommes lues ici, et celles que disent les autres modules. */
import type { Contexte } from '#database/as-agent.ts';
import { listEffetsRetour } from '#modules/activite-psu/index.server.ts';
import { listAtterrissages } from '#modules/budget-eaje/index.server.ts';
import { computeExigences, NATURES_DOCUMENT } from '#modules/eaje/index.ts';
import { listMoisDeJournees, listSemaines, type MoisDeJournees } from '#modules/journees-eaje/index.server.ts';
import { countSuivi } from '#modules/suivi-eaje/index.server.ts';
import { listPlacesGelees } from '#modules/travaux-eaje/index.server.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { computeSommes } from '../rules/indicateurs.ts';
import { SOMMES_NULLES, type Sommes } from '../sommes.ts';
import type { Bornes } from '../tableau-filtre.ts';
import { listSommes, listSommesMensuelles, type SommesLues } from './sommes-queries.server.ts';

export type SommesDeCreche = Sommes & { etablissementId: string };
export type SommesDuMois = Sommes & { mois: JourCivil };

/** Sur la période, crèche par crèche ; et sur les douze derniers mois, mois par mois, toutes crèches ensemble. */
export async function listSommesDuTableau(
  contexte: Contexte,
  periode: Bornes,
  annee: Bornes,
  ids: readonly string[],
): Promise<{ sommes: SommesDeCreche[]; mois: SommesDuMois[] }> {
  const journees = await listMoisDeJournees(contexte, annee, ids);
  const deLaPeriode = journees.filter(({ mois }) => periode.du <= mois && mois <= periode.au);
  const parCreche = Map.groupBy(deLaPeriode, ({ etablissementId }) => etablissementId);
  const autres = await listAutresSommes(contexte, periode, ids);
  const lues = await listSommes(contexte, periode, ids);
  return {
    sommes: lues.map(({ etablissementId, rsaiHeures, moisComptes: _, ...lue }) => {
      const siennes = computeSommes((parCreche.get(etablissementId) ?? []).map(buildSommesDeJournees));
      return {
        ...siennes,
        ...lue,
        enfants: Math.max(lue.enfants, 0, ...(parCreche.get(etablissementId) ?? []).map(({ enfants }) => enfants)),
        ...buildSante(lue, rsaiHeures, periode.au),
        ...autres.get(etablissementId),
        etablissementId,
      };
    }),
    mois: joinMois(await listSommesMensuelles(contexte, annee, ids), journees),
  };
}

/** Les semaines, le suivi et l'argent de chaque crèche, tels que leurs modules les comptent. */
async function listAutresSommes(contexte: Contexte, periode: Bornes, ids: readonly string[]) {
  const parId = new Map<string, Partial<Sommes>>();
  const add = (id: string, sommes: Partial<Sommes>) => parId.set(id, { ...parId.get(id), ...sommes });
  for (const { etablissementId, semaines, depassees } of await listSemaines(contexte, periode, ids))
    add(etablissementId, { semaines, semainesDepassees: depassees });
  for (const { etablissementId, ...suivi } of await countSuivi(contexte, periode, ids)) add(etablissementId, suivi);
  for (const effet of await listEffetsRetour(contexte, Number(periode.au.slice(0, 4)), ids))
    add(effet.etablissementId, {
      effetFacturesCentimes: effet.facturesConstantesCentimes,
      effetRealiseesCentimes: effet.realiseesConstantesCentimes,
      psuCalculees: 1,
    });
  for (const { etablissementId, heures } of await listPlacesGelees(contexte, periode))
    add(etablissementId, { minutesGelees: heures * 60 });
  for (const { etablissementId, ...sommes } of await listAtterrissages(contexte, Number(periode.au.slice(0, 4))))
    add(etablissementId, sommes);
  return parId;
}

/** CAP-18 : des heures qui ne sont pas inscrites ne valent pas zéro, la crèche sort des deux termes. */
function buildSante({ places }: Pick<SommesLues, 'places'>, rsaiHeures: number | null, jour: JourCivil) {
  const dues = computeExigences(places, jour).find(({ fonction }) => fonction === 'RSAI')?.du ?? 0;
  return {
    rsaiInscrites: rsaiHeures ?? 0,
    rsaiDues: rsaiHeures === null || places === 0 ? 0 : dues,
    documentsDus: Object.keys(NATURES_DOCUMENT).length,
  };
}

function buildSommesDeJournees({
  etablissementId: _,
  mois: __,
  quotaTenu,
  ...sommes
}: Omit<MoisDeJournees, 'mois'> & { mois: JourCivil }): Sommes {
  return {
    ...SOMMES_NULLES,
    ...sommes,
    moisQuota: quotaTenu === null ? 0 : 1,
    moisSousQuota: quotaTenu === false ? 1 : 0,
  };
}

function joinMois(
  heures: readonly (Partial<Sommes> & { mois: JourCivil })[],
  journees: readonly MoisDeJournees[],
): SommesDuMois[] {
  const quarts = Map.groupBy(journees, ({ mois }) => mois);
  const lues = new Map(heures.map(({ mois, ...sommes }) => [mois, sommes]));
  return [...new Set([...lues.keys(), ...quarts.keys()])].sort().map((mois) => {
    const siennes = computeSommes((quarts.get(mois) ?? []).map(buildSommesDeJournees));
    const lue = lues.get(mois);
    return { ...siennes, ...lue, enfants: Math.max(siennes.enfants, lue?.enfants ?? 0), mois };
  });
}
