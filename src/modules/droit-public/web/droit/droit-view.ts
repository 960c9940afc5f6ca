import { z } from 'zod';
import { formatVigueur, MODULES_DE_DROIT } from '#modules/echeances/index.ts';
import { addAns, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { normaliseLibelle } from '#shared/nom-propre.ts';
import { ACTEURS, type Regle } from '#shared/obligation.ts';
import { Confiance, formatRenvoi, type TexteLegal } from '#shared/texte-legal.ts';
import { LECTURES } from './lectures.generated.ts';

export const DroitFiltre = z.object({
  q: z.string().trim().max(100).catch(''),
  module: z.string().max(50).catch(''),
  confiance: z.union([Confiance, z.literal('')]).catch(''),
  /** Seulement ce qui n'a pas été relu depuis un an. */
  relire: z.literal('oui').or(z.literal('')).catch(''),
});
export type DroitFiltre = z.infer<typeof DroitFiltre>;

export type TexteVu = Readonly<{
  renvoi: string;
  confiance: Confiance;
  source: string;
  relu: string;
  aRelire: boolean;
}>;

/** Une règle telle qu'un juriste la lit. Sans `acteur`, elle ne fait rien naître : elle permet, refuse ou éclaire un acte. */
export type RegleVue = Readonly<{
  cle: string;
  titre: string;
  module: string;
  nomDuModule: string;
  confiances: readonly Confiance[];
  faits: readonly { titre: string; valeur: string }[];
  textes: readonly TexteVu[];
  aRelire: boolean;
  lecture: string;
  nonTraite: string | null;
  essais: readonly string[];
  fichier: string;
}>;

const TITRES = new Map(MODULES_DE_DROIT.map(({ nom, titre }) => [nom, titre]));
const AUTRES_TITRES: Readonly<Record<string, string>> = {
  agents: 'Agents',
  alertes: 'Alertes',
  delegations: 'Délégations',
  enfants: 'Dossier de l’enfant',
  journal: 'Journal',
  organisation: 'Organisation',
  personnes: 'Personnes',
  recueil: 'Recueil',
  ecrits: 'Écrits',
  'contrats-eaje': 'Contrats des crèches',
  'suivi-eaje': 'Suivi des crèches',
  'tenue-eaje': 'Tenue des crèches',
  'travaux-eaje': 'Travaux des crèches',
  'budget-eaje': 'Budget des crèches',
  'tableau-eaje': 'Tableau de bord des crèches',
  pointages: 'Présences des crèches',
  encadrement: 'Encadrement des crèches',
  'journees-eaje': 'Journées des crèches',
  'activite-psu': 'Activité des crèches',
  shared: 'Jours et délais',
};

/** Toutes les règles : celles qui font devoir quelque chose, puis celles qui jugent un acte. */
export function listRegles(aujourdhui: JourCivil): RegleVue[] {
  const dues = MODULES_DE_DROIT.flatMap(({ nom, regles = [] }) =>
    regles.map((regle) => buildRegle(regle, nom, aujourdhui)),
  );
  const autres = LECTURES.filter(({ regles }) => regles.length === 0).map(buildLecture);
  return [...dues, ...autres];
}

/** Ce que l'on cherche, tous les mots ensemble. */
export function listReglesFiltrees(regles: readonly RegleVue[], filtre: DroitFiltre): RegleVue[] {
  const mots = normaliseLibelle(filtre.q).split(' ').filter(Boolean);
  return regles.filter((regle) => {
    if (filtre.module !== '' && regle.module !== filtre.module) return false;
    if (filtre.confiance !== '' && !regle.confiances.includes(filtre.confiance)) return false;
    if (filtre.relire === 'oui' && !regle.aRelire) return false;
    const texte = mots.length > 0 ? normaliseLibelle(formatTout(regle)) : '';
    return mots.every((mot) => texte.includes(mot));
  });
}

function formatTout({ cle, titre, lecture, nonTraite, textes, faits, nomDuModule }: RegleVue): string {
  const dits = [...textes.map(({ renvoi }) => renvoi), ...faits.map(({ valeur }) => valeur)];
  return [cle, titre, nomDuModule, lecture, nonTraite, ...dits].join(' ');
}

function buildRegle(regle: Regle, module: string, aujourdhui: JourCivil): RegleVue {
  const lecture = LECTURES.find(({ regles }) => (regles as readonly string[]).includes(regle.id));
  const textes = regle.textes.map((texte) => buildTexte(texte, aujourdhui));
  return {
    cle: regle.id,
    titre: regle.libelle,
    module,
    nomDuModule: formatModule(module),
    confiances: regle.textes.map(({ confiance }) => confiance),
    faits: [
      { titre: 'Qui agit', valeur: ACTEURS[regle.acteur] },
      { titre: 'En vigueur', valeur: formatVigueur(regle.vigueur) },
      { titre: 'Satisfaite par', valeur: regle.satisfaite },
      { titre: 'Arrêtée par', valeur: regle.arretee },
    ],
    textes,
    aRelire: textes.some((texte) => texte.aRelire),
    ...splitEntete(lecture?.entete ?? ''),
    essais: [...new Set<string>(lecture?.essais)],
    fichier: lecture?.fichier ?? '',
  };
}

function buildLecture({ fichier, entete, essais }: (typeof LECTURES)[number]): RegleVue {
  const module = fichier.split('/')[2] ?? '';
  const nom = fichier.startsWith('src/shared/') ? 'shared' : module;
  const [titre = '', ...reste] = entete.split('\n\n');
  return {
    cle: fichier,
    titre: titre.replaceAll('\n', ' '),
    module: nom,
    nomDuModule: formatModule(nom),
    confiances: listConfiancesDites(entete),
    faits: [],
    textes: [],
    aRelire: false,
    ...splitEntete(reste.join('\n\n')),
    essais: [...new Set<string>(essais)],
    fichier,
  };
}

/** Une règle qui juge un acte porte ses textes en elle : son en-tête dit s'il en reste à confirmer. */
function listConfiancesDites(entete: string): Confiance[] {
  const dites: readonly [RegExp, Confiance][] = [
    [/à confirmer/, 'a-confirmer'],
    [/pratique locale|réglé par le département|paramètre du département/, 'local'],
  ];
  return dites.filter(([motif]) => motif.test(entete)).map(([, confiance]) => confiance);
}

function formatModule(nom: string): string {
  return TITRES.get(nom) ?? AUTRES_TITRES[nom] ?? nom;
}

/** L'en-tête, ses lignes recollées en paragraphes ; ce qui n'est pas traité à part. */
function splitEntete(entete: string): { lecture: string; nonTraite: string | null } {
  const [lecture = '', nonTraite] = entete.split(/^Non traités? : /m);
  const recolle = (texte: string) => texte.replaceAll(/\n(?=[a-zà-ÿ0-9(«])/g, ' ').trim();
  return { lecture: recolle(lecture), nonTraite: nonTraite === undefined ? null : recolle(nonTraite) };
}

function buildTexte(texte: TexteLegal, aujourdhui: JourCivil): TexteVu {
  const { confiance, source, verifieLe } = texte;
  return {
    renvoi: formatRenvoi(texte),
    confiance,
    source,
    relu: verifieLe ? `relu le ${formatJour(verifieLe, 'court')}` : 'jamais relu',
    aRelire: verifieLe === undefined || verifieLe < addAns(aujourdhui, -1),
  };
}

/** Les modules qui ont une règle, pour le choix du filtre. */
export function listModules(regles: readonly RegleVue[]): { valeur: string; libelle: string }[] {
  const noms = new Map(regles.map(({ module, nomDuModule }) => [module, nomDuModule]));
  return [...noms].map(([valeur, libelle]) => ({ valeur, libelle }));
}
