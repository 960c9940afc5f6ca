/** Une crèche d'essai, ses professionnels et ses enfants, posés dans la base sans passer par les actes. */
import type { Transaction } from '#database/connection.ts';
import { createUniteEssai } from '#modules/organisation/testing/organisation-factory.ts';
import { createIdentifiant, type Identifiant } from '#shared/identifiant.ts';
import { type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { formatDaterange } from '#shared/periode.ts';
import { METIERS_EAJE, type MetierEaje } from '../professionnel.ts';

const TOUJOURS = '[2020-01-01,)';
export const OUVRES = [1, 2, 3, 4, 5];

/** De telle heure à telle heure, du lundi au vendredi, en minutes. */
export function buildSemaine(debut = 510, fin = 1050): number[] {
  return OUVRES.flatMap(() => [debut, fin]).concat([0, 0, 0, 0]);
}

type CrecheEssai = {
  /** Le territoire dont elle dépend. */
  parentId: Identifiant | null;
  code: string;
  nom?: string;
  places?: number;
  methode?: 'UN_POUR_SIX' | 'CINQ_HUIT';
  agregation?: 'ETABLISSEMENT' | 'UNITE';
  ouvre?: number;
  ferme?: number;
  autorisationDu?: string;
  modulations?: readonly { debut: number; fin: number; places: number; jours?: number[] }[];
};

export type CrechePosee = {
  id: Identifiant;
  uniteId: Identifiant;
  autorisationId: Identifiant;
  /** Une unité d'accueil par tranche de soixante places, une section par unité. */
  unitesAccueil: Identifiant[];
  sections: Identifiant[];
};

/** createCreche(tx, { parentId: nord, code: 'C1', places: 40, modulations: [{ debut: 450, fin: 510, places: 20 }] }) */
export async function createCreche(tx: Transaction, essai: CrecheEssai): Promise<CrechePosee> {
  const {
    parentId,
    code,
    nom = `Crèche ${code}`,
    places = 40,
    modulations = [],
    autorisationDu = '2020-01-01',
  } = essai;
  const { methode = 'UN_POUR_SIX', agregation = 'ETABLISSEMENT', ouvre = 450, ferme = 1110 } = essai;
  const uniteId = await createUniteEssai(tx, { code, nom, nature: 'eaje', parentId });
  const [id, autorisationId] = [createIdentifiant(), createIdentifiant()];
  const murs = { id, uniteId, methode, agregation, ouvre, ferme };
  await tx.insertInto('eaje.etablissement').values(murs).execute();
  const periode = formatDaterange({ du: jourCivil(autorisationDu), au: null });
  const autorisation = { id: autorisationId, etablissementId: id, periode, places };
  await tx
    .insertInto('eaje.autorisation')
    .values({ ...autorisation, arreteNumero: `A-${code}`, arreteLe: jourCivil(autorisationDu) })
    .execute();
  for (const { jours = OUVRES, ...modulation } of modulations)
    await tx
      .insertInto('eaje.modulation')
      .values({ id: createIdentifiant(), autorisationId, etablissementId: id, jours, ...modulation })
      .execute();
  return { id, uniteId, autorisationId, ...(await createSections(tx, id, places)) };
}

async function createSections(tx: Transaction, etablissementId: Identifiant, places: number) {
  const unitesAccueil: Identifiant[] = [];
  const sections: Identifiant[] = [];
  const nombre = Math.ceil(places / 60);
  for (let rang = 1; rang <= nombre; rang += 1) {
    const part = Math.floor((places * rang) / nombre) - Math.floor((places * (rang - 1)) / nombre);
    const [uniteAccueilId, sectionId] = [createIdentifiant(), createIdentifiant()];
    const unite = { id: uniteAccueilId, etablissementId, nom: `Unité ${rang}`, places: part };
    await tx.insertInto('eaje.uniteAccueil').values(unite).execute();
    await tx
      .insertInto('eaje.section')
      .values({
        id: sectionId,
        etablissementId,
        uniteAccueilId,
        nom: `Section ${rang}`,
        tranche: 'MULTI_AGES',
        places: part,
      })
      .execute();
    unitesAccueil.push(uniteAccueilId);
    sections.push(sectionId);
  }
  return { unitesAccueil, sections };
}

const parseJour = (jour: string | null): JourCivil | null => (jour === null ? null : jourCivil(jour));

type ProfessionnelEssai = {
  /** La crèche de rattachement ; sans elle, un volant de l'unité donnée. */
  creche?: Pick<CrechePosee, 'id' | 'uniteId'>;
  uniteId?: Identifiant;
  metier: MetierEaje;
  nom?: string;
  quotite?: number;
  experienceDepuis?: string | null;
  /** Nulle : aucun horaire. */
  semaine?: number[] | null;
  pause?: readonly [number, number];
};

/** Un agent du département et son emploi dans une crèche, avec son horaire. */
export async function createProfessionnel(tx: Transaction, essai: ProfessionnelEssai) {
  const {
    creche,
    metier,
    nom = metier,
    quotite = 100,
    semaine = buildSemaine(),
    pause,
    experienceDepuis = null,
  } = essai;
  const uniteId = creche?.uniteId ?? essai.uniteId;
  if (uniteId === undefined) throw new Error('Un professionnel a une crèche, ou l’unité dont il est volant');
  const [agentId, id] = [createIdentifiant(), createIdentifiant()];
  const agent = { id: agentId, matricule: agentId.slice(-8), nom, prenom: 'Dominique', metier: 'attache' };
  await tx
    .insertInto('organisation.agent')
    .values({ ...agent, periode: TOUJOURS })
    .execute();
  const { categorie } = METIERS_EAJE[metier];
  const rattachement = { uniteId, etablissementId: creche?.id ?? null, periode: TOUJOURS };
  await tx
    .insertInto('eaje.professionnel')
    .values({ id, agentId, ...rattachement, metier, categorie, quotite, experienceDepuis: parseJour(experienceDepuis) })
    .execute();
  const [pauseDebut = null, pauseFin = null] = pause ?? [];
  const horaire = { id: createIdentifiant(), professionnelId: id, periode: TOUJOURS, pauseDebut, pauseFin };
  if (semaine !== null)
    await tx
      .insertInto('eaje.horaire')
      .values({ ...horaire, semaine })
      .execute();
  return { id, agentId };
}

type EnfantEssai = {
  creche: Pick<CrechePosee, 'id' | 'sections'>;
  nom?: string;
  neLe?: string;
  marcheDepuis?: string | null;
  badge?: string | null;
  /** Nulle : aucun contrat. */
  semaine?: number[] | null;
  du?: string;
  au?: string | null;
};

/** Une famille, son enfant et, sauf mention contraire, son contrat régulier. */
export async function createEnfantAccueilli(tx: Transaction, essai: EnfantEssai) {
  const { creche, nom = 'Martin', neLe = '2024-10-01', marcheDepuis = null, badge = null } = essai;
  const { semaine = buildSemaine(), du = '2026-01-01', au = null } = essai;
  const [familleId, id, contratId] = [createIdentifiant(), createIdentifiant(), createIdentifiant()];
  const etablissementId = creche.id;
  await tx.insertInto('eaje.famille').values({ id: familleId, etablissementId, nom }).execute();
  const enfant = { id, familleId, etablissementId, sectionId: creche.sections[0] ?? null, nom, prenom: 'Sacha' };
  await tx
    .insertInto('eaje.enfant')
    .values({ ...enfant, neLe: jourCivil(neLe), marcheDepuis: parseJour(marcheDepuis), badge })
    .execute();
  const periode = formatDaterange({ du: jourCivil(du), au: parseJour(au) });
  const contrat = { id: contratId, enfantId: id, etablissementId, nature: 'REGULIER', periode, tarifCentimes: 180 };
  if (semaine !== null)
    await tx
      .insertInto('eaje.contrat')
      .values({ ...contrat, semaine })
      .execute();
  return { id, familleId, contratId };
}
