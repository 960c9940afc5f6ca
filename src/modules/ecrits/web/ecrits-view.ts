import { formatAdresseInformation } from '#modules/informations-preoccupantes/web/composants.tsx';
import { LIBELLE_ETAT_SIGNALEMENT, type Signalement } from '#modules/signalements/index.ts';
import type { AgentEnSession } from '#shared/agent-en-session.ts';
import { formatHeure } from '#shared/instant.ts';
import { jourCivilDeInstant } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import type { Motif } from '#shared/verdict.ts';
import { buildFaitsEcrits, type DossierEcrits } from '../data/dossier.server.ts';
import { canRecordEcrit } from '../droits.ts';
import { ECRITS, type EcritProduit, NATURES_ECRIT, type NatureEcrit } from '../ecrit.ts';
import { evaluateEcrit } from '../rules/possibles.ts';

/** La page des écrits : ceux que l'on peut produire, pourquoi pas les autres, et ce qui est déjà sorti. */
export function buildEcrits(dossier: DossierEcrits, produits: readonly EcritProduit[], agent: AgentEnSession) {
  const lignes = NATURES_ECRIT.flatMap((nature) =>
    listSignalements(nature, dossier).map((signalement) => buildLigne(dossier, nature, signalement, agent)),
  );
  return {
    possibles: lignes
      .filter(({ href }) => href !== null)
      .map((ligne) => ({ ...ligne, href: ligne.href ?? '', sorti: findSorti(produits, ligne) })),
    attendus: lignes.filter(({ href }) => href === null),
    produits: produits.map(({ id, nature, par, produitLe }) => ({
      id,
      titre: ECRITS[nature].titre,
      detail: `${formatMoment(produitLe)} · ${par}`,
    })),
  };
}
export type EcritsVue = ReturnType<typeof buildEcrits>;

/** Une saisine par signalement en vie ; les autres écrits n'en dépendent pas. */
function listSignalements(nature: NatureEcrit, { faits }: DossierEcrits): (Signalement | null)[] {
  const vifs = nature === 'saisine' ? faits.signalements.filter(({ etat }) => etat !== 'abandonne') : [];
  return vifs.length > 0 ? vifs : [null];
}

function buildLigne(
  dossier: DossierEcrits,
  nature: NatureEcrit,
  signalement: Signalement | null,
  agent: AgentEnSession,
) {
  const { enTete, auteur } = dossier.fiche;
  const { titre, aQui, aide } = ECRITS[nature];
  const verdict = evaluateEcrit(nature, buildFaitsEcrits(dossier, signalement?.id ?? null));
  const peut = canRecordEcrit(agent, { ...enTete, anonymatDemande: auteur?.anonymatDemande ?? true }, nature);
  const possible = verdict.issue === 'accepte' && peut;
  return {
    cle: signalement?.id ?? nature,
    nature,
    titre: signalement ? `${titre} (${LIBELLE_ETAT_SIGNALEMENT[signalement.etat].toLocaleLowerCase('fr')})` : titre,
    aQui,
    aide,
    reserves: verdict.issue === 'accepte' ? verdict.avertissements.map(formatMotif) : [],
    pourquoi: verdict.issue === 'accepte' ? formatReserve(nature) : formatMotif(verdict),
    href: possible
      ? formatAdresseInformation(enTete.id, ['ecrits', nature, signalement?.id].filter(Boolean).join('/'))
      : null,
  };
}

function formatMotif({ motif, textes }: Motif): string {
  return textes.length === 0 ? motif : `${motif} (${textes.map(formatTexte).join(' ; ')})`;
}

/** Ce que l'état permet et que les missions de l'agent ne demandent pas. */
function formatReserve(nature: NatureEcrit): string {
  return nature === 'transfert'
    ? 'Revient à la cellule.'
    : 'L’anonymat demandé se garde de la cellule : elle seule écrit à cette personne.';
}

function findSorti(produits: readonly EcritProduit[], { cle, nature }: { cle: string; nature: NatureEcrit }) {
  const siens = produits.filter((produit) => produit.nature === nature && (produit.signalementId ?? nature) === cle);
  const [dernier] = siens;
  if (!dernier) return null;
  const fois = siens.length > 1 ? `${siens.length} fois, la dernière ` : '';
  return `Produit ${fois}${formatMoment(dernier.produitLe)} par ${dernier.par}`;
}

function formatMoment(instant: string): string {
  return `le ${formatJour(jourCivilDeInstant(instant), 'long')} à ${formatHeure(instant)}`;
}
