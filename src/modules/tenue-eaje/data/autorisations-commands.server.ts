import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { listAutorisations } from '#modules/eaje/index.server.ts';
import { type AutorisationInscrite, canTenirCreche, computeFinAutorisation } from '#modules/eaje/index.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable, Refus } from '#server/errors.ts';
import { listChamps, updateVersion } from '#server/version.ts';
import { createIdentifiant, isIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatDaterange } from '#shared/periode.ts';
import {
  AutorisationCorrection,
  AutorisationSaisie,
  ModulationRetrait,
  ModulationSaisie,
} from '../etablissement-saisie.ts';
import { loadDeSaisie } from './etablissements-commands.server.ts';

const contraintes = {
  modulation_sous_autorisation: {
    phrase: 'Une modulation garde plus de places que cela : corrigez d’abord la modulation.',
    champ: 'places',
  },
};

type Cible = { uniteId: string; autorisation: AutorisationInscrite };

/** L'autorisation et la crèche qu'elle autorise. */
export async function findAutorisationInscrite(tx: Transaction, id: string): Promise<Cible | undefined> {
  if (!isIdentifiant(id)) return undefined;
  const { rows } = await sql<{ etablissementId: string; uniteId: string }>`
    select a.etablissement_id, e.unite_id from eaje.autorisation a join eaje.etablissement e on e.id = a.etablissement_id
    where a.id = ${id}`.execute(tx);
  const [lue] = rows;
  const siennes = lue ? await listAutorisations(tx, lue.etablissementId) : [];
  const autorisation = siennes.find((candidate) => candidate.id === id);
  return lue && autorisation && { uniteId: lue.uniteId, autorisation };
}

async function loadAutorisation({ tx }: Contexte, id: string): Promise<Cible> {
  const cible = await findAutorisationInscrite(tx, id);
  if (!cible) throw new Introuvable('Absente, ou hors de vos missions.');
  return cible;
}

export const recordAutorisation = defineCommand({
  name: 'eaje.autorisation.enregistrer',
  titre: 'Enregistrer une autorisation',
  saisie: AutorisationSaisie,
  load: loadDeSaisie,
  can: canTenirCreche,
  run: async ({ tx }, { du, au, etablissementId, ...champs }) => {
    const id = createIdentifiant();
    await closePrecedente(tx, etablissementId, du);
    await verifySeule(tx, etablissementId, { du, au: au ?? computeFinAutorisation(du) });
    const periode = formatDaterange({ du, au: au ?? computeFinAutorisation(du) });
    await tx
      .insertInto('eaje.autorisation')
      .values({ id, etablissementId, periode, ...champs })
      .execute();
    return { resultat: etablissementId, trace: { objetId: id, detail: { etablissementId, places: champs.places } } };
  },
});

/** Une extension ou une transformation vaut nouvelle autorisation (CSP R2324-20-3) : celle qui courait s'arrête la veille. */
async function closePrecedente(tx: Transaction, etablissementId: string, du: JourCivil): Promise<void> {
  await sql`update eaje.autorisation set periode = daterange(lower(periode), ${du}::date), version = version + 1
    where etablissement_id = ${etablissementId} and periode @> ${du}::date and lower(periode) < ${du}::date`.execute(
    tx,
  );
}

async function verifySeule(
  tx: Transaction,
  etablissementId: string,
  periode: { du: JourCivil; au: JourCivil },
  sauf: string | null = null,
): Promise<void> {
  const { rows } = await sql<{ numero: string; du: JourCivil }>`
    select arrete_numero as numero, lower(periode) as du from eaje.autorisation
    where etablissement_id = ${etablissementId} and periode && ${formatDaterange(periode)}::daterange
      and id is distinct from ${sauf}::uuid`.execute(tx);
  const [autre] = rows;
  if (autre)
    throw new Refus(
      `L’arrêté ${autre.numero}, depuis le ${formatJour(autre.du, 'long')}, autorise déjà la crèche sur une partie de cette période.`,
      [],
      'du',
    );
}

export const updateAutorisation = defineCommand({
  name: 'eaje.autorisation.corriger',
  titre: 'Corriger une autorisation',
  saisie: AutorisationCorrection,
  load: (contexte, { id }) => loadAutorisation(contexte, id),
  can: canTenirCreche,
  contraintes,
  run: async ({ tx }, { id, version, du, au, ...champs }, { autorisation }) => {
    const { etablissementId, modulations } = autorisation;
    const plusHaute = Math.max(0, ...modulations.map(({ places }) => places));
    if (champs.places < plusHaute)
      throw new Refus(`Une modulation garde ${plusHaute} places : corrigez-la d’abord.`, [], 'places');
    const periode = { du, au: au ?? computeFinAutorisation(du) };
    await verifySeule(tx, etablissementId, periode, id);
    const changement = tx.updateTable('eaje.autorisation').set({ ...champs, periode: formatDaterange(periode) });
    await updateVersion(changement, { id, version }, () => readActuel(tx, id));
    return { resultat: etablissementId, trace: { objetId: id, detail: { champs: listChamps(autorisation, champs) } } };
  },
});

async function readActuel(tx: Transaction, id: string): Promise<Record<string, string>> {
  const autorisation = (await findAutorisationInscrite(tx, id))?.autorisation;
  if (!autorisation) return {};
  return {
    Places: String(autorisation.places),
    Arrêté: autorisation.arreteNumero,
    'Arrêté du': formatJour(autorisation.arreteLe, 'court'),
    Du: formatJour(autorisation.du, 'court'),
    Au: autorisation.au ? formatJour(autorisation.au, 'court') : '',
  };
}

export const recordModulation = defineCommand({
  name: 'eaje.modulation.enregistrer',
  titre: 'Moduler les places d’une crèche',
  saisie: ModulationSaisie,
  load: (contexte, { autorisationId }) => loadAutorisation(contexte, autorisationId),
  can: canTenirCreche,
  run: async ({ tx }, saisie, { autorisation }) => {
    const { places, jours, debut, fin } = saisie;
    if (places > autorisation.places)
      throw new Refus(
        `L’arrêté n’autorise que ${autorisation.places} places : une modulation n’en donne pas plus.`,
        [],
        'places',
      );
    const habitudes = autorisation.modulations.filter(({ pendant }) => !pendant);
    if (habitudes.some((m) => m.jours.some((j) => jours.includes(j)) && m.debut < fin && debut < m.fin))
      throw new Refus('Une autre modulation couvre déjà une partie de ces heures, ces jours-là.', [], 'debut');
    const id = createIdentifiant();
    const { etablissementId } = autorisation;
    await tx
      .insertInto('eaje.modulation')
      .values({ id, etablissementId, ...saisie })
      .execute();
    return { resultat: saisie.autorisationId, trace: { objetId: id, detail: { etablissementId, places } } };
  },
});

export const closeModulation = defineCommand({
  name: 'eaje.modulation.retirer',
  titre: 'Retirer une modulation',
  saisie: ModulationRetrait,
  load: (contexte, { autorisationId }) => loadAutorisation(contexte, autorisationId),
  can: canTenirCreche,
  run: async ({ tx }, { autorisationId, modulationId }) => {
    await tx
      .deleteFrom('eaje.modulation')
      .where('id', '=', modulationId)
      .where('autorisationId', '=', autorisationId)
      .execute();
    return { resultat: autorisationId, trace: { objetId: modulationId, detail: { autorisationId } } };
  },
});
