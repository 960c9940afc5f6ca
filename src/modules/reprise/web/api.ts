import { z } from 'zod';
import {
  type ApiEntree,
  defineActe,
  defineChamps,
  defineDemande,
  defineLecture,
  definePage,
  PageDeListe,
} from '#server/api/define-api.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { buildPage, computeDecalage } from '#shared/pagination.ts';
import {
  createImportation,
  recordAnnulation,
  recordDecisions,
  recordExecution,
  recordRelance,
  recordTitres,
} from '../data/commands.server.ts';
import { getImport } from '../data/imports.server.ts';
import { getImportation, listImportations, listLignes } from '../data/queries.server.ts';
import { ETATS_LIGNE, NATURES_IMPORTATION, NatureImportation } from '../importation.ts';
import { verifyAcces } from './acces.server.ts';
import { ImportationLigneLue, ImportationLue, LigneLue } from './api/schemas.ts';
import { computeNombre } from './fiche-view.ts';

/** Un fichier de dix mégaoctets en base64, et ce qui l'entoure. */
const OCTETS = 14 * 1024 * 1024;

const ColonneAttendue = defineChamps(
  z.object({ titre: z.string(), obligatoire: z.boolean(), aide: z.string(), exemple: z.string() }),
  {
    titre: 'Titre attendu.',
    obligatoire: 'Sans elle, rien ne se lit.',
    aide: 'Ce qu’on y met.',
    exemple: 'Un exemple.',
  },
);
const NatureLue = defineChamps(
  z.object({ nature: NatureImportation, libelle: z.string(), colonnes: z.array(ColonneAttendue) }),
  { nature: 'Son code.', libelle: 'Ce que contient le fichier.', colonnes: 'Ses colonnes ; leur ordre ne compte pas.' },
);
const Touchee = z.object({ id: Identifiant.describe('L’import.') });
const DESIGNE = { id: 'Identifiant de l’import.' };
const UNE = defineDemande(z.object({ id: Identifiant }), DESIGNE);
const PAGE = { page: 'Page demandée, à partir de 1.', taille: 'Lignes par page.' };
const EtatDeLigne = z.enum([...(Object.keys(ETATS_LIGNE) as [keyof typeof ETATS_LIGNE]), 'laissee']);

function listNatures() {
  return (Object.keys(NATURES_IMPORTATION) as NatureImportation[]).map((nature) => ({
    nature,
    libelle: NATURES_IMPORTATION[nature],
    colonnes: getImport(nature).colonnes.map(({ titre, obligatoire = false, aide, exemple }) => ({
      titre,
      obligatoire,
      aide,
      exemple,
    })),
  }));
}

const lectures: readonly ApiEntree[] = [
  defineLecture({
    chemin: '/reprise/natures',
    titre: 'Ce qui se reprend, et les colonnes attendues',
    demande: defineDemande(z.object({}), {}),
    reponse: z.object({ natures: z.array(NatureLue).describe('Une par sorte de fichier.') }),
    run: async (contexte) => {
      verifyAcces(contexte);
      return { natures: listNatures() };
    },
  }),
  defineLecture({
    chemin: '/reprise/importations',
    titre: 'Les imports, du plus récent au plus ancien',
    demande: defineDemande(z.object(PageDeListe), PAGE),
    reponse: definePage(ImportationLigneLue),
    run: async (contexte, demandee) => {
      verifyAcces(contexte);
      const page = { limite: demandee.taille, debut: computeDecalage(demandee) };
      const { lignes, total } = await listImportations(contexte.tx, page);
      return buildPage(lignes, total, demandee);
    },
  }),
  defineLecture({
    chemin: '/reprise/importations/{id}',
    titre: 'Un import : où il en est, ce que deviennent ses lignes',
    demande: UNE,
    reponse: ImportationLue,
    run: ({ tx }, { id }) => getImportation(tx, id),
  }),
  defineLecture({
    chemin: '/reprise/importations/{id}/lignes',
    titre: 'Les lignes d’un import qui deviennent ceci',
    texte:
      'Seule la personne qui l’a déposé les lit. L’état d’avant d’une fiche ne se montre qu’à qui voit cette fiche.',
    demande: defineDemande(z.object({ id: Identifiant, etat: EtatDeLigne, ...PageDeListe }), {
      ...DESIGNE,
      etat: 'Ce qu’elles deviennent ; « laissee » : ce que l’annulation n’a pas défait.',
      ...PAGE,
    }),
    reponse: definePage(LigneLue),
    run: async ({ tx }, { id, etat, ...demandee }) => {
      const { comptes } = await getImportation(tx, id);
      const lignes = await listLignes(tx, id, { etat, limite: demandee.taille, debut: computeDecalage(demandee) });
      return buildPage(lignes, computeNombre(etat, comptes), demandee);
    },
  }),
];

/** La reprise par l'API : déposer, essayer à blanc, trancher, reprendre, défaire, comme aux écrans. */
export const api: readonly ApiEntree[] = [
  ...lectures,
  defineActe({
    methode: 'post',
    chemin: '/reprise/importations',
    titre: createImportation.titre,
    texte:
      'L’essai à blanc suit aussitôt, en travail de fond : lisez l’import pour savoir où il en est. Dix mégaoctets au plus.',
    command: createImportation,
    champs: {
      nature: 'Ce que contient le fichier.',
      fichierNom: 'Son nom.',
      contenu: 'Ses octets, CSV ou .xlsx, en base64.',
      correspondance: 'Nom d’une correspondance gardée.',
    },
    octets: OCTETS,
    reponse: Touchee,
    rend: (id) => ({ corps: { id }, adresse: `/reprise/importations/${id}` }),
  }),
  defineActe({
    methode: 'put',
    chemin: '/reprise/importations/{id}/colonnes',
    titre: recordTitres.titre,
    texte: 'L’essai à blanc recommence.',
    command: recordTitres,
    champs: {
      ...DESIGNE,
      titres: 'Titre du fichier → champ ; vide : ne pas lire la colonne.',
      nom: 'Nom sous lequel garder cette correspondance.',
    },
    reponse: Touchee,
    rend: (id) => ({ corps: { id } }),
  }),
  defineActe({
    methode: 'put',
    chemin: '/reprise/importations/{id}/decisions',
    titre: recordDecisions.titre,
    command: recordDecisions,
    champs: {
      ...DESIGNE,
      decisions: 'Numéro de ligne → « creer », « ignorer », « lier:identifiant », ou vide pour revenir dessus.',
    },
    reponse: Touchee,
    rend: (id) => ({ corps: { id } }),
  }),
  ...(
    [
      ['execution', recordExecution],
      ['annulation', recordAnnulation],
      ['relance', recordRelance],
    ] as const
  ).map(([mot, command]) =>
    defineActe({
      methode: 'put',
      chemin: `/reprise/importations/{id}/${mot}`,
      titre: command.titre,
      texte: 'Le travail se fait ensuite : lisez l’import pour savoir où il en est.',
      command,
      champs: DESIGNE,
      reponse: Touchee,
      rend: (id) => ({ corps: { id } }),
    }),
  ),
];
