import { addJours, addMois, type JourCivil, jourCivil, jourDeSemaine } from '#shared/jour-civil.ts';
import { formatJour, formatJourDeSemaine } from '#shared/jour-civil-format.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { formatPeriode } from '#shared/periode-format.ts';
import { formatMinutes } from '#shared/quart-d-heure.ts';
import { formatTexte, type TexteLegal } from '#shared/texte-legal.ts';
import type { Motif } from '#shared/verdict.ts';
import type { CrecheFiche } from '../data/creche-fiche.server.ts';
import type { EtablissementOuvert, Modulation, MotifFermeture } from '../etablissement.ts';
import { MOTIFS_FERMETURE } from '../etablissement.ts';
import { METIERS_EAJE } from '../professionnel.ts';
import {
  computeCategorie,
  findAutorisation,
  findCapacite,
  findFermeture,
  findProchainOuvert,
  isOuvert,
} from '../rules/capacite.ts';
import { listContinuite } from '../rules/continuite.ts';
import { listDocumentsDus } from '../rules/documents.ts';
import { computeExigences, evaluateExigences, FONCTIONS_EXIGEES } from '../rules/exigences.ts';
import { computeMursDus, evaluateUnites, TEXTES_MURS } from '../rules/murs.ts';
import { computeBornesSurnombre, SURNOMBRE, TEXTES_SURNOMBRE } from '../rules/surnombre.ts';
import { formatQuantite } from './creches-view.ts';

/** Un jour, ou plusieurs. */
export function formatFermeture({ du, au }: { du: JourCivil; au: JourCivil | null }): string {
  return du === au ? `le ${formatJour(du, 'court')}` : formatPeriode(du, au);
}

/** « , du 2 au 19 février, pour travaux » ; rien pour l'habitude de la crèche. */
export function formatPendant({ pendant }: Pick<Modulation, 'pendant'>): string {
  return pendant ? `, ${formatFermeture(pendant)}, pour travaux` : '';
}

export type LigneExigence = {
  cle: string;
  quoi: string;
  exige: string;
  enPoste: string;
  manque: string | null;
  textes: string;
};

export const NON_RENSEIGNE = 'non renseigné';

/** Ce que la catégorie et les murs exigent, ce qui est en place, ce qui manque. */
export function buildExigences({ etab, equipe, murs, suppleance: _ }: CrecheFiche, jour: JourCivil): LigneExigence[] {
  const autorisation = findAutorisation(etab, jour);
  if (autorisation === undefined) return [];
  const { places } = autorisation;
  const siens = equipe.filter(({ etablissementId }) => etablissementId === etab.id);
  const equipeDue = evaluateExigences(computeExigences(places, jour), siens, murs.rsaiHeures).map((e) => ({
    cle: e.fonction,
    quoi: FONCTIONS_EXIGEES[e.fonction],
    exige: e.unite === 'ETP' ? `${formatQuantite(e, e.du)} ETP` : `${formatQuantite(e, e.du)} par an`,
    enPoste: e.enPoste === null ? NON_RENSEIGNE : formatQuantite(e, e.enPoste),
    manque: e.manque > 0 ? formatQuantite(e, e.manque) : null,
    textes: formatTextes(e.textes),
  }));
  return [...equipeDue, ...buildMursExiges(murs, autorisation)];
}

function buildMursExiges(
  { surfaceInterieure, plansDeChange }: CrecheFiche['murs'],
  autorisation: { places: number; du: JourCivil },
): LigneExigence[] {
  const dus = computeMursDus(autorisation);
  const buildLigne = (cle: string, quoi: string, du: number | undefined, tenu: number | null, unite: string) => ({
    cle,
    quoi,
    exige: du === undefined ? 'sans objet : autorisée avant le référentiel' : `${formatNombre(du)}${unite}`,
    enPoste: tenu === null ? NON_RENSEIGNE : `${formatNombre(tenu)}${unite}`,
    manque: du !== undefined && tenu !== null && tenu < du ? `${formatNombre(du - tenu)}${unite}` : null,
    textes: formatTextes(TEXTES_MURS),
  });
  const surface = 'Surface intérieure (7 m² par place, 5,5 dans une commune très dense)';
  return [
    buildLigne('surface', surface, dus?.surface, surfaceInterieure, ' m²'),
    buildLigne('change', 'Plans de change', dus?.plansDeChange, plansDeChange, ''),
  ];
}

/** « Fermée aujourd'hui : samedi. Rouvre lundi 23 novembre. » */
export function formatOuverture(etab: EtablissementOuvert, jour: JourCivil): { ouverte: boolean; phrase: string } {
  const heures = `de ${formatMinutes(etab.ouvre)} à ${formatMinutes(etab.ferme)}`;
  if (isOuvert(etab, jour)) return { ouverte: true, phrase: heures };
  const prochain = findProchainOuvert(etab, addJours(jour, 1));
  const motif = findFermeture(etab, jour);
  const raison = motif ? formatMotif(motif.motif, motif.libelle) : formatJourDeSemaine(jour);
  return { ouverte: false, phrase: prochain ? `${raison}, rouvre le ${formatJour(prochain, 'complet')}` : raison };
}

export function formatMotif(motif: MotifFermeture, libelle: string): string {
  const nom = motif === 'FERIE' ? 'Jour férié' : MOTIFS_FERMETURE[motif];
  if (libelle.startsWith(nom)) return libelle;
  return libelle ? `${nom} : ${libelle}` : nom;
}

/** Le jour que la fiche regarde : celui-ci, ou le prochain où la crèche ouvre. */
export function findJourRegarde(etab: EtablissementOuvert, jour: JourCivil): JourCivil {
  return findProchainOuvert(etab, jour) ?? jour;
}

export type Marche = { debut: number; fin: number; places: number };

/** La capacité d'un jour, d'un palier à l'autre. */
export function buildMarches(etab: EtablissementOuvert, jour: JourCivil): Marche[] {
  const marches: Marche[] = [];
  for (let t = etab.ouvre; t < etab.ferme; t += 15) {
    const places = findCapacite(etab, jour, t);
    const derniere = marches.at(-1);
    if (derniere?.places === places) derniere.fin = t + 15;
    else marches.push({ debut: t, fin: t + 15, places });
  }
  return marches;
}

export function buildSurnombre(etab: EtablissementOuvert, jour: JourCivil) {
  const places = findAutorisation(etab, jour)?.places;
  if (places === undefined) return null;
  const { sur, auPlus } = computeBornesSurnombre(places, { surnombre: SURNOMBRE.at(jour) });
  const phrase =
    sur === auPlus
      ? `Jamais plus de ${auPlus} enfants à la fois.`
      : `Jamais plus de ${sur} enfants à la fois ; ${auPlus} selon l’arrondi, à confirmer auprès de la PMI.`;
  return { phrase, textes: formatTextes(TEXTES_SURNOMBRE), categorie: computeCategorie(places, jour), places };
}

/** Ce que les unités d'accueil laissent à dire. */
export function listObjectionsUnites({ etab, unites }: CrecheFiche, jour: JourCivil): readonly string[] {
  const places = findAutorisation(etab, jour)?.places ?? 0;
  const verdict = evaluateUnites(places, unites, jour);
  const motifs: readonly Motif[] = verdict.issue === 'accepte' ? verdict.avertissements : [verdict];
  return motifs.map(({ motif, textes }) => `${motif} (${formatTextes(textes)})`);
}

export function buildDocuments({ documents }: CrecheFiche, jour: JourCivil) {
  return listDocumentsDus(documents, jour).map(({ texte, rappel, ...du }) => ({
    ...du,
    texte: formatTexte(texte),
    rappel: rappel && `${rappel.motif} (${formatTextes(rappel.textes)})`,
  }));
}

export type LigneContinuite = { cle: string; heures: string; qui: string | null; titre: string };

/** Qui assure la direction ce jour-là, d'heure en heure. */
export function buildContinuite({ etab, equipe, suppleance }: CrecheFiche, jour: JourCivil): LigneContinuite[] {
  const ouverture = { debut: etab.ouvre, fin: etab.ferme };
  return listContinuite({ etablissementId: etab.id, jour, ouverture, equipe, suppleance }).map(
    ({ debut, fin, pro }) => ({
      cle: String(debut),
      heures: `${formatMinutes(debut)} – ${formatMinutes(fin)}`,
      qui: pro && formatNom(pro.nom, pro.prenom),
      titre: pro
        ? METIERS_EAJE[pro.metier].libelle
        : 'Personne d’apte n’est attendu : la continuité de direction n’est pas assurée.',
    }),
  );
}

export type CaseJour = { jour: JourCivil; nature: 'ouvert' | 'repos' | MotifFermeture };
export type MoisCalendrier = { cle: string; nom: string; cases: CaseJour[] };

/** Douze mois de jours ouverts et fermés, depuis le mois en cours. */
export function buildCalendrier(etab: EtablissementOuvert, jour: JourCivil): MoisCalendrier[] {
  const premier = jourCivil(`${jour.slice(0, 7)}-01`);
  return Array.from({ length: 12 }, (_, rang) => {
    const debut = addMois(premier, rang);
    const fin = addJours(addMois(premier, rang + 1), -1);
    const cases: CaseJour[] = [];
    for (let j = debut; j <= fin; j = addJours(j, 1)) cases.push({ jour: j, nature: readNature(etab, j) });
    const nom = formatJour(debut, 'long').replace(/^\S+ /, '');
    return { cle: debut.slice(0, 7), nom: nom.replace(/^1er /, ''), cases };
  });
}

function readNature(etab: EtablissementOuvert, jour: JourCivil): CaseJour['nature'] {
  if (!etab.jours.includes(jourDeSemaine(jour))) return 'repos';
  return findFermeture(etab, jour)?.motif ?? 'ouvert';
}

function formatTextes(textes: readonly TexteLegal[]): string {
  return textes.map(formatTexte).join(' ; ');
}

function formatNombre(nombre: number): string {
  return nombre.toLocaleString('fr-FR');
}
