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
];
