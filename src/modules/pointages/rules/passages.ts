/**
 * Des passages d'un enfant, un jour, à ses présences. L'ordre du fichier ne compte pas : les passages se lisent dans l'ordre des
 * heures, à l'heure affichée. Une heure que le passage à l'hiver répète (2 h 30 deux fois) est un badge doublé comme un autre.
 */
import type { Lecture, LigneEcartee, Passage, PresenceLue, ReglesDuJour, Sens } from '../pointage.ts';
import { DOUTES } from '../pointage.ts';
import { addDoutesDuJour, buildArriveeSupposee } from './presence-douteuse.ts';

type Suite = {
  regles: ReglesDuJour;
  presences: PresenceLue[];
  ecartees: LigneEcartee[];
  ouverte: PresenceLue | undefined;
  dernier: { minute: number; sens: Sens } | undefined;
};

export function computePresencesDesPassages(passages: readonly Passage[], regles: ReglesDuJour): Lecture {
  const inversee = findInversee(passages);
  if (inversee) return { presences: addDoutesDuJour([inversee], regles), ecartees: [] };
  const suite: Suite = { regles, presences: [], ecartees: [], ouverte: undefined, dernier: undefined };
  for (const passage of orderPassages(passages)) handlePassage(suite, passage);
  if (suite.ouverte) closeSansDepart(suite, suite.ouverte, regles.isFini);
  return { presences: addDoutesDuJour(suite.presences, regles), ecartees: suite.ecartees };
}

/** Un seul départ suivi d'une seule arrivée : la borne, ou qui l'a tenue, a confondu les deux. */
function findInversee(passages: readonly Passage[]): PresenceLue | undefined {
  const [a, b, ...reste] = passages.toSorted((x, y) => x.minute - y.minute);
  if (!a || !b || reste.length > 0 || a.sens !== 'DEPART' || b.sens !== 'ARRIVEE' || a.minute === b.minute)
    return undefined;
  const numeros = [a.numero, b.numero];
  return { arrivee: a.minute, depart: b.minute, arriveeSupposee: false, doutes: [DOUTES.inversees], numeros };
}

/** À la même minute, qui est là part avant d'arriver ; qui ne l'est pas arrive avant de partir. */
function orderPassages(passages: readonly Passage[]): Passage[] {
  const tries = passages.toSorted((a, b) => a.minute - b.minute || a.numero - b.numero);
  let estLa = false;
  const ordonnes: Passage[] = [];
  for (let debut = 0; debut < tries.length; ) {
    const minute = tries[debut]?.minute;
    let fin = debut;
    while (tries[fin]?.minute === minute) fin += 1;
    const premier: Sens = estLa ? 'DEPART' : 'ARRIVEE';
    const groupe = tries.slice(debut, fin);
    const [avant, apres] = [
      groupe.filter(({ sens }) => sens === null || sens === premier),
      groupe.filter(({ sens }) => sens !== null && sens !== premier),
    ];
    ordonnes.push(...avant, ...apres);
    const dernier = ordonnes.at(-1)?.sens ?? null;
    estLa = dernier === null ? !estLa : dernier === 'ARRIVEE';
    debut = fin;
  }
  return ordonnes;
}

function handlePassage(suite: Suite, { numero, minute, sens: dit }: Passage): void {
  const { regles, dernier } = suite;
  const sens = dit ?? (suite.ouverte ? 'DEPART' : 'ARRIVEE');
  if (dernier && minute - dernier.minute <= regles.double && (dit === null || dit === dernier.sens)) {
    const ecart = minute - dernier.minute;
    const raison = ecart === 0 ? 'Badge doublé à la même minute.' : `Badge doublé : ${ecart} min après le précédent.`;
    suite.ecartees.push({ numero, raison });
    return;
  }
  suite.dernier = { minute, sens };
  if (sens === 'ARRIVEE') openPresence(suite, numero, minute);
  else closePresence(suite, numero, minute);
}

function openPresence(suite: Suite, numero: number, minute: number): void {
  if (suite.ouverte) closeSansDepart(suite, suite.ouverte, true);
  suite.ouverte = { arrivee: minute, depart: null, arriveeSupposee: false, doutes: [], numeros: [numero] };
}

function closePresence(suite: Suite, numero: number, minute: number): void {
  const { ouverte, regles, presences, ecartees } = suite;
  if (!ouverte) {
    const supposee = buildArriveeSupposee({
      numero,
      depart: minute,
      ouvre: regles.ouvre,
      apres: presences.at(-1)?.depart ?? null,
    });
    if (supposee) presences.push(supposee);
    else ecartees.push({ numero, raison: 'Départ à minuit, sans arrivée.' });
    return;
  }
  if (minute <= ouverte.arrivee) ouverte.doutes.push(DOUTES.memeMinute);
  ouverte.depart = Math.max(minute, ouverte.arrivee + 1);
  ouverte.numeros.push(numero);
  presences.push(ouverte);
  suite.ouverte = undefined;
}

function closeSansDepart(suite: Suite, ouverte: PresenceLue, isManquant: boolean): void {
  if (isManquant) ouverte.doutes.push(DOUTES.departManquant);
  suite.presences.push(ouverte);
  suite.ouverte = undefined;
}
