/**
 * Ce que les travaux d'une crèche font devoir (EVT-03, TRV-02, TRV-03).
 *
 * Ce que dit le texte : toute modification d'un élément de l'autorisation est portée sans délai à la connaissance du président du conseil
 * départemental (CSP, art. R2324-24). Aucun texte ne chiffre l'information des familles.
 * Comment il est lu ici : la modification est décidée quand le besoin est validé ; « sans délai » est ce jour même. Les familles sont prévenues trente
 * jours avant le début, ce que le département règle et qui reste à confirmer ; programmés plus tard que cela, les travaux sont en retard dès ce jour.
 * La crèche rouvre au jour prévu. Des travaux abandonnés ne doivent plus rien.
 * Non traité : l'avis du président sur la modification, et l'autorisation nouvelle qu'elle demande parfois (CAP-03).
 */
import { readParametre } from '#modules/organisation/index.ts';
import { addJours, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { type Dossier, type Fait, listFaits, type Obligation, type Regle } from '#shared/obligation.ts';
import { TRAVAUX_CRECHE } from '../faits.ts';
import { CSP_R2324_24, INFORMATION_FAMILLES, TRV_03 } from './textes.ts';

const TOUJOURS = { du: jourCivil('1900-01-01'), au: null };
type Travaux = Fait<typeof TRAVAUX_CRECHE>;

/** Une fin avant le besoin est une faute de saisie : on ne la retient pas. */
const apres = (jour: JourCivil | undefined, { date }: Travaux): JourCivil | null =>
  jour !== undefined && jour >= date ? jour : null;

/** Par dossier, le dernier inscrit ; sans identité, chacun est à part. */
function listTravaux(dossier: Dossier): [string, Travaux][] {
  return [
    ...new Map(listFaits(dossier, TRAVAUX_CRECHE).map((fait, rang) => [fait.dossier ?? `${fait.date} ${rang}`, fait])),
  ];
}

const nommer = (libelle: string, { objet }: Travaux) => (objet ? `${libelle} : ${objet}` : libelle);

function listInformationsPcd(dossier: Dossier): Obligation[] {
  return listTravaux(dossier).flatMap(([cle, fait]): Obligation[] => {
    const valideLe = apres(fait.valideLe, fait);
    if (!fait.autorisation || valideLe === null) return [];
    const faiteLe = apres(fait.pcdLe, fait);
    return [
      {
        cle,
        depuis: valideLe,
        pour: valideLe,
        faiteLe,
        eteinteLe: faiteLe === null ? apres(fait.abandonneLe, fait) : null,
        libelle: nommer('Informer le président du conseil départemental', fait),
        etapes: () => [
          `Travaux validés le ${formatJour(valideLe, 'long')}, qui touchent l’autorisation : sans délai, donc le jour même.`,
        ],
      },
    ];
  });
}

function listInformationsFamilles(dossier: Dossier): Obligation[] {
  const jours = readParametre(dossier, 'creches.travaux-familles-jours');
  return listTravaux(dossier).flatMap(([cle, fait]): Obligation[] => {
    const programmeLe = apres(fait.programmeLe, fait);
    const debut = apres(fait.debut, fait);
    if (!fait.gel || programmeLe === null || debut === null) return [];
    const faiteLe = apres(fait.famillesLe, fait);
    const pour = addJours(debut, -jours);
    return [
      {
        cle,
        depuis: programmeLe < pour ? programmeLe : pour,
        pour,
        faiteLe,
        eteinteLe: faiteLe === null ? (apres(fait.rouvertLe, fait) ?? apres(fait.abandonneLe, fait)) : null,
        libelle: nommer('Informer les familles', fait),
        etapes: () => [
          `Travaux programmés le ${formatJour(programmeLe, 'long')}, à partir du ${formatJour(debut, 'long')} : des places sont gelées.`,
          `Les familles le savent ${jours} jours avant : ${formatJour(pour, 'long')}.`,
        ],
      },
    ];
  });
}

function listReouvertures(dossier: Dossier): Obligation[] {
  return listTravaux(dossier).flatMap(([cle, fait]): Obligation[] => {
    const programmeLe = apres(fait.programmeLe, fait);
    const prevue = apres(fait.reouverturePrevue, fait);
    if (programmeLe === null || prevue === null) return [];
    const faiteLe = apres(fait.rouvertLe, fait);
    return [
      {
        cle,
        depuis: programmeLe,
        pour: prevue,
        faiteLe,
        eteinteLe: faiteLe === null ? apres(fait.abandonneLe, fait) : null,
        libelle: nommer('Rouvrir après travaux', fait),
        etapes: () => [`Réouverture prévue le ${formatJour(prevue, 'long')}, une fois la liste de contrôle tenue.`],
      },
    ];
  });
}

export const REGLES_TRAVAUX_EAJE: readonly Regle[] = [
  {
    id: 'EVT-03',
    libelle: 'Informer le président du conseil départemental de travaux qui touchent l’autorisation',
    acteur: 'petite-enfance',
    gravite: 'critique',
    textes: [CSP_R2324_24],
    vigueur: TOUJOURS,
    satisfaite: 'L’information du président est inscrite au dossier de travaux.',
    arretee: 'Les travaux sont abandonnés, ou la crèche ferme.',
    list: listInformationsPcd,
  },
  {
    id: 'TRV-02',
    libelle: 'Informer les familles avant des travaux qui gèlent des places',
    acteur: 'creche',
    gravite: 'normale',
    textes: [INFORMATION_FAMILLES],
    vigueur: TOUJOURS,
    satisfaite: 'L’information des familles est inscrite au dossier de travaux.',
    arretee: 'La crèche rouvre, les travaux sont abandonnés, ou la crèche ferme.',
    list: listInformationsFamilles,
  },
  {
    id: 'TRV-03',
    libelle: 'Rouvrir la crèche au jour prévu',
    acteur: 'petite-enfance',
    gravite: 'normale',
    textes: [TRV_03],
    vigueur: TOUJOURS,
    satisfaite: 'La réouverture est inscrite, la liste de contrôle tenue.',
    arretee: 'Les travaux sont abandonnés, ou la crèche ferme.',
    list: listReouvertures,
  },
];
