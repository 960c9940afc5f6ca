import { jourCivilDeInstant } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import type { FaitsLus } from '../data/evaluation-queries.server.ts';
import { LIBELLE_AUPRES, LIBELLE_CONCLUSION, LIBELLE_ISSUE, LIBELLE_LIEU, LIBELLE_PROPOSITION } from '../evaluation.ts';
import { listRubriques } from '../rubrique.ts';
import { listRubriquesVides } from '../rules/rapport.ts';
import { listManques } from '../rules/remise.ts';
import { evaluateRencontre, type RencontreDuMineur } from '../rules/rencontres.ts';
import { findAdresseManque, formatAdresseEvaluation } from './evaluation-view.ts';

const RENCONTRE: Record<RencontreDuMineur, string> = {
  'vu-seul': 'vu sans ses parents',
  'vu-accompagne': 'vu avec ses parents',
  impossible: 'impossible à rencontrer : saisine',
  jamais: 'pas encore rencontré',
  'a-naitre': 'à naître',
};

/** Ce que la page d'une évaluation montre : ce qui manque, ce qui est fait, où l'on en est du rapport. */
export function buildSynthese(id: string, faits: FaitsLus) {
  const nomDe = new Map([...faits.mineurs, ...faits.titulaires].map((personne) => [personne.id, personne.nom]));
  return {
    manques: listManques(faits).map((manque) => ({
      cle: `${manque.regle}-${manque.rayon}-${manque.mineurId ?? ''}-${manque.motif}`,
      regle: manque.regle,
      motif: manque.motif,
      textes: manque.textes.map(formatTexte).join(' · '),
      href: findAdresseManque(id, manque),
    })),
    rencontres: faits.rencontres.map(({ id: cle, le, lieu, issue, titulairesPresents, mineurSeul, mineurs }) => ({
      cle,
      titre: `${LIBELLE_LIEU[lieu]}, ${LIBELLE_ISSUE[issue].toLocaleLowerCase('fr')}`,
      quand: formatJour(le, 'court'),
      detail: [
        mineurs.map((mineur) => nomDe.get(mineur)).join(', '),
        titulairesPresents ? 'avec les titulaires' : mineurSeul ? 'sans ses parents' : '',
      ]
        .filter(Boolean)
        .join(' · '),
      href: formatAdresseEvaluation(id, `rencontre/${cle}`),
    })),
    avis: faits.avis.map(({ id: cle, aupres, mineurId, adulteId, qui, le, recueilli }) => ({
      cle,
      titre: [nomDe.get(mineurId ?? adulteId ?? '') ?? LIBELLE_AUPRES[aupres], qui].filter(Boolean).join(', '),
      quand: formatJour(le, 'court'),
      detail: recueilli ? '' : 'pas recueilli, raison écrite',
      href: formatAdresseEvaluation(id, `avis/${cle}`),
    })),
    volets: [null, ...faits.mineurs].map((mineur) => buildVolet(id, faits, mineur)),
    rapport: buildRapport(faits),
    complement: faits.complement && {
      motif: faits.complement.motif,
      qui: [faits.complement.par, `le ${formatInstant(faits.complement.le)}`].filter(Boolean).join(', '),
    },
  };
}
export type Synthese = ReturnType<typeof buildSynthese>;

const formatInstant = (instant: string): string => formatJour(jourCivilDeInstant(instant), 'long');

function buildVolet(id: string, faits: FaitsLus, mineur: FaitsLus['mineurs'][number] | null) {
  const requises = listRubriques(mineur).filter(({ requise }) => requise).length;
  const vides = listRubriquesVides(faits, mineur).length;
  const siennes = faits.rubriques.filter(({ mineurId }) => mineurId === (mineur?.id ?? null));
  const derniere = siennes.toSorted((a, b) => (a.le < b.le ? 1 : -1))[0];
  return {
    cle: mineur?.id ?? 'foyer',
    titre: mineur?.nom ?? 'Le foyer',
    rencontre: mineur ? RENCONTRE[evaluateRencontre(faits, mineur)] : '',
    avancement: `${requises - vides} sur ${requises}`,
    complet: vides === 0,
    derniere: derniere ? [derniere.par, formatInstant(derniere.le)].filter(Boolean).join(', ') : '',
    href: formatAdresseEvaluation(id, `redaction/${mineur?.id ?? 'foyer'}`),
  };
}

function buildRapport({ rapport }: FaitsLus) {
  const { conclusion, proposition, remisLe, remisPar, valideLe, validePar, referentiel, referentielVersion } = rapport;
  return {
    conclusion: conclusion === null ? null : LIBELLE_CONCLUSION[conclusion],
    proposition: proposition === null ? null : LIBELLE_PROPOSITION[proposition],
    remis: remisLe && [`le ${formatJour(remisLe, 'long')}`, remisPar && `par ${remisPar}`].filter(Boolean).join(' '),
    valide:
      valideLe && [`le ${formatJour(valideLe, 'long')}`, validePar && `par ${validePar}`].filter(Boolean).join(' '),
    referentiel: referentiel && `${referentiel}, ${referentielVersion}`,
  };
}
