import type { Alea } from '../alea.ts';
import { addAnnees, addMois, formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { formatPeriode } from '../lignes.ts';
import { CRECHES } from '../parametres/creches.ts';
import type { Chantier } from './chantier.ts';
import { addFermetures } from './fermetures.ts';
import { formatNombres } from './lignes.ts';
import type { AutorisationFictive, Structure, Tranche } from './murs.ts';
import type { CrechePrevue } from './plan.ts';
import { isProblematique } from './problemes.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);
const OUVRE = 450;
const FERME = 1110;
const UNITE_MAXIMALE = 60;
const SEMAINE_OUVREE = formatNombres([1, 2, 3, 4, 5]);
const DUREE_AUTORISATION = 15;
const LIBELLES: Readonly<Record<Tranche, string>> = {
  BEBES: 'Bébés',
  MOYENS: 'Moyens',
  GRANDS: 'Grands',
  MULTI_AGES: 'Âges mélangés',
};
const PARTS: readonly [Tranche, number][] = [
  ['BEBES', 0.25],
  ['MOYENS', 0.35],
  ['GRANDS', 0.4],
];

export function addStructure(chantier: Chantier, prevue: CrechePrevue, rang: number): Structure {
  const { lignes, racine, organisation } = chantier;
  const alea = racine.flux(prevue.code, 'structure');
  const ouverture = parseNumero('2013-03-01') + alea.entier(0, 4000);
  const structure: Structure = {
    id: alea.identifiant(ouverture),
    uniteId: organisation.idDe(prevue.code),
    code: prevue.code,
    nom: prevue.nom,
    territoireCode: prevue.territoireCode,
    territoireId: organisation.idDe(prevue.territoireCode),
    communeCode: prevue.commune.codeInsee,
    codePostal: prevue.commune.codesPostaux[0] ?? '',
    places: prevue.places,
    methode: alea.chance(CRECHES.unPourSix.valeur) ? 'UN_POUR_SIX' : 'CINQ_HUIT',
    qpv: alea.chance(CRECHES.qpv.valeur),
    ouvre: OUVRE,
    ferme: FERME,
    sections: [],
    fermetures: [],
    autorisations: [],
    rang,
  };
  lignes['eaje.etablissement'].push({
    id: structure.id,
    uniteId: structure.uniteId,
    methode: structure.methode,
    agregation: 'ETABLISSEMENT',
    fournitTout: alea.chance(0.92),
    jours: SEMAINE_OUVREE,
    ouvre: OUVRE,
    ferme: FERME,
    idEqu: alea.chance(0.95) ? String(alea.entier(900_000_000, 999_999_999)) : null,
    dossierAfc: alea.chance(0.97) ? `AFC${alea.entier(90_000, 99_999)}` : null,
    qpv: structure.qpv,
    surfaceInterieure: Math.round(prevue.places * (7 + 2.2 * alea.reel())),
    plansDeChange: Math.ceil(prevue.places / 10) + alea.entier(0, 1),
  });
  addAutorisations(chantier, structure, ouverture, alea.flux('autorisations'));
  addUnites(chantier, structure, alea.flux('unites'));
  addFermetures(chantier, structure, alea.flux('fermetures'));
  addDocuments(chantier, structure, alea.flux('documents'));
  return structure;
}

/** Quinze ans d'autorisation ; une échue, une près de son terme, dans le premier territoire. */
function addAutorisations({ lignes }: Chantier, structure: Structure, ouverture: Numero, alea: Alea): void {
  const du = findDebutAutorisation(structure, ouverture);
  const au = addAnnees(du, DUREE_AUTORISATION) - 1;
  const agrandie = structure.places >= 40 && alea.chance(0.15) && AUJOURDHUI - du > 2500;
  const extension = addMois(du, alea.entier(30, 60));
  const periodes: [Numero, Numero, number][] = agrandie
    ? [
        [du, extension - 1, structure.places - 10],
        [extension, addAnnees(extension, DUREE_AUTORISATION) - 1, structure.places],
      ]
    : [[du, au, structure.places]];
  const modulee = alea.chance(CRECHES.modulees.valeur);
  for (const [debut, fin, places] of periodes) {
    const id = alea.identifiant(debut);
    const autorisation: AutorisationFictive = { du: debut, au: fin, places, modulations: [] };
    structure.autorisations.push(autorisation);
    lignes['eaje.autorisation'].push({
      id,
      etablissementId: structure.id,
      periode: formatPeriode(debut, fin),
      places,
      arreteNumero: `${formatNumero(debut).slice(0, 4)}-PMI-${alea.entier(100, 999)}`,
      arreteLe: formatNumero(debut - alea.entier(10, 60)),
    });
    if (!modulee || places !== structure.places) continue;
    for (const [minute, part] of [
      [OUVRE, 0.5],
      [FERME - 60, 0.55],
    ] as const) {
      const modulation = { debut: minute, fin: minute + 60, places: Math.ceil(places * part) };
      autorisation.modulations.push(modulation);
      lignes['eaje.modulation'].push({
        id: alea.identifiant(debut),
        autorisationId: id,
        etablissementId: structure.id,
        jours: SEMAINE_OUVREE,
        ...modulation,
      });
    }
  }
}

function findDebutAutorisation(structure: Structure, ouverture: Numero): Numero {
  if (isProblematique(structure, 'AUTORISATION_ECHUE')) return parseNumero('2011-10-01');
  return isProblematique(structure, 'AUTORISATION_BIENTOT') ? parseNumero('2012-11-15') : ouverture;
}

/** Une unité d'accueil jusqu'à soixante places, deux au-delà ; ses sections par âge, sauf dans les plus petites. */
function addUnites({ lignes }: Chantier, structure: Structure, alea: Alea): void {
  const { places } = structure;
  const deux = places > UNITE_MAXIMALE;
  const tailles = deux ? [Math.ceil(places / 2), Math.floor(places / 2)] : [places];
  tailles.forEach((taille, i) => {
    const uniteId = alea.identifiant(AUJOURDHUI - 3000);
    const nom = deux ? (i === 0 ? 'Côté cour' : 'Côté jardin') : 'Maison';
    lignes['eaje.unite_accueil'].push({ id: uniteId, etablissementId: structure.id, nom, places: taille });
    for (const [tranche, nombre] of listTranches(taille)) {
      const section = { id: alea.identifiant(AUJOURDHUI - 3000), tranche, places: nombre };
      structure.sections.push(section);
      lignes['eaje.section'].push({
        ...section,
        etablissementId: structure.id,
        uniteAccueilId: uniteId,
        nom: deux ? `${LIBELLES[tranche]}, ${nom.toLowerCase()}` : LIBELLES[tranche],
      });
    }
  });
}

function listTranches(places: number): [Tranche, number][] {
  if (places < 25) return [['MULTI_AGES', places]];
  let reste = places;
  return PARTS.map(([tranche, part], i) => {
    const nombre = i === PARTS.length - 1 ? reste : Math.round(places * part);
    reste -= nombre;
    return [tranche, nombre];
  });
}

/** Ce que la crèche tient à jour : le projet tous les cinq ans, le reste tous les trois ; un sur dix est en retard, un sur trente manque. */
const DOCUMENTS: readonly [string, number][] = [
  ['PROJET_ETABLISSEMENT', 60],
  ['REGLEMENT_FONCTIONNEMENT', 36],
  ['PROTOCOLE_URGENCE', 36],
  ['PROTOCOLE_HYGIENE', 36],
  ['PROTOCOLE_SOINS', 36],
  ['PROTOCOLE_MALTRAITANCE', 36],
  ['PROTOCOLE_SORTIES', 36],
];

/** Un règlement sur quatre environ remplace une version d'avant ; une crèche ne l'avait jamais transmise, ni celle-ci. */
function addDocuments({ lignes, racine }: Chantier, structure: Structure, alea: Alea): void {
  const suite = racine.flux(structure.code, 'versions');
  for (const [nature, mois] of DOCUMENTS) {
    if (alea.chance(1 / 30)) continue;
    const revu = alea.chance(0.1) ? -alea.entier(10, 400) : alea.entier(20, mois * 30);
    const aRevoir = AUJOURDHUI + revu;
    const etabli = addMois(aRevoir, -mois);
    const aTransmettre = nature !== 'PROJET_ETABLISSEMENT';
    const reglement = nature === 'REGLEMENT_FONCTIONNEMENT';
    const oubliee = reglement && isProblematique(structure, 'DOCUMENT_NON_TRANSMIS');
    const addVersion = (id: string, le: Numero, aRevoirLe: Numero) =>
      lignes['eaje.document'].push({
        id,
        etablissementId: structure.id,
        nature,
        etabliLe: formatNumero(le),
        aRevoirLe: formatNumero(aRevoirLe),
        aTransmettre,
        transmisLe: aTransmettre && !oubliee ? formatNumero(le + suite.entier(1, 12)) : null,
      });
    addVersion(alea.identifiant(etabli), etabli, aRevoir);
    if (oubliee || (reglement && suite.chance(0.25))) {
      const avant = addMois(etabli, -mois);
      addVersion(suite.identifiant(avant), avant, etabli + suite.entier(-60, 60));
    }
  }
}
