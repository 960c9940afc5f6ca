import type { Transaction } from '#database/connection.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable, Refus } from '#server/errors.ts';
import { closePeriode, updateVersion, verifyOrdre, verifyVersion } from '#server/version.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatDaterange } from '#shared/periode.ts';
import { FIN_PAR_AVENANT, formatMotifFin, formatSemaine } from '../contrat.ts';
import { AvenantSaisie, ContratSaisie, FinSaisie } from '../contrat-saisie.ts';
import { canUpdateAccueil } from '../droits.ts';
import { formatEuros } from '../participation.ts';
import type { Tarif } from '../rules/tarif.ts';
import { findContrat } from './contrats.server.ts';
import { loadEnfant } from './enfants-commands.server.ts';
import { evaluateContrat, verifySignature } from './examen.server.ts';
import { ABSENT } from './familles.server.ts';

const contraintes = {
  contrat_un_regulier: { phrase: 'Un contrat régulier de cet enfant court déjà sur ces jours.', champ: 'du' },
};

/** Le contrat signé, et ce qu'il faut savoir de lui. */
type Signe = { id: string; remarques: string[] };

export const createContrat = defineCommand({
  name: 'creches.contrat.signer',
  titre: 'Signer un contrat d’accueil',
  saisie: ContratSaisie,
  load: ({ tx }, { enfantId }) => loadEnfant(tx, enfantId),
  can: canUpdateAccueil,
  contraintes,
  run: async ({ tx, aujourdhui }, { tarifLu, ...saisie }, enfant) => {
    const { tarif, remarques } = verifySignature(await evaluateContrat(tx, enfant, saisie), tarifLu);
    const id = createIdentifiant();
    await insertContrat(tx, { ...saisie, id, etablissementId: enfant.etablissementId, signeLe: aujourdhui }, tarif);
    const trace = { objetId: id, detail: { enfantId: enfant.id, du: saisie.du, tarif: tarif.tarifCentimes } };
    return { resultat: { id, remarques } satisfies Signe, trace };
  },
});

/** L'avenant referme le contrat la veille et en ouvre un autre, au tarif de son premier jour : ce qui était signé ne change pas. */
export const recordAvenant = defineCommand({
  name: 'creches.contrat.amender',
  titre: 'Signer un avenant',
  saisie: AvenantSaisie,
  load: ({ tx }, { id }) => loadContrat(tx, id),
  can: canUpdateAccueil,
  contraintes,
  run: async ({ tx, aujourdhui }, { tarifLu, id: ancienId, version, ...saisie }, { contrat, enfant }) => {
    await verifyVersion(contrat.version, version, () => readActuel(tx, ancienId));
    const { tarif, remarques } = verifySignature(await evaluateContrat(tx, enfant, saisie, contrat), tarifLu);
    const fin = { periode: closePeriode(addJours(saisie.du, -1)), motifFin: FIN_PAR_AVENANT };
    await updateVersion(tx.updateTable('eaje.contrat').set(fin), { id: ancienId, version }, () =>
      readActuel(tx, ancienId),
    );
    const id = createIdentifiant();
    const propre = {
      id,
      enfantId: enfant.id,
      etablissementId: enfant.etablissementId,
      signeLe: aujourdhui,
      avenantDe: ancienId,
    };
    await insertContrat(tx, { ...saisie, ...propre }, tarif);
    const detail = {
      contratId: ancienId,
      du: saisie.du,
      avant: contrat.tarifCentimes,
      tarif: tarif.tarifCentimes,
    };
    return { resultat: { id, remarques } satisfies Signe, trace: { objetId: id, detail } };
  },
});

export const closeContrat = defineCommand({
  name: 'creches.contrat.finir',
  titre: 'Mettre fin à un contrat d’accueil',
  saisie: FinSaisie,
  load: ({ tx }, { id }) => loadContrat(tx, id),
  can: canUpdateAccueil,
  run: async ({ tx }, { id, version, au, motifFin }, { contrat }) => {
    verifyOrdre(contrat.du, au);
    if (contrat.motifFin === FIN_PAR_AVENANT)
      throw new Refus('Un avenant l’a déjà remplacé : c’est lui que l’on finit.', [], 'au');
    const changement = tx.updateTable('eaje.contrat').set({ periode: closePeriode(au), motifFin });
    await updateVersion(changement, { id, version }, () => readActuel(tx, id));
    return { resultat: id, trace: { objetId: id, detail: { au, motifFin } } };
  },
  contraintes,
});

async function loadContrat(tx: Transaction, id: string) {
  const contrat = await findContrat(tx, id);
  if (contrat === undefined) throw new Introuvable(ABSENT);
  const enfant = await loadEnfant(tx, contrat.enfantId);
  return { contrat, enfant, uniteId: enfant.uniteId };
}

type Ecrit = Omit<ContratSaisie, 'tarifLu' | 'enfantId'> & {
  enfantId: string;
  id: string;
  etablissementId: string;
  signeLe: JourCivil;
  avenantDe?: string;
};

async function insertContrat(tx: Transaction, { du, au, ...champs }: Ecrit, tarif: Tarif): Promise<void> {
  const calcul = { tarifCentimes: tarif.tarifCentimes, tarifEtapes: tarif.etapes };
  await tx
    .insertInto('eaje.contrat')
    .values({ ...champs, ...calcul, nature: 'REGULIER', periode: formatDaterange({ du, au }) })
    .execute();
}

async function readActuel(tx: Transaction, id: string): Promise<Record<string, string>> {
  const contrat = await findContrat(tx, id);
  if (contrat === undefined) return {};
  return {
    'Fin du contrat': contrat.au ? formatJour(contrat.au, 'long') : 'sans fin',
    Raison: contrat.motifFin ? formatMotifFin(contrat.motifFin) : '',
    Semaine: formatSemaine(contrat.semaine),
    Tarif: formatEuros(contrat.tarifCentimes),
  };
}
