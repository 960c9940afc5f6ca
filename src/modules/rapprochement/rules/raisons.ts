/** Chaque accord dit en français. */
import type { AccordAdresse, AccordLieu, AccordTelephone } from './accord-coordonnees.ts';
import type { AccordDate } from './accord-date.ts';
import type { AccordNom } from './accord-nom.ts';
import type { Accord } from './accords.ts';

const NOMS: Record<AccordNom, string> = {
  meme: 'même nom',
  ecriture: 'même nom à un trait d’union, une espace ou une apostrophe près',
  particule: 'même nom à une particule près',
  ordre: 'même nom, mots dans un autre ordre',
  prononciation: 'nom qui se prononce pareil',
  transcription: 'même nom, transcrit autrement',
  diminutif: 'nom abrégé',
  'une-lettre': 'nom à une lettre près',
  partie: 'l’un des noms est une partie de l’autre',
  'deux-lettres': 'nom à deux lettres près',
  abrege: 'nom abrégé',
  proche: 'noms voisins',
  lointain: 'noms peu ressemblants',
  different: 'noms différents',
};
const PRENOMS: Record<AccordNom, string> = {
  meme: 'même prénom',
  ecriture: 'même prénom à un trait d’union, une espace ou une apostrophe près',
  particule: 'même prénom à une particule près',
  ordre: 'mêmes prénoms dans un autre ordre',
  prononciation: 'prénom qui se prononce pareil',
  transcription: 'même prénom, transcrit autrement',
  diminutif: 'diminutif du prénom',
  'une-lettre': 'prénom à une lettre près',
  partie: 'l’un des prénoms est une partie de l’autre',
  'deux-lettres': 'prénom à deux lettres près',
  abrege: 'prénom abrégé',
  proche: 'prénoms voisins',
  lointain: 'prénoms peu ressemblants',
  different: 'prénoms différents',
};
const DATES: Record<AccordDate, string> = {
  meme: 'même date de naissance',
  'jour-mois': 'jour et mois de naissance inversés',
  'un-chiffre': 'un chiffre d’écart dans la date de naissance',
  'chiffres-croises': 'deux chiffres intervertis dans la date de naissance',
  'jour-ou-mois': 'date de naissance au jour ou au mois près',
  annee: 'même jour et même mois de naissance, autre année',
  'deux-chiffres': 'deux chiffres d’écart dans la date de naissance',
  'meme-annee': 'même année de naissance seulement',
  different: 'dates de naissance différentes',
  'annee-et-mois': 'même mois de naissance, jour inconnu',
  'annee-seule': 'même année de naissance, le reste inconnu',
  'annee-voisine': 'années de naissance voisines',
};
const ADRESSES: Record<AccordAdresse, string> = {
  meme: 'même adresse',
  proche: 'adresse presque semblable',
  'meme-rue': 'même rue',
  different: 'autre adresse',
};
const LIEUX: Record<AccordLieu, string> = {
  meme: 'même commune',
  'code-postal': 'même code postal, autre commune',
  commune: 'même commune, autre code postal',
  proche: 'commune presque semblable',
  departement: 'même département',
  different: 'autre commune',
};
const TELEPHONES: Record<AccordTelephone, string> = {
  meme: 'même téléphone',
  'un-chiffre': 'téléphone à un chiffre près',
  different: 'autre téléphone',
};

// Au-delà, l'accord de deux noms dit à lui seul que la valeur est rare ; en deçà, qu'elle est répandue.
const RARE = 13;
const REPANDU = 8.5;

export function formatAccord(accord: Accord): string {
  switch (accord.champ) {
    case 'nom':
      return `${accord.usage ? 'par le nom d’usage : ' : ''}${NOMS[accord.accord]}${formatRarete(accord, RARE, REPANDU)}`;
    case 'prenom':
      return `${PRENOMS[accord.accord]}${formatRarete(accord, RARE - 2, REPANDU - 1)}`;
    case 'inversion':
      return accord.accord === 'croises' ? 'nom et prénom inversés' : 'nom et prénom dans une seule case';
    case 'dateNaissance':
      return DATES[accord.accord];
    case 'sexe':
      return accord.accord === 'meme' ? 'même sexe' : 'sexe différent';
    case 'adresse':
      return ADRESSES[accord.accord];
    case 'lieu':
      return LIEUX[accord.accord];
    case 'telephone':
      return TELEPHONES[accord.accord];
  }
}

function formatRarete(
  { accord, points }: { accord: AccordNom; points: number },
  rare: number,
  repandu: number,
): string {
  if (accord !== 'meme') return '';
  if (points >= rare) return ' (rare)';
  return points <= repandu ? ' (répandu)' : '';
}
