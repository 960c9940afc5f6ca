import { formatErreurs } from '#server/define-command.ts';
import type { ErreursDeSaisie } from '#server/errors.ts';
import { computeDelai, type DelaiDemande, TEXTES_DELAI } from '#shared/delai.ts';
import { formatInstantLong, getJour, parseInstant } from '#shared/instant.ts';
import { differenceEnJours, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import type { ZoneFeriee } from '#shared/jours-feries.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import { DelaiSaisie, REGIMES } from '../delai-saisie.ts';

export type DelaiVu = {
  echeance: string;
  distance: string;
  theorique: string;
  /** Ce que donnerait la procédure civile, quand le régime demandé ne reporte pas et que cela change. */
  reportee: string | null;
  joursDeReport: number;
  regime: string;
  zone: ZoneFeriee;
  etapes: readonly string[];
  textes: readonly string[];
};

export type DelaisVue = { valeurs: Record<string, string>; erreurs: ErreursDeSaisie; delai: DelaiVu | null };

/** Lit l'adresse de la page : rien de demandé, une saisie à corriger ou un délai compté. */
export function buildDelais(parametres: URLSearchParams, zone: string, aujourdhui: JourCivil): DelaisVue {
  const valeurs = { zone, ...Object.fromEntries(parametres) };
  if (!parametres.has('acte')) return { valeurs, erreurs: {}, delai: null };
  const lu = DelaiSaisie.safeParse(valeurs);
  if (!lu.success) return { valeurs, erreurs: formatErreurs(lu.error), delai: null };
  // Un code de département venu d'un lien se montre comme la zone qu'il désigne.
  return { valeurs: { ...valeurs, zone: lu.data.zone }, erreurs: {}, delai: buildDelai(lu.data, aujourdhui) };
}

function buildDelai(demande: DelaiDemande, aujourdhui: JourCivil): DelaiVu {
  const { echeance, theorique, reportee, jour, etapes } = computeDelai(demande);
  return {
    echeance: formatTerme(echeance),
    distance: formatEcart(differenceEnJours(aujourdhui, jour)),
    theorique: formatTerme(theorique),
    reportee: reportee === echeance ? null : formatTerme(reportee),
    joursDeReport: differenceEnJours(readJour(theorique), jour),
    regime: REGIMES[demande.regime],
    zone: demande.zone,
    etapes,
    textes: TEXTES_DELAI[demande.regime].map(formatTexte),
  };
}

function formatTerme(terme: string): string {
  const instant = parseInstant(terme);
  return instant ? formatInstantLong(instant) : formatJour(jourCivil(terme), 'complet');
}

/** Le jour à Paris d'un terme : un instant en « Z » peut tomber la veille ou le lendemain. */
function readJour(terme: string): JourCivil {
  const instant = parseInstant(terme);
  return instant ? getJour(instant) : jourCivil(terme);
}

function formatEcart(jours: number): string {
  if (jours === 0) return 'aujourd’hui';
  const nombre = `${Math.abs(jours)} jour${Math.abs(jours) > 1 ? 's' : ''}`;
  return jours > 0 ? `dans ${nombre}` : `passée depuis ${nombre}`;
}
