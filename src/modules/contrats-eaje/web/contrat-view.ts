import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { computeMinutesSemaine, findPlage, formatDuree, formatMinutes } from '#shared/quart-d-heure.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import type { Objection } from '#web/ui/objection.ts';
import type { Contrat } from '../contrat.ts';
import { FIN_PAR_AVENANT, formatMotifFin, JOURS } from '../contrat.ts';
import { formatEuros } from '../participation.ts';
import { type ArrondiMensualite, computeMensualite } from '../rules/mensualite.ts';
import type { CauseRevision, RevisionDue, Tarif } from '../rules/tarif.ts';

type Heures = { semaine: readonly number[]; semainesParAn: number; mensualites: number };

export type Calcul = { montant: string; etapes: string[]; textes: string[] };
export type Apercu = {
  tarifCentimes: number;
  tarif: Calcul;
  mensualite: Calcul;
  avertissements: string[];
  objections: Objection[];
};

/** La mensualité d'un contrat, du nombre d'heures de la semaine au montant. */
export function buildMensualite(
  { semaine, semainesParAn, mensualites }: Heures,
  tarifCentimes: number,
  arrondi: ArrondiMensualite,
): Calcul {
  const minutes = computeMinutesSemaine(semaine);
  const mensualite = computeMensualite(
    { minutesAnnuelles: minutes * semainesParAn, mensualites, tarifCentimes },
    arrondi,
  );
  return {
    montant: formatEuros(mensualite.centimes),
    etapes: [`${formatDuree(minutes)} par semaine × ${semainesParAn} semaines.`, ...mensualite.etapes],
    textes: mensualite.textes.map(formatTexte),
  };
}

export function buildApercu(
  heures: Heures,
  { tarif, objections, arrondi }: { tarif: Tarif; objections: Objection[]; arrondi: ArrondiMensualite },
): Apercu {
  return {
    tarifCentimes: tarif.tarifCentimes,
    tarif: {
      montant: formatEuros(tarif.tarifCentimes),
      etapes: tarif.etapes,
      textes: [...new Set(tarif.textes.map(formatTexte))],
    },
    mensualite: buildMensualite(heures, tarif.tarifCentimes, arrondi),
    avertissements: tarif.avertissements,
    objections,
  };
}

/** Ce que montre le formulaire au départ : le contrat que l'avenant reprend, ou une année ordinaire. */
export function buildDepart(contrat: Contrat | null): Record<string, string> {
  if (contrat === null) return { semainesParAn: '46', mensualites: '12' };
  const heures = JOURS.flatMap((_, rang) => {
    const plage = findPlage(contrat.semaine, rang + 1);
    return plage
      ? [
          [`debut.${rang + 1}`, formatMinutes(plage.debut)],
          [`fin.${rang + 1}`, formatMinutes(plage.fin)],
        ]
      : [];
  });
  return {
    ...Object.fromEntries(heures),
    au: contrat.au ?? '',
    semainesParAn: String(contrat.semainesParAn),
    mensualites: String(contrat.mensualites),
  };
}

const CAUSES: Record<CauseRevision, string> = { BAREME: 'le barème change', RESSOURCES: 'les ressources changent' };

/** « Le 1er septembre 2025, le barème change : 4,33 € devient 5,26 € de l’heure. », et le texte qui le demande. */
export function formatRevision({ le, ancienCentimes, nouveau, causes }: RevisionDue) {
  const pourquoi = causes.map((cause) => CAUSES[cause]).join(' et ');
  const [texte] = nouveau.textes;
  return {
    le,
    phrase: `Le ${formatJour(le, 'long')}, ${pourquoi} : ${formatEuros(ancienCentimes)} devient ${formatEuros(nouveau.tarifCentimes)} de l’heure.`,
    texte: texte ? formatTexte(texte) : '',
  };
}

export type EtatContrat = { mot: string; ton: 'fait' | 'attente' | 'bientot' };

export function formatEtatContrat({ du, au, motifFin }: Contrat, aujourdhui: JourCivil): EtatContrat {
  if (du > aujourdhui) return { mot: `commence le ${formatJour(du, 'court')}`, ton: 'bientot' };
  if (au !== null && au < aujourdhui)
    return { mot: motifFin === FIN_PAR_AVENANT ? 'remplacé' : 'fini', ton: 'attente' };
  return { mot: au === null ? 'en cours' : `en cours jusqu’au ${formatJour(au, 'court')}`, ton: 'fait' };
}

/** L'histoire d'un contrat et de ses avenants, la plus récente d'abord. */
export function formatFin({ au, motifFin }: Contrat): string {
  if (au === null) return 'sans fin prévue';
  return [formatJour(au, 'court'), motifFin && formatMotifFin(motifFin)].filter(Boolean).join(', ');
}
