/**
 * Le rapport d'évaluation, entier : le foyer, un volet par mineur (CASF L226-3), les rencontres et les avis (D226-2-6 II), la
 * conclusion et la proposition (D226-2-7), le référentiel appliqué et sa version. La source n'y est pas nommée.
 */
import { formatMetier } from '#modules/agents/index.ts';
import {
  LIBELLE_AUPRES,
  LIBELLE_CONCLUSION,
  LIBELLE_ISSUE,
  LIBELLE_LIEU,
  LIBELLE_NON_SEUL,
  LIBELLE_PROPOSITION,
  listRubriques,
  type MotifNonSeul,
} from '#modules/evaluations/index.ts';
import { formatMineur } from '#modules/informations-preoccupantes/index.ts';
import type { DonneesDe } from '#modules/trames/index.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatNom } from '#shared/nom-propre.ts';
import type { DossierEcrits, Equipier, EvaluationLue } from '../data/dossier.server.ts';
import { buildAdultes, buildMineurs, buildReference, formatLong, formatMinuscule } from './lettre.ts';
import type { RAPPORT_EVALUATION } from './rapport-trame.ts';

type Donnees = DonneesDe<typeof RAPPORT_EVALUATION.balises>;
type Rencontre = EvaluationLue['rencontres'][number];
type Rapport = EvaluationLue['faits']['rapport'];

export function buildRapportEvaluation(
  { fiche, aujourdhui }: Pick<DossierEcrits, 'fiche' | 'aujourdhui'>,
  evaluation: EvaluationLue,
  equipe: readonly Equipier[],
): Donnees {
  const { rapport } = evaluation.faits;
  const foyer = buildRubriques(evaluation, null);
  return {
    ...buildReference(fiche),
    ...buildEtat(rapport),
    echeance: formatLong(fiche.enTete.echeance),
    unite: fiche.enTete.unite,
    mineurs: buildMineurs(fiche.enTete.mineurs, aujourdhui),
    adultes: buildAdultes(fiche),
    equipe: equipe.map(({ nom, prenom, metier }) => ({
      equipier: formatNom(nom, prenom),
      metier: formatMinuscule(formatMetier(metier)),
    })),
    rencontres: evaluation.rencontres.toReversed().map((rencontre) => buildRencontre(rencontre, evaluation)),
    sans_rencontre: evaluation.rencontres.length === 0,
    avis: evaluation.avis.map((avis) => buildAvis(avis, evaluation)),
    sans_avis: evaluation.avis.length === 0,
    contexte: foyer.get('contexte') ?? null,
    deroulement: foyer.get('deroulement') ?? null,
    capacites: foyer.get('capacites') ?? null,
    ressources: foyer.get('ressources') ?? null,
    analyse: foyer.get('analyse') ?? null,
    volets: fiche.enTete.mineurs.map((mineur) => buildVolet(mineur, evaluation)),
  };
}

function buildEtat(rapport: Rapport) {
  const { referentiel, referentielVersion, conclusion, proposition, argumentaire } = rapport;
  return {
    projet: rapport.valideLe === null,
    referentiel,
    referentiel_version: referentielVersion,
    sans_domicile: rapport.sansDomicileMotif,
    evaluation_impossible: rapport.evaluationImpossible,
    conclusion: conclusion && LIBELLE_CONCLUSION[conclusion],
    proposition: proposition && LIBELLE_PROPOSITION[proposition],
    argumentaire,
    remis_le: formatLong(rapport.remisLe),
    remis_par: rapport.remisPar,
    valide_le: formatLong(rapport.valideLe),
    valide_par: rapport.validePar,
  };
}

function buildRubriques({ rubriques }: EvaluationLue, mineurId: string | null): Map<string, string> {
  return new Map(
    rubriques.filter((rubrique) => rubrique.mineurId === mineurId).map(({ code, texte }) => [code, texte]),
  );
}

function buildRencontre(rencontre: Rencontre, { faits }: EvaluationLue): Donnees['rencontres'][number] {
  const { le, lieu, issue, mineurs, titulairesPresents, mineurSeul, accordParental, sansAccordMotif } = rencontre;
  const noms = faits.mineurs.filter(({ id }) => mineurs.includes(id)).map(({ nom }) => nom);
  const seul = accordParental
    ? 'sans ses parents, avec leur accord'
    : `sans ses parents ni leur accord : ${sansAccordMotif}`;
  return {
    rencontre_le: formatJour(le, 'long'),
    rencontre_lieu: `${LIBELLE_LIEU[lieu]} : ${formatMinuscule(LIBELLE_ISSUE[issue])}`,
    rencontre_presents:
      [...noms, titulairesPresents ? 'les titulaires de l’autorité parentale' : null, mineurSeul ? seul : null]
        .filter(Boolean)
        .join(', ') || 'personne',
    rencontre_compte_rendu: rencontre.compteRendu ?? 'Pas de compte rendu.',
  };
}

function buildAvis(avis: EvaluationLue['avis'][number], { faits }: EvaluationLue): Donnees['avis'][number] {
  const { aupres, mineurId, adulteId, qui, le, recueilli, teneur, motifAbsence } = avis;
  const connu = [...faits.mineurs, ...faits.titulaires].find(({ id }) => id === (mineurId ?? adulteId));
  return {
    avis_de: [connu?.nom ?? LIBELLE_AUPRES[aupres], qui].filter(Boolean).join(', '),
    avis_quand: recueilli ? `recueilli le ${formatJour(le, 'long')}` : 'non recueilli',
    avis_texte: (recueilli ? teneur : motifAbsence) ?? null,
  };
}

const SANS_OBJET = 'Sans objet avant la naissance.';

function buildVolet(
  mineur: DossierEcrits['fiche']['enTete']['mineurs'][number],
  evaluation: EvaluationLue,
): Donnees['volets'][number] {
  const ecrites = buildRubriques(evaluation, mineur.id);
  const demandees = new Set(listRubriques(mineur).map(({ code }) => code));
  const read = (code: string) => ecrites.get(code) || (demandees.has(code) ? null : SANS_OBJET);
  const volet = evaluation.volets.find(({ mineurId }) => mineurId === mineur.id);
  const seul = volet?.nonSeul ? formatMinuscule(LIBELLE_NON_SEUL[volet.nonSeul as MotifNonSeul]) : null;
  return {
    volet: formatMineur(mineur),
    besoins: read('besoins'),
    sante: read('sante'),
    education: read('education'),
    developpement: read('developpement'),
    souffrance: read('souffrance'),
    particularites: ecrites.get('particularites') ?? null,
    non_seul: seul && [seul, volet?.nonSeulMotif].filter(Boolean).join(' : '),
    rencontre_impossible: volet?.impossibleMotif ?? null,
  };
}
