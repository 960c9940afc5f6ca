/** Ce que montre la tablette : par section, chaque enfant, où il en est et le geste qu'on attend. */
import { Temporal } from 'temporal-polyfill';
import { FUSEAU, isJourCivil, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatMinutes } from '#shared/quart-d-heure.ts';
import type { EnfantPointable, EtatDuJour } from '../data/attendus.server.ts';
import { SENS, type Sens } from '../pointage.ts';
import type { Geste } from '../pointage-saisie.ts';

export type EnfantVu = {
  enfantId: Geste['enfantId'];
  nom: string;
  /** « attendu 8 h 30 – 17 h 30 », « arrivé à 8 h 02 », « parti à 17 h ». */
  etat: string;
  sens: Sens;
  isLa: boolean;
  enAttente: boolean;
};

export type SectionVue = { nom: string; enfants: EnfantVu[]; presents: number };

const ABSENCES: Record<string, string> = {
  MALADIE: 'malade',
  HOSPITALISATION: 'hospitalisé',
  EVICTION: 'éviction',
  CONGES: 'en congés',
  CONVENANCE: 'absent',
};

/** Les gestes qui attendent comptent déjà : qui vient de toucher un bouton voit son effet. */
export function computeEtats(
  etats: readonly EtatDuJour[],
  gestes: readonly Geste[],
  jour: string,
): Map<string, EtatDuJour> {
  const courants = new Map(etats.map((etat) => [etat.enfantId, etat]));
  for (const { enfantId, minute, sens, jour: sien } of gestes.toSorted((a, b) => a.minute - b.minute)) {
    if (sien !== jour) continue;
    const avant = courants.get(enfantId);
    if (sens === 'ARRIVEE') courants.set(enfantId, { enfantId, arrivee: minute, depart: null });
    else courants.set(enfantId, { enfantId, arrivee: avant?.arrivee ?? minute, depart: minute });
  }
  return courants;
}

export function buildSections(
  enfants: readonly EnfantPointable[],
  etats: ReadonlyMap<string, EtatDuJour>,
  gestes: readonly Geste[],
): { sections: SectionVue[]; autres: EnfantVu[] } {
  const enAttente = new Set(gestes.map(({ enfantId }) => enfantId));
  const vus = enfants.map((enfant) => ({
    enfant,
    etat: etats.get(enfant.enfantId),
    vu: buildEnfant(enfant, etats.get(enfant.enfantId), enAttente),
  }));
  const [attendus, autres] = [
    vus.filter(({ enfant, etat }) => etat || (enfant.debut !== null && enfant.absence === null)),
    vus.filter(({ enfant, etat }) => !etat && (enfant.debut === null || enfant.absence !== null)),
  ];
  const sections = [...Map.groupBy(attendus, ({ enfant }) => enfant.section ?? 'Sans section')].map(([nom, siens]) => ({
    nom,
    enfants: siens.map(({ vu }) => vu),
    presents: siens.filter(({ vu }) => vu.isLa).length,
  }));
  return { sections, autres: autres.map(({ vu }) => vu) };
}

function buildEnfant(
  { enfantId, nom, prenom, debut, fin, absence }: EnfantPointable,
  etat: EtatDuJour | undefined,
  enAttente: ReadonlySet<string>,
): EnfantVu {
  const isLa = etat !== undefined && etat.depart === null;
  const commun = {
    enfantId,
    nom: `${prenom} ${nom}`,
    isLa,
    sens: isLa ? ('DEPART' as const) : ('ARRIVEE' as const),
    enAttente: enAttente.has(enfantId),
  };
  if (etat)
    return {
      ...commun,
      etat: etat.depart === null ? `là depuis ${formatMinutes(etat.arrivee)}` : `parti à ${formatMinutes(etat.depart)}`,
    };
  if (absence !== null) return { ...commun, etat: ABSENCES[absence] ?? 'absent' };
  return {
    ...commun,
    etat: debut === null || fin === null ? 'pas attendu' : `attendu ${formatMinutes(debut)} – ${formatMinutes(fin)}`,
  };
}

/** Le jour et la minute d'un geste, à Paris. La page d'un jour laissée ouverte jusqu'au lendemain pointe le lendemain ; un jour figé reste. */
export function computeMoment(
  epochMs: number,
  page: { jour: JourCivil; isFige: boolean },
): { jour: JourCivil; minute: number } {
  const vue = Temporal.Instant.fromEpochMilliseconds(Math.floor(epochMs)).toZonedDateTimeISO(FUSEAU);
  const reel = jourCivil(vue.toPlainDate().toString());
  return { jour: page.isFige ? page.jour : reel, minute: vue.hour * 60 + vue.minute };
}

export function formatAttente(nombre: number): string {
  return nombre > 1 ? `${nombre} pointages en attente d’envoi` : '1 pointage en attente d’envoi';
}

/** « arrivée du mardi 24 novembre 2026 à 8 h 02 » ; un geste abîmé sur la tablette ne le dit plus. */
export function formatGeste({ sens, jour, minute }: Pick<Geste, 'sens' | 'jour' | 'minute'>): string {
  if (!(sens in SENS) || !isJourCivil(jour) || !Number.isInteger(minute)) return 'à une heure illisible';
  return `${SENS[sens].toLowerCase()} du ${formatJour(jour, 'complet')} à ${formatMinutes(minute)}`;
}
