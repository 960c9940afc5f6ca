/** Les documents Word de ce module. */
import { buildModeleWord } from '#documents/word-modele.ts';
import { type DonneesDe, defineNature } from '#modules/trames/index.ts';

export const CALCUL_DE_DELAI = defineNature({
  cle: 'calcul-de-delai',
  titre: 'Calcul d’un délai',
  groupe: 'Échéances',
  aide: 'Le raisonnement d’une échéance, à verser au dossier ou à joindre à une note.',
  balises: {
    echeance: { libelle: 'échéance', exemple: 'lundi 19 février 2024' },
    theorique: { libelle: 'terme avant report', exemple: 'samedi 17 février 2024' },
    regime: { libelle: 'régime du délai', exemple: 'Procédure civile' },
    zone: { libelle: 'jours fériés comptés', exemple: 'Métropole' },
    reporte: { libelle: 'le terme est reporté', exemple: true },
    en_procedure_civile: { libelle: 'ce que donnerait la procédure civile', exemple: 'lundi 19 février 2024' },
    etapes: {
      libelle: 'étapes du calcul',
      liste: {
        etape: {
          libelle: 'étape',
          exemple: 'Acte du mercredi 7 février 2024.',
          autre: '+ 10 jours : samedi 17 février 2024, sans compter le jour de départ (CPC, art. 641, al. 1).',
        },
      },
    },
    textes: {
      libelle: 'textes du décompte',
      liste: { texte: { libelle: 'texte', exemple: 'CPC, art. 641', autre: 'CPC, art. 642' } },
    },
  },
  modele: () =>
    buildModeleWord({
      titre: 'Calcul d’un délai',
      entete: ['**{departement}**', '{agent_unite}'],
      blocs: [
        { droite: 'Le {jour}' },
        { titre: 'Échéance : {echeance}' },
        { texte: 'Régime : {regime}. Jours fériés : {zone}.' },
        { si: 'reporte', blocs: [{ texte: 'Le terme était le {theorique} ; il est reporté.' }] },
        {
          si: 'en_procedure_civile',
          blocs: [{ texte: 'Pour information, la procédure civile irait au {en_procedure_civile}.' }],
        },
        { section: 'Le calcul' },
        { si: 'etapes', blocs: [{ puces: ['{etape}'] }] },
        { section: 'Les textes' },
        { si: 'textes', blocs: [{ puces: ['{texte}'] }] },
        { texte: 'Calcul fait par {agent}, {agent_poste}. Le texte qui fonde le délai fait foi.' },
      ],
      pied: '{departement}',
    }),
});

export type DonneesCalculDeDelai = DonneesDe<typeof CALCUL_DE_DELAI.balises>;

export const trames = [CALCUL_DE_DELAI];
