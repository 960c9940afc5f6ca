/** Des façons de mal écrire une personne. Chaque modèle est à part : on règle sur les uns, on juge sur les autres. */
import type { Alea } from '#demo/alea.ts';
import type { IdentiteComparee } from '#modules/rapprochement/ressemblance.ts';

export type Champ = keyof IdentiteComparee;
export type Personne = { -readonly [champ in Champ]?: string | null };
export type ModeleDErreurs = (alea: Alea, personne: Personne) => Personne;

const LETTRES = 'abcdefghijklmnopqrstuvwxyz';
const CLAVIER = ['azertyuiop', 'qsdfghjklm', 'wxcvbn', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890'];

/** Une faute de frappe : une lettre ajoutée, ôtée, changée, ou deux voisines interverties. */
export function writeFrappe(alea: Alea, texte: string): string {
  if (texte.length < 2) return texte;
  const i = alea.entier(0, texte.length - 1);
  const signe = /\d/.test(texte[i] ?? '') ? String(alea.entier(0, 9)) : (LETTRES[alea.entier(0, 25)] ?? 'e');
  const voisine = alea.choix(listVoisines(texte[i] ?? 'e', signe));
  switch (alea.pondere({ ajout: 0.25, oubli: 0.25, change: 0.3, croise: 0.2 })) {
    case 'ajout':
      return texte.slice(0, i) + signe + texte.slice(i);
    case 'oubli':
      return texte.slice(0, i) + texte.slice(i + 1);
    case 'change':
      return texte.slice(0, i) + (alea.chance(0.6) ? voisine : signe) + texte.slice(i + 1);
    default:
      return texte.slice(0, i) + (texte[i + 1] ?? '') + (texte[i] ?? '') + texte.slice(i + 2);
  }
}

/** Dans une date de huit chiffres, pas d'ajout ni d'oubli. */
function writeChiffre(alea: Alea, date: string): string {
  const places = [...date].flatMap((signe, rang) => (/\d/.test(signe) ? [rang] : []));
  const i = alea.choix(places.slice(1));
  if (alea.chance(0.25) && /\d/.test(date[i + 1] ?? ''))
    return date.slice(0, i) + (date[i + 1] ?? '') + (date[i] ?? '') + date.slice(i + 2);
  return date.slice(0, i) + String(alea.entier(0, 9)) + date.slice(i + 1);
}

function listVoisines(lettre: string, defaut: string): string[] {
  const rangee = CLAVIER.find((candidate) => candidate.includes(lettre.toLowerCase()));
  if (!rangee) return [defaut];
  const rang = rangee.indexOf(lettre.toLowerCase());
  return [rangee[rang - 1], rangee[rang + 1]].filter((voisine) => voisine !== undefined);
}

const LECTURES: readonly [string, string][] = [
  ['m', 'rn'],
  ['rn', 'm'],
  ['l', 'i'],
  ['i', 'l'],
  ['cl', 'd'],
  ['d', 'cl'],
  ['h', 'b'],
  ['b', 'h'],
  ['e', 'c'],
  ['c', 'e'],
  ['o', '0'],
  ['u', 'v'],
  ['v', 'u'],
  ['n', 'ri'],
  ['g', 'q'],
  ['q', 'g'],
  ['s', '5'],
  ['f', 't'],
  ['vv', 'w'],
  ['w', 'vv'],
  ['1', '7'],
  ['7', '1'],
  ['3', '8'],
  ['8', '3'],
  ['5', '6'],
  ['6', '5'],
  ['0', '6'],
  ['4', '9'],
];

/** Un signe mal lu par une machine ou sur un papier. */
export function writeMalLu(alea: Alea, texte: string): string {
  const possibles = LECTURES.filter(([vrai]) => texte.includes(vrai));
  if (possibles.length === 0) return texte;
  const [vrai, lu] = alea.choix(possibles);
  const places = [...texte.matchAll(new RegExp(vrai, 'g'))].map(({ index }) => index);
  const i = alea.choix(places);
  return texte.slice(0, i) + lu + texte.slice(i + vrai.length);
}

const OREILLE: readonly [RegExp, string][] = [
  [/ph/, 'f'],
  [/f/, 'ph'],
  [/c(?=[aou])/, 'k'],
  [/k/, 'c'],
  [/th/, 't'],
  [/t(?=[aeio])/, 'th'],
  [/y/, 'i'],
  [/i/, 'y'],
  [/([lnmtsr])\1/, '$1'],
  [/(?<=[aeiou])([lntm])(?=[aeiou])/, '$1$1'],
  [/eau$/, 'aux'],
  [/eau/, 'o'],
  [/au/, 'o'],
  [/x$/, ''],
  [/t$/, ''],
  [/e$/, ''],
  [/([bcdfglmnprst])$/, '$1e'],
  [/ai/, 'e'],
  [/ee/, 'ea'],
  [/qu/, 'k'],
  [/s(?=[aeiou])/, 'z'],
  [/z/, 's'],
  [/an(?=[cdgst])/, 'en'],
  [/en(?=[cdgst])/, 'an'],
  [/ou/, 'u'],
  [/h/, ''],
  [/ck/, 'k'],
  [/w/, 'v'],
  [/gh/, 'g'],
  [/ie/, 'y'],
];

/** Un nom écrit comme on l'entend. */
export function writeEntendu(alea: Alea, texte: string): string {
  const possibles = OREILLE.filter(([son]) => son.test(texte.toLowerCase()));
  if (possibles.length === 0) return texte;
  const [son, ecrit] = alea.choix(possibles);
  return texte.toLowerCase().replace(son, ecrit);
}

function swapMots(alea: Alea, texte: string): string {
  const mots = texte.split(' ');
  return mots.length > 1 ? alea.melange(mots).join(' ') : texte;
}

/** Une espace en trop ou en moins. */
function moveEspace(alea: Alea, texte: string): string {
  if (texte.includes(' ')) return texte.replace(' ', '');
  const i = alea.entier(1, Math.max(1, texte.length - 1));
  return `${texte.slice(0, i)} ${texte.slice(i)}`;
}

const POIDS_DES_CHAMPS = {
  prenom: 0.16,
  nom: 0.17,
  dateNaissance: 0.12,
  adresse: 0.2,
  commune: 0.12,
  codePostal: 0.08,
  telephone: 0.07,
  // Des colonnes que l'on ne compare pas prennent aussi leur part de fautes.
  hors: 0.08,
} as const;

/**
 * Façon Febrl : de une à `fautes` modifications par fiche, deux au plus par champ, de toutes sortes, sans égard à la langue.
 */
export function buildFrappeur(fautes: number): ModeleDErreurs {
  return (alea, origine) => {
    const personne = { ...origine };
    const parChamp = new Map<string, number>();
    for (let reste = alea.entier(1, fautes); reste > 0; reste -= 1) {
      const champ = alea.pondere(POIDS_DES_CHAMPS);
      const deja = parChamp.get(champ) ?? 0;
      if (champ === 'hors' || deja >= 2) continue;
      parChamp.set(champ, deja + 1);
      spoilChamp(alea, personne, champ);
    }
    return personne;
  };
}

function spoilChamp(alea: Alea, personne: Personne, champ: Exclude<keyof typeof POIDS_DES_CHAMPS, 'hors'>): void {
  const valeur = personne[champ];
  if (!valeur) return;
  if (champ === 'dateNaissance') {
    personne[champ] = alea.chance(0.1) ? null : writeChiffre(alea, valeur);
    return;
  }
  const faute = alea.pondere({
    frappe: 0.5,
    lu: 0.1,
    entendu: 0.12,
    manque: 0.12,
    espace: 0.06,
    mots: 0.04,
    echange: 0.06,
  });
  if (faute === 'echange' && (champ === 'nom' || champ === 'prenom'))
    [personne.nom, personne.prenom] = [personne.prenom, personne.nom];
  else if (faute === 'manque') personne[champ] = null;
  else if (faute === 'lu') personne[champ] = writeMalLu(alea, valeur);
  else if (faute === 'entendu') personne[champ] = writeEntendu(alea, valeur);
  else if (faute === 'espace') personne[champ] = moveEspace(alea, valeur);
  else if (faute === 'mots') personne[champ] = swapMots(alea, valeur);
  else personne[champ] = writeFrappe(alea, valeur);
}

/** Une feuille numérisée : chaque champ peut être mal lu, plusieurs fois. */
export const modeleLecture: ModeleDErreurs = (alea, origine) => {
  const personne = { ...origine };
  for (const champ of ['nom', 'prenom', 'adresse', 'commune', 'dateNaissance', 'telephone', 'codePostal'] as const) {
    while (alea.chance(champ === 'adresse' ? 0.4 : 0.22) && personne[champ])
      personne[champ] = writeMalLu(alea, personne[champ] ?? '');
    if (alea.chance(0.02)) personne[champ] = null;
  }
  return personne;
};

/** Dicté au téléphone : tout s'écrit à l'oreille, la date se trompe d'un rien. */
export const modeleOreille: ModeleDErreurs = (alea, origine) => {
  const personne = { ...origine };
  for (const champ of ['nom', 'prenom', 'adresse', 'commune'] as const) {
    while (alea.chance(0.35) && personne[champ]) personne[champ] = writeEntendu(alea, personne[champ] ?? '');
    if (alea.chance(0.03)) personne[champ] = null;
  }
  if (alea.chance(0.1) && personne.dateNaissance) personne.dateNaissance = writeChiffre(alea, personne.dateNaissance);
  if (alea.chance(0.08)) personne.telephone = null;
  return personne;
};

function withoutAccents(texte: string): string {
  return texte.normalize('NFD').replace(/\p{M}/gu, '');
}

const TRANSCRITS: readonly [RegExp, string][] = [
  [/Mohamed/, 'Mohammed'],
  [/Mohamed/, 'Muhammad'],
  [/Aïcha/, 'Aicha'],
  [/Aïcha/, 'Aysha'],
  [/Youssef/, 'Yusuf'],
  [/ou/, 'u'],
  [/ou/, 'w'],
  [/kh/, 'k'],
  [/ï/, 'y'],
  [/ee|i/, 'y'],
  [/dj/i, 'J'],
  [/ch/, 'sh'],
  [/Ibrahim/, 'Brahim'],
  [/é$/, 'e'],
  [/ss/, 's'],
];
const COURTS: Readonly<Record<string, string>> = {
  Alexandre: 'Alex',
  Alexandra: 'Alex',
  Thomas: 'Tom',
  Samuel: 'Sam',
  Benjamin: 'Ben',
  Nicolas: 'Nico',
  Maxime: 'Max',
  Gabriel: 'Gaby',
  Mohamed: 'Momo',
  Mélanie: 'Mel',
  Théodore: 'Théo',
  Sébastien: 'Seb',
  Catherine: 'Cathy',
  Nathalie: 'Nath',
};

/** Une administration française : accents, particules, noms d'usage, prénoms composés, jour et mois, déménagements. */
export const modeleAdministration: ModeleDErreurs = (alea, origine) => {
  const personne = { ...origine };
  const { nom, prenom, dateNaissance } = personne;
  const change = (p: number, fn: () => void) => alea.chance(p) && fn();
  change(0.5, () => {
    personne.nom = withoutAccents(nom ?? '').toUpperCase();
  });
  change(0.3, () => {
    personne.prenom = withoutAccents(prenom ?? '').toUpperCase();
  });
  change(0.15, () => {
    personne.nom = (personne.nom ?? '').replace(/[-' ]/g, alea.choix([' ', '-', '']));
    personne.prenom = (personne.prenom ?? '').replace(/[- ]/g, alea.choix([' ', '-', '']));
  });
  change(0.05, () => {
    personne.nom = (personne.nom ?? '').replace(/^(de|du|le|la|el|ben|d') ?/i, '');
  });
  change(0.08, () => {
    personne.nom = alea.chance(0.6) ? writeEntendu(alea, personne.nom ?? '') : writeFrappe(alea, personne.nom ?? '');
  });
  change(0.08, () => {
    personne.prenom = alea.chance(0.6)
      ? writeEntendu(alea, personne.prenom ?? '')
      : writeFrappe(alea, personne.prenom ?? '');
  });
  change(0.06, () => {
    personne.prenom = writeTranscrit(alea, prenom ?? '');
  });
  change(0.02, () => {
    personne.prenom = COURTS[prenom ?? ''] ?? (prenom ?? '').split('-')[0] ?? '';
  });
  change(0.02, () => {
    [personne.nom, personne.prenom] = [personne.prenom, personne.nom];
  });
  change(0.04, () => {
    personne.nomUsage = personne.nom;
    personne.nom = alea.choix(['Lemercier', 'Vauquelin', 'Deslandes', 'Quesnel', 'Hébert', 'Rouxel']);
  });
  change(0.1, () => {
    personne.dateNaissance = writeDateFausse(alea, dateNaissance ?? '');
  });
  change(0.25, () => {
    personne.adresse = `${alea.entier(1, 120)} ${alea.choix(['rue du Moulin', 'allée des Tilleuls', 'avenue de Paris', 'rue Pasteur'])}`;
    personne.telephone = null;
  });
  change(0.2, () => {
    personne.sexe = null;
  });
  return personne;
};

function writeTranscrit(alea: Alea, prenom: string): string {
  const possibles = TRANSCRITS.filter(([vrai]) => vrai.test(prenom));
  if (possibles.length === 0) return prenom;
  const [vrai, autre] = alea.choix(possibles);
  return prenom.replace(vrai, autre);
}

function writeDateFausse(alea: Alea, date: string): string {
  const [annee = '', mois = '', jour = ''] = date.split('-');
  switch (alea.pondere({ inverse: 0.3, chiffre: 0.4, janvier: 0.1, annee: 0.1, manque: 0.1 })) {
    case 'inverse':
      return Number(jour) <= 12 ? `${annee}-${jour}-${mois}` : date;
    case 'janvier':
      return `${annee}-01-01`;
    case 'annee':
      return annee;
    case 'manque':
      return '';
    default:
      return writeChiffre(alea, date);
  }
}
