import type { Contexte } from '#database/as-agent.ts';
import {
  buildConflit,
  getInformationCible,
  type InformationCible,
  recordFait,
  recordTransition,
} from '#modules/informations-preoccupantes/index.server.ts';
import { canActer, canConduire, isFinal } from '#modules/informations-preoccupantes/index.ts';
import { recordAntecedents } from '#modules/recueil/index.server.ts';
import { defineCommand } from '#server/define-command.ts';
import { Refus, SaisieInvalide, verifyVerdict } from '#server/errors.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { AnalyseSaisie, ElementSaisie, HorsIpSaisie, UrgenceSaisie } from '../analyse-saisie.ts';
import { evaluateHorsIp } from '../rules/qualification.ts';

/** Prend une information en première analyse : qui l'analyse, l'urgence qu'il lui trouve, ce qui avait déjà été reçu. */
export const recordAnalyse = defineCommand({
  name: 'informations.analyser',
  titre: 'Prendre en première analyse',
  saisie: AnalyseSaisie,
  load: (contexte, { id }) => getInformationCible(contexte, id),
  can: (agent, cible) => canActer(agent, cible, 'analyser'),
  run: async (contexte, { id, version, urgence, analysteId }, cible) => {
    await recordTransition(contexte, { ...cible, version }, 'analyser', {
      champs: { urgence, analysteId: analysteId ?? contexte.agent.id },
    });
    const antecedents = await recordAntecedents(contexte, id);
    return { resultat: id, trace: { objetId: id, detail: { urgence, antecedents: antecedents.length } } };
  },
});

/** Écarte une information : pourquoi, et vers qui ; rattachée à une information ouverte, elle y devient un élément nouveau. */
export const recordHorsIp = defineCommand({
  name: 'informations.requalifier',
  titre: 'Requalifier hors information préoccupante',
  saisie: HorsIpSaisie,
  load: (contexte, { id }) => getInformationCible(contexte, id),
  can: (agent, cible) => canActer(agent, cible, 'requalifier'),
  run: async (contexte, { id, version, motifHorsIp, explication, orientation, rattacheeId }, cible) => {
    verifyVerdict(evaluateHorsIp(cible), 'motifHorsIp');
    await recordTransition(contexte, { ...cible, version }, 'requalifier', {
      champs: { motifHorsIp, orientation, closeLe: contexte.aujourdhui },
      motif: explication,
      detail: { motifHorsIp },
    });
    if (rattacheeId !== null) await recordRattachement(contexte, cible, rattacheeId);
    return { resultat: rattacheeId ?? id, trace: { objetId: id, detail: { motifHorsIp, rattacheeId } } };
  },
});

async function recordRattachement(contexte: Contexte, cible: InformationCible, rattacheeId: string): Promise<void> {
  const autre = await getInformationCible(contexte, rattacheeId);
  if (isFinal(autre.etat) || autre.id === cible.id)
    throw new SaisieInvalide({ rattacheeId: 'Choisissez une information encore ouverte.' });
  await contexte.tx
    .insertInto('ip.lien')
    .values({ informationId: cible.id, lieeId: autre.id, nature: 'nouvel-element' })
    .onConflict((conflit) => conflit.columns(['informationId', 'lieeId']).doUpdateSet({ nature: 'nouvel-element' }))
    .execute();
  await recordReanalyseDue(contexte, autre, autre.version);
  await recordFait(contexte, autre, 'joindre-element', {
    motif: `${cible.numero} : même situation, à lire avec celle-ci.`,
  });
}

/** Un élément nouveau sur une information ouverte : pas de nouveau délai, mais l'urgence est à revoir (IP-037). */
export const recordElement = defineCommand({
  name: 'informations.element.joindre',
  titre: 'Joindre un élément nouveau',
  saisie: ElementSaisie,
  load: (contexte, { id }) => getInformationCible(contexte, id),
  can: canConduire,
  run: async (contexte, { id, version, recuLe, element, de }, cible) => {
    if (isFinal(cible.etat))
      throw new Refus(
        `L’information ${cible.numero} est close : recevez une nouvelle information, elle y sera reliée.`,
      );
    if (recuLe > contexte.aujourdhui || recuLe < cible.recueLe)
      throw new SaisieInvalide({ recuLe: 'Un élément nouveau arrive après la réception, et pas à l’avance.' });
    await recordReanalyseDue(contexte, cible, version);
    await recordFait(contexte, cible, 'joindre-element', {
      motif: `${formatReception(recuLe, de)} ${element}`,
    });
    return { resultat: id, trace: { objetId: id, detail: { recuLe } } };
  },
});

function formatReception(recuLe: JourCivil, de: string | null): string {
  return `Reçu le ${formatJour(recuLe, 'long')}${de === null ? '' : ` de ${de}`} :`;
}

/** Qui décidait pendant ce temps doit le savoir : la version change. */
async function recordReanalyseDue(contexte: Contexte, cible: InformationCible, version: number): Promise<void> {
  const [change] = await contexte.tx
    .updateTable('ip.information')
    .set({ reanalyseDueLe: contexte.aujourdhui, version: version + 1 })
    .where('id', '=', cible.id)
    .where('version', '=', version)
    .returning('id')
    .execute();
  if (!change) throw await buildConflit(contexte, cible, 'pendant que vous y joigniez cet élément');
}

/** Revoit l'urgence ; c'est ce qu'un élément nouveau oblige à faire. */
export const recordUrgence = defineCommand({
  name: 'informations.urgence.revoir',
  titre: 'Revoir l’urgence',
  saisie: UrgenceSaisie,
  load: (contexte, { id }) => getInformationCible(contexte, id),
  can: canConduire,
  run: async (contexte, { id, version, urgence, motif }, cible) => {
    if (isFinal(cible.etat)) throw new Refus(`L’information ${cible.numero} est close : son urgence ne change plus.`);
    const [change] = await contexte.tx
      .updateTable('ip.information')
      .set({ urgence, reanalyseDueLe: null, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .returning('id')
      .execute();
    if (!change) throw await buildConflit(contexte, cible, 'pendant que vous revoyiez son urgence');
    await recordFait(contexte, cible, 'revoir-urgence', { motif, detail: { urgence } });
    return { resultat: id, trace: { objetId: id, detail: { urgence } } };
  },
});
