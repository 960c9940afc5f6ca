/** Ce que les écrits d'une prestation ont en commun : l'enfant, la mesure, la décision, qui l'a signée. */
import { type BlocWord, buildModeleWord } from '#documents/word-modele.ts';
import {
  FORMES_ACCORD,
  formatMesure,
  getMesure,
  type MesureInscrite,
  NATURES_DECISION,
} from '#modules/mesures/index.ts';
import { formatNaissance } from '#modules/personnes/index.ts';
import type { Balises, DonneesDe } from '#modules/trames/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatPersonne } from '#shared/nom-propre.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import type { DossierMesure } from '../data/dossier.server.ts';

export const GROUPE = 'Mesures';

export const PRESTATION = {
  dossier: { libelle: 'numéro du dossier', exemple: '2026-00042' },
  enfant: { libelle: 'nom et prénom de l’enfant', exemple: 'D’HÉROUVILLE Zoé' },
  naissance: { libelle: 'naissance de l’enfant', exemple: 'née le 4 mars 2019' },
  titulaires: {
    libelle: 'titulaires de l’autorité parentale',
    liste: { titulaire: { libelle: 'titulaire', exemple: 'mère D’HÉROUVILLE Anaïs', autre: 'père D’HÉROUVILLE Marc' } },
  },
  sans_titulaire: { libelle: 'aucun titulaire n’est inscrit au dossier', exemple: false },
  mesure: { libelle: 'la prestation', exemple: 'Action éducative à domicile (AED)' },
  accueil: { libelle: 'l’enfant est accueilli', exemple: false },
  textes: { libelle: 'textes vérifiés qui la fondent', exemple: 'CASF, art. L222-3' },
  objectifs: { libelle: 'objectifs', exemple: 'Soutenir les parents dans le quotidien.' },
  service: { libelle: 'service qui l’exerce', exemple: 'Association du Val' },
  service_contact: { libelle: 'qui en répond dans ce service', exemple: 'Mme Renouf' },
  unite: { libelle: 'territoire qui la porte', exemple: 'Territoire de Saint-Lô' },
} as const satisfies Balises;

export const DECISION = {
  nature: { libelle: 'nature de la décision', exemple: 'première décision' },
  numero: { libelle: 'numéro de l’arrêté', exemple: '2026-AED-118' },
  decidee_le: { libelle: 'jour de la décision', exemple: '28 avril 2026' },
  accordee: { libelle: 'la prestation est accordée', exemple: true },
  refusee: { libelle: 'la prestation est refusée', exemple: false },
  du: { libelle: 'premier jour', exemple: '1er mai 2026' },
  au: { libelle: 'dernier jour, s’il est écrit', exemple: '31 octobre 2026' },
  motifs: { libelle: 'motifs', exemple: 'Les parents demandent un soutien dans le quotidien.' },
  fondement: { libelle: 'fondement écrit par qui décide', exemple: 'Règlement départemental, fiche 12' },
  droits_visite: { libelle: 'droits de visite et d’hébergement', exemple: 'Un week-end sur deux' },
  accord: { libelle: 'l’accord recueilli', exemple: 'accord écrit de Mme D’Hérouville, le 20 avril 2026' },
  signataire: { libelle: 'qui a décidé', exemple: 'LESAGE Hélène' },
  signataire_qualite: { libelle: 'son poste', exemple: 'inspectrice enfance' },
  delegation: { libelle: 'arrêté de délégation', exemple: '2026-101' },
  voies_recours: { libelle: 'voies et délais de recours du département', exemple: 'Dans les deux mois…' },
} as const satisfies Balises;

const ENTETE = ['**Conseil départemental · {departement}**', 'Aide sociale à l’enfance · {unite}'];

export function buildModeleMesure(titre: string, blocs: readonly BlocWord[]): Promise<Buffer> {
  return buildModeleWord({ titre, entete: ENTETE, blocs, pied: 'Confidentiel · dossier {dossier}' });
}

/** Qui signe, au nom de qui. */
export const SIGNATAIRE: readonly BlocWord[] = [
  { droite: 'Pour le président du conseil départemental, et par délégation', detache: true },
  { droite: '**{signataire}**, {signataire_qualite}' },
];

const formatLong = (jour: JourCivil | null): string | null => jour && formatJour(jour, 'long');
const formatMinuscule = (texte: string): string => texte.charAt(0).toLocaleLowerCase('fr') + texte.slice(1);

export function buildPrestation({
  mesure,
  enTete,
  titulaires,
  aujourdhui,
}: DossierMesure): DonneesDe<typeof PRESTATION> {
  const definie = getMesure(mesure.code, mesure.decideeLe ?? aujourdhui);
  // À une famille, on ne cite qu'un article lu dans sa source.
  const textes = definie.base.filter(({ confiance }) => confiance === 'verifie').map(formatTexte);
  return {
    dossier: enTete.numero,
    enfant: formatPersonne(enTete),
    naissance: formatNaissance(enTete),
    titulaires: titulaires.map((titulaire) => ({ titulaire })),
    sans_titulaire: titulaires.length === 0,
    mesure: formatMesure(mesure.code),
    accueil: definie.confie,
    textes: textes.join(' ; ') || null,
    objectifs: mesure.objectifs,
    service: mesure.service,
    service_contact: mesure.serviceContact,
    unite: mesure.unite,
  };
}

const NATURES: Readonly<Record<string, string>> = { ...NATURES_DECISION, refus: 'Refus' };

export function buildDecision({ mesure, decision, qualite, voiesRecours }: DossierMesure): DonneesDe<typeof DECISION> {
  if (decision === null) throw new Error('Cet écrit suppose une décision signée');
  return {
    nature: formatMinuscule(NATURES[decision.nature] ?? decision.nature),
    numero: decision.numero,
    decidee_le: formatLong(decision.le),
    accordee: decision.nature !== 'refus',
    refusee: decision.nature === 'refus',
    du: formatLong(decision.du),
    au: formatLong(decision.au),
    motifs: decision.motifs,
    fondement: decision.fondement,
    droits_visite: decision.droitsVisite,
    accord: formatAccord(mesure),
    signataire: decision.signataire,
    signataire_qualite: qualite && formatMinuscule(qualite),
    delegation: decision.arreteNumero,
    voies_recours: voiesRecours,
  };
}

/** « accord écrit de Mme Martin, mère, le 8 janvier 2026 » ; rien si la dernière réponse n'est pas un accord. */
function formatAccord({ accords }: MesureInscrite): string | null {
  const dernier = accords.at(-1);
  if (dernier?.nature !== 'accord' || dernier.forme === null) return null;
  const forme = FORMES_ACCORD[dernier.forme].toLocaleLowerCase('fr');
  return `accord ${forme} de ${dernier.de}, le ${formatJour(dernier.le, 'long')}`;
}
