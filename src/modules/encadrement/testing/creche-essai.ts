/** Une crèche d'essai : ce que les règles de l'encadrement lisent d'elle, sans base. */
import type { ProfessionnelPrevu } from '#modules/eaje/index.ts';
import { type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import type { AccueilAttendu, CrecheOuverte, PosteDuJour, Segment } from '../prevision.ts';

export const LUNDI = jourCivil('2026-11-23');
export const heure = (heures: number, minutes = 0) => heures * 60 + minutes;

export function aCreche(surcharge: Partial<CrecheOuverte> = {}): CrecheOuverte {
  return {
    id: 'creche',
    methode: 'CINQ_HUIT',
    agregation: 'ETABLISSEMENT',
    ouvre: heure(7, 30),
    ferme: heure(18, 30),
    places: 40,
    modulations: [],
    sorties: [],
    ...surcharge,
  };
}

let suite = 0;

export function anAccueil(surcharge: Partial<AccueilAttendu> = {}): AccueilAttendu {
  suite += 1;
  return {
    enfantId: `enfant-${suite}`,
    sectionId: null,
    marcheDepuis: jourCivil('2026-01-01'),
    neLe: jourCivil('2024-12-01'),
    nature: 'REGULIER',
    debut: heure(8),
    fin: heure(17),
    ...surcharge,
  };
}

/** `nm` non-marcheurs et `m` marcheurs, aux mêmes heures. */
export function listAccueilsEssai(nm: number, m: number, surcharge: Partial<AccueilAttendu> = {}): AccueilAttendu[] {
  return [
    ...Array.from({ length: nm }, () => anAccueil({ marcheDepuis: null, neLe: jourCivil('2026-03-01'), ...surcharge })),
    ...Array.from({ length: m }, () => anAccueil(surcharge)),
  ];
}

export function aPoste(debut: number, fin: number, surcharge: Partial<PosteDuJour> = {}): PosteDuJour {
  suite += 1;
  return {
    professionnelId: `professionnel-${suite}`,
    nom: `Essai${suite}`,
    prenom: 'Camille',
    metier: 'AP',
    libelleMetier: 'auxiliaire de puériculture',
    categorie: 1,
    sectionId: null,
    etablissementId: 'creche',
    rattachementId: 'creche',
    uniteId: 'unite',
    etat: 'PREVU',
    segments: [{ debut, fin, nature: 'POSTE' }],
    continuite: true,
    deuxLieux: false,
    ...surcharge,
  };
}

export function aPosteAvecPause(debut: number, pause: number, fin: number): PosteDuJour {
  const segments: Segment[] = [
    { debut, fin: pause, nature: 'POSTE' },
    { debut: pause, fin: pause + 45, nature: 'PAUSE' },
    { debut: pause + 45, fin, nature: 'POSTE' },
  ];
  return aPoste(debut, fin, { segments });
}

export function aProfessionnel(surcharge: Partial<ProfessionnelPrevu> = {}): ProfessionnelPrevu {
  suite += 1;
  const jour: JourCivil = jourCivil('2026-01-01');
  const plage = [heure(8), heure(16)];
  return {
    id: `professionnel-${suite}`,
    agentId: `agent-${suite}`,
    nom: `Essai${suite}`,
    prenom: 'Camille',
    metier: 'AP',
    categorie: 1,
    quotite: 100,
    uniteId: 'unite',
    etablissementId: 'creche',
    sectionId: null,
    experienceDepuis: null,
    du: jour,
    au: null,
    horaires: [
      {
        du: jour,
        au: null,
        semaine: [...plage, ...plage, ...plage, ...plage, ...plage, 0, 0, 0, 0],
        pauseDebut: heure(12),
        pauseFin: heure(12, 45),
      },
    ],
    vacations: [],
    absences: [],
    ...surcharge,
  };
}
