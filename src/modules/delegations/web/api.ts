import { z } from 'zod';
import { Cree } from '#server/api/champs.ts';
import {
  type ApiEntree,
  defineActe,
  defineDemande,
  defineLecture,
  definePage,
  PageDeListe,
} from '#server/api/define-api.ts';
import { TEXTE_VERSION } from '#shared/champs-decrits.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { JourCivil } from '#shared/jour-civil.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import type { Verdict } from '#shared/verdict.ts';
import { evaluateSignatureAt, findDelegataires, listDelegations } from '../data/delegations.server.ts';
import { closeDelegation, recordDelegation } from '../data/delegations-commands.server.ts';
import { ActeDelegable, DelegationFiltre, DelegationLue } from '../delegation.ts';

const JOUR = JourCivil.optional();

const DEMANDE_LISTE = defineDemande(DelegationFiltre.extend({ jour: JOUR }).extend(PageDeListe), {
  q: 'Cherche dans le nom de l’agent et le numéro de l’arrêté.',
  acte: 'Pour cet acte.',
  unite: 'Dans cette unité et celles qui en dépendent.',
  agent: 'De cet agent.',
  etat: 'État le jour demandé.',
  tri: 'Colonne de tri.',
  sens: 'Sens du tri.',
  jour: 'Jour où l’on se place ; à défaut, aujourd’hui.',
  page: 'Page demandée, à partir de 1.',
  taille: 'Lignes par page.',
});

const QUI_PEUT = z.object({ acte: ActeDelegable, uniteId: Identifiant, jour: JOUR });
const CHAMPS_QUI_PEUT = {
  acte: 'Acte à signer.',
  uniteId: 'Unité où l’acte est pris.',
  jour: 'Jour de la signature ; à défaut, aujourd’hui.',
};

const VerdictLu = z.object({
  peut: z.boolean().describe('La signature vaut.'),
  motif: z.string().nullable().describe('Pourquoi elle ne vaut pas, ou ce dont il faut se méfier.'),
  textes: z.array(z.string()).describe('Les textes de la règle.'),
  etapes: z.array(z.string()).readonly().describe('Le raisonnement, pas à pas.'),
});

function formatVerdict(verdict: Verdict): z.input<typeof VerdictLu> {
  const objection = verdict.issue === 'accepte' ? verdict.avertissements[0] : verdict;
  return {
    peut: verdict.issue === 'accepte',
    motif: objection?.motif ?? null,
    textes: objection?.textes.map(formatTexte) ?? [],
    etapes: verdict.etapes,
  };
}

const lectures: readonly ApiEntree[] = [
  defineLecture({
    chemin: '/organisation/delegations',
    titre: 'Les délégations de signature, ce jour ou un autre',
    demande: DEMANDE_LISTE,
    reponse: definePage(DelegationLue),
    run: (contexte, { page, taille, jour, ...filtre }) =>
      listDelegations(contexte, { filtre, jour: jour ?? contexte.aujourdhui }, { page, taille }),
  }),
  defineLecture({
    chemin: '/organisation/signataires',
    titre: 'Qui peut signer cet acte, dans cette unité, ce jour',
    texte: 'Titulaires d’abord, puis les plus proches de l’unité.',
    demande: defineDemande(QUI_PEUT, CHAMPS_QUI_PEUT),
    reponse: z.object({ delegations: z.array(DelegationLue).describe('Les délégations qui le permettent.') }),
    run: async (contexte, { jour, ...demande }) => ({
      delegations: await findDelegataires(contexte, { ...demande, jour: jour ?? contexte.aujourdhui }),
    }),
  }),
  defineLecture({
    chemin: '/organisation/signataires/{agentId}',
    titre: 'Cet agent peut-il signer cet acte, dans cette unité, ce jour ?',
    demande: defineDemande(QUI_PEUT.extend({ agentId: Identifiant }), {
      ...CHAMPS_QUI_PEUT,
      agentId: 'Agent qui signerait.',
    }),
    reponse: VerdictLu,
    run: async (contexte, { jour, ...demande }) =>
      formatVerdict(await evaluateSignatureAt(contexte, { ...demande, jour: jour ?? contexte.aujourdhui })),
  }),
];

/** Les délégations de signature par l'API : les mêmes lectures et les mêmes actes que leurs pages. */
export const api: readonly ApiEntree[] = [
  ...lectures,
  defineActe({
    methode: 'post',
    chemin: '/organisation/delegations',
    titre: recordDelegation.titre,
    texte: 'Une délégation par acte nommé dans l’arrêté : chacune peut finir seule.',
    command: recordDelegation,
    champs: {
      agentId: 'Agent qui signera.',
      actes: 'Actes délégués.',
      uniteId: 'Unité dans laquelle elle vaut, avec celles qui en dépendent.',
      arreteNumero: 'Numéro de l’arrêté.',
      arreteLe: 'Date de l’arrêté.',
      du: 'Premier jour ; pas avant l’arrêté.',
      au: 'Dernier jour, compris ; nul : sans fin connue.',
      suppleance: 'Ne joue qu’en l’absence des titulaires.',
    },
    reponse: z.object({ ids: z.array(Identifiant).describe('Une délégation par acte, dans leur ordre.') }),
    rend: (ids) => ({ corps: { ids } }),
  }),
  defineActe({
    methode: 'put',
    chemin: '/organisation/delegations/{id}/fin',
    titre: closeDelegation.titre,
    command: closeDelegation,
    champs: { id: 'Identifiant de la délégation.', version: TEXTE_VERSION, au: 'Dernier jour, compris.' },
    reponse: Cree,
    rend: (id) => ({ corps: { id } }),
  }),
];
