/** Des faits lus en base aux obligations à écrire : le même moteur que la simulation, sans rien relire. */
import { CleParametre, PARAMETRES } from '#modules/organisation/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { getZoneFeriee } from '#shared/jours-feries.ts';
import { type Dossier, type FaitDate, groupFaits } from '#shared/obligation.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import { computeObligations, type ObligationDue } from '../rules/moteur.ts';

type DossierLu = {
  /** Un dossier est celui d'un enfant, d'une information ou d'une crèche. */
  enfantId?: string;
  informationId?: string;
  etablissementId?: string;
  dateNaissance: JourCivil | null;
  closLe: JourCivil | null;
  decesLe: JourCivil | null;
  /** La fiche a été réunie à une autre, qui porte désormais le dossier. */
  absorbe: boolean;
  faits: FaitDate[];
};
export type DossiersLus = {
  departement: string | null;
  parametres: Record<string, unknown>;
  dossiers: DossierLu[];
};

/** Une ligne de `echeances.echeance`, aux noms de la base. */
export type LigneCalculee = {
  enfant_id: string | null;
  information_id: string | null;
  etablissement_id: string | null;
  regle: string;
  cle: string;
  mesure_id: string | null;
  depuis: JourCivil;
  pour: JourCivil;
  instant: string | null;
  statut: 'ouverte' | 'faite';
  faite_le: JourCivil | null;
  acteur: string;
  libelle: string;
  gravite: string;
  etapes: readonly string[];
  /** Quand ils ne sont pas ceux de la règle. */
  textes: readonly TexteLegal[] | null;
};

/** Les lignes des dossiers que les règles savent lire, et ceux qui les ont mises en panne. */
export type Calcul = { lignes: LigneCalculee[]; pannes: { objetId: string; erreur: unknown }[] };

/**
 * Les lignes de tous ces dossiers ce jour. Ce qui s'est éteint sans être fait ne se garde pas : plus personne ne l'attend. Un dossier
 * qui met une règle en panne n'arrête pas les autres.
 */
export function listLignes({ departement, parametres, dossiers }: DossiersLus, aujourdhui: JourCivil): Calcul {
  const commun = {
    aujourdhui,
    zone: departement === null ? ('metropole' as const) : getZoneFeriee(departement),
    parametres: parseParametres(parametres),
  };
  const calcul: Calcul = { lignes: [], pannes: [] };
  for (const lu of dossiers) {
    try {
      calcul.lignes.push(...listLignesDe(lu, commun));
    } catch (erreur) {
      calcul.pannes.push({ objetId: lu.enfantId ?? lu.informationId ?? lu.etablissementId ?? '', erreur });
    }
  }
  return calcul;
}

function listLignesDe(lu: DossierLu, commun: Pick<Dossier, 'aujourdhui' | 'zone' | 'parametres'>): LigneCalculee[] {
  if (lu.absorbe) return [];
  const dossier: Dossier = { ...commun, enfant: { dateNaissance: lu.dateNaissance }, faits: groupFaits(lu.faits) };
  const fini = isPasse(lu.closLe, commun.aujourdhui) || isPasse(lu.decesLe, commun.aujourdhui);
  const dues = computeObligations(dossier).filter(
    ({ faiteLe, eteinteLe }) => faiteLe !== null || (eteinteLe === null && !fini),
  );
  const cles = new Set(dues.map(({ regle, cle }) => `${regle.id} ${cle}`));
  if (cles.size < dues.length) throw new Error('Deux obligations de la même règle ont la même clé.');
  return dues.map((due) => buildLigne(lu, due));
}

function isPasse(jour: JourCivil | null, aujourdhui: JourCivil): boolean {
  return jour !== null && jour <= aujourdhui;
}

function buildLigne({ enfantId, informationId, etablissementId }: DossierLu, due: ObligationDue): LigneCalculee {
  const faite = due.faiteLe !== null;
  return {
    enfant_id: enfantId ?? null,
    information_id: informationId ?? null,
    etablissement_id: etablissementId ?? null,
    regle: due.regle.id,
    cle: due.cle,
    mesure_id: due.mesure,
    depuis: due.depuis,
    pour: due.pour,
    instant: due.instant,
    statut: faite ? 'faite' : 'ouverte',
    faite_le: due.faiteLe,
    acteur: due.acteur,
    libelle: due.libelle,
    gravite: due.gravite,
    etapes: faite ? [] : due.etapes(),
    textes: due.textes === due.regle.textes ? null : due.textes,
  };
}

/** Une valeur que son schéma refuse (reprise, version plus ancienne) ne compte pas : le défaut tient. */
function parseParametres(lus: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(lus).flatMap(([cle, valeur]) => {
      const connue = CleParametre.safeParse(cle);
      const lu = connue.success ? PARAMETRES[connue.data].schema.safeParse(valeur) : undefined;
      return lu?.success ? [[cle, lu.data]] : [];
    }),
  );
}
