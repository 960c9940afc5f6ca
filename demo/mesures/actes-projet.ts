import type { DocumentDu } from '#modules/mesures/index.ts';
import { addAnnees, addMois, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { MESURES } from '../parametres/mesures.ts';
import { drawActe, type Journal } from './journal-actes.ts';
import { isJudiciaire, type MesurePosee } from './mesure-posee.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);

/** Le bilan de santé, le rapport de situation et le projet pour l'enfant : faits à temps, en retard ou pas du tout. */
export function addActesProjet(journal: Journal): void {
  addBilan(journal);
  addRapports(journal);
  addProjet(journal);
}

/** Une suite de mesures sans jour vide qui demandent ce document. */
type Prise = { depart: Numero; au: Numero | null; mesures: MesurePosee[] };

function listPrises({ posees, dossier }: Journal, isDue: (mesure: MesurePosee) => boolean): Prise[] {
  const prises: Prise[] = [];
  for (const mesure of posees.filter(isDue)) {
    const derniere = prises.at(-1);
    if (mesure.du >= dossier.majorite) continue;
    if (derniere && (derniere.au === null || derniere.au + 1 >= mesure.du)) {
      derniere.au = mesure.au;
      derniere.mesures.push(mesure);
    } else prises.push({ depart: mesure.debut ?? mesure.du, au: mesure.au, mesures: [mesure] });
  }
  return prises;
}

const demande = (document: DocumentDu) => (mesure: MesurePosee) => mesure.definie.documents.includes(document);

function addBilan(journal: Journal): void {
  const { enRetard, jamais } = MESURES;
  for (const { depart, au } of listPrises(journal, demande('bilan-sante'))) {
    const le = drawActe(
      journal.flux('bilan', depart),
      { tot: depart + 3, terme: depart + 60, tard: depart + 260 },
      {
        retard: enRetard.valeur.bilan,
        jamais: jamais.valeur.bilan,
        fini: au !== null,
      },
    );
    if (le !== null && (au === null || le <= au)) journal.poser('bilan-sante', le);
  }
}

/** Un rapport par an, deux avant trois ans, validé, communiqué, transmis au juge ; le dernier dû reste parfois à faire. */
function addRapports(journal: Journal): void {
  const { arriere, enRetard } = MESURES;
  const { dossier, poser, flux } = journal;
  const arriereDe = flux('arrieres');
  const sans = {
    rapport: arriereDe.chance(arriere.valeur.rapport),
    envoi: arriereDe.chance(arriere.valeur.transmission),
  };
  const isSuivi = (mesure: MesurePosee) => mesure.definie.confie || demande('rapport-situation')(mesure);
  for (const { depart, au, mesures } of listPrises(journal, isSuivi)) {
    const fin = Math.min(au ?? AUJOURDHUI, AUJOURDHUI);
    let base = depart;
    for (let rang = 0; rang < 60; rang += 1) {
      const alea = flux('rapport', depart, rang);
      const semestriel = addMois(base, 6) < addAnnees(dossier.enfant.naissance, 3);
      const terme = addMois(base, semestriel ? 6 : 12);
      const le = alea.chance(enRetard.valeur.rapport) ? terme + alea.entier(4, 90) : terme - alea.entier(1, 45);
      const dernier = au === null && addMois(le, semestriel ? 6 : 12) > AUJOURDHUI;
      if (le > fin || (dernier && sans.rapport)) break;
      poser('rapport-situation', le);
      const mesure = mesures.findLast(({ du }) => du <= le);
      addSuites(journal, le, mesure, dernier && sans.envoi);
      base = le;
    }
  }
}

function addSuites({ poser, flux }: Journal, le: Numero, mesure: MesurePosee | undefined, sansEnvoi: boolean): void {
  const alea = flux('suites-rapport', le);
  if (!alea.chance(MESURES.arriere.valeur.communication)) poser('rapport-communique', le + alea.entier(0, 9));
  if (mesure && isJudiciaire(mesure) && !sansEnvoi) poser('rapport-transmis', le + alea.entier(9, 16), { mesure });
}

/** Le projet s'établit, puis se refait après ce qui change ; certains ne l'ont pas été. */
function addProjet(journal: Journal): void {
  const { enRetard, jamais, arriere } = MESURES;
  const { poser, flux } = journal;
  for (const { depart, au, mesures } of listPrises(journal, demande('ppe'))) {
    const alea = flux('projet', depart);
    const delai = { tot: depart + 25, terme: addMois(depart, 3), tard: depart + 420 };
    const premier = drawActe(alea, delai, {
      retard: enRetard.valeur.ppe,
      jamais: jamais.valeur.ppe,
      fini: au !== null && alea.chance(0.5),
    });
    const fin = Math.min(au ?? AUJOURDHUI, AUJOURDHUI);
    if (premier === null || premier > fin) continue;
    poser('ppe-valide', premier);
    const negligent = alea.chance(arriere.valeur.ppe);
    const changements = listChangements(journal, mesures);
    let version = premier;
    for (let rang = 0; rang < 60; rang += 1) {
      const tirage = alea.flux(rang);
      const change = Math.min(
        addMois(version, 11),
        changements.find((jour) => jour > version) ?? Number.POSITIVE_INFINITY,
      );
      const le = change + (tirage.chance(0.8) ? tirage.entier(4, 28) : tirage.entier(31, 120));
      if (le > fin || (negligent && au === null && le > AUJOURDHUI - 330)) break;
      poser('ppe-valide', le);
      version = le;
    }
  }
}

/** Les jours où la situation change assez pour que le projet soit à refaire, du plus ancien au plus récent. */
function listChangements({ listJours, dossier }: Journal, mesures: readonly MesurePosee[]): Numero[] {
  const jours = [
    ...mesures.flatMap(({ tuiles, au }) => [...tuiles.map(({ le }) => le), ...(au === null ? [] : [au])]),
    ...listJours('rapport-situation', 'changement-lieu', 'entretien-17-ans', 'examen-cessec', 'admission-pupille'),
    ...dossier.referentsDepuis,
  ];
  return jours.sort((a, b) => a - b);
}
