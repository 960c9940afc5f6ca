import { addMois, computeJourOuvre, formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { MESURES } from '../parametres/mesures.ts';
import { drawActe, drawOuvre, type Journal } from './journal-actes.ts';
import { isJudiciaire, type MesurePosee } from './mesure-posee.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);
const LOI_2022 = parseNumero('2022-02-09');
const DEVANT_LE_JUGE = /^(AEMO|PLACEMENT|PEAD)/;

/** Les audiences, ce que le juge reçoit et notifie, et ce qu'on lui dit d'un placement. */
export function addActesJustice(journal: Journal): void {
  for (const mesure of journal.posees.filter(isJudiciaire)) {
    if (mesure.code === 'OPP_JUGE') addAudienceApresUrgence(journal, mesure);
    if (!DEVANT_LE_JUGE.test(mesure.code)) continue;
    addAudiences(journal, mesure);
    addProchaineAudience(journal, mesure);
    addRapportsEcheance(journal, mesure);
    if (mesure.code === 'PLACEMENT_ASE') addChoixDuLieu(journal, mesure);
    if (mesure.code === 'PLACEMENT_ASE') addChangements(journal, mesure);
  }
}

/** Décidé sans entendre personne, le placement provisoire appelle une audience sous quinze jours. */
function addAudienceApresUrgence({ poser, flux }: Journal, mesure: MesurePosee): void {
  const alea = flux('apres-urgence', mesure.id);
  const jours = alea.chance(0.88) ? alea.entier(6, 14) : alea.entier(16, 30);
  poser('audience', computeJourOuvre(mesure.du + jours), { mesure, donnees: { nature: 'juge' } });
}

function addAudiences(journal: Journal, mesure: MesurePosee): void {
  const { poser, flux } = journal;
  const { enRetard, convocationTardive } = MESURES;
  for (const { le } of mesure.tuiles) {
    const alea = flux('audience', mesure.id, le);
    const convoque = le - (alea.chance(convocationTardive.valeur) ? alea.entier(3, 7) : alea.entier(9, 30));
    poser('convocation', convoque, { mesure });
    poser('audience', le, { mesure, donnees: { nature: 'juge' } });
    addJalons(journal, mesure, le);
    const envoi = { tot: le - 45, terme: le - 30, tard: le - 3 };
    const rapport = drawActe(alea, envoi, { retard: enRetard.valeur.rapportEcheance, jamais: 0.1, fini: false });
    if (rapport !== null && rapport < le) poser('rapport-audience', rapport, { mesure });
    const delai = { tot: le + 1, terme: le + 8, tard: le + 25 };
    const notifiee = drawActe(alea, delai, {
      retard: enRetard.valeur.notification,
      jamais: 0.02,
      fini: le < AUJOURDHUI - 60,
    });
    if (notifiee !== null) poser('notification-decision', notifiee, { mesure });
  }
}

/** L'audience d'un terme proche se connaît par sa convocation, parfois par le greffe seul. */
function addProchaineAudience(journal: Journal, mesure: MesurePosee): void {
  const { poser, flux } = journal;
  const terme = mesure.tuiles.at(-1)?.au ?? null;
  if (mesure.au !== null || terme === null || terme < AUJOURDHUI || terme > AUJOURDHUI + 100) return;
  const alea = flux('prochaine', mesure.id);
  const le = computeJourOuvre(Math.max(AUJOURDHUI + 2, terme - alea.entier(4, 30)));
  const convoque = le - alea.entier(9, 80);
  if (le > terme || convoque > AUJOURDHUI) return;
  poser('audience', le, { mesure, donnees: { nature: 'juge' }, aVenir: true });
  if (alea.chance(0.92)) poser('convocation', convoque, { mesure });
  addJalons(journal, mesure, le);
}

const JALONS = [
  { jalon: 'bilan', avant: 90 },
  { jalon: 'rencontre', avant: 60 },
  { jalon: 'presence', avant: 8 },
] as const;

/** Ce qu'on inscrit de la préparation, du bilan à la présence. */
function addJalons({ poser, flux }: Journal, mesure: MesurePosee, audience: Numero): void {
  const { enRetard } = MESURES;
  for (const { jalon, avant } of JALONS) {
    const delai = { tot: audience - avant - 10, terme: audience - avant, tard: audience - 1 };
    const alea = flux('jalon', mesure.id, audience, jalon);
    const le = drawActe(alea, delai, { retard: enRetard.valeur.rapportEcheance, jamais: 0.1, fini: false });
    if (le !== null && le > mesure.du) poser('preparation-audience', le, { mesure, donnees: { jalon } });
  }
}

/** Le rapport d'échéance, un mois avant le terme de chaque décision. */
function addRapportsEcheance({ poser, flux }: Journal, mesure: MesurePosee): void {
  const { enRetard, rapportEcheanceJamais } = MESURES;
  mesure.tuiles.forEach(({ du, au }, i) => {
    const suivante = mesure.tuiles[i + 1]?.le ?? mesure.au ?? Number.POSITIVE_INFINITY;
    if (au === null || au - du < 50) return;
    const alea = flux('rapport-echeance', mesure.id, du);
    const delai = { tot: au - 62, terme: au - 30, tard: au - 4 };
    const le = drawActe(alea, delai, {
      retard: enRetard.valeur.rapportEcheance,
      jamais: rapportEcheanceJamais.valeur,
      fini: false,
    });
    if (le !== null && le < suivante) poser('rapport-echeance', le, { mesure });
  });
}

/** L'avis écrit du représentant légal sur le lieu, et l'évaluation d'un proche avant de placer. */
function addChoixDuLieu({ poser, flux }: Journal, mesure: MesurePosee): void {
  const { jamais } = MESURES;
  if (mesure.du < LOI_2022) return;
  const alea = flux('lieu', mesure.id);
  const fini = mesure.au !== null;
  const delai = { tot: mesure.du - 12, terme: mesure.debut ?? mesure.du, tard: mesure.du + 40 };
  const avis = drawActe(alea, delai, { retard: 0.12, jamais: jamais.valeur.avisRepresentant, fini });
  if (avis !== null) poser('avis-representant', avis, { mesure });
  const proche = drawActe(
    alea,
    { tot: mesure.du - 60, terme: mesure.du, tard: mesure.du + 60 },
    {
      retard: 0.1,
      jamais: jamais.valeur.evaluationTiers,
      fini,
    },
  );
  if (proche !== null) poser('evaluation-tiers', proche, { mesure });
}

/** Les changements de lieu : le juge l'apprend un mois avant, ou sous quarante-huit heures dans l'urgence. */
function addChangements(journal: Journal, mesure: MesurePosee): void {
  const alea = journal.flux('changements', mesure.id);
  const fin = Math.min(mesure.au ?? AUJOURDHUI, AUJOURDHUI);
  const parAn = MESURES.changementsDeLieuParAn.valeur * (journal.dossier.enfant.mode === 'etablissement' ? 1.5 : 1);
  let le = mesure.du;
  for (;;) {
    le += Math.round((-365 / parAn) * Math.log(1 - alea.reel())) + 45;
    if (le > fin - 5) return;
    addChangement(journal, mesure, le);
  }
}

function addChangement({ poser, flux, dossier }: Journal, mesure: MesurePosee, le: Numero): void {
  const alea = flux('changement', mesure.id, le);
  const urgence = alea.chance(0.3);
  const prevuLe = urgence ? le : addMois(le, 1) + alea.entier(2, 25);
  const ancien = le < AUJOURDHUI - 400;
  const informe = ancien || !alea.chance(MESURES.jamais.valeur.juge);
  const separe = !dossier.enfant.mna && alea.chance(0.04);
  poser('changement-lieu', le, {
    mesure,
    instant: true,
    donnees: {
      ...(urgence ? { urgence } : { prevuLe: formatNumero(prevuLe) }),
      ...(separe ? { fratrieSeparee: true } : {}),
    },
  });
  if (informe)
    poser('juge-informe', alea.chance(0.85) ? le : drawOuvre(alea, le + 3, le + 15), {
      mesure,
      instant: true,
      donnees: { objet: 'changement-lieu' },
    });
  if (separe && (ancien || alea.chance(0.6)))
    poser('juge-informe', le + 1, { mesure, instant: true, donnees: { objet: 'fratrie' } });
  if (ancien || alea.chance(0.8)) poser('avis-representant', urgence ? le : le + 1, { mesure });
}
