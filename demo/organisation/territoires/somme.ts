import type { DecoupageDecrit } from './territoire.ts';

export const decoupageSomme: DecoupageDecrit = {
  motTerritoire: 'Territoire d’action sociale',
  motSite: 'Maison départementale des solidarités',
  direction: 'Direction enfance et famille',
  courAppel: 'Amiens',
  tribunaux: [{ ville: 'Amiens', cabinets: 5 }],
  territoires: [
    {
      code: 'AMI',
      nom: 'Amiens',
      sites: [
        { nom: 'Amiens Nord', commune: 'Amiens', quartiers: { Amiens: ['Nord'] } },
        { nom: 'Amiens Sud', commune: 'Amiens', quartiers: { Amiens: ['Sud', 'Étouvie'] } },
        { nom: 'Amiens Centre', commune: 'Amiens', quartiers: { Amiens: ['Centre', 'Saint-Leu', 'Saint-Pierre'] } },
        { nom: 'Longueau', commune: 'Longueau', intercommunalites: ['CA Amiens Métropole'] },
      ],
    },
    {
      code: 'PIC',
      nom: 'Picardie maritime',
      sites: [
        { nom: 'Abbeville', commune: 'Abbeville', intercommunalites: ['CA de la Baie de Somme'] },
        {
          nom: 'Friville',
          commune: 'Friville-Escarbotin',
          intercommunalites: ['CC du Vimeu', 'CC des Villes Soeurs', 'CC Interrégionale Aumale - Blangy-sur-Bresle'],
        },
        { nom: 'Rue', commune: 'Rue', intercommunalites: ['CC Ponthieu-Marquenterre', 'CC du Ternois'] },
      ],
    },
    {
      code: 'DOU',
      nom: 'Doullens – Val de Nièvre',
      sites: [
        { nom: 'Doullens', commune: 'Doullens', intercommunalites: ['CC du Territoire Nord Picardie'] },
        { nom: 'Flixecourt', commune: 'Flixecourt', intercommunalites: ['CC Nièvre et Somme'] },
        { nom: 'Poix-de-Picardie', commune: 'Poix-de-Picardie', intercommunalites: ['CC Somme Sud-Ouest'] },
      ],
    },
    {
      code: 'SAN',
      nom: 'Santerre – Haute Somme',
      sites: [
        {
          nom: 'Péronne',
          commune: 'Péronne',
          intercommunalites: ['CC de la Haute Somme (Combles - Péronne - Roisel)'],
        },
        { nom: 'Ham', commune: 'Ham', intercommunalites: ["CC de l'Est de la Somme"] },
        { nom: 'Rosières', commune: 'Rosières-en-Santerre', intercommunalites: ['CC Terre de Picardie'] },
      ],
    },
    {
      code: 'MON',
      nom: 'Trois Vallées',
      sites: [
        { nom: 'Montdidier', commune: 'Montdidier', intercommunalites: ['CC du Grand Roye', 'CC Avre Luce Noye'] },
        { nom: 'Albert', commune: 'Albert', intercommunalites: ['CC du Pays du Coquelicot'] },
        { nom: 'Corbie', commune: 'Corbie', intercommunalites: ['CC du Val de Somme'] },
      ],
    },
  ],
};
