import { sql } from 'kysely';
import { recordFait } from '#modules/informations-preoccupantes/index.server.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable, SaisieInvalide } from '#server/errors.ts';
import { canRecordAccord } from '../droits.ts';
import { AccordSaisie } from '../mesure-envisagee.ts';
import { getInformationSuivie } from './faits.server.ts';

/** Inscrit l'accord écrit des représentants légaux, ou leur refus, pour les mesures envisagées. */
export const recordAccord = defineCommand({
  name: 'suites.accord.inscrire',
  titre: 'Inscrire l’accord de la famille',
  saisie: AccordSaisie,
  load: (contexte, { informationId }) => getInformationSuivie(contexte, informationId),
  can: (agent, { cible }) => canRecordAccord(agent, cible),
  run: async (contexte, { mesures, accord, accordLe }, { cible, faits }) => {
    const { tx, agent, aujourdhui } = contexte;
    if (accordLe > aujourdhui) throw new SaisieInvalide({ accordLe: 'Cette date est à venir.' });
    const { rows } = await sql<{ id: string }>`
      update ip.mesure_envisagee m set accord = ${accord}, accord_le = ${accordLe}::date, par_id = ${agent.id}, version = m.version + 1
      where m.information_id = ${cible.id} and m.id = any (${mesures}::uuid[]) and m.accord <> 'sans-objet' returning m.id`.execute(
      tx,
    );
    if (rows.length !== new Set(mesures).size) throw new Introuvable('Absente, ou hors de vos missions.');
    const natures = faits.mesures
      .filter(({ id }) => mesures.some((mesure) => mesure === id))
      .map(({ nature }) => nature);
    const detail = { accord, accordLe, natures: [...new Set(natures)].join(', ') };
    await recordFait(contexte, cible, 'accorder', { detail });
    return { resultat: cible.id, trace: { objetId: cible.id, detail } };
  },
});
