/**
 * Après la décision du juge : la notification (AUD-007), le délai d'appel (AUD-008), l'arrêt sur un placement provisoire (AUD-009).
 *
 * Ce que dit le texte : la décision est notifiée sous huit jours (CPC 1190) ; l'appel se forme dans les quinze jours de la notification
 * (1191) ; la cour statue sous trois mois de l'appel d'un placement provisoire (1193).
 * Comment il est lu ici : ces délais se comptent comme tout délai de procédure, reportés au premier jour ouvrable (CPC 641, 642). Une
 * décision reçue par le département lui est notifiée ce jour-là, si rien d'autre n'est inscrit. Le délai d'appel est une information :
 * il s'éteint le jour où il est passé. La notification d'une décision déjà exécutée, ou qu'une autre a remplacée, n'est plus attendue. L'appel d'une
 * mesure provisoire se reconnaît à sa mesure, à défaut à ce qu'on en dit.
 * Non traité : le point de départ de l'appel du ministère public ; le pourvoi (1196).
 */
import { isSien, listMesuresSuivies, type MesureSuivie } from '#modules/mesures/index.ts';
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import {
  computeTermeJudiciaire,
  type Dossier,
  derive,
  type Fait,
  listFaits,
  type Obligation,
  type Regle,
} from '#shared/obligation.ts';
import { APPEL, ARRET_APPEL, NOTIFICATION_DECISION } from '../faits.ts';
import { TOUJOURS } from './periode.ts';
import { CPC_1190, CPC_1191, CPC_1193 } from './textes.ts';

type Rendue = Readonly<{
  cle: string;
  mesure: MesureSuivie;
  date: JourCivil;
  notifieeLe: JourCivil | null;
  remplaceeLe: JourCivil | null;
}>;

/** Les décisions du juge des enfants, avec le jour où elles sont notifiées ou reçues. */
const listRendues = derive((dossier: Dossier): readonly Rendue[] => {
  const notifications = listFaits(dossier, NOTIFICATION_DECISION);
  return listMesuresSuivies(dossier).flatMap((mesure) =>
    mesure.definie.decideur !== 'juge'
      ? []
      : mesure.actes.map(({ date, recueLe }, rang) => {
          const suivante = mesure.actes[rang + 1]?.date ?? null;
          const notification = notifications.find(
            (fait) => isSien(fait, mesure.id) && fait.date >= date && (suivante === null || fait.date < suivante),
          );
          return {
            cle: `${mesure.id}:${rang}`,
            mesure,
            date,
            notifieeLe: notification?.date ?? recueLe ?? null,
            remplaceeLe: suivante ?? mesure.debutEffectif?.date ?? mesure.fin?.le ?? mesure.finAge,
          };
        }),
  );
});

function listNotifications(dossier: Dossier): readonly Obligation[] {
  return listRendues(dossier).map(({ cle, mesure, date, notifieeLe, remplaceeLe }) => ({
    cle,
    mesure: mesure.id,
    depuis: date,
    ...computeTermeJudiciaire(date, { valeur: 8, unite: 'jour' }, dossier.zone, 'Décision du juge'),
    faiteLe: notifieeLe,
    eteinteLe: remplaceeLe !== null && remplaceeLe <= dossier.aujourdhui ? remplaceeLe : null,
  }));
}

/** Les jours d'où court un appel : les notifications inscrites, et les décisions reçues sans notification. */
function listDeparts(dossier: Dossier): { cle: string; mesure: string | undefined; date: JourCivil }[] {
  const notifications = listFaits(dossier, NOTIFICATION_DECISION);
  const inscrites = notifications.map(({ date, mesure }, rang) => ({ cle: `${date}:${rang}`, mesure, date }));
  const recues = listRendues(dossier).flatMap(({ cle, mesure, notifieeLe }) =>
    notifieeLe === null || notifications.some((fait) => fait.date === notifieeLe && isSien(fait, mesure.id))
      ? []
      : [{ cle, mesure: mesure.id, date: notifieeLe }],
  );
  return [...inscrites, ...recues];
}

function listAppels(dossier: Dossier): readonly Obligation[] {
  const appels = listFaits(dossier, APPEL);
  return listDeparts(dossier).map(({ cle, mesure, date }) => {
    const terme = computeTermeJudiciaire(date, { valeur: 15, unite: 'jour' }, dossier.zone, 'Notification');
    return {
      cle,
      mesure,
      depuis: date,
      ...terme,
      faiteLe: appels.find((appel) => appel.date >= date && isDeLaMesure(appel, mesure))?.date ?? null,
      eteinteLe: dossier.aujourdhui > terme.pour ? addJours(terme.pour, 1) : null,
    };
  });
}

function isDeLaMesure(appel: { mesure?: string | undefined }, mesure: string | undefined): boolean {
  return mesure === undefined || isSien(appel, mesure);
}

function listArrets(dossier: Dossier): readonly Obligation[] {
  const arrets = listFaits(dossier, ARRET_APPEL);
  const provisoires = new Set(
    listMesuresSuivies(dossier)
      .filter(({ code }) => code === 'OPP_JUGE' || code === 'OPP_PARQUET')
      .map(({ id }) => id),
  );
  const isProvisoire = ({ mesure, provisoire }: Fait<typeof APPEL>) =>
    provisoire ?? (mesure !== undefined && provisoires.has(mesure));
  return listFaits(dossier, APPEL).flatMap((appel, rang) =>
    !isProvisoire(appel) || appel.date > dossier.aujourdhui
      ? []
      : [
          {
            cle: `${appel.date}:${rang}`,
            mesure: appel.mesure,
            depuis: appel.date,
            ...computeTermeJudiciaire(appel.date, { valeur: 3, unite: 'mois' }, dossier.zone, 'Appel'),
            faiteLe:
              arrets.find((arret) => arret.date >= appel.date && isDeLaMesure(arret, appel.mesure))?.date ?? null,
          },
        ],
  );
}

const COMMUN = { gravite: 'information', vigueur: TOUJOURS } as const;

export const REGLES_DECISION_RENDUE: readonly Regle[] = [
  {
    ...COMMUN,
    id: 'AUD-007',
    libelle: 'Notifier la décision',
    acteur: 'juge',
    textes: [CPC_1190],
    satisfaite: 'La décision est notifiée, ou reçue.',
    arretee: 'La mesure a commencé, une autre décision a suivi, ou la mesure a pris fin.',
    list: listNotifications,
  },
  {
    ...COMMUN,
    id: 'AUD-008',
    libelle: 'Faire appel, s’il y a lieu',
    acteur: 'inspecteur',
    textes: [CPC_1191],
    satisfaite: 'L’appel est formé.',
    arretee: 'Le délai est passé.',
    list: listAppels,
  },
  {
    ...COMMUN,
    id: 'AUD-009',
    libelle: 'Statuer en appel du placement provisoire',
    acteur: 'tribunal',
    textes: [CPC_1193],
    satisfaite: 'L’arrêt est rendu.',
    arretee: 'Rien : elle reste due.',
    list: listArrets,
  },
];
