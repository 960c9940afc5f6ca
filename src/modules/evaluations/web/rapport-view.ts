import type { EnTeteInformation } from '#modules/informations-preoccupantes/index.server.ts';
import { formatAgeDeMineur, formatMineur } from '#modules/informations-preoccupantes/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import type { AvisLu, FaitsLus, RencontreLue, VoletLu } from '../data/evaluation-queries.server.ts';
import type { RubriqueLue } from '../data/redaction-queries.server.ts';
import {
  LIBELLE_AUPRES,
  LIBELLE_CONCLUSION,
  LIBELLE_ISSUE,
  LIBELLE_LIEU,
  LIBELLE_NON_SEUL,
  LIBELLE_PROPOSITION,
  type MotifNonSeul,
} from '../evaluation.ts';
import { listRubriques } from '../rubrique.ts';

type Lu = {
  enTete: EnTeteInformation;
  faits: FaitsLus;
  rubriques: readonly RubriqueLue[];
  rencontres: readonly RencontreLue[];
  avis: readonly AvisLu[];
  volets: readonly VoletLu[];
};

/** Le rapport tel qu'il se lit et s'imprime : le foyer, chaque mineur, les rencontres, les avis, la conclusion. */
export function buildRapport({ enTete, faits, rubriques, rencontres, avis, volets }: Lu, jour: JourCivil) {
  const { rapport } = faits;
  const nomDe = new Map([...faits.mineurs, ...faits.titulaires].map(({ id, nom }) => [id, nom]));
  return {
    numero: enTete.numero,
    faits: [
      ['Reçue le', formatJour(enTete.recueLe, 'long')],
      [
        'Mineurs du foyer',
        enTete.mineurs.map((mineur) => `${formatMineur(mineur)}, ${formatAgeDeMineur(mineur, jour)}`).join(' ; '),
      ],
      ['Équipe d’évaluation', enTete.equipe.map(({ nom }) => nom).join(', ')],
      ['Référentiel', [rapport.referentiel, rapport.referentielVersion].filter(Boolean).join(', ')],
      [
        'Remis',
        rapport.remisLe ? `le ${formatJour(rapport.remisLe, 'long')} par ${rapport.remisPar}` : 'projet, non remis',
      ],
      ['Validé', rapport.valideLe ? `le ${formatJour(rapport.valideLe, 'long')} par ${rapport.validePar}` : 'non'],
    ].map(([titre = '', valeur = '']) => ({ titre, valeur })),
    parties: [null, ...faits.mineurs].map((mineur) => ({
      cle: mineur?.id ?? 'foyer',
      titre: mineur?.nom ?? 'Le foyer',
      raisons: mineur ? formatRaisons(volets.find(({ mineurId }) => mineurId === mineur.id)) : formatDomicile(rapport),
      rubriques: listRubriques(mineur).map(({ code, titre }) => ({
        code,
        titre,
        texte: rubriques.find((r) => r.code === code && r.mineurId === (mineur?.id ?? null))?.texte ?? '',
      })),
    })),
    rencontres: rencontres.toReversed().map((rencontre) => ({
      cle: rencontre.id,
      titre: `${formatJour(rencontre.le, 'long')}, ${LIBELLE_LIEU[rencontre.lieu].toLocaleLowerCase('fr')} : ${LIBELLE_ISSUE[rencontre.issue].toLocaleLowerCase('fr')}`,
      detail: formatPresents(rencontre, nomDe),
      texte: rencontre.compteRendu ?? '',
    })),
    avis: avis.map(({ id, aupres, mineurId, adulteId, qui, le, recueilli, teneur, motifAbsence }) => ({
      cle: id,
      titre: [nomDe.get(mineurId ?? adulteId ?? '') ?? LIBELLE_AUPRES[aupres], qui].filter(Boolean).join(', '),
      detail: recueilli ? `recueilli le ${formatJour(le, 'long')}` : 'non recueilli',
      texte: (recueilli ? teneur : motifAbsence) ?? '',
    })),
    conclusion: rapport.conclusion && LIBELLE_CONCLUSION[rapport.conclusion],
    proposition: rapport.proposition && LIBELLE_PROPOSITION[rapport.proposition],
    argumentaire: rapport.argumentaire,
    evaluationImpossible: rapport.evaluationImpossible,
  };
}
export type RapportVu = ReturnType<typeof buildRapport>;

function formatDomicile({ sansDomicileMotif }: FaitsLus['rapport']): string[] {
  return sansDomicileMotif ? [`Pas de rencontre au domicile : ${sansDomicileMotif}`] : [];
}

function formatRaisons(volet: VoletLu | undefined): string[] {
  if (!volet) return [];
  const { nonSeul, nonSeulMotif, impossibleMotif } = volet;
  const seul =
    nonSeul &&
    [LIBELLE_NON_SEUL[nonSeul as MotifNonSeul].toLocaleLowerCase('fr'), nonSeulMotif].filter(Boolean).join(' : ');
  return [
    ...(impossibleMotif ? [`Il a été impossible de le rencontrer : ${impossibleMotif}`] : []),
    ...(seul ? [`Il n’a pas été vu sans ses parents : ${seul}`] : []),
  ];
}

function formatPresents(rencontre: RencontreLue, nomDe: ReadonlyMap<string, string>): string {
  const { mineurs, titulairesPresents, mineurSeul, accordParental, sansAccordMotif } = rencontre;
  return [
    mineurs.map((id) => nomDe.get(id)).join(', '),
    titulairesPresents ? 'avec les titulaires de l’autorité parentale' : '',
    mineurSeul
      ? `sans ses parents, ${accordParental ? 'avec leur accord' : `sans leur accord : ${sansAccordMotif}`}`
      : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
