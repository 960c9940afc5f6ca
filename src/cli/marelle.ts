import { ErreurExploitation } from '#shared/erreur-exploitation.ts';
import type { Commande } from './commande.ts';

/** Every command, in the order of the help. A command is loaded only when it is asked for. */
const COMMANDES: Record<string, { resume: string; load: () => Promise<Commande> }> = {
  demarrer: {
    resume: 'prépare la base et ouvre Marelle aux navigateurs',
    load: async () => (await import('./demarrer.ts')).demarrer,
  },
  migrer: {
    resume: 'met la base au niveau du code, sans ouvrir Marelle',
    load: async () => (await import('./migrer.ts')).migrer,
  },
  demo: {
    resume: 'charge un département fictif, pour essayer Marelle',
    load: async () => (await import('./demo.ts')).demo,
  },
  sauvegarder: {
    resume: 'écrit toute la base dans un fichier, Marelle ouverte ou non',
    load: async () => (await import('./sauvegarder.ts')).sauvegarder,
  },
  restaurer: {
    resume: 'remet une sauvegarde en place',
    load: async () => (await import('./restaurer.ts')).restaurer,
  },
  importer: {
    resume: 'reprend un fichier de l’organisation, des agents, des personnes ou des enfants',
    load: async () => (await import('./importer.ts')).importer,
  },
  rapprocher: {
    resume: 'trouve dans des listes les fiches qui sont la même personne, sans base',
    load: async () => (await import('./rapprocher.ts')).rapprocher,
  },
  journal: {
    resume: 'prouve le journal, ou le scelle',
    load: async () => (await import('./journal.ts')).journal,
  },
  delais: {
    resume: 'compte des délais lus en JSON, avec le raisonnement de chacun',
    load: async () => (await import('./delais.ts')).delais,
  },
  echeances: {
    resume: 'calcule ce que le droit doit à un enfant, de faits lus en JSON',
    load: async () => (await import('./echeances.ts')).echeances,
  },
  sante: {
    resume: 'dit si Marelle répond, pour une supervision',
    load: async () => (await import('./sante.ts')).sante,
  },
};

export async function executeMarelle(args: string[]): Promise<number> {
  const [nom, ...reste] = args;
  if (nom === undefined || nom === '--help' || nom === '-h' || nom === 'aide') {
    console.log(formatAide());
    return 0;
  }
  const declaree = COMMANDES[nom];
  if (declaree === undefined) {
    console.error(`La commande « ${nom} » n'existe pas.\n\n${formatAide()}`);
    return 2;
  }
  const commande = await declaree.load();
  if (reste.includes('--help') || reste.includes('-h')) {
    console.log(commande.aide);
    return 0;
  }
  return commande.run(reste).catch(handleErreur);
}

function formatAide(): string {
  const largeur = Math.max(...Object.keys(COMMANDES).map((nom) => nom.length)) + 2;
  const lignes = Object.entries(COMMANDES).map(([nom, { resume }]) => `  ${nom.padEnd(largeur)}${resume}`);
  return [
    'Usage : marelle <commande> [options]',
    '',
    ...lignes,
    '',
    'marelle <commande> --help détaille une commande.',
  ].join('\n');
}

/** One sentence for what the person can mend; the whole trace for a bug. */
function handleErreur(erreur: unknown): number {
  const code = erreur instanceof Error && 'code' in erreur ? String(erreur.code) : '';
  if (erreur instanceof ErreurExploitation) console.error(`\n${erreur.message}`);
  else if (code.startsWith('ERR_PARSE_ARGS'))
    console.error(`\nOption inconnue ou incomplète : ${(erreur as Error).message}`);
  else console.error(erreur);
  return 1;
}
