/** Ce qu'une crèche apporte sur une période : des quantités qui s'additionnent. Un territoire est leur somme. */
const NOMBRES_NULS = {
  /** Le plus d'enfants venus un même jour, sinon inscrits un même mois : sous cinq, un chiffre désignerait quelqu'un. */
  enfants: 0,
  places: 0,
  minutesOuvertes: 0,
  minutesFacturees: 0,
  minutesRealisees: 0,
  participationsCentimes: 0,
  chargesCentimes: 0,
  /** Places des crèches dont les charges sont saisies. */
  placesChargees: 0,
  /** Effets d'un retour au seuil de facturation, là où la prestation se calcule. */
  effetFacturesCentimes: 0,
  effetRealiseesCentimes: 0,
  psuCalculees: 0,
  /** Des heures de place que des travaux gèlent. */
  minutesGelees: 0,
  /** Celles que leurs fermetures ont retirées des heures ouvertes. */
  minutesRouvertes: 0,
  /** Les lignes budgétaires de l'exercice. */
  budgetCentimes: 0,
  engageCentimes: 0,
  mandateCentimes: 0,
  atterrissageCentimes: 0,
  /** Ce que le budget permet au plus, et devrait dépenser au moins, aux seuils du département. */
  hautCentimes: 0,
  basCentimes: 0,
  /** Reste à charge de l'année projetée, et places des crèches où il se calcule. */
  resteCentimes: 0,
  placesReste: 0,
  /** L'intérim mandaté des mois comptés où la crèche en tient une ligne, et les heures de présence de ces mois. */
  interimCentimes: 0,
  minutesInterim: 0,

  /** Des quarts d'heure : avec des enfants, conformes, en trop. */
  quarts: 0,
  quartsConformes: 0,
  quartsSurCapacite: 0,
  quartsSurnombre: 0,
  quartsAConfirmer: 0,
  /** Des quarts d'agent : exigés, de catégorie 1, manquants. */
  requis: 0,
  cat1: 0,
  manque: 0,
  /** Des minutes d'enfant et de place. */
  minutesEnfant: 0,
  minutesPlace: 0,
  /** Des quarts de place. */
  quartsLibres: 0,
  semaines: 0,
  semainesDepassees: 0,
  moisQuota: 0,
  moisSousQuota: 0,
  jours: 0,
  joursContinuite: 0,

  /** Ce qui rend ces quarts d'heure douteux. */
  presences: 0,
  presencesDouteuses: 0,
  /** Celles que le département admet, au réglage de chaque mois. */
  doutesAdmis: 0,
  joursSansPointage: 0,
  joursSansAutorisation: 0,
  marcheInconnue: 0,
  postesDouteux: 0,

  /** Jours d'absence, hors congés et formation, et jours d'agent de la période. */
  joursAbsence: 0,
  joursTheoriques: 0,
  /** De ces jours d'absence, ceux de chaque motif, et combien d'agents ils concernent. */
  joursMaladie: 0,
  agentsMaladie: 0,
  joursParentalite: 0,
  agentsParentalite: 0,
  joursAutre: 0,
  agentsAutre: 0,
  /** Centièmes d'équivalent temps plein. */
  quotiteVacante: 0,
  quotiteVacanteLongue: 0,
  quotiteOuverte: 0,
  directions: 0,
  directionsVacantes: 0,

  creches: 0,
  mesuresRetard: 0,
  mesuresProches: 0,
  mesuresOuvertes: 0,
  faitsMarquants: 0,
  faitsGravite1: 0,
  faitsGravite2: 0,
  faitsGravite3: 0,
  faitsGraves: 0,
  /** Minutes du référent « santé et accueil inclusif » : des mois comptés, puis de leurs trimestres entiers, dans la limite du dû. */
  santeFaites: 0,
  santeDues: 0,
  trimestresFaites: 0,
  trimestresDues: 0,
  documentsAJour: 0,
  documentsDus: 0,
  pai: 0,
  enfantsSousContrat: 0,
  famillesSansRessources: 0,
  familles: 0,
};

/** Des âges, en jours, qui se réunissent : une médiane ne s'additionne pas d'une crèche à l'autre. */
const AGES_NULS = {
  /** De chaque mesure corrective ouverte, depuis son contrôle. */
  agesMesures: [] as readonly number[],
  /** De la crèche, depuis le dernier jour dont ses présences sont arrivées ; vide : aucune. */
  agesEnvois: [] as readonly number[],
};

export const SOMMES_NULLES: Sommes = { ...NOMBRES_NULS, ...AGES_NULS };
export type Nombres = Readonly<Record<keyof typeof NOMBRES_NULS, number>>;
export type Sommes = Nombres & Readonly<typeof AGES_NULS>;

/** La somme de plusieurs crèches, ou de plusieurs mois ; ce que l'un ne dit pas n'ajoute rien. */
export function computeSommes(toutes: readonly Partial<Sommes>[]): Sommes {
  const total: Record<string, number> = { ...NOMBRES_NULS };
  for (const sommes of toutes)
    for (const cle in sommes) {
      const somme = sommes[cle as keyof Sommes];
      if (typeof somme === 'number') total[cle] = (total[cle] ?? 0) + somme;
    }
  return {
    ...(total as Nombres),
    agesMesures: toutes.flatMap(({ agesMesures }) => agesMesures ?? []),
    agesEnvois: toutes.flatMap(({ agesEnvois }) => agesEnvois ?? []),
  };
}

export function computeMediane(valeurs: readonly number[]): number | null {
  if (valeurs.length === 0) return null;
  const triees = [...valeurs].sort((a, b) => a - b);
  const milieu = triees.length >> 1;
  return triees.length % 2 === 1
    ? (triees[milieu] ?? null)
    : ((triees[milieu - 1] as number) + (triees[milieu] as number)) / 2;
}
