import { type ChampDeFait, type LectureDeDossier, parseDossier, TYPES_DE_FAIT } from '#modules/echeances/index.ts';
import { parseHeure } from '#shared/heure-saisie.ts';
import { buildInstantIso, formatHeure, formatInstant, getJour, parseInstant } from '#shared/instant.ts';
import { isJourCivil } from '#shared/jour-civil.ts';
import { parseJourCivil } from '#shared/jour-civil-saisie.ts';
import type { Erreurs } from '#web/ui/resume-erreurs.tsx';
import { formatNomDeChamp } from './nom-de-champ.ts';

/** Un dossier tel qu'il est tapé : rien n'en est encore lu. */
export type FaitSaisi = Readonly<{ type: string; valeurs: Readonly<Record<string, string>> }>;
export type DossierSaisi = Readonly<{
  naissance: string;
  aujourdhui: string;
  zone: string;
  faits: readonly FaitSaisi[];
}>;

const FAITS_MAXIMUM = 100;
const LONGUEUR_MAXIMUM = 200;

/** Le formulaire, tel qu'il revient : un fait par rang, tant qu'il y en a. */
export function readDossierSaisi(formulaire: FormData): DossierSaisi {
  const readTexte = (nom: string) => String(formulaire.get(nom) ?? '').slice(0, LONGUEUR_MAXIMUM);
  const faits: FaitSaisi[] = [];
  for (let rang = 1; rang <= FAITS_MAXIMUM; rang += 1) {
    const defini = TYPES_DE_FAIT.get(readTexte(formatNomDeChamp(rang, 'type')));
    if (!defini) break;
    const noms = ['date', 'heure', ...defini.champs.map(({ nom }) => nom)];
    const valeurs = Object.fromEntries(noms.map((nom) => [nom, readTexte(formatNomDeChamp(rang, nom))]));
    faits.push({ type: defini.type, valeurs });
  }
  return { naissance: readTexte('naissance'), aujourdhui: readTexte('aujourdhui'), zone: readTexte('zone'), faits };
}

type DossierLu = Readonly<{ brut: object; lecture: LectureDeDossier; erreurs: Erreurs }>;

/** Lit le dossier tapé : le JSON qu'en lirait la commande, et une phrase par champ à corriger. */
export function parseDossierSaisi({ naissance, aujourdhui, zone, faits }: DossierSaisi): DossierLu {
  const erreurs: Erreurs = {};
  const readJour = (nom: string, texte: string) => {
    const lu = parseJourCivil(texte);
    if (!lu.ok && texte.trim() !== '') erreurs[nom] = lu.message;
    return lu.ok ? lu.jour : texte.trim();
  };
  const brut = {
    aujourdhui: readJour('aujourdhui', aujourdhui),
    enfant: { dateNaissance: readJour('naissance', naissance) || null },
    ...(zone && zone !== 'metropole' ? { zone } : {}),
    faits: faits.map((fait, place) => buildFait(fait, place + 1, readJour, erreurs)),
  };
  const lecture = parseDossier(brut);
  if (!lecture.ok) {
    for (const { fait, champ, message } of lecture.fautes) {
      const nom = fait === null ? (CHAMPS_DU_DOSSIER[champ] ?? champ) : formatNomDeChamp(fait, champ);
      erreurs[nom] ??= formatErreur(fait === null ? undefined : faits[fait - 1], champ) ?? message;
    }
  }
  return { brut, lecture, erreurs };
}

/** Sur l'écran, ce qui manque se dit sans la liste des codes ni l'écriture du JSON. */
function formatErreur(fait: FaitSaisi | undefined, champ: string): string | undefined {
  if (champ === 'date' || champ === 'aujourdhui') return 'Indiquez une date, comme 21/11/2026.';
  const sorte = TYPES_DE_FAIT.get(fait?.type ?? '')?.champs.find(({ nom }) => nom === champ)?.sorte;
  return sorte === 'choix' ? 'Choisissez une valeur.' : undefined;
}

const CHAMPS_DU_DOSSIER: Readonly<Record<string, string>> = { 'enfant dateNaissance': 'naissance' };

type ReadJour = (nom: string, texte: string) => string;

function buildFait({ type, valeurs }: FaitSaisi, rang: number, readJour: ReadJour, erreurs: Erreurs): object {
  const jour = readJour(formatNomDeChamp(rang, 'date'), valeurs.date ?? '');
  const heure = (valeurs.heure ?? '').trim();
  const lue = parseHeure(heure);
  if (heure !== '' && !lue) erreurs[formatNomDeChamp(rang, 'heure')] = 'Écrivez l’heure comme 14 h 30.';
  const champs = (TYPES_DE_FAIT.get(type)?.champs ?? []).flatMap((champ) => {
    const texte = (valeurs[champ.nom] ?? '').trim();
    return texte === '' ? [] : [[champ.nom, parseValeur(champ, texte, rang, readJour)]];
  });
  const date = lue && isJourCivil(jour) ? buildInstantIso(jour, lue) : jour;
  return { type, date, ...Object.fromEntries(champs) };
}

function parseValeur({ nom, sorte }: ChampDeFait, texte: string, rang: number, readJour: ReadJour): unknown {
  if (sorte === 'jour') return readJour(formatNomDeChamp(rang, nom), texte);
  if (sorte === 'oui') return texte === 'oui';
  const nombre = Number(texte.replace(',', '.'));
  return sorte === 'nombre' && !Number.isNaN(nombre) ? nombre : texte;
}

type DossierEcrit = Readonly<{
  aujourdhui: string;
  enfant: Readonly<{ dateNaissance?: string | null }>;
  zone?: string;
  faits: readonly Readonly<Record<string, unknown>>[];
}>;

/** Un dossier écrit en JSON, remis dans les champs de l'écran. */
export function buildDossierSaisi({ aujourdhui, enfant, zone, faits }: DossierEcrit): DossierSaisi {
  return {
    naissance: enfant.dateNaissance ?? '',
    aujourdhui,
    zone: zone ?? 'metropole',
    faits: faits.map(({ type, date, ...champs }) => ({
      type: String(type),
      valeurs: { ...splitDate(String(date)), ...Object.fromEntries(Object.entries(champs).map(formatChamp)) },
    })),
  };
}

function formatChamp([nom, valeur]: [string, unknown]): [string, string] {
  return [nom, typeof valeur === 'boolean' ? (valeur ? 'oui' : 'non') : String(valeur)];
}

function splitDate(date: string): { date: string; heure: string } {
  const instant = parseInstant(date);
  if (!instant) return { date, heure: '' };
  return { date: getJour(instant), heure: formatHeure(formatInstant(instant)) };
}
