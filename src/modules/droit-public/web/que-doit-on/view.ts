import { compareObligations, computeObligations, type ObligationDue } from '#modules/echeances/index.ts';
import { formatHeure, formatInstantEcrit } from '#shared/instant.ts';
import { differenceEnJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { ACTEURS, type Dossier, STATUTS, type Statut } from '#shared/obligation.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import type { Ton } from '#web/ui/ton.ts';

const TONS: Readonly<Record<Statut, Ton>> = {
  'en-retard': 'retard',
  'aujourd-hui': 'bientot',
  'a-venir': 'accent',
  faite: 'fait',
  'faite-en-retard': 'fait',
  eteinte: 'neutre',
};

/** Ce qui reste à faire d'abord : c'est la question posée. */
const GROUPES: readonly { titre: string; statuts: readonly Statut[] }[] = [
  { titre: 'À faire', statuts: ['en-retard', 'aujourd-hui', 'a-venir'] },
  { titre: 'Fait', statuts: ['faite', 'faite-en-retard'] },
  { titre: 'Sans objet', statuts: ['eteinte'] },
];

export type ObligationVue = Readonly<{
  cle: string;
  ton: Ton;
  quand: string;
  statut: string;
  jourComplet: string;
  qui: string;
  libelle: string;
  mesure: string | null;
  regle: string;
  textes: readonly string[];
  etapes: readonly string[];
}>;

export type GroupeVu = Readonly<{ titre: string; obligations: readonly ObligationVue[] }>;
export type ReponseVue = Readonly<{ resume: string; groupes: readonly GroupeVu[] }>;

/** Ce que le droit doit, rangé comme on le lit ; ce qui est à faire se montre même vide. */
export function buildReponse(dossier: Dossier): ReponseVue {
  const dues = computeObligations(dossier).sort(compareObligations);
  const groupes = GROUPES.map(({ titre, statuts }) => ({
    titre,
    obligations: dues
      .filter(({ statut }) => statuts.includes(statut))
      .map((due) => buildObligation(due, dossier.aujourdhui)),
  }));
  return {
    resume: formatResume(dues),
    groupes: groupes.filter(({ obligations }, rang) => rang === 0 || obligations.length > 0),
  };
}

function buildObligation(due: ObligationDue, aujourdhui: JourCivil): ObligationVue {
  const { regle, cle, mesure, libelle, pour, instant, statut, acteur, textes, etapes } = due;
  return {
    cle: `${regle.id} ${cle}`,
    ton: TONS[statut],
    quand: instant ? `${formatJour(pour, 'court')} à ${formatHeure(instant)}` : formatJour(pour, 'court'),
    statut: formatStatut(due, aujourdhui),
    jourComplet: instant ? formatInstantEcrit(instant) : formatJour(pour, 'complet'),
    qui: ACTEURS[acteur],
    libelle,
    mesure,
    regle: regle.id,
    textes: textes.map(formatTexte),
    etapes: etapes(),
  };
}

function formatStatut({ statut, pour, faiteLe }: ObligationDue, aujourdhui: JourCivil): string {
  const ecart = Math.abs(differenceEnJours(aujourdhui, pour));
  const jours = `${ecart} jour${ecart > 1 ? 's' : ''}`;
  if (statut === 'en-retard') return `en retard de ${jours}`;
  if (statut === 'a-venir') return `dans ${jours}`;
  return faiteLe ? `${STATUTS[statut]} le ${formatJour(faiteLe, 'court')}` : STATUTS[statut];
}

function formatResume(dues: readonly ObligationDue[]): string {
  const count = (...statuts: Statut[]) => dues.filter(({ statut }) => statuts.includes(statut)).length;
  const faites = count('faite', 'faite-en-retard');
  return [
    `${count('en-retard')} en retard`,
    `${count('aujourd-hui')} aujourd’hui`,
    `${count('a-venir')} à venir`,
    `${faites} ${faites > 1 ? 'faites' : 'faite'}`,
    `${count('eteinte')} sans objet`,
  ].join(', ');
}
