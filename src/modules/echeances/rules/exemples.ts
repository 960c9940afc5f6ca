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
    nom: 'placement',
    titre: 'Un placement judiciaire',
    dossier: {
      aujourdhui: '2026-11-21',
      enfant: { dateNaissance: '2016-05-14' },
      faits: [
        { type: 'decision', date: '2026-09-10', mesure: 'placement', code: 'PLACEMENT_ASE', dureeMois: 12 },
        { type: 'debut-effectif', date: '2026-09-15', mesure: 'placement' },
      ],
    },
  },
];
