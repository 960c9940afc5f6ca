import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { buildBornes } from '#database/lecture.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable } from '#server/errors.ts';
import { updateVersion } from '#server/version.ts';
import { canDo } from '#shared/agent-en-session.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import type { Periode } from '#shared/periode.ts';
import { BaremeSaisie, CONFIANCES_PARTICIPATION, formatBaremeSaisi, LIBELLES_BAREME } from '../bareme-saisie.ts';
import { canUpdateBareme } from '../droits.ts';
import type { BaremeEnregistre, Ressources } from '../participation.ts';
import { type BaremesSaisis, buildBaremesSaisis, listChangements } from '../rules/bareme.ts';
import { listRevisionsDues } from '../rules/tarif.ts';

/** Les barèmes des participations que le département a saisis, le plus récent d'abord. */
export async function listBaremes(tx: Transaction): Promise<BaremeEnregistre[]> {
  const { rows } = await sql<BaremeEnregistre>`
    select b.id, b.du, b.taux, b.plancher_centimes, b.plafond_centimes, b.confiance, b.source, b.version
    from eaje.bareme_participation b order by b.du desc`.execute(tx);
  return rows;
}

/** Ce qu'il faut pour calculer un tarif au-delà des barèmes déjà lus. */
export async function readBaremesSaisis(tx: Transaction): Promise<BaremesSaisis> {
  return buildBaremesSaisis(await listBaremes(tx));
}

export const recordBareme = defineCommand({
  name: 'creches.bareme.enregistrer',
  titre: 'Enregistrer le barème des participations familiales',
  saisie: BaremeSaisie,
  can: canUpdateBareme,
  contraintes: {
    bareme_participation_un_par_jour: { phrase: 'Un barème commence déjà ce jour-là : corrigez-le.', champ: 'du' },
  },
  run: async ({ tx }, { id, version, du, plancher, plafond, confiance, source, ...taux }) => {
    const valeurs = {
      du,
      taux: [taux.taux1, taux.taux2, taux.taux3, taux.taux4, taux.taux8],
      plancherCentimes: plancher,
      plafondCentimes: plafond,
      confiance,
      source,
    };
    const objetId = id ?? createIdentifiant();
    if (id === null)
      await tx
        .insertInto('eaje.baremeParticipation')
        .values({ id: objetId, ...valeurs })
        .execute();
    else
      await updateVersion(
        tx.updateTable('eaje.baremeParticipation').set(valeurs),
        { id: objetId, version: version ?? 0 },
        () => readActuel(tx, objetId),
      );
    return { resultat: objetId, trace: { objetId, detail: { ...valeurs } } };
  },
});

async function readActuel(tx: Transaction, id: string): Promise<Record<string, string>> {
  const bareme = (await listBaremes(tx)).find((enregistre) => enregistre.id === id);
  if (bareme === undefined) throw new Introuvable('Absent, ou hors de vos missions.');
  const ecrit = formatBaremeSaisi(bareme);
  const lus = Object.entries(LIBELLES_BAREME).map(([libelle, champ]) => [libelle, ecrit[champ] ?? '']);
  return {
    ...Object.fromEntries(lus),
    'Vaut à partir du': formatJour(bareme.du, 'court'),
    Confiance: CONFIANCES_PARTICIPATION[bareme.confiance],
  };
}

export type ContratARevoir = { id: string; etablissementId: string; creche: string };

type ContratLu = ContratARevoir & {
  du: JourCivil;
  au: JourCivil | null;
  tarifCentimes: number;
  ressources: (Ressources & Periode)[];
};

/**
 * Les contrats en cours dont le tarif ne suit plus le barème ou les ressources (PF-04, PF-05), dans une crèche ou toutes celles que l'on accueille :
 * une seule lecture ; un contrat que rien ne peut avoir changé depuis qu'il est signé ne se lit pas.
 */
export async function listContratsARevoir(
  { tx, aujourdhui }: Pick<Contexte, 'tx' | 'aujourdhui'>,
  etablissementId: string | null,
): Promise<ContratARevoir[]> {
  const saisis = await readBaremesSaisis(tx);
  const dernier = listChangements({ du: jourCivil('2018-01-01'), au: aujourdhui }, saisis).at(-1) ?? aujourdhui;
  const { rows } = await sql<ContratLu>`
    with connues as materialized (
      select r.famille_id, max(lower(r.periode)) filter (where lower(r.periode) <= ${aujourdhui}::date) as le,
        jsonb_agg(jsonb_build_object('du', lower(r.periode), 'au', upper(r.periode) - 1, 'annuellesCentimes', r.annuelles_centimes,
          'enfantsACharge', r.enfants_a_charge, 'enfantsAeeh', r.enfants_aeeh, 'origine', r.origine)) as ressources
      from eaje.ressources r
      where r.etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[])
        and (${etablissementId}::uuid is null or r.etablissement_id = ${etablissementId}::uuid) group by 1
    )
    select c.id, c.etablissement_id, u.nom as creche, ${buildBornes('c.periode')}, c.tarif_centimes, k.ressources
    from eaje.contrat c join eaje.enfant n on n.id = c.enfant_id join connues k on k.famille_id = n.famille_id
      join eaje.etablissement e on e.id = c.etablissement_id join organisation.unite u on u.id = e.unite_id
    where c.periode @> ${aujourdhui}::date and lower(c.periode) < greatest(k.le, ${dernier}::date)
    order by u.nom, c.id`.execute(tx);
  return rows.filter((contrat) => listRevisionsDues(contrat, contrat.ressources, saisis, aujourdhui).length > 0);
}

export type TarifsARevoir = readonly Readonly<{ id: string; nom: string; contrats: number }>[];

/** Dans Ma journée : les crèches que l'on accueille, et combien de leurs contrats sont à revoir. */
export async function findTarifsARevoir(contexte: Contexte): Promise<TarifsARevoir | null> {
  if (!canDo(contexte.agent, 'creches.accueillir')) return null;
  const parCreche = Map.groupBy(await listContratsARevoir(contexte, null), ({ etablissementId }) => etablissementId);
  return [...parCreche]
    .map(([id, contrats]) => ({ id, nom: contrats[0]?.creche ?? '', contrats: contrats.length }))
    .sort((a, b) => b.contrats - a.contrats);
}
