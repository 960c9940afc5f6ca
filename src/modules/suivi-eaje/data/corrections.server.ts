import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { Refus } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import {
  AUTORITES,
  CATEGORIES_FAIT,
  type Controle,
  type Correction,
  DESTINATAIRES,
  type FaitMarquant,
  formatHeureDite,
  type Information,
  type MesureCorrective,
  MOYENS,
  NATURES_CONTROLE,
  NATURES_MESURE,
} from '../suite.ts';

type Lisible = Record<string, string>;
const court = (jour: JourCivil): string => formatJour(jour, 'court');
const oui = (coche: boolean): string => (coche ? 'Oui' : 'Non');

export const formatControle = (c: Pick<Controle, 'autorite' | 'nature' | 'jour' | 'constats'>): Lisible => ({
  'Qui a contrôlé': AUTORITES[c.autorite],
  Nature: NATURES_CONTROLE[c.nature],
  'Jour du contrôle': court(c.jour),
  Constats: c.constats,
});
export const formatMesure = (m: Pick<MesureCorrective, 'nature' | 'libelle' | 'pour'>): Lisible => ({
  Nature: NATURES_MESURE[m.nature],
  'Ce qui est demandé': m.libelle,
  'À réaliser pour le': court(m.pour),
});
type FaitDit = Pick<FaitMarquant, 'survenuLe' | 'heure' | 'categorie' | 'gravite' | 'recit' | 'secours' | 'deces'>;
export const RECIT = 'Ce qui s’est passé';
export const formatFait = (f: FaitDit): Lisible => ({
  Gravité: String(f.gravite),
  Catégorie: CATEGORIES_FAIT[f.categorie],
  Jour: court(f.survenuLe),
  Heure: f.heure === null ? '' : formatHeureDite(f.heure),
  [RECIT]: f.recit,
  Secours: oui(f.secours),
  Décès: oui(f.deces),
});
export const formatInformation = (i: Pick<Information, 'destinataire' | 'le' | 'heure' | 'moyen'>): Lisible => ({
  'Qui est informé': DESTINATAIRES[i.destinataire],
  Comment: i.moyen === null ? '' : MOYENS[i.moyen],
  Le: court(i.le),
  À: i.heure === null ? '' : formatHeureDite(i.heure),
});

type Objet = { controleId: string } | { mesureId: string } | { faitId: string };
type Changement = { etablissementId: string; objet: Objet; avant: Lisible; apres: Lisible; motif: string };

/** Garde ce qui était écrit de ce qui change, avec la raison et le nom ; rend les libellés changés. */
export async function recordCorrection(
  { tx, agent, aujourdhui }: Contexte,
  { etablissementId, objet, avant, apres, motif }: Changement,
): Promise<string[]> {
  const changes = Object.keys(avant).filter((libelle) => avant[libelle] !== apres[libelle]);
  if (changes.length === 0) throw new Refus('Rien ne change : corrigez un champ, ou revenez sans enregistrer.');
  // Un récit réécrit ne se garde pas : il nommait peut-être un enfant (EVT-05).
  const gardes = changes.map((libelle) => [libelle, libelle === RECIT ? 'réécrit' : (avant[libelle] ?? '')]);
  await tx
    .insertInto('eaje.suiviCorrection')
    .values({
      ...{ id: createIdentifiant(), etablissementId, ...objet, le: aujourdhui, motif, par: agent.id },
      avant: JSON.stringify(Object.fromEntries(gardes)),
    })
    .execute();
  return changes;
}

/** Les corrections d'un contrôle, d'une mesure, ou d'un fait et de ses informations, la dernière d'abord. */
export async function listCorrections(tx: Transaction, id: string): Promise<Correction[]> {
  const { rows } = await sql<Correction>`
    select c.id, c.le, c.motif, c.avant, coalesce(a.prenom || ' ' || a.nom, '') as par
    from eaje.suivi_correction c left join organisation.agent a on a.id = c.par
    where c.controle_id = ${id}::uuid or c.mesure_id = ${id}::uuid or c.fait_id = ${id}::uuid order by c.le desc, c.id desc`.execute(
    tx,
  );
  return rows;
}
