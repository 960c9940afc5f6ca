import type { DecoupageDecrit } from './territoire.ts';

export const decoupageManche: DecoupageDecrit = {
  motTerritoire: 'Pôle d’action sociale',
  motSite: 'Centre médico-social',
  direction: 'Direction de la petite enfance, de l’enfance et de la famille',
  courAppel: 'Caen',
  tribunaux: [
    { ville: 'Cherbourg-en-Cotentin', cabinets: 2 },
    { ville: 'Coutances', cabinets: 2 },
  ],
  territoires: [
    {
      code: 'CHE',
      nom: 'Cherbourg-Hague',
      sites: [
        {
          nom: 'Cherbourg centre',
          commune: 'Cherbourg-en-Cotentin',
          quartiers: { 'Cherbourg-en-Cotentin': ['Cherbourg-Octeville', 'Équeurdreville-Hainneville'] },
        },
        {
          nom: 'La Hague',
          commune: 'La Hague',
          communes: ['La Hague'],
          postaux: ['50690'],
          quartiers: { 'Cherbourg-en-Cotentin': ['Querqueville'] },
        },
        { nom: 'Les Pieux', commune: 'Les Pieux', postaux: ['50340'] },
      ],
    },
    {
      code: 'VDS',
      nom: 'Cherbourg Est – Val de Saire',
      sites: [
        {
          nom: 'Tourlaville',
          commune: 'Cherbourg-en-Cotentin',
          postaux: ['50110', '50470'],
          quartiers: { 'Cherbourg-en-Cotentin': ['Tourlaville', 'La Glacerie'] },
        },
        {
          nom: 'Saint-Pierre-Église',
          commune: 'Saint-Pierre-Église',
          postaux: ['50330', '50840', '50760', '50550', '50630'],
        },
      ],
    },
    {
      code: 'COT',
      nom: 'Cotentin',
      sites: [
        { nom: 'Valognes', commune: 'Valognes', postaux: ['50700', '50310'] },
        { nom: 'Bricquebec', commune: 'Bricquebec-en-Cotentin', intercommunalites: ['CA du Cotentin'] },
      ],
    },
    {
      code: 'MAR',
      nom: 'Marais du Cotentin',
      sites: [{ nom: 'Carentan', commune: 'Carentan-les-Marais', intercommunalites: ['CC de la Baie du Cotentin'] }],
    },
    {
      code: 'SLO',
      nom: 'Saint-Lô',
      sites: [
        {
          nom: 'Saint-Lô',
          commune: 'Saint-Lô',
          postaux: ['50000', '50180', '50750', '50570', '50620', '50880', '50680'],
        },
        { nom: 'Torigny', commune: 'Torigny-les-Villes', intercommunalites: ['CA Saint-Lô Agglo'] },
      ],
    },
    {
      code: 'COU',
      nom: 'Coutances – Côte des Isles',
      sites: [
        { nom: 'Coutances', commune: 'Coutances', intercommunalites: ['CC Coutances Mer et Bocage'] },
        { nom: 'Lessay', commune: 'Lessay', intercommunalites: ['CC Côte Ouest Centre Manche'] },
      ],
    },
    {
      code: 'GRA',
      nom: 'Granville – Villedieu',
      sites: [
        { nom: 'Granville', commune: 'Granville', intercommunalites: ['CC de Granville, Terre et Mer'] },
        {
          nom: 'Villedieu',
          commune: 'Villedieu-les-Poêles-Rouffigny',
          intercommunalites: ['CC de Villedieu Intercom'],
        },
      ],
    },
    {
      code: 'AVR',
      nom: 'Avranches',
      sites: [
        { nom: 'Avranches', commune: 'Avranches', postaux: ['50300', '50530', '50320', '50870', '50370'] },
        { nom: 'Pontorson', commune: 'Pontorson', postaux: ['50170', '50220', '50240'] },
      ],
    },
    {
      code: 'MOR',
      nom: 'Mortain – Saint-Hilaire',
      sites: [
        {
          nom: 'Saint-Hilaire-du-Harcouët',
          commune: 'Saint-Hilaire-du-Harcouët',
          postaux: ['50600', '50730', '50540', '50670', '50640'],
        },
        { nom: 'Mortain', commune: 'Mortain-Bocage', intercommunalites: ['CA Mont-Saint-Michel-Normandie'] },
      ],
    },
  ],
};
