import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { listActivite } from '#modules/activite-psu/index.server.ts';
import { listAccueilsPrevus } from '#modules/contrats-eaje/index.server.ts';
import { listEtablissementsOuverts, listProfessionnels } from '#modules/eaje/index.server.ts';
import { Introuvable } from '#server/errors.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { LIBELLE_CONFIANCE } from '#shared/texte-legal.ts';
import type { DossierTravaux } from '../dossier-travaux.ts';
import { buildSansTravaux, findGelPrevu, type Gel, listJoursOuverts } from '../rules/gel.ts';
import { computeImpact, computePerduesParAnnee, getAnnee, type Impact, type PerduesDeLAnnee } from '../rules/impact.ts';
import { computePertePsu, type FaitsPerte, type PertePsu } from '../rules/perte-psu.ts';

export type Chiffrage = { gel: Gel | undefined; impact: Impact; perte: PertePsu; agents: number };

const SANS_GEL: Impact = {
  totale: false,
  joursOuverts: 0,
  minutesGelees: 0,
  minutesPerdues: 0,
  perduesParAnnee: [],
  enfants: 0,
  attendus: [],
};

/** L'impact de la prévision, d'après les contrats et les comptes d'aujourd'hui ; indéfini tant que les dates manquent. */
export async function findChiffrage(contexte: Contexte, dossier: DossierTravaux): Promise<Chiffrage | undefined> {
  if (dossier.debutPrevu === null) return undefined;
  const gel = findGelPrevu(dossier);
  const impact = gel ? await readImpact(contexte, dossier.etablissementId, gel) : SANS_GEL;
  const pros = impact.totale ? await listProfessionnels(contexte.tx, dossier.etablissementId, dossier.debutPrevu) : [];
  return {
    gel,
    impact,
    perte: await readPerte(contexte, dossier.etablissementId, impact.perduesParAnnee),
    agents: pros.length,
  };
}

export async function readImpact({ tx }: Pick<Contexte, 'tx'>, etablissementId: string, gel: Gel): Promise<Impact> {
  const ids = [etablissementId];
  const [etab] = await listEtablissementsOuverts(tx, { du: gel.du, au: gel.au, ids });
  if (!etab) throw new Introuvable('Absente, ou hors de vos missions.');
  const accueils = await listAccueilsPrevus(tx, { du: gel.du, au: gel.au, etablissementIds: ids });
  return computeImpact(buildSansTravaux(etab), gel, accueils);
}

/** Au prix de chaque année des travaux ; si elle n'a pas encore de calcul, à celui de l'année en cours. */
async function readPerte(
  contexte: Contexte,
  etablissementId: string,
  perdues: readonly PerduesDeLAnnee[],
): Promise<PertePsu> {
  const enCours = getAnnee(contexte.aujourdhui);
  const prix = new Map<number, Pick<FaitsPerte, 'annee' | 'psu' | 'bareme'>>();
  for (const annee of new Set([...perdues.map((p) => p.annee), enCours])) {
    const { suivies, bareme } = await listActivite(contexte, annee, [etablissementId]);
    const dit = bareme && `Barème ${bareme.annee}, ${LIBELLE_CONFIANCE[bareme.confiance]} : ${bareme.source}`;
    prix.set(annee, {
      annee,
      psu: suivies[0]?.bilan.psu,
      bareme: bareme && dit ? { taux: bareme.taux, dit } : undefined,
    });
  }
  return computePertePsu(
    perdues.map(({ annee: pour, minutes: minutesPerdues }) => {
      const [sien, actuel] = [prix.get(pour), prix.get(enCours)];
      const retenu = sien?.psu?.issue !== 'calcule' && actuel?.psu?.issue === 'calcule' ? actuel : sien;
      return { pour, minutesPerdues, annee: pour, psu: undefined, bareme: undefined, ...retenu };
    }),
  );
}

/** La perte des impacts arrêtés sans elle, des crèches que l'agent tient et finance. Combien en sont écrites. */
export async function writePertesManquantes(contexte: Contexte): Promise<number> {
  const { tx } = contexte;
  const { rows } = await sql<{
    dossierId: string;
    etablissementId: string;
    du: JourCivil;
    au: JourCivil;
    minutesPerdues: number;
  }>`
    select i.dossier_id, i.etablissement_id, i.debut_prevu as du, greatest(i.debut_prevu, i.reouverture_prevue - 1) as au, i.minutes_perdues
    from eaje.impact_travaux i
    where i.etablissement_id = any ((select acces.mes_creches('creches.financer'))::uuid[])
      and not exists (select 1 from eaje.impact_psu p where p.dossier_id = i.dossier_id) order by i.dossier_id`.execute(
    tx,
  );
  for (const { dossierId, etablissementId, du, au, minutesPerdues } of rows) {
    const [etab] =
      getAnnee(du) === getAnnee(au) ? [] : await listEtablissementsOuverts(tx, { du, au, ids: [etablissementId] });
    const ouverts = etab ? listJoursOuverts(buildSansTravaux(etab), { du, au }) : [];
    const perdues = computePerduesParAnnee(minutesPerdues, ouverts.length > 0 ? ouverts : [du]);
    const { centimes, methode } = await readPerte(contexte, etablissementId, perdues);
    await tx
      .insertInto('eaje.impactPsu')
      .values({ dossierId, etablissementId, centimes, methode: [...methode] })
      .execute();
  }
  return rows.length;
}
