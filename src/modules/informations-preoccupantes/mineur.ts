/** Un mineur tel que l'information le décrit : parfois un prénom, un âge à peu près, ou un enfant à naître. */
import { ageRevolu, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatNom } from '#shared/nom-propre.ts';

type Identite = { rang: number; nom: string | null; prenom: string | null; nomUsage?: string | null };
type Naissance = {
  dateNaissance: JourCivil | null;
  naissancePrecision: string;
  ageEstime: number | null;
  aNaitre: boolean;
  termePrevu: JourCivil | null;
};

/** « MARTIN Lou », « MARTIN (usage DURAND) Lou », « MARTIN (prénom inconnu) », « Mineur 2 ». */
export function formatMineur({ rang, nom, prenom, nomUsage }: Identite): string {
  if (!nom && !prenom) return `Mineur ${rang}`;
  if (!prenom) return `${formatNom(nom ?? '')} (prénom inconnu)`;
  if (!nom) return `${formatNom('', prenom)} (nom inconnu)`;
  return nomUsage
    ? `${formatNom(nom)} (usage ${formatNom(nomUsage)}) ${formatNom('', prenom)}`
    : formatNom(nom, prenom);
}

/** « 7 ans », « environ 4 ans », « moins d'un an », « à naître », « âge inconnu ». */
export function formatAgeDeMineur(naissance: Naissance, jour: JourCivil): string {
  const { dateNaissance, naissancePrecision, ageEstime, aNaitre } = naissance;
  if (aNaitre) return 'à naître';
  if (dateNaissance === null) return ageEstime === null ? 'âge inconnu' : `environ ${formatAns(ageEstime)}`;
  if (dateNaissance > jour) return 'âge inconnu';
  const age = formatAns(ageRevolu(dateNaissance, jour));
  return naissancePrecision === 'annee' || naissancePrecision === 'declaree' ? `environ ${age}` : age;
}

/** « né(e) le 4 mars 2019 », « terme prévu le 2 février 2027 » ; vide quand on ne sait rien de plus que l'âge. */
export function formatNaissanceDeMineur(naissance: Naissance & { sexe: string }): string {
  const { dateNaissance, aNaitre, termePrevu, sexe } = naissance;
  if (aNaitre) return termePrevu === null ? 'terme inconnu' : `terme prévu le ${formatJour(termePrevu, 'long')}`;
  if (dateNaissance === null) return '';
  return `${sexe === 'feminin' ? 'née' : sexe === 'masculin' ? 'né' : 'né(e)'} le ${formatJour(dateNaissance, 'long')}`;
}

function formatAns(age: number): string {
  return age === 0 ? 'moins d’un an' : age === 1 ? '1 an' : `${age} ans`;
}
