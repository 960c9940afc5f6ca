/** Ce que la Caf demande : les enfants d'une crèche pour Filoué, et ce qui leur manque. Ni nom ni prénom n'est lu. */
import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { readBaremesSaisis } from '#modules/contrats-eaje/index.server.ts';
import { type Charges, computeBornesTarif, findTauxEffort } from '#modules/contrats-eaje/index.ts';
import { addMois, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import type { EnfantsDeLAnnee } from '../rules/afas.ts';
import type { EnfantFiloue } from '../rules/filoue.ts';
import { buildHeures } from './heures.server.ts';

type Etat = Omit<
  EnfantFiloue,
  'minutesFacturees' | 'minutesRealisees' | 'participationsCentimes' | 'tauxEffort' | 'tarifs'
> & {
  enfantsACharge: number | null;
  enfantsAeeh: number | null;
  /** Toutes celles de la famille pendant l'accueil. */
  situations: Charges[];
};
type Heures = { enfantId: string; facturees: number; realisees: number; participations: number };

/** Les enfants accueillis dans l'année, avec leurs heures : une lecture par mois. */
export async function listEnfantsFiloue(
  { tx, aujourdhui }: Pick<Contexte, 'tx' | 'aujourdhui'>,
  annee: number,
  id: string,
): Promise<EnfantFiloue[]> {
  const etats = await listEtats({ tx }, annee, id);
  const heures = new Map<string, Heures>();
  for (let mois = jourCivil(`${annee}-01-01`); mois <= `${annee}-12-01` && mois <= aujourdhui; mois = addMois(mois, 1))
    for (const h of await listHeuresDuMois({ tx, aujourdhui }, mois, id)) {
      const avant = heures.get(h.enfantId) ?? { enfantId: h.enfantId, facturees: 0, realisees: 0, participations: 0 };
      heures.set(h.enfantId, {
        ...avant,
        facturees: avant.facturees + h.facturees,
        realisees: avant.realisees + h.realisees,
        participations: avant.participations + h.participations,
      });
    }
  const saisis = await readBaremesSaisis(tx);
  return etats.map(({ enfantsACharge, enfantsAeeh, situations, ...etat }) => {
    const h = heures.get(etat.enfantId);
    const charges = enfantsACharge === null ? null : { enfantsACharge, enfantsAeeh: enfantsAeeh ?? 0 };
    return {
      ...etat,
      tauxEffort: (charges && findTauxEffort(charges, etat.dernierJour, saisis)) ?? null,
      tarifs: computeBornesTarif(situations, { du: etat.premierJour, au: etat.dernierJour }, saisis) ?? null,
      minutesFacturees: h?.facturees ?? 0,
      minutesRealisees: h?.realisees ?? 0,
      participationsCentimes: h?.participations ?? 0,
    };
  });
}

async function listEtats({ tx }: Pick<Contexte, 'tx'>, annee: number, id: string): Promise<Etat[]> {
  const { rows } = await sql<Etat>`
    select e.*, r.enfants_a_charge, r.enfants_aeeh,
      coalesce((select jsonb_agg(distinct jsonb_build_object('enfantsACharge', x.enfants_a_charge, 'enfantsAeeh', x.enfants_aeeh))
        from eaje.ressources x where x.famille_id = e.famille_id
          and x.periode && daterange(e.premier_jour, greatest(e.premier_jour, e.dernier_jour), '[]')), '[]') as situations from (select n.id as enfant_id, n.famille_id, n.ne_le, f.apparait_filoue as apparait, f.matricule_caf as matricule, f.regime, f.code_postal,
      v.nom as ville, greatest(min(lower(c.periode)), make_date(${annee}, 1, 1)) as premier_jour,
      least(max(coalesce(upper(c.periode) - 1, make_date(${annee}, 12, 31))), make_date(${annee}, 12, 31)) as dernier_jour
    from eaje.contrat c join eaje.enfant n on n.id = c.enfant_id join eaje.famille f on f.id = n.famille_id
      left join organisation.commune v on v.code = f.commune_code
    where c.etablissement_id = ${id} and c.periode && daterange(make_date(${annee}, 1, 1), make_date(${annee}, 12, 31), '[]')
    group by n.id, f.id, v.nom) e left join eaje.ressources r on r.famille_id = e.famille_id and r.periode @> e.dernier_jour
    order by e.ne_le, e.enfant_id`.execute(tx);
  return rows;
}

async function listHeuresDuMois(
  { tx, aujourdhui }: Pick<Contexte, 'tx' | 'aujourdhui'>,
  mois: JourCivil,
  id: string,
): Promise<Heures[]> {
  const { tables } = await buildHeures(tx, { mois, aujourdhui, ids: [id] });
  const { rows } = await sql<Heures>`
    with ${tables}
    select enfant_id, facturees::int as facturees, realisees::int as realisees, participations::int as participations from enfant`.execute(
    tx,
  );
  return rows;
}

/** Crèche par crèche, les enfants différents sous contrat de la période, et parmi eux ceux en situation de handicap. */
export async function listEnfantsDeLAnnee(
  { tx }: Pick<Contexte, 'tx'>,
  { du, au }: Readonly<{ du: JourCivil; au: JourCivil }>,
): Promise<Map<string, EnfantsDeLAnnee>> {
  const { rows } = await sql<EnfantsDeLAnnee & { etablissementId: string }>`
    select c.etablissement_id, count(distinct n.id)::int as enfants, count(distinct n.id) filter (where n.handicap)::int as handicap
    from eaje.contrat c join eaje.enfant n on n.id = c.enfant_id
    where c.periode && daterange(${du}, ${au}, '[]') group by 1`.execute(tx);
  return new Map(rows.map(({ etablissementId, ...nombres }) => [etablissementId, nombres]));
}

export type ManquesFamilles = {
  etablissementId: string;
  enfants: number;
  exclus: number;
  sansMatricule: number;
  sansAdresse: number;
};

/** Crèche par crèche : combien d'enfants, combien de familles qui n'y paraissent pas, ce qui manque. */
export async function listManquesFamilles({ tx }: Pick<Contexte, 'tx'>, annee: number): Promise<ManquesFamilles[]> {
  const { rows } = await sql<ManquesFamilles>`
    select etablissement_id, count(*)::int as enfants, count(*) filter (where not apparait_filoue)::int as exclus,
      count(*) filter (where apparait_filoue and (matricule_caf is null or regime is null))::int as sans_matricule,
      count(*) filter (where apparait_filoue and (code_postal is null or commune_code is null))::int as sans_adresse
    from (select distinct c.etablissement_id, n.id, f.apparait_filoue, f.matricule_caf, f.regime, f.code_postal, f.commune_code
      from eaje.contrat c join eaje.enfant n on n.id = c.enfant_id join eaje.famille f on f.id = n.famille_id
      where c.periode && daterange(make_date(${annee}, 1, 1), make_date(${annee}, 12, 31), '[]')) e
    group by etablissement_id`.execute(tx);
  return rows;
}
