import { CASF_L226_4, type DelaiCompte, IP_033_RELANCE } from '#modules/informations-preoccupantes/index.ts';
import { formatHeure } from '#shared/instant.ts';
import { type JourCivil, jourCivilDeInstant } from '#shared/jour-civil.ts';
import { formatDistance, formatJour } from '#shared/jour-civil-format.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import { buildObjections } from '#web/ui/objection.ts';
import type { SignalementSuivi } from '../data/signalement-acte.server.ts';
import { evaluateSaisine } from '../rules/saisine.ts';
import { computeEnvoi, computeRelance, LIBELLE_ACTE_SIGNALEMENT, listActesSignalement } from '../rules/signalement.ts';
import {
  LIBELLE_DEMANDE,
  LIBELLE_ETAT_SIGNALEMENT,
  LIBELLE_MOTIF_SAISINE,
  LIBELLE_MOYEN,
  LIBELLE_SUITES_PARQUET,
  type Signalement,
} from '../signalement.ts';
import { formatAdresseEcrit, formatAdresseSignalement } from './adresses.ts';
import { TON_SIGNALEMENT } from './signalement-view.ts';

/** La page d'un signalement : son fond, sa vie, ce qui manque pour le signer, ce que l'on attend. */
export function buildSignalement(
  { cible, faits, signalement }: SignalementSuivi,
  jour: JourCivil,
  relanceJours: number,
) {
  const { id, etat, urgent, motif, autorite, demandes, argumentaire, actionsMenees, version } = signalement;
  return {
    id,
    version,
    etat: LIBELLE_ETAT_SIGNALEMENT[etat],
    ton: TON_SIGNALEMENT[etat],
    urgent,
    motif: LIBELLE_MOTIF_SAISINE[motif],
    autorite,
    demandes: demandes.map((demande) => LIBELLE_DEMANDE[demande]),
    argumentaire,
    actionsMenees,
    rapportJoint: faits.rapport.valideLe && formatJour(faits.rapport.valideLe, 'long'),
    vie: buildVie(signalement),
    attente: buildAttente(signalement, jour, relanceJours),
    manques:
      etat === 'brouillon' ? buildObjections(evaluateSaisine({ motif, actionsMenees, argumentaire }, faits)) : [],
    ecritHref: etat === 'abandonne' ? null : formatAdresseEcrit(cible.id, id),
    actes: listActesSignalement(etat).map((acte) => ({
      acte,
      titre: LIBELLE_ACTE_SIGNALEMENT[acte],
      href: formatAdresseSignalement(cible.id, id, acte),
    })),
  };
}

/** Ce qui lui est arrivé, dans l'ordre. */
function buildVie(s: Signalement) {
  const jour = (le: JourCivil) => formatJour(le, 'long');
  const lignes: [string, string | null][] = [
    ['Commencé', [jour(jourCivilDeInstant(s.creeLe)), s.creePar && `par ${s.creePar}`].filter(Boolean).join(' ')],
    ['Signé', s.valideLe && `${jour(s.valideLe)} par ${s.signataire} (arrêté ${s.arreteNumero})`],
    [
      'Envoyé',
      s.envoyeA &&
        `${jour(jourCivilDeInstant(s.envoyeA))} à ${formatHeure(s.envoyeA)}${s.moyen ? `, ${LIBELLE_MOYEN[s.moyen].toLocaleLowerCase('fr')}` : ''}`,
    ],
    ['Reçu par le parquet', s.accuseLe && jour(s.accuseLe)],
    ['Parquet relancé', s.relanceLe && jour(s.relanceLe)],
    [
      'Suites',
      s.suitesNature &&
        [LIBELLE_SUITES_PARQUET[s.suitesNature], s.suitesLe && jour(s.suitesLe), s.suites].filter(Boolean).join(' · '),
    ],
    ['Parents informés par écrit', s.ditLe && jour(s.ditLe)],
    ['Abandonné', s.motifAbandon],
  ];
  return lignes.flatMap(([titre, valeur]) => (valeur ? [{ titre, valeur }] : []));
}

function buildAttente(signalement: Signalement, jour: JourCivil, relanceJours: number) {
  const lire = (titre: string, delai: DelaiCompte | null, textes: readonly (typeof CASF_L226_4)[]) =>
    delai && {
      titre,
      quand: formatDistance(delai.pour, jour),
      retard: delai.pour < jour,
      etapes: delai.etapes,
      textes: textes.map(formatTexte),
    };
  if (signalement.etat === 'valide') return lire('À envoyer au parquet', computeEnvoi(signalement), [CASF_L226_4]);
  return lire('Réponse du parquet, ou relance', computeRelance(signalement, relanceJours), [
    CASF_L226_4,
    IP_033_RELANCE,
  ]);
}
