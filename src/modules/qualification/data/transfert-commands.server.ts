import { getInformationCible, recordFait, recordTransition } from '#modules/informations-preoccupantes/index.server.ts';
import { canActer, canRecueillir } from '#modules/informations-preoccupantes/index.ts';
import { findDepartementOfficiel, getDepartement } from '#modules/organisation/index.server.ts';
import { defineCommand } from '#server/define-command.ts';
import { Conflit, Refus, SaisieInvalide, verifyVerdict } from '#server/errors.ts';
import { AccuseSaisie, TransfertSaisie } from '../analyse-saisie.ts';
import { evaluateTransfert } from '../rules/transfert.ts';

/** Transmet l'information au département où vit désormais la famille (IP-036). */
export const recordTransfert = defineCommand({
  name: 'informations.transferer',
  titre: 'Transférer à un autre département',
  saisie: TransfertSaisie,
  load: (contexte, { id }) => getInformationCible(contexte, id),
  can: (agent, cible) => canActer(agent, cible, 'transferer'),
  run: async (contexte, { id, version, ...transfert }, cible) => {
    const ici = await getDepartement(contexte);
    const destinataire = findDepartementOfficiel(transfert.departementCode);
    if (!destinataire || destinataire.code === ici.code)
      throw new SaisieInvalide({ departementCode: 'Choisissez un autre département.' });
    if (transfert.transmisLe > contexte.aujourdhui || transfert.transmisLe < cible.recueLe)
      throw new SaisieInvalide({ transmisLe: 'Le transfert suit la réception, et n’est pas à venir.' });
    verifyVerdict(evaluateTransfert(transfert));
    await recordTransition(contexte, { ...cible, version }, 'transferer', {
      champs: { closeLe: transfert.transmisLe },
      motif: `${destinataire.nom} : ${transfert.motif}`,
      detail: { departement: destinataire.code },
    });
    await contexte.tx
      .insertInto('ip.transfert')
      .values({ informationId: id, ...transfert })
      .execute();
    return { resultat: id, trace: { objetId: id, detail: { departement: destinataire.code } } };
  },
});

/** L'autre département accuse réception. */
export const recordAccuse = defineCommand({
  name: 'informations.transfert.accuser',
  titre: 'Enregistrer l’accusé de réception',
  saisie: AccuseSaisie,
  load: (contexte, { id }) => getInformationCible(contexte, id),
  can: canRecueillir,
  run: async (contexte, { id, version, accuseLe, accuseReference }, cible) => {
    if (cible.etat !== 'transferee') throw new Refus(`L’information ${cible.numero} n’a pas été transférée.`);
    if (accuseLe > contexte.aujourdhui) throw new SaisieInvalide({ accuseLe: 'Cet accusé de réception est à venir.' });
    const [change] = await contexte.tx
      .updateTable('ip.transfert')
      .set({ accuseLe, accuseReference, version: version + 1 })
      .where('informationId', '=', id)
      .where('version', '=', version)
      .returning('informationId')
      .execute();
    if (!change) throw new Conflit('Quelqu’un a enregistré un accusé de réception pendant ce temps.');
    await recordFait(contexte, cible, 'accuser-transfert', { motif: accuseReference });
    return { resultat: id, trace: { objetId: id, detail: { accuseLe } } };
  },
  contraintes: { transfert_check: 'L’accusé de réception suit la transmission.' },
});
