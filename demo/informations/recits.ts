import type { Alea } from '../alea.ts';

/** Phrases inventées : aucune ne vient d'un dossier. Toutes commencent par dire qu'elles sont fictives. */
const FAITS: Readonly<Record<string, readonly string[]>> = {
  'violences-physiques': [
    'Trace de coup au bras remarquée en cours de sport ; l’enfant dit être tombé, puis se tait.',
    'L’enfant raconte à l’infirmière scolaire recevoir des gifles quand il rentre en retard.',
    'Cris et coups entendus par le voisinage plusieurs soirs de suite.',
  ],
  'violences-psychologiques': [
    'L’enfant décrit des insultes quotidiennes et dit avoir peur de rentrer chez lui.',
    'Menaces répétées de placement proférées devant l’enseignante, l’enfant est prostré.',
  ],
  'violences-sexuelles': [
    'Propos de l’enfant à une camarade évoquant des gestes d’un adulte de l’entourage ; aucune audition n’a été menée par l’école.',
  ],
  negligences: [
    'Enfant souvent seul le soir, vêtements inadaptés au froid, repas irréguliers.',
    'Rendez-vous de santé manqués à trois reprises, poids en baisse relevé par la puéricultrice.',
    'Logement très encombré, pas de lit pour les deux plus jeunes.',
  ],
  'violences-conjugales': [
    'Intervention de la gendarmerie de nuit pour des violences dans le couple, enfants présents.',
    'La mère consulte aux urgences ; les enfants étaient dans la pièce au moment des faits.',
  ],
  'conditions-education': [
    'Conflit parental aigu, l’enfant sert de messager et refuse de manger à la cantine.',
    'Absence de règles au domicile décrite par la famille élargie, enfant exposé à des écrans la nuit.',
  ],
  sante: ['Soins dentaires et traitement interrompus depuis quatre mois malgré les relances du médecin.'],
  securite: ['Jeune enfant trouvé seul sur la chaussée par un passant, les parents dormaient.'],
  'comportement-mineur': [
    'Fugues répétées, l’adolescente rentre au matin et refuse de dire où elle était.',
    'Consommation de produits signalée par le collège, deux exclusions temporaires.',
  ],
  absenteisme: ['Quarante demi-journées d’absence non justifiées depuis septembre, pas de réponse aux courriers.'],
};

const SUITES: readonly string[] = [
  'Les parents ont été rencontrés par l’auteur de la transmission et contestent.',
  'La situation inquiète depuis plusieurs mois.',
  'Aucun échange n’a pu avoir lieu avec les parents.',
  'Un précédent échange avec la famille n’avait rien changé.',
  'L’enfant a demandé que l’on parle à sa tante.',
];

export const PARTS_DANGERS: Readonly<Record<string, number>> = {
  'violences-psychologiques': 0.26,
  negligences: 0.235,
  'violences-physiques': 0.193,
  'violences-conjugales': 0.1,
  'conditions-education': 0.08,
  'comportement-mineur': 0.06,
  'violences-sexuelles': 0.038,
  absenteisme: 0.04,
  sante: 0.02,
  securite: 0.02,
};

export function buildFaits(alea: Alea, danger: string): string {
  const phrases = FAITS[danger] ?? FAITS.negligences ?? [];
  const suite = alea.chance(0.7) ? ` ${alea.choix(SUITES)}` : '';
  return `DONNÉE FICTIVE – ${alea.choix(phrases)}${suite}`;
}

const RUBRIQUES: readonly string[] = [
  'L’enfant est décrit comme vif et sociable ; il recherche l’adulte et accepte les limites posées par l’école.',
  'Le suivi de santé est irrégulier ; un bilan est programmé avec le médecin de PMI.',
  'La scolarité est fragile depuis le déménagement, l’enseignante note une fatigue en début de semaine.',
  'Les échanges montrent une inquiétude pour le parent, et un besoin d’être rassuré sur le quotidien.',
  'La mère se mobilise depuis la première visite : rendez-vous honorés, règles du soir reprises.',
  'Le père reconnaît des gestes inadaptés et demande de l’aide ; il reste réservé sur un suivi à domicile.',
  'Les grands-parents maternels prennent le relais deux soirs par semaine et le souhaitent encore.',
  'Aucune personne ressource n’a pu être jointe dans l’entourage proche.',
];
export const buildRubrique = (alea: Alea): string =>
  `DONNÉE FICTIVE – ${alea.choix(RUBRIQUES)} ${alea.choix(RUBRIQUES)}`;

const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  classement: ['Les éléments recueillis infirment le danger ; la famille sait à qui s’adresser.'],
  'actions-adaptees': [
    'Un risque demeure ; les parents acceptent une aide à domicile et l’ont signée dans son principe.',
  ],
  saisine: ['Le danger est confirmé et les parents ne se mobilisent pas : l’aide contractuelle n’est pas possible.'],
};
export const buildArgument = (alea: Alea, proposition: string): string =>
  `DONNÉE FICTIVE – ${alea.choix(ARGUMENTS[proposition] ?? [''])}`;
