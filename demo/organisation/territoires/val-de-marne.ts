import type { DecoupageDecrit } from './territoire.ts';

const eds = (nom: string, ...communes: string[]) => ({ nom, commune: communes[0] ?? nom, communes });

/** Quatre groupements et dix-neuf espaces des solidarités ; toutes les communes sont nommées. */
export const decoupageValDeMarne: DecoupageDecrit = {
  motTerritoire: 'Territoire',
  motSite: 'Espace départemental des solidarités',
  direction: 'Direction de la protection de l’enfance et de la jeunesse',
  courAppel: 'Paris',
  tribunaux: [{ ville: 'Créteil', cabinets: 11 }],
  territoires: [
    {
      code: 'T1',
      nom: 'Territoire 1',
      sites: [
        eds('Champigny', 'Champigny-sur-Marne'),
        eds('Fontenay', 'Fontenay-sous-Bois'),
        eds('Vincennes', 'Vincennes', 'Saint-Mandé'),
        eds('Nogent', 'Nogent-sur-Marne', 'Le Perreux-sur-Marne', 'Bry-sur-Marne'),
        eds('Villiers', 'Villiers-sur-Marne', 'Le Plessis-Trévise', 'La Queue-en-Brie'),
      ],
    },
    {
      code: 'T2',
      nom: 'Territoire 2',
      sites: [
        { nom: 'Créteil Nord', commune: 'Créteil', quartiers: { Créteil: ['Nord'] } },
        { nom: 'Créteil Sud', commune: 'Créteil', quartiers: { Créteil: ['Sud'] } },
        eds('Alfortville', 'Alfortville'),
        eds('Maisons-Alfort', 'Maisons-Alfort', 'Charenton-le-Pont', 'Saint-Maurice'),
        eds('Saint-Maur', 'Saint-Maur-des-Fossés', 'Joinville-le-Pont'),
      ],
    },
    {
      code: 'T3',
      nom: 'Territoire 3',
      sites: [
        eds(
          'Boissy',
          'Boissy-Saint-Léger',
          'Sucy-en-Brie',
          'Bonneuil-sur-Marne',
          'Noiseau',
          'Ormesson-sur-Marne',
          'Chennevières-sur-Marne',
        ),
        eds(
          'Limeil',
          'Limeil-Brévannes',
          'Villecresnes',
          'Marolles-en-Brie',
          'Mandres-les-Roses',
          'Périgny',
          'Santeny',
        ),
        eds('Villeneuve', 'Villeneuve-Saint-Georges', 'Valenton'),
        eds('Choisy', 'Choisy-le-Roi', 'Orly'),
        eds('Villeneuve-le-Roi', 'Villeneuve-le-Roi', 'Ablon-sur-Seine', 'Thiais'),
      ],
    },
    {
      code: 'T4',
      nom: 'Territoire 4',
      sites: [
        eds('Vitry', 'Vitry-sur-Seine'),
        eds('Ivry', 'Ivry-sur-Seine'),
        eds('Villejuif', 'Villejuif', 'Le Kremlin-Bicêtre', 'Gentilly'),
        eds('L’Haÿ', "L'Haÿ-les-Roses", 'Cachan', 'Arcueil', 'Fresnes', 'Chevilly-Larue', 'Rungis'),
      ],
    },
  ],
};
