import { evaluateCouloir } from '#shared/echeance.ts';
import { differenceEnJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatDistance, formatJour } from '#shared/jour-civil-format.ts';
import { ACTEURS, isDehors } from '#shared/obligation.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import type { Ton } from '#web/ui/ton.ts';
import type { EcheanceFiche } from '../data/echeances-queries.server.ts';
import { listTextes } from '../rules/referentiel.ts';

/** Les couloirs d'un dossier : tout ce qui est ouvert, loin compris, et ce qui a été fait dans l'année. */
const COULOIRS = [
  { cle: 'en-retard', titre: 'En retard', ton: 'retard', vide: 'Rien n’est en retard pour cet enfant.' },
  { cle: 'aujourd-hui', titre: 'Aujourd’hui', ton: 'bientot', vide: null },
  { cle: 'a-venir', titre: 'Dans les trente jours', ton: 'accent', vide: 'Rien n’est dû dans les trente jours.' },
  { cle: 'en-attente', titre: 'En attente d’un autre', ton: 'attente', vide: null },
  { cle: 'lointaine', titre: 'Plus tard', ton: 'neutre', vide: null },
  { cle: 'faite', titre: 'Fait depuis un an', ton: 'fait', vide: null },
] as const;

/** Les échéances d'un enfant, rangées ; un couloir vide ne se montre que s'il rassure. */
export function buildEcheancesDeLEnfant(echeances: readonly EcheanceFiche[], jour: JourCivil) {
  return COULOIRS.map(({ cle, titre, ton, vide }) => {
    const siennes = echeances.filter(
      ({ pour, acteur, faiteLe }) =>
        evaluateCouloir({ pour, faiteLe, attenteDe: isDehors(acteur) ? ACTEURS[acteur] : null }, jour) === cle,
    );
    return { cle, titre, vide, lignes: siennes.map((echeance) => buildLigne(echeance, ton, jour)) };
  }).filter(({ lignes, vide }) => lignes.length > 0 || vide !== null);
}

const PRESSENT = new Set<string>(['en-retard', 'aujourd-hui', 'a-venir']);
const MONTREES = 6;

/** Ce qui presse, pour la fiche : les premières lignes, et combien en tout. */
export function buildDuesDeLEnfant(echeances: readonly EcheanceFiche[], enfantId: string, jour: JourCivil) {
  const pressent = buildEcheancesDeLEnfant(echeances, jour)
    .filter(({ cle }) => PRESSENT.has(cle))
    .flatMap(({ lignes }) => lignes);
  return { nombre: pressent.length, href: `/enfants/${enfantId}/echeances`, lignes: pressent.slice(0, MONTREES) };
}

function buildLigne(echeance: EcheanceFiche, ton: Ton, jour: JourCivil) {
  const { id, libelle, pour, faiteLe, acteur, agent, textes, regle, etapes } = echeance;
  return {
    cle: id,
    href: `/echeances/${id}`,
    ton,
    quand: faiteLe === null ? formatQuand(pour, jour) : formatFaite(pour, faiteLe),
    quandDetail: formatJour(faiteLe ?? pour, 'court'),
    jourComplet: formatJour(pour, 'complet'),
    qui: agent ?? ACTEURS[acteur],
    quoi: libelle,
    texte: (textes ?? listTextes(regle)).map(formatTexte).join(', '),
    etapes,
  };
}

const JOURS_DITS = 730;

function formatQuand(pour: JourCivil, jour: JourCivil): string {
  const jours = differenceEnJours(jour, pour);
  if (jours > JOURS_DITS) return `dans ${Math.floor(jours / 365.25)} ans`;
  return formatDistance(pour, jour).replace(/ \(.*\)$/, '');
}

function formatFaite(pour: JourCivil, faiteLe: JourCivil): string {
  const retard = differenceEnJours(pour, faiteLe);
  return retard > 0 ? `fait, ${retard} jour${retard > 1 ? 's' : ''} après` : 'fait à temps';
}
