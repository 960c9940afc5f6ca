import { formatHeure } from '#shared/instant.ts';
import { differenceEnJours, type JourCivil, jourCivilDeInstant } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatNom } from '#shared/nom-propre.ts';
import type { Ton } from '#web/ui/ton.ts';
import { isFinal, LIBELLE_ETAT, LIBELLE_SOURCE, LIBELLE_URGENCE } from '../information.ts';
import type { InformationFiltre, InformationLigne, Vue } from '../information-filtre.ts';
import { VUES } from '../information-filtre.ts';
import { formatMineur } from '../mineur.ts';

export type LigneMontree = {
  id: string;
  numero: string;
  enfants: string;
  recue: string;
  source: string;
  etat: string;
  urgence: { libelle: string; ton: Ton } | null;
  unite: string;
  commune: string;
  equipe: string;
  horloge: { libelle: string; detail: string; ton: Ton };
};

const BIENTOT_JOURS = 15;

/** Une ligne de la liste, prête à lire : l'horloge dit ce qui reste, ou ce qui est passé. */
export function buildLigne(ligne: InformationLigne, jour: JourCivil): LigneMontree {
  const { id, numero, etat, urgence, recueA, source, unite, communeNom, mineurs, equipe } = ligne;
  return {
    id,
    numero,
    enfants: formatFratrie(mineurs),
    recue: `${formatJour(jourCivilDeInstant(recueA), 'court')} ${formatHeure(recueA)}`,
    source: LIBELLE_SOURCE[source],
    etat: LIBELLE_ETAT[etat],
    urgence:
      urgence === 'ordinaire'
        ? null
        : { libelle: LIBELLE_URGENCE[urgence], ton: urgence === 'immediate' ? 'retard' : 'bientot' },
    unite,
    commune: communeNom ?? '',
    equipe: equipe.join(', '),
    horloge: buildHorloge(ligne, jour),
  };
}

/** « MARTIN Lou, Noé ; DURAND Zoé » : un nom de famille ne se répète pas. */
export function formatFratrie(mineurs: InformationLigne['mineurs']): string {
  const groupes = Map.groupBy(mineurs, ({ nom }) => nom ?? '');
  return [...groupes.values()]
    .map((freres) => {
      const [aine, ...suite] = freres;
      const prenoms = suite.map(({ prenom }) => formatNom('', prenom)).filter(Boolean);
      return aine ? [formatMineur(aine), ...prenoms].join(', ') : '';
    })
    .join(' ; ');
}

function buildHorloge({ etat, terme, rapportRemisLe, recueLe, closeLe }: InformationLigne, jour: JourCivil) {
  if (rapportRemisLe !== null) {
    const retard = differenceEnJours(terme, rapportRemisLe);
    return {
      libelle: `remis en ${differenceEnJours(recueLe, rapportRemisLe)} jours`,
      detail: retard > 0 ? `${retard} jours après le terme` : 'dans le délai',
      ton: retard > 0 ? ('retard' as const) : ('fait' as const),
    };
  }
  if (isFinal(etat))
    return {
      libelle: closeLe === null ? '' : `close le ${formatJour(closeLe, 'court')}`,
      detail: '',
      ton: 'neutre' as const,
    };
  const reste = differenceEnJours(jour, terme);
  const detail = formatJour(terme, 'court');
  if (reste < 0) return { libelle: `en retard de ${formatJours(-reste)}`, detail, ton: 'retard' as const };
  const libelle = reste === 0 ? 'aujourd’hui' : `dans ${formatJours(reste)}`;
  return { libelle, detail, ton: reste <= BIENTOT_JOURS ? ('bientot' as const) : ('neutre' as const) };
}

const formatJours = (nombre: number) => (nombre === 1 ? '1 jour' : `${nombre} jours`);

const EN_ONGLETS: readonly Vue[] = [
  'en-cours',
  'a-trier',
  'a-attribuer',
  'en-evaluation',
  'a-valider',
  'a-clore',
  'en-retard',
];

/** Les files de travail en onglets, chacune avec ce qui y attend. */
export function buildOnglets(filtre: InformationFiltre, comptes: Record<Vue, { nombre: number; retards: number }>) {
  return EN_ONGLETS.map((vue) => ({
    titre: VUES[vue],
    href: vue === 'en-cours' ? '/informations' : `/informations?vue=${vue}`,
    actif: filtre.vue === vue,
    nombre: comptes[vue].nombre,
  }));
}
