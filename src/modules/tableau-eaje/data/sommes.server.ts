/** Ce que chaque crèche et chaque mois apportent au tableau : les sommes lues ici, et celles que disent les autres modules. */
import type { Contexte } from '#database/as-agent.ts';
import { listEffetsRetour } from '#modules/activite-psu/index.server.ts';
import { listAtterrissages, listMoisInterim } from '#modules/budget-eaje/index.server.ts';
import { NATURES_DOCUMENT } from '#modules/eaje/index.ts';
import { listMoisDeJournees, listSemaines, type MoisDeJournees } from '#modules/journees-eaje/index.server.ts';
import { getParametreDate } from '#modules/organisation/index.server.ts';
import { countSuivi } from '#modules/suivi-eaje/index.server.ts';
import { listMoisSante } from '#modules/tenue-eaje/index.server.ts';
import { computeTenueSante } from '#modules/tenue-eaje/index.ts';
import { listPlacesGelees } from '#modules/travaux-eaje/index.server.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { computeSommes, type Sommes } from '../sommes.ts';
import type { Bornes } from '../tableau-filtre.ts';
import { listSommes, listSommesMensuelles, type MoisDeCreche } from './sommes-queries.server.ts';

export type SommesDeCreche = Sommes & { etablissementId: string };
export type SommesDuMois = Sommes & { mois: JourCivil };

/** Sur la période, crèche par crèche ; et sur les douze derniers mois, mois par mois, toutes crèches ensemble. */
export async function listSommesDuTableau(
  contexte: Contexte,
  periode: Bornes,
  annee: Bornes,
  ids: readonly string[],
): Promise<{ sommes: SommesDeCreche[]; mois: SommesDuMois[] }> {
  const partAdmise = await getParametreDate(contexte.tx, 'pointage.doutes-part');
  const journees = (await listMoisDeJournees(contexte, annee, ids)).map((m) => ({
    ...m,
    doutesAdmis: (m.presences * partAdmise.at(m.mois)) / 100,
  }));
  const dansLaPeriode = ({ mois }: { mois: JourCivil }) => periode.du <= mois && mois <= periode.au;
  const parCreche = Map.groupBy(journees.filter(dansLaPeriode), ({ etablissementId }) => etablissementId);
  const heures = await listMoisComptes(contexte, annee, ids);
  const comptes = Map.groupBy(heures.filter(dansLaPeriode), ({ etablissementId }) => etablissementId);
  const autres = await listAutresSommes(contexte, periode, ids);
  const lues = await listSommes(contexte, periode, ids);
  return {
    sommes: lues.map(({ etablissementId, moisComptes: _, ...lue }) => {
      const siens = comptes.get(etablissementId) ?? [];
      const siennes = computeSommes((parCreche.get(etablissementId) ?? []).map(buildSommesDeJournees));
      return {
        ...siennes,
        ...lue,
        enfants: Math.max(lue.enfants, 0, ...(parCreche.get(etablissementId) ?? []).map(({ enfants }) => enfants)),
        creches: 1,
        documentsDus: Object.keys(NATURES_DOCUMENT).length,
        ...computeTenueSante(siens),
        ...addInterim(siens),
        ...autres.get(etablissementId),
        etablissementId,
      };
    }),
    mois: joinMois(heures, journees),
  };
}

type MoisCompte = MoisDeCreche & Pick<Sommes, 'interimCentimes' | 'minutesInterim' | 'santeFaites'>;

/** Les mois comptés de chaque crèche, avec l'intérim payé (IND-15) et les heures faites du référent santé (IND-26). */
async function listMoisComptes(contexte: Contexte, annee: Bornes, ids: readonly string[]): Promise<MoisCompte[]> {
  const formatCle = ({ etablissementId, mois }: { etablissementId: string; mois: JourCivil }) =>
    `${etablissementId}|${mois}`;
  const interims = new Map((await listMoisInterim(contexte, annee, ids)).map((m) => [formatCle(m), m.centimes]));
  const sante = new Map((await listMoisSante(contexte, annee, ids)).map((m) => [formatCle(m), m.minutes]));
  return (await listSommesMensuelles(contexte, annee, ids)).map((mois) => {
    const centimes = interims.get(formatCle(mois));
    return {
      ...mois,
      interimCentimes: centimes ?? 0,
      minutesInterim: centimes === undefined ? 0 : mois.minutesRealisees,
      santeFaites: sante.get(formatCle(mois)) ?? 0,
    };
  });
}

function addInterim(mois: readonly MoisCompte[]) {
  const total = (lit: (m: MoisCompte) => number) => mois.reduce((somme, m) => somme + lit(m), 0);
  return { interimCentimes: total((m) => m.interimCentimes), minutesInterim: total((m) => m.minutesInterim) };
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
      ...(effet.resteAChargeCentimes === null
        ? {}
        : { resteCentimes: effet.resteAChargeCentimes, placesReste: effet.places }),
    });
  for (const { etablissementId, heures, heuresRouvertes } of await listPlacesGelees(contexte, periode))
    add(etablissementId, { minutesGelees: heures * 60, minutesRouvertes: heuresRouvertes * 60 });
  for (const { etablissementId, ...sommes } of await listAtterrissages(contexte, Number(periode.au.slice(0, 4))))
    add(etablissementId, sommes);
  return parId;
}

type MoisJuge = MoisDeJournees & Pick<Sommes, 'doutesAdmis'>;

function buildSommesDeJournees({ etablissementId: _, mois: __, quotaTenu, ...sommes }: MoisJuge): Partial<Sommes> {
  return {
    ...sommes,
    moisQuota: quotaTenu === null ? 0 : 1,
    moisSousQuota: quotaTenu === false ? 1 : 0,
  };
}

/** Un mois de toutes les crèches : les heures d'un côté, les journées de l'autre, et le plus d'enfants des deux. */
function joinMois(heures: readonly MoisCompte[], journees: readonly MoisJuge[]): SommesDuMois[] {
  const quarts = Map.groupBy(journees, ({ mois }) => mois);
  const lues = Map.groupBy(heures, ({ mois }) => mois);
  return [...new Set([...lues.keys(), ...quarts.keys()])].sort().map((mois) => {
    const siennes = computeSommes((quarts.get(mois) ?? []).map(buildSommesDeJournees));
    const lue = computeSommes(lues.get(mois) ?? []);
    return { ...computeSommes([siennes, lue]), enfants: Math.max(siennes.enfants, lue.enfants), mois };
  });
}
