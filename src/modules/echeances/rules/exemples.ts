/** Des situations fictives : la page publique les propose, docs/exemples/simulation les garde avec leur réponse. */
export type Exemple = Readonly<{
  nom: string;
  titre: string;
  dossier: Readonly<{
    aujourdhui: string;
    enfant: Readonly<{ dateNaissance?: string | null }>;
    zone?: string;
    faits: readonly Readonly<Record<string, unknown>>[];
  }>;
}>;

export const EXEMPLES: readonly Exemple[] = [
  {
    nom: 'information-preoccupante',
    titre: 'Une information préoccupante',
    dossier: {
      aujourdhui: '2026-11-21',
      enfant: { dateNaissance: '2018-03-09' },
      faits: [
        { type: 'information-recue', date: '2026-09-14T10:20:00+02:00', categorie: 'professionnel' },
        { type: 'information-qualifiee', date: '2026-09-15' },
        { type: 'evaluation-attribuee', date: '2026-09-17' },
        { type: 'evaluation-debutee', date: '2026-09-24' },
      ],
    },
  },
  {
    nom: 'nourrisson-en-pouponniere',
    titre: 'Un nourrisson en pouponnière',
    dossier: {
      aujourdhui: '2026-11-21',
      enfant: { dateNaissance: '2026-05-30' },
      faits: [
        { type: 'dossier-ouvert', date: '2026-08-03' },
        { type: 'entree-pouponniere', date: '2026-08-03' },
      ],
    },
  },
  {
    nom: 'placement-judiciaire',
    titre: 'Un placement judiciaire',
    dossier: {
      aujourdhui: '2026-11-21',
      enfant: { dateNaissance: '2016-05-14' },
      faits: [
        {
          type: 'decision',
          date: '2025-12-01',
          mesure: 'placement',
          code: 'PLACEMENT_ASE',
          dureeMois: 12,
          rapportTousLesMois: 6,
        },
        { type: 'debut-effectif', date: '2025-12-05', mesure: 'placement' },
        { type: 'bilan-sante', date: '2026-02-10' },
        { type: 'ppe-valide', date: '2026-04-20' },
      ],
    },
  },
  {
    nom: 'placement-provisoire-du-parquet',
    titre: 'Un placement provisoire par le procureur',
    dossier: {
      aujourdhui: '2026-11-21',
      enfant: { dateNaissance: '2020-01-17' },
      faits: [
        { type: 'decision', date: '2026-11-16T18:40:00+01:00', mesure: 'opp', code: 'OPP_PARQUET' },
        { type: 'debut-effectif', date: '2026-11-16T20:15:00+01:00', mesure: 'opp' },
        { type: 'changement-lieu', date: '2026-11-20T17:00:00+01:00', mesure: 'opp', urgence: true },
      ],
    },
  },
  {
    nom: 'accueil-de-soixante-douze-heures',
    titre: 'Un accueil de soixante-douze heures',
    dossier: {
      aujourdhui: '2026-10-24',
      enfant: { dateNaissance: '2011-07-02' },
      faits: [
        { type: 'decision', date: '2026-10-23T21:30:00+02:00', mesure: 'accueil', code: 'ACCUEIL_72H' },
        { type: 'information-parents', date: '2026-10-23T22:10:00+02:00', mesure: 'accueil' },
      ],
    },
  },
  {
    nom: 'aide-educative-a-domicile',
    titre: 'Une aide éducative à domicile',
    dossier: {
      aujourdhui: '2026-11-21',
      enfant: { dateNaissance: '2014-09-30' },
      faits: [
        { type: 'demande', date: '2026-08-25', mesure: 'aed', code: 'AED' },
        { type: 'accord', date: '2026-09-01', mesure: 'aed', forme: 'ecrit' },
        { type: 'decision', date: '2026-09-07', mesure: 'aed', code: 'AED', dureeMois: 6 },
      ],
    },
  },
  {
    nom: 'mineur-non-accompagne',
    titre: 'Un mineur non accompagné',
    dossier: {
      aujourdhui: '2026-11-21',
      enfant: { dateNaissance: null },
      faits: [
        { type: 'demande', date: '2026-11-15T19:30:00+01:00', mesure: 'abri', code: 'APU_MNA' },
        { type: 'decision', date: '2026-11-16T09:00:00+01:00', mesure: 'abri', code: 'APU_MNA' },
        { type: 'debut-effectif', date: '2026-11-16T09:00:00+01:00', mesure: 'abri' },
      ],
    },
  },
  {
    nom: 'dix-sept-ans',
    titre: 'Une jeune de dix-sept ans',
    dossier: {
      aujourdhui: '2026-11-21',
      enfant: { dateNaissance: '2009-06-11' },
      faits: [
        { type: 'decision', date: '2023-06-05', mesure: 'placement', code: 'PLACEMENT_ASE', au: '2027-06-11' },
        { type: 'debut-effectif', date: '2023-06-05', mesure: 'placement' },
        { type: 'ppe-valide', date: '2023-08-30' },
        { type: 'rapport-situation', date: '2026-05-12' },
        { type: 'entretien-17-ans', date: '2026-07-01' },
      ],
    },
  },
  {
    nom: 'placement-d-avant-2022',
    titre: 'Un très jeune enfant placé avant la loi du 7 février 2022',
    dossier: {
      aujourdhui: '2022-03-15',
      enfant: { dateNaissance: '2019-12-20' },
      faits: [
        { type: 'decision', date: '2021-03-01', mesure: 'placement', code: 'PLACEMENT_ASE', dureeMois: 24 },
        { type: 'debut-effectif', date: '2021-03-01', mesure: 'placement' },
        { type: 'ppe-valide', date: '2021-05-20' },
        { type: 'rapport-situation', date: '2021-08-30' },
      ],
    },
  },
];
