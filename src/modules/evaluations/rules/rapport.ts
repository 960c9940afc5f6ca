/**
 * Le rapport d'évaluation : un volet par mineur (IP-012), son contenu (IP-014), sa conclusion et sa proposition (IP-020).
 *
 * Ce que dit le texte : l'évaluation porte aussi sur les autres mineurs présents au domicile (CASF L226-3, D226-2-3 I) ; elle apprécie
 * les besoins, la santé, l'éducation, le développement et les signes de souffrance du mineur, la capacité des titulaires de l'autorité
 * parentale à se mobiliser et les ressources de l'entourage, sans chercher à établir la véracité des faits (D226-2-3 II et III) ;
 * le rapport porte une conclusion unique et commune, et l'une de trois propositions : classement, actions adaptées, saisine
 * argumentée de l'autorité judiciaire (D226-2-7).
 * Comment il est lu ici : chaque mineur a son volet, dont les rubriques du texte sont écrites ; ce qui regarde les parents et
 * l'entourage s'écrit une fois pour le foyer. Un mineur impossible à rencontrer (IP-019, D226-2-6 II) ou un danger présumé que
 * l'on ne peut évaluer (IP-031, L226-4 I) oblige à proposer la saisine. La saisine se motive ; les autres propositions, au choix.
 * Non traité : une conclusion différente pour deux mineurs du même foyer ; le texte la veut commune.
 */
import {
  CASF_D226_2_3,
  CASF_D226_2_6_II,
  CASF_D226_2_7,
  CASF_L226_3,
  CASF_L226_4,
} from '#modules/informations-preoccupantes/index.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import { listRubriques } from '../rubrique.ts';
import type { FaitsEvaluation, Manque, MineurEvalue } from './faits.ts';
import { listImpossibles } from './rencontres.ts';

/** Les rubriques demandées qui ne sont pas écrites, du volet d'un mineur ou du foyer. */
export function listRubriquesVides(faits: Pick<FaitsEvaluation, 'rubriques'>, mineur: MineurEvalue | null): string[] {
  const ecrites = new Set(
    faits.rubriques.filter(({ mineurId }) => mineurId === (mineur?.id ?? null)).map(({ code }) => code),
  );
  return listRubriques(mineur)
    .filter(({ code, requise }) => requise && !ecrites.has(code))
    .map(({ titre }) => titre);
}

export function listManquesDeRedaction(faits: FaitsEvaluation): Manque[] {
  const duMineur = faits.mineurs.flatMap((mineur): Manque[] => {
    const vides = listRubriquesVides(faits, mineur);
    if (vides.length === 0) return [];
    const entier = !faits.rubriques.some(({ mineurId }) => mineurId === mineur.id);
    return [
      {
        regle: 'IP-012',
        motif: entier
          ? `${mineur.nom} n’a pas de volet d’évaluation.`
          : `Le volet de ${mineur.nom} est incomplet : ${formatTitres(vides)}.`,
        textes: [CASF_L226_3, CASF_D226_2_3],
        rayon: 'redaction',
        mineurId: mineur.id,
      },
    ];
  });
  const duFoyer = listRubriquesVides(faits, null);
  if (duFoyer.length === 0) return duMineur;
  return [
    ...duMineur,
    {
      regle: 'IP-014',
      motif: `Ce qui regarde le foyer est incomplet : ${formatTitres(duFoyer)}.`,
      textes: [CASF_D226_2_3],
      rayon: 'redaction',
      mineurId: null,
    },
  ];
}

const formatTitres = (titres: readonly string[]): string =>
  titres.map((titre) => titre.toLocaleLowerCase('fr')).join(', ');

export function listManquesDeConclusion(faits: FaitsEvaluation): Manque[] {
  const { conclusion, proposition, argumentaire } = faits.rapport;
  const buildManque = (regle: string, motif: string, texte: TexteLegal): Manque => ({
    regle,
    motif,
    textes: [texte],
    rayon: 'conclusion',
    mineurId: null,
  });
  return [
    ...(conclusion === null
      ? [buildManque('IP-020', 'La conclusion commune manque : danger, risque, ou ni l’un ni l’autre.', CASF_D226_2_7)]
      : []),
    ...(proposition === null
      ? [buildManque('IP-020', 'La proposition manque : classement, actions adaptées ou saisine.', CASF_D226_2_7)]
      : []),
    ...(proposition === 'saisine' && !argumentaire?.trim()
      ? [buildManque('IP-020', 'Une proposition de saisine se motive.', CASF_D226_2_7)]
      : []),
    ...listSaisinesObligees(faits).map(({ regle, motif, texte }) => buildManque(regle, motif, texte)),
  ];
}

/** Ce qui oblige à proposer la saisine, quand la proposition est autre. */
function listSaisinesObligees(faits: FaitsEvaluation): { regle: string; motif: string; texte: TexteLegal }[] {
  if (faits.rapport.proposition === null || faits.rapport.proposition === 'saisine') return [];
  const impossibles = listImpossibles(faits).map(({ nom }) => nom);
  return [
    ...(impossibles.length > 0
      ? [
          {
            regle: 'IP-019',
            motif: `Il a été impossible de rencontrer ${impossibles.join(', ')} : la seule proposition possible est la saisine de l’autorité judiciaire.`,
            texte: CASF_D226_2_6_II,
          },
        ]
      : []),
    ...(faits.rapport.evaluationImpossible
      ? [
          {
            regle: 'IP-031',
            motif:
              'Le danger est présumé et l’évaluation impossible : la seule proposition possible est la saisine de l’autorité judiciaire.',
            texte: CASF_L226_4,
          },
        ]
      : []),
  ];
}
