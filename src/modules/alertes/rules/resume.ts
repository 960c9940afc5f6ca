/**
 * Le texte des courriels. Rien n'y entre qu'un libellé de règle, un jour d'échéance, des initiales et un lien : un courriel
 * traverse des serveurs et des écrans que le département ne tient pas. Un dossier restreint n'a ni initiales ni lien.
 */

import { differenceEnJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import type { Gravite } from '#shared/obligation.ts';

export type Due = {
  regle: string;
  libelle: string;
  gravite: Gravite;
  pour: JourCivil;
  /** « L. M. » ; nul pour un dossier restreint, et quand personne n'est nommé. */
  initiales: string | null;
  /** Chemin de la page ; nul pour un dossier restreint. */
  chemin: string | null;
};

/** `total` peut dépasser ce qui est montré ; `mots`, au singulier puis au pluriel, le disent dans l'objet. */
export type Section = { titre: string; mots: readonly [string, string]; total: number; dues: readonly Due[] };

export type Cadre = { adresse: string; aujourdhui: JourCivil };

export function formatMatin(sections: readonly Section[], cadre: Cadre): { objet: string; corps: string } {
  const pleines = sections.filter(({ total }) => total > 0);
  return {
    objet: `Marelle : ${pleines.map(({ mots, total }) => formatNombre(total, ...mots)).join(', ')}`,
    corps: buildCorps(
      pleines.map((section) => formatSection(section, cadre)),
      cadre,
    ),
  };
}

export type LigneDeRegle = { regle: string; libelle: string; ouvertes: number; retards: number; critiques: number };
export type Semaine = {
  lignes: readonly LigneDeRegle[];
  duesCetteSemaine: number;
  faitesEnSeptJours: number;
  plusAnciens: readonly Due[];
};

export function formatSemaine(
  { lignes, duesCetteSemaine, faitesEnSeptJours, plusAnciens }: Semaine,
  cadre: Cadre,
): { objet: string; corps: string } {
  const total = (cle: 'ouvertes' | 'retards' | 'critiques') => lignes.reduce((somme, ligne) => somme + ligne[cle], 0);
  const chiffres = [
    `En retard : ${total('retards')}, dont critiques ${total('critiques')}`,
    `À faire d’ici sept jours : ${duesCetteSemaine}`,
    `Faites ces sept derniers jours : ${faitesEnSeptJours}`,
    `Ouvertes en tout : ${total('ouvertes')}`,
  ];
  const natures = lignes
    .filter(({ retards }) => retards > 0)
    .map(({ regle, libelle, retards, ouvertes }) => `- ${libelle} (${regle}) : ${retards} en retard sur ${ouvertes}`);
  return {
    objet: `Marelle : la semaine de votre équipe, ${total('retards')} en retard`,
    corps: buildCorps(
      [
        chiffres.join('\n'),
        ...(natures.length > 0 ? [['Par nature', ...natures].join('\n')] : []),
        ...(plusAnciens.length > 0
          ? [formatSection({ titre: 'Les plus anciens retards', total: plusAnciens.length, dues: plusAnciens }, cadre)]
          : []),
      ],
      cadre,
    ),
  };
}

export function formatEscalade(
  { recues, dites }: { recues: readonly Due[]; dites: readonly Due[] },
  cadre: Cadre,
): { objet: string; corps: string } {
  const sections = [
    { titre: 'Retards de votre équipe portés à votre connaissance', total: recues.length, dues: recues },
    { titre: 'Vos retards portés à la connaissance de votre hiérarchie', total: dites.length, dues: dites },
  ].filter(({ total }) => total > 0);
  return {
    objet: `Marelle : ${formatNombre(recues.length + dites.length, 'retard porté', 'retards portés')} à la hiérarchie`,
    corps: buildCorps(
      sections.map((section) => formatSection(section, cadre)),
      cadre,
    ),
  };
}

export function formatNombre(nombre: number, un: string, plusieurs: string): string {
  return `${nombre} ${nombre > 1 ? plusieurs : un}`;
}

const MONTREES = 20;

function formatSection({ titre, total, dues }: Omit<Section, 'mots'>, { adresse, aujourdhui }: Cadre): string {
  const montrees = dues.slice(0, MONTREES);
  const lignes = montrees.flatMap((due) => formatDue(due, adresse, aujourdhui));
  const reste = total - montrees.length;
  return [`${titre} (${total})`, ...lignes, ...(reste > 0 ? [`… et ${reste} autres : ${adresse}/echeances`] : [])].join(
    '\n',
  );
}

function formatDue({ regle, libelle, gravite, pour, initiales, chemin }: Due, adresse: string, aujourdhui: JourCivil) {
  const qui = initiales ?? (chemin === null ? 'dossier restreint' : 'sans identité connue');
  const quand = `pour le ${formatJour(pour, 'long')}${formatRetard(pour, aujourdhui)}`;
  const ligne = `- ${gravite === 'critique' ? 'Critique : ' : ''}${libelle} (${regle}), ${qui}, ${quand}`;
  return chemin === null ? [ligne] : [ligne, `  ${adresse}${chemin}`];
}

function formatRetard(pour: JourCivil, aujourdhui: JourCivil): string {
  const jours = differenceEnJours(pour, aujourdhui);
  return jours > 0 ? ` (${formatNombre(jours, 'jour', 'jours')} de retard)` : '';
}

function buildCorps(parties: readonly string[], { adresse }: Cadre): string {
  const pied = `Pour changer ce que vous recevez : ${adresse}/compte/alertes\nCe message est écrit par Marelle ; personne ne lit les réponses.`;
  return `${[...parties, pied].join('\n\n')}\n`;
}
