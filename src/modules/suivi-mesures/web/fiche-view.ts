import {
  DECIDEURS,
  type DecisionInscrite,
  ETATS_MESURE,
  type ExecutionInscrite,
  FORMES_ACCORD,
  formatMesure,
  GARDIENS,
  isEtatFinal,
  listDecisionsEnVigueur,
  listExecutionEnVigueur,
  type MesureInscrite,
  MOTIFS_FIN,
  NATURES_ACCORD,
  NATURES_DECISION,
  NATURES_EXECUTION,
  type NatureInscrite,
  RAISONS_ATTENTE,
  SENS_AVIS,
} from '#modules/mesures/index.ts';
import { formatInstantEcrit } from '#shared/instant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatPeriode } from '#shared/periode-format.ts';
import type { Ton } from '#web/ui/ton.ts';
import { formatAdresseMesure } from './adresses.ts';
import { buildTerme, formatFondement, formatPeriodeDecidee, TON_ETAT } from './mesure-view.ts';

/** La fiche d'une mesure : ce qui la fonde, où elle en est, tout ce qui a été écrit, corrections comprises. */
export function buildFicheMesure(
  mesure: MesureInscrite,
  jour: JourCivil,
  peut: { corrigerDecision: boolean; corrigerExecution: boolean },
) {
  const { id, code, etat, periode, motif, objectifs } = mesure;
  return {
    id,
    titre: formatMesure(code),
    etat: ETATS_MESURE[etat],
    ton: TON_ETAT[etat],
    fondement: formatFondement(code, mesure.decideeLe ?? mesure.demandeeLe),
    echueDepuis: etat === 'echue-sans-decision' && periode?.au ? formatJour(periode.au, 'long') : null,
    attente: buildAttente(mesure),
    annulation: buildAnnulation(mesure),
    faits: buildFaits(mesure, jour),
    motif,
    objectifs,
    demandee: `${formatJour(mesure.demandeeLe, 'long')}${mesure.par ? `, par ${mesure.par}` : ''}`,
    decisions: mesure.decisions.map((decision) => buildDecision(id, decision, peut.corrigerDecision)).reverse(),
    accordARecueillir: mesure.origine === 'administrative',
    formulaireAccord:
      mesure.origine === 'administrative' && !isEtatFinal(etat) ? formatAdresseMesure(id, 'ecrits/accord') : null,
    accords: mesure.accords.map(({ id: cle, nature, forme, de, le, precision, par }) => ({
      cle,
      titre: `${NATURES_ACCORD[nature]}${forme ? ` ${FORMES_ACCORD[forme].toLocaleLowerCase('fr')}` : ''}, le ${formatJour(le, 'long')}`,
      detail: [de, precision, par && `inscrit par ${par}`].filter(Boolean).join(' · '),
      ton: nature === 'accord' ? ('fait' as const) : ('retard' as const),
      mot: NATURES_ACCORD[nature].toLocaleLowerCase('fr'),
    })),
    avis: mesure.avis.map(({ id: cle, sens, motif: pourquoi, le, par }) => ({
      cle,
      titre: `${SENS_AVIS[sens]}, le ${formatJour(le, 'long')}`,
      detail: [par, pourquoi].filter(Boolean).join(' : '),
    })),
    execution: mesure.execution.map((evenement) => buildExecution(id, evenement, peut.corrigerExecution)).reverse(),
  };
}
export type FicheMesureVue = ReturnType<typeof buildFicheMesure>;

type FaitVu = { titre: string; valeur: string; detail?: string; ton?: Ton };

function buildFaits(mesure: MesureInscrite, jour: JourCivil): FaitVu[] {
  const { periode, service, serviceContact, unite, debutLe, decideeLe, etat } = mesure;
  const enVigueur = listDecisionsEnVigueur(mesure).at(-1);
  const terme = isEtatFinal(etat) ? null : buildTerme(periode?.au ?? null, jour);
  return [
    {
      titre: 'Décision',
      valeur: decideeLe === null ? 'pas encore prise' : formatJour(decideeLe, 'long'),
      detail: enVigueur ? formatAuteur(enVigueur) : undefined,
    },
    {
      titre: 'Période',
      valeur: formatPeriodeDecidee(periode?.du ?? null, periode?.au ?? null),
      detail: terme?.texte ?? (periode?.au === null ? 'sans fin écrite' : undefined),
      ton: terme?.ton === 'neutre' ? undefined : terme?.ton,
    },
    {
      titre: 'Début effectif',
      valeur: debutLe === null ? 'pas commencée' : formatJour(debutLe, 'long'),
      ton: decideeLe !== null && debutLe === null && !isEtatFinal(etat) ? 'bientot' : undefined,
    },
    { titre: 'Exercée par', valeur: service ?? 'à désigner', detail: serviceContact ?? undefined },
    { titre: 'Territoire', valeur: unite },
  ];
}

function buildAttente(mesure: MesureInscrite) {
  const attente = listExecutionEnVigueur(mesure).findLast(({ nature }) => nature === 'attente');
  if (mesure.etat !== 'en-attente-execution' || !attente) return null;
  const { raison, detenteur, risque, le } = attente;
  return {
    raison: raison === null ? 'Raison non dite' : RAISONS_ATTENTE[raison],
    depuis: formatJour(le, 'long'),
    detenteur,
    risque,
  };
}

function buildAnnulation({ annulation }: MesureInscrite) {
  if (annulation === null) return null;
  const { le, par, motif } = annulation;
  return { motif, quand: `${formatJour(le, 'long')}${par ? `, par ${par}` : ''}` };
}

const NATURES: Record<NatureInscrite, string> = {
  ...NATURES_DECISION,
  mainlevee: 'Mainlevée',
  refus: 'Refus',
  annulation: 'Annulation',
};

export function formatAuteur({ signataire, arreteNumero, juridiction, juge, decideur }: DecisionInscrite): string {
  if (signataire) return `signée par ${signataire}${arreteNumero ? `, délégation ${arreteNumero}` : ''}`;
  return [juridiction, juge, decideur && DECIDEURS[decideur]].filter(Boolean).join(', ');
}

function buildDecision(mesureId: string, decision: DecisionInscrite, peutCorriger: boolean) {
  const { id, nature, le, instant, du, au, numero, corrigee, correctionMotif, par, inscriteLe } = decision;
  return {
    cle: id,
    titre: `${NATURES[nature]}, le ${instant ? formatInstantEcrit(instant) : formatJour(le, 'long')}`,
    corrigee,
    correction: correctionMotif,
    auteur: formatAuteur(decision),
    periode: du === null ? null : formatPeriode(du, au),
    lignes: listLignes(decision),
    numero,
    motifs: decision.motifs,
    ecrits: corrigee || decision.signataire === null || nature === 'annulation' ? [] : listEcrits(mesureId, id),
    inscrite: `${par ? `Inscrite par ${par}, ` : 'Inscrite '}${formatInstantEcrit(inscriteLe)}`,
    corrigerHref:
      peutCorriger && !corrigee && nature !== 'annulation'
        ? `${formatAdresseMesure(mesureId, 'corriger')}?decision=${id}`
        : null,
  };
}
/** Ce qui se produit en Word d'une décision signée ici. */
function listEcrits(mesureId: string, decisionId: string) {
  return [
    { titre: 'Arrêté (Word)', href: formatAdresseMesure(mesureId, `ecrits/arrete/${decisionId}`) },
    { titre: 'Notification (Word)', href: formatAdresseMesure(mesureId, `ecrits/notification/${decisionId}`) },
  ];
}

export type DecisionVue = ReturnType<typeof buildDecision>;

function listLignes(decision: DecisionInscrite): { terme: string; valeur: string }[] {
  const { fondement, recueLe, confieA, confiePrecision, droitsVisite, rapportTousLesMois } = decision;
  const confie = [confieA && GARDIENS[confieA], confiePrecision].filter(Boolean).join(', ');
  const lignes: [string, string | null][] = [
    ['Fondement', fondement],
    ['Reçue le', recueLe && formatJour(recueLe, 'long')],
    ['Enfant confié à', confie || null],
    ['Droits de visite', droitsVisite],
    ['Rapport au juge', rapportTousLesMois === null ? null : `tous les ${rapportTousLesMois} mois`],
    ['Procédure', decision.sansAudition ? 'prise en urgence, sans audition des parties' : null],
    ['Juge saisi', decision.lieuDecouverte ? 'celui du lieu où l’enfant a été trouvé' : null],
  ];
  return lignes.flatMap(([terme, valeur]) => (valeur ? [{ terme, valeur }] : []));
}

/** « Prend fin : déménagement » : ce qui est arrivé, et pourquoi. */
export function formatExecution({ nature, raison, motif }: ExecutionInscrite): string {
  const pourquoi = raison ? RAISONS_ATTENTE[raison] : motif && MOTIFS_FIN[motif];
  return [NATURES_EXECUTION[nature], pourquoi?.toLocaleLowerCase('fr')].filter(Boolean).join(' : ');
}

function buildExecution(mesureId: string, evenement: ExecutionInscrite, peutCorriger: boolean) {
  const { id, le, instant, detenteur, risque, precision, annule, corrigee, par } = evenement;
  return {
    cle: id,
    titre: formatExecution(evenement),
    quand: instant ? formatInstantEcrit(instant) : formatJour(le, 'long'),
    detail: [
      detenteur && `suite tenue par ${detenteur}`,
      risque && `risque : ${risque}`,
      precision,
      evenement.correctionMotif && `correction : ${evenement.correctionMotif}`,
      par && `inscrit par ${par}`,
    ]
      .filter(Boolean)
      .join(' · '),
    annule,
    corrigee,
    corrigerHref:
      peutCorriger && !corrigee && !annule
        ? `${formatAdresseMesure(mesureId, 'corriger-execution')}?evenement=${id}`
        : null,
  };
}
