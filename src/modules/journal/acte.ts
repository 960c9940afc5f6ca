/** Premier mot d'un acte : le sujet. Sert à ranger la liste et à filtrer. */
export const SUJETS: Record<string, string> = {
  enfants: 'Enfants et familles',
  informations: 'Informations préoccupantes',
  evaluations: 'Évaluations',
  suites: 'Décisions et signalements',
  ecrits: 'Écrits du circuit',
  mesures: 'Mesures',
  'ecrits-mesures': 'Écrits des mesures',
  organisation: 'Organisation',
  comptes: 'Comptes et connexions',
  acces: 'Accès et bris de glace',
  reprise: 'Reprise de données',
  trames: 'Trames Word',
  journal: 'Journal',
  travaux: 'Travaux de fond',
  systeme: 'Travaux du système',
};

const VERBES: Record<string, string> = {
  consulter: 'consultation',
  creer: 'création',
  modifier: 'modification',
  enregistrer: 'enregistrement',
  clore: 'clôture',
  rouvrir: 'réouverture',
  ouvrir: 'ouverture',
  echouer: 'tentative sans suite',
  exporter: 'export',
  produire: 'production',
  relancer: 'relance',
};

/** «enfants.dossier.consulter» → «dossier : consultation». Un acte inconnu se lit tel quel. */
export function formatActe(acte: string): string {
  const [, ...reste] = acte.split('.');
  const verbe = reste.pop();
  if (!verbe) return acte;
  const libelle = VERBES[verbe] ?? verbe.replaceAll('-', ' ');
  return reste.length > 0 ? `${reste.join(' ').replaceAll('-', ' ')} : ${libelle}` : libelle;
}
