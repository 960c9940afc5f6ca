import type { Contexte } from '#database/as-agent.ts';
import { defineCommand } from '#server/define-command.ts';
import { Refus, SaisieInvalide } from '#server/errors.ts';
import { updateVersion } from '#server/version.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { addJours, addMois, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { type ConstatSaisi, CorrectionServiceFaitSaisie, ServiceFaitSaisie } from '../budget-saisie.ts';
import { canReadLigne } from '../droits.ts';
import { isPrestation, type NaturePrestation, type ServiceFait } from '../ligne-budget.ts';
import { formatCentimes } from '../rules/atterrissage.ts';
import { getExercice } from '../rules/exercice.ts';
import { formatHeuresSaisies } from '../rules/service-fait.ts';
import { getServiceFait } from './depenses-queries.server.ts';
import { getLigne } from './lignes-queries.server.ts';

const REQUIS = {
  MENAGE: {
    dues: 'Indiquez les prestations dues au marché.',
    faites: 'Indiquez les prestations faites.',
    conformes: 'Indiquez celles qui sont conformes.',
  },
  INTERIM: { demande: 'Écrivez le motif de la demande.', commandees: 'Indiquez les heures commandées.' },
} as const satisfies Record<NaturePrestation, Partial<Record<keyof ConstatSaisi, string>>>;

/** Ce qui manque ou se contredit, à côté de chaque champ. */
function verifyConstat(nature: NaturePrestation, saisi: ConstatSaisi): void {
  const requis = Object.entries(REQUIS[nature]) as [keyof ConstatSaisi, string][];
  const erreurs = Object.fromEntries(requis.filter(([champ]) => saisi[champ] === null));
  const { faites, conformes } = saisi;
  if (nature === 'MENAGE' && faites !== null && conformes !== null && conformes > faites)
    erreurs.conformes = 'Il ne peut y avoir plus de prestations conformes que de faites.';
  if (nature === 'INTERIM' && saisi.atteste && saisi.realisees === null)
    erreurs.realisees = 'Avant d’attester, indiquez les heures réalisées.';
  if (Object.keys(erreurs).length > 0) throw new SaisieInvalide(erreurs);
}

const buildLigne = (nature: NaturePrestation, s: ConstatSaisi) =>
  nature === 'MENAGE'
    ? { dues: s.dues, faites: s.faites, conformes: s.conformes, montantCentimes: s.prix }
    : {
        ...{ demande: s.demande, accordLe: s.accordLe, minutesCommandees: s.commandees, minutesRealisees: s.realisees },
        ...{ minutesFacturees: s.facturees, ecartQualification: s.ecartQualification },
      };

/** Attesté, le mois doit être fini. */
function buildAttestation({ agent, aujourdhui }: Contexte, mois: JourCivil, atteste: boolean) {
  if (!atteste) return { attesteLe: null, attestePar: null };
  const fin = addJours(addMois(mois, 1), -1);
  if (fin > aujourdhui)
    throw new Refus(`Ce mois finit le ${formatJour(fin, 'long')} : il s’atteste ensuite.`, [], 'atteste');
  return { attesteLe: aujourdhui, attestePar: agent.id };
}

export const recordServiceFait = defineCommand({
  name: 'budget-eaje.service.inscrire',
  titre: 'Inscrire la prestation d’un mois',
  saisie: ServiceFaitSaisie,
  load: ({ tx }, { ligneId }) => getLigne(tx, ligneId),
  can: canReadLigne,
  contraintes: {
    service_fait_mois: {
      phrase: 'Ce mois est déjà inscrit sur cette ligne : ouvrez-le pour le corriger.',
      champ: 'mois',
    },
  },
  run: async (contexte, { ligneId, mois, ...saisi }, ligne) => {
    if (!isPrestation(ligne.nature)) throw new Refus('Cette ligne ne paie pas de prestataire : rien ne s’y atteste.');
    if (getExercice(mois) !== ligne.exercice)
      throw new Refus(`Cette ligne est de l’exercice ${ligne.exercice}.`, [], 'mois');
    verifyConstat(ligne.nature, saisi);
    const id = createIdentifiant();
    const { etablissementId, nature } = ligne;
    await contexte.tx
      .insertInto('eaje.serviceFait')
      .values({
        ...{ id, ligneId, etablissementId, nature, mois },
        ...buildLigne(nature, saisi),
        ...buildAttestation(contexte, mois, saisi.atteste),
      })
      .execute();
    return { resultat: ligneId, trace: { objetId: id, detail: { ligneId, mois, atteste: saisi.atteste } } };
  },
});

export const updateServiceFait = defineCommand({
  name: 'budget-eaje.service.corriger',
  titre: 'Corriger ou attester la prestation d’un mois',
  saisie: CorrectionServiceFaitSaisie,
  load: async ({ tx }, { id }) => {
    const service = await getServiceFait(tx, id);
    const { uniteId, serviceId, etablissementId } = await getLigne(tx, service.ligneId);
    return { service: { ...service, etablissementId }, uniteId, serviceId };
  },
  can: canReadLigne,
  run: async (contexte, { id, version, motif, ...saisi }, { service }) => {
    verifyConstat(service.nature, saisi);
    const { tx } = contexte;
    const constat = buildLigne(service.nature, saisi);
    const remplace = verifyRemplacement(service, constat, { version, atteste: saisi.atteste, motif });
    const changement = tx.updateTable('eaje.serviceFait').set({
      ...constat,
      ...buildAttestation(contexte, service.mois, saisi.atteste),
    });
    await updateVersion(changement, { id, version }, async () => formatActuel(await getServiceFait(tx, id)));
    if (remplace !== null) await recordConstatRemplace(contexte, service, remplace);
    const { ligneId } = service;
    const detail = { ligneId, atteste: saisi.atteste, remplace: remplace !== null };
    return { resultat: ligneId, trace: { objetId: id, detail } };
  },
});

type Remplacement = { attesteLe: JourCivil; attestePar: string; motif: string };

/** Ce qui est attesté se corrige en disant pourquoi ; sans rien changer, l'attestation reste celle de qui l'a faite. */
function verifyRemplacement(
  service: ServiceFait,
  constat: ReturnType<typeof buildLigne>,
  { version, atteste, motif }: { version: number; atteste: boolean; motif: string | null },
): Remplacement | null {
  const { attesteLe, attesteParId: attestePar } = service;
  if (attesteLe === null || attestePar === null) return null;
  const change = Object.entries(constat).some(([nom, valeur]) => service[nom as keyof ServiceFait] !== valeur);
  if (version === service.version && atteste && !change)
    throw new Refus(`Rien ne change : ce service fait est attesté depuis le ${formatJour(attesteLe, 'long')}.`);
  if (motif === null) throw new SaisieInvalide({ motif: 'Dites pourquoi changer ce qui était attesté.' });
  return { attesteLe, attestePar, motif };
}

async function recordConstatRemplace(
  { tx, agent, aujourdhui }: Contexte,
  service: ServiceFait & { etablissementId: string },
  { attesteLe, attestePar, motif }: Remplacement,
): Promise<void> {
  await tx
    .insertInto('eaje.serviceCorrection')
    .values({
      ...{ id: createIdentifiant(), serviceId: service.id, etablissementId: service.etablissementId, le: aujourdhui },
      ...{ motif, avant: JSON.stringify(formatConstat(service)), par: agent.id },
      ...{ avantAttesteLe: attesteLe, avantAttestePar: attestePar },
    })
    .execute();
}

const heures = (minutes: number | null): string => (minutes === null ? '' : formatHeuresSaisies(minutes));

/** Le constat en clair, libellé → valeur. */
function formatConstat(s: ServiceFait): Record<string, string> {
  const dit = (valeur: string | number | null): string => String(valeur ?? '');
  if (s.nature === 'MENAGE')
    return {
      ...{ Dues: dit(s.dues), Faites: dit(s.faites), Conformes: dit(s.conformes) },
      Prix: s.montantCentimes === null ? '' : formatCentimes(s.montantCentimes),
    };
  return {
    ...{ Demande: dit(s.demande), 'Accord donné le': s.accordLe ? formatJour(s.accordLe, 'court') : '' },
    'Heures commandées': heures(s.minutesCommandees),
    'Heures réalisées': heures(s.minutesRealisees),
    'Heures facturées': heures(s.minutesFacturees),
    'Écart de qualification': dit(s.ecartQualification),
  };
}

function formatActuel(service: ServiceFait): Record<string, string> {
  const { attesteLe } = service;
  return { Attesté: attesteLe ? formatJour(attesteLe, 'court') : 'Non', ...formatConstat(service) };
}
